"""``casebook explain``: what a code means, why it matters, and how to mend it."""

from __future__ import annotations

import argparse
from pathlib import Path

from casebook.commands import USAGE, Result
from casebook.findings import Entry, catalogue
from casebook.i18n import LANGUAGES, Words
from casebook.loading import read_language
from casebook.schema.suggestions import nearest

HELP = "Forklar et funn: hva det er, hvorfor det betyr noe, og hvordan det rettes."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("code", nargs="?", metavar="KODE", help="koden; uten den listes alle")
    parser.add_argument("--lang", choices=LANGUAGES, help="målform (vanlig: den regionen har)")
    parser.add_argument(
        "--content", default="cases", metavar="MAPPE", help="mappen med region.yml (vanlig: cases)"
    )


def run(args: argparse.Namespace) -> Result:
    """Explain one code, or list all."""
    words = Words(args.lang or read_language(Path(args.content)))
    if args.code is None:
        return Result("\n".join(_line(entry, words) for entry in catalogue().values()))
    entry = catalogue().get(args.code)
    if entry is None:
        close = nearest(args.code, catalogue())
        meant = f" {words('finding.did_you_mean', value=close)}" if close else ""
        return Result(f"{words('explain.unknown', code=args.code)}{meant}", USAGE)
    return Result(_page(entry, words))


def _line(entry: Entry, words: Words) -> str:
    severity = words(f"finding.{entry.severity.name.lower()}")
    return f"{entry.code:32} {severity:10} {entry.text(words.language).what}"


def _page(entry: Entry, words: Words) -> str:
    text = entry.text(words.language)
    severity = words(f"finding.{entry.severity.name.lower()}")
    return "\n\n".join(
        [
            f"{entry.code} ({severity})",
            text.what,
            f"{words('explain.why')}\n  {text.why}",
            f"{words('explain.cure')}\n  {text.cure}",
            f"{words('explain.wrong')}\n{_indented(entry.wrong)}",
            f"{words('explain.right')}\n{_indented(entry.right)}",
        ]
    )


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.rstrip().split("\n"))
