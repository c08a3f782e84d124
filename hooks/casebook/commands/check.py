"""``casebook check``: every finding in the content, in the form that the reader wants."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from casebook.commands import CLEAN, FOUND, Result, text_store
from casebook.engines.clock import publication_day
from casebook.publishing import prepare
from casebook.reporting import FORMATS, Report

HELP = "Kontroller saksfilene uten å bygge nettstedet."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="full",
        help="full: med linjen og råd (vanlig); concise: én linje for hvert funn; "
        "json: for programmer; github: merknader i fellesbygg",
    )
    parser.add_argument(
        "--content", default="cases", metavar="MAPPE", help="mappen med region.yml (vanlig: cases)"
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="FIL",
        help="vis bare funn i disse filene; alt blir likevel lest",
    )


def run(args: argparse.Namespace) -> Result:
    """Check the content folder."""
    root = Path(args.content)
    prefix = f"{root.as_posix().rstrip('/')}/"
    report = prepare(root, publication_day(), prefix=prefix, store=text_store(root)).report
    if args.paths:
        report = _only(report, args.paths, root)
    return Result(report.render(args.format), FOUND if report.errors else CLEAN)


def _only(report: Report, paths: Sequence[str], root: Path) -> Report:
    """The findings in some files, named as seen from the working directory."""
    base = root.resolve()
    named = {Path(path).resolve() for path in paths}
    inside = {path.relative_to(base).as_posix() for path in named if path.is_relative_to(base)}
    return replace(report, findings=tuple(f for f in report.findings if f.span.path in inside))
