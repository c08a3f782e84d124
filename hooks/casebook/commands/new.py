"""``casebook new``: a new file with an id of its own and the fields to fill in."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from casebook.commands import FOUND, USAGE, Result
from casebook.diagnostics import Collector, Span
from casebook.engines.clock import publication_day
from casebook.frontmatter import CONTROL
from casebook.i18n import Words
from casebook.loading import Content, load, written_whole
from casebook.numbers import parse_number
from casebook.schema.dates import parse_date
from casebook.schema.names import person_in_slug
from casebook.schema.slugs import free_id, slug_of
from casebook.schema.suggestions import nearest
from casebook.schema.template import draft
from casebook.schema.written_dates import likely_date

HELP = "Lag en ny fil for en sak, et møte eller en prosess."
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be written."""

    path: Path
    record_id: str
    text: str


class _CannotMakeError(Exception):
    """What was given does not make a file; the text says why."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="HVA")
    case = kinds.add_parser("sak", help="en sak", description="Lag en ny sak.")
    case.add_argument("title", metavar="TITTEL", help="tittelen på saken, uten saksnummer")
    case.add_argument(
        "--møte", "--mote", dest="meeting", metavar="ID", help="møtet den behandles i"
    )
    case.add_argument("--nummer", dest="number", metavar="NR", help="saksnummeret")
    meeting = kinds.add_parser("mote", aliases=["møte"], help="et møte", description="Lag et møte.")
    meeting.add_argument("body", metavar="ORGAN", help="id-en til organet")
    meeting.add_argument("date", metavar="DATO", help="dagen, for eksempel 2026-11-23")
    process = kinds.add_parser("prosess", help="en prosess", description="Lag en ny prosess.")
    process.add_argument("title", metavar="TITTEL", help="navnet på prosessen")
    for part in (case, meeting, process):
        part.add_argument(
            "--id", dest="record_id", metavar="ID", help="en annen id enn den foreslåtte"
        )
        part.add_argument(
            "--content", default="cases", metavar="MAPPE", help="mappen med region.yml"
        )


def run(args: argparse.Namespace) -> Result:
    """Write the file, and say where it is and what is worth a second look."""
    content = load(Path(args.content))
    words = Words(content.region.language if content.region else "nb")
    makers = {"sak": _case, "mote": _meeting, "møte": _meeting, "prosess": _process}
    try:
        made = makers[args.kind](args, content, words)
    except _CannotMakeError as reason:
        return Result(str(reason), USAGE)
    if made.path.exists():
        return Result(words("new.exists", path=made.path), FOUND)
    with written_whole(made.path) as file:
        file.write(made.text.encode())
    told = [words("new.made", path=made.path), words("new.id", id=made.record_id)]
    name = person_in_slug(made.record_id)
    if name is not None:
        told.append(words("new.name", name=name))
    return Result("\n".join(told))


def _case(args: argparse.Namespace, content: Content, words: Words) -> _File:
    title = _one_line(args.title)
    values = {"title": title}
    year = publication_day().year
    if args.meeting:
        meeting = content.meetings.get(args.meeting)
        if meeting is None:
            raise _CannotMakeError(_unknown(args.meeting, content.meetings, words))
        year = meeting.date.year if meeting.date else year
        values["item.meeting"] = args.meeting
    if args.number:
        values["item.number"] = _one_line(args.number)
        year = year if args.meeting else _year_of(args.number, year)
    record_id = _id(args, f"{year}-{slug_of(title)}", content, words)
    return _File(
        Path(args.content) / str(year) / f"{record_id}.md",
        record_id,
        draft("sak", values, words.language),
    )


def _one_line(text: str) -> str:
    """A text as it was pasted, without line breaks and signs that cannot be seen."""
    return " ".join(CONTROL.sub(" ", text).split())


def _year_of(number: str, default: int) -> int:
    """The year that a case number names."""
    read = parse_number(number)
    return default if read is None else read.year


def _meeting(args: argparse.Namespace, content: Content, words: Words) -> _File:
    bodies = {body.id: body for body in content.region.bodies} if content.region else {}
    if args.body not in bodies:
        raise _CannotMakeError(_unknown(args.body, bodies, words))
    day = parse_date(args.date, Span(""), Collector())
    if day is None or day.exact is None:
        meant = likely_date(args.date)
        close = f" {words('finding.did_you_mean', value=meant)}" if meant else ""
        raise _CannotMakeError(f"{words('new.date', value=args.date)}{close}")
    proposed = f"{args.date}-{args.body}"
    held_then = [m.id for m in content.meetings.values() if (m.body, m.date) == (args.body, day)]
    if held_then and not args.record_id:
        other = free_id(proposed, _taken(content))
        raise _CannotMakeError(words("new.meeting_exists", id=held_then[0], other=other))
    held = args.date <= publication_day().isoformat()
    values = {
        "type": "ordinært",
        "body": args.body,
        "date": args.date,
        "status": "avholdt" if held else "planlagt",
    }
    record_id = _id(args, proposed, content, words)
    path = Path(args.content) / "meetings" / f"{record_id}.md"
    return _File(path, record_id, draft("mote", values, words.language))


def _process(args: argparse.Namespace, content: Content, words: Words) -> _File:
    title = _one_line(args.title)
    record_id = _id(args, slug_of(title), content, words)
    path = Path(args.content) / "processes" / f"{record_id}.md"
    return _File(path, record_id, draft("prosess", {"title": title}, words.language))


def _id(args: argparse.Namespace, proposed: str, content: Content, words: Words) -> str:
    """The id that was asked for, else the proposed one made free."""
    taken = _taken(content)
    if not args.record_id:
        return free_id(proposed, taken)
    if _ID.fullmatch(args.record_id) is None:
        raise _CannotMakeError(words("new.bad_id", value=args.record_id))
    if args.record_id in taken:
        raise _CannotMakeError(words("new.taken", value=args.record_id))
    return str(args.record_id)


def _taken(content: Content) -> frozenset[str]:
    return frozenset((*content.cases, *content.meetings, *content.processes))


def _unknown(value: str, known: Mapping[str, object], words: Words) -> str:
    close = nearest(value, known)
    text = words("new.unknown", value=value)
    return f"{text} {words('finding.did_you_mean', value=close)}" if close else text
