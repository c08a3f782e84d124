"""The command line: finds the command, runs it, prints what it says."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

from casebook import __version__
from casebook.commands import (
    USAGE,
    Result,
    check,
    explain,
    fields,
    new,
    publish_check,
    publish_record,
    schema,
    search_words,
)
from casebook.engines.full_disk import FULL_DISK, is_full_disk
from casebook.errors import CasebookError


class Command(Protocol):
    """What a module of ``casebook.commands`` offers."""

    HELP: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's arguments."""
        ...

    def run(self, args: argparse.Namespace) -> Result:
        """Do it."""
        ...


COMMANDS: Mapping[str, Command] = {
    "check": check,
    "new": new,
    "explain": explain,
    "fields": fields,
    "schema": schema,
    "publish-check": publish_check,
    "publish-record": publish_record,
    "search-words": search_words,
}


_ERRORS = (
    (r"the following arguments are required: (.*)", r"mangler \1"),
    (
        r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)",
        r"\1 kan ikke være \2, bare \3",
    ),
    (r"argument (.*?): expected one argument", r"\1 mangler en verdi"),
    (r"unrecognized arguments: (.*)", r"ukjent: \1"),
)
"""What argparse says, in Norwegian."""


class _Parser(argparse.ArgumentParser):
    """A parser whose own words are Norwegian."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Say what is wrong with the arguments, and where help is."""
        for english, norwegian in _ERRORS:
            message = re.sub(english, norwegian, message)
        self.exit(USAGE, f"{self.prog}: {message}\nPrøv: {self.prog} --help\n")

    def format_help(self) -> str:
        """The help text, with the headings that argparse itself writes."""
        text = super().format_help()
        english = ("usage:", "positional arguments:", "options:", "show this help message and exit")
        norwegian = ("bruk:", "hva:", "valg:", "vis denne hjelpen")
        for old, own in zip(english, norwegian, strict=True):
            text = text.replace(old, own)
        return text


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``casebook``; returns the exit code."""
    args = _parser().parse_args(argv)
    try:
        result = COMMANDS[args.command].run(args)
    except CasebookError as error:
        print(f"casebook: {error}", file=sys.stderr)
        return USAGE
    except OSError as error:
        if not is_full_disk(error):
            raise
        print(f"casebook: {FULL_DISK}", file=sys.stderr)
        return USAGE
    try:
        print(result.text, flush=True)
    except BrokenPipeError:  # whoever reads has seen enough: «casebook explain | head»
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return result.code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="casebook",
        description="Kontroller en samling av saker, og gjør den klar til å publiseres.",
    )
    parser.add_argument("--version", action="version", version=__version__, help="vis versjonen")
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    for name, command in COMMANDS.items():
        part = commands.add_parser(name, help=command.HELP, description=command.HELP)
        command.arguments(part)
    return parser
