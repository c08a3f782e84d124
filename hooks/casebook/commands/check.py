"""``casebook check``: every finding in the content, in the form that the reader wants."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from casebook.commands import CLEAN, FOUND, USAGE, Result, text_store
from casebook.engines.clock import publication_day
from casebook.i18n import Words
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
        help="vis bare funn i disse filene eller mappene; alt blir likevel lest",
    )


def run(args: argparse.Namespace) -> Result:
    """Check the content folder."""
    root = Path(args.content)
    prefix = f"{root.as_posix().rstrip('/')}/"
    report = prepare(root, publication_day(), prefix=prefix, store=text_store(root)).report
    unknown = [_unknown(path, root, Words(report.language)) for path in args.paths]
    if any(unknown):
        return Result("\n".join(filter(None, unknown)), USAGE)
    if args.paths:
        report = _only(report, args.paths, root)
    return Result(report.render(args.format), FOUND if report.errors else CLEAN)


def _unknown(path: str, root: Path, words: Words) -> str:
    """Why there can be no finding in a path; empty when there can."""
    if not os.path.lexists(path):  # a link to nothing has a finding of its own
        return words("check.missing", path=path)
    if not _place(path).is_relative_to(root.resolve()):
        return words("check.outside", path=path, root=root)
    return ""


def _only(report: Report, paths: Sequence[str], root: Path) -> Report:
    """The findings in some files and folders, named as seen from the working directory."""
    base = root.resolve()
    named = {_place(path) for path in paths}
    places = ((finding, base / finding.span.path) for finding in report.findings)
    found = (finding for finding, place in places if named & {place, *place.parents})
    return replace(report, findings=tuple(found))


def _place(path: str) -> Path:
    """Where a file lies, also one that leads elsewhere."""
    return Path(path).parent.resolve() / Path(path).name
