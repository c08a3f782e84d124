"""``casebook publish-check``: whether every address that was ever published still answers."""

from __future__ import annotations

import argparse
from pathlib import Path

from casebook.commands import CLEAN, FOUND, Result, text_store
from casebook.engines.clock import publication_day
from casebook.engines.history import SHALLOW, is_shallow
from casebook.engines.mkdocs_pages import hand_written
from casebook.keeping import with_lost_addresses
from casebook.publishing import prepare
from casebook.reporting import FORMATS

HELP = "Kontroller at alle adresser som har vært publisert, fortsatt svarer."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "--content", default="cases", metavar="MAPPE", help="mappen med region.yml (vanlig: cases)"
    )
    parser.add_argument("--format", choices=FORMATS, default="full", help="som i «casebook check»")
    parser.add_argument(
        "--release",
        action="store_true",
        help="siden skal ut nå: krev også at hele historikken er hentet",
    )


def run(args: argparse.Namespace) -> Result:
    """Compare the site with the ledger."""
    root = Path(args.content)
    if args.release and is_shallow(root):
        return Result(SHALLOW, FOUND)
    prefix = f"{root.as_posix().rstrip('/')}/"
    edition = prepare(root, publication_day(), prefix=prefix, store=text_store(root))
    report = with_lost_addresses(edition, written=hand_written(root))
    return Result(report.render(args.format), FOUND if report.errors else CLEAN)
