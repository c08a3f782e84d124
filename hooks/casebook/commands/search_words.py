"""``casebook search-words``: how search splits the long words of the site."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from casebook.commands import FOUND, Result, text_store
from casebook.engines.clock import publication_day
from casebook.outputs.keys import Keys
from casebook.outputs.search_documents import search_entries
from casebook.outputs.search_files import search_options
from casebook.publishing import prepare
from casebook.search.compounds import Split
from casebook.search.reviewing import review, words_of

HELP = "Vis hvordan søket deler lange ord, så delinger som er feil, kan overstyres."
UNREADABLE = "Innholdet kan ikke leses. Kjør «casebook check»."
NOTHING = "Ingen delinger å se gjennom."
ADVICE = """
Er en deling feil? Skriv ordet under «del_aldri» i {file}.
Mangler søket et ord som er del av andre? Skriv det under «deler».
Er delingen riktig? Skriv ordet under «riktig_delt», så vises det ikke igjen."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("words", nargs="*", metavar="ORD", help="bare disse ordene")
    parser.add_argument(
        "--all", action="store_true", help="også ord som står under «riktig_delt» i sok.yml"
    )
    parser.add_argument(
        "--most", type=int, default=60, metavar="ANTALL", help="høyst så mange (vanlig: 60)"
    )
    parser.add_argument(
        "--content", default="cases", metavar="MAPPE", help="mappen med region.yml (vanlig: cases)"
    )


def run(args: argparse.Namespace) -> Result:
    """List the splits that nobody has looked at yet."""
    root = Path(args.content)
    edition = prepare(root, publication_day(), store=text_store(root))
    graph = edition.graph
    if graph is None:
        return Result(UNREADABLE, FOUND)
    lists = edition.content.search
    if args.words:
        words = dict.fromkeys(args.words, 0)
    else:
        entries = search_entries(graph, edition.texts, Keys(graph))
        words = dict(words_of(entry.make() for entry in entries))
    seen = () if args.all or args.words else lists.rightly_split
    found = review(words, search_options(graph, lists), seen)
    file = f"{root.as_posix().rstrip('/')}/sok.yml"
    return Result("\n".join(_listed(found, args.most, file)) if found else NOTHING)


def _listed(splits: list[Split], most: int, file: str) -> Iterable[str]:
    shown = splits[: max(most, 1)]
    wide = max(len(split.word) for split in shown)
    for split in shown:
        count = f"{split.count:6}  " if split.count else ""
        yield f"{count}{split.word:{wide}}  {' + '.join(split.parts)}"
    if len(shown) < len(splits):
        yield f"… og {len(splits) - len(shown)} til. Vis flere med --most {len(splits)}."
    yield ADVICE.format(file=file)
