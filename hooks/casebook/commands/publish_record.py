"""``casebook publish-record``: write down what has been published, so that it can be kept."""

from __future__ import annotations

import argparse
from pathlib import Path

from casebook.commands import CLEAN, FOUND, Result, text_store
from casebook.engines.clock import publication_day
from casebook.engines.mkdocs_pages import hand_written
from casebook.keeping import ledger_after, with_lost_addresses
from casebook.ledger import LEDGER
from casebook.loading import written_whole
from casebook.outputs.site import SiteOptions
from casebook.publishing import prepare

HELP = "Før nye adresser inn i adresselisten etter at siden er publisert."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "--content", default="cases", metavar="MAPPE", help="mappen med region.yml (vanlig: cases)"
    )


def run(args: argparse.Namespace) -> Result:
    """Add what is new to the ledger; refuses when something is lost."""
    root = Path(args.content)
    day = publication_day()
    prefix = f"{root.as_posix().rstrip('/')}/"
    edition = prepare(root, day, prefix=prefix, store=text_store(root))
    written = hand_written(root)
    publishable = edition.graph is not None and not edition.report.errors
    files = list(edition.files(SiteOptions(written=written))) if publishable else []
    report = with_lost_addresses(edition, files, written)
    if report.errors or edition.graph is None:
        return Result(report.render("full"), FOUND)
    text, new = ledger_after(edition.graph, files, day, written)
    path = root / LEDGER
    with written_whole(path) as file:
        file.write(text.encode())
    return Result(f"{path}: nye adresser: {new}.", CLEAN)
