"""``casebook schema``: JSON Schema of the kinds of files, for editors."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from casebook.commands import Result
from casebook.loading import read_language
from casebook.schema.json_schema import json_schema
from casebook.schema.tables import FILES

HELP = "Skriv JSON Schema for filene, så editoren kan foreslå felt og verdier."
NAMES = {record.key: record for record in FILES}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("kind", nargs="?", choices=sorted(NAMES), metavar="FILTYPE", help=_kinds())
    parser.add_argument(
        "--content", default="cases", metavar="MAPPE", help="mappen med region.yml (vanlig: cases)"
    )
    parser.add_argument("--out", metavar="MAPPE", help="skriv én fil for hver filtype hit")


def run(args: argparse.Namespace) -> Result:
    """Print one schema, or write them all."""
    language = read_language(Path(args.content))
    if args.out is None:
        return Result(_text(args.kind or "case", language))
    folder = Path(args.out)
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.schema.json" for name in sorted(NAMES)]
    for name, path in zip(sorted(NAMES), paths, strict=True):
        path.write_text(_text(name, language) + "\n", encoding="utf-8")
    return Result("\n".join(str(path) for path in paths))


def _kinds() -> str:
    return f"filtypen (vanlig: case): {', '.join(sorted(NAMES))}"


def _text(name: str, language: str) -> str:
    return json.dumps(json_schema(NAMES[name], language), ensure_ascii=False, indent=2)
