"""``casebook fields``: the field reference in the terminal."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator
from pathlib import Path

from casebook.commands import Result
from casebook.i18n import Words
from casebook.loading import read_language
from casebook.schema.help_texts import help_in
from casebook.schema.reference import FieldEntry, RecordEntry, reference

HELP = "Vis alle felt som filene kan ha."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    keys = ", ".join(entry.key for entry in reference() if entry.is_file)
    help_text = f"bare denne typen, for eksempel {keys}"
    parser.add_argument(
        "kind", nargs="?", choices=[r.key for r in reference()], metavar="TYPE", help=help_text
    )
    parser.add_argument(
        "--content", default="cases", metavar="MAPPE", help="mappen med region.yml (vanlig: cases)"
    )


def run(args: argparse.Namespace) -> Result:
    """Print the reference, or one kind of record of it."""
    words = Words(read_language(Path(args.content)))
    entries = [entry for entry in reference() if args.kind in (None, entry.key)]
    return Result("\n\n".join("\n".join(_record(entry, words)) for entry in entries))


def _record(entry: RecordEntry, words: Words) -> Iterator[str]:
    yield f"{entry.key}: {words(f'finding.record.{entry.key}')}"
    for field in entry.fields:
        yield f"  {field.key}{'*' if field.required else ''}  ({_kind(field, words)})"
        yield textwrap.fill(
            help_in(words.language, field.help),
            88,
            initial_indent="      ",
            subsequent_indent="      ",
        )


def _kind(field: FieldEntry, words: Words) -> str:
    if field.values:
        kind = " · ".join(field.values)
    elif field.record:
        kind = words(f"finding.record.{field.record}")
    elif field.target:
        kind = words(f"finding.kind.{field.target}")
    else:
        kind = words(f"finding.type.{field.label}")
    return f"{words('finding.type.list')}: {kind}" if field.many else kind
