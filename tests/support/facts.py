"""What each record's page must say, and in which part of it, worked out from the raw files.

A fact names the part of the page by markup and the words that stand together there. Entries of a
list, such as one vote or one attachment, are one fact: all their words in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.support.building import TODAY
from tests.support.raw import Raw, Record, day_text, name_of, records, region, words

OR = "\x1f"
"""Stands between words of which one is enough, such as an old and a new name."""
WITHHELD = "kolibri"
"""The mark of a text that must not be published, wherever it stands."""
GAPS = {"ukjent": "nothing_unknown", "ingen": "nothing_none"}
DECIDED = ("votering", "endret_av", "utfall_punkter")
UNSEEN = {
    "id": "part of an address",
    "tidligere_id": "an address that leads here",
    "behandling.id": "part of an address",
    "behandling.rekkefølge": "the order of a meeting's agenda",
    "behandling.bygger_på": "which text is compared",
    "behandling.serie": "part of the number's address",
    "behandling.oppfølging_ventes": "silences a warning",
    "behandling.punktinndeling": "a note beside the points",
    "behandling.votering.type": "told by the result",
    "behandling.votering.vedtatt": "told by the result",
    "behandling.votering.vant": "marked in the table",
    "formalia.rekkefølge": "the order of the agenda",
    "kilder.id": "part of an address",
    "målform": "the language of the page",
    "oppfølging.id": "part of an address",
    "persondata.fjernes": "when the page goes",
    "persondata.grunn": "why, for the secretariat",
    "publisert": "the order of feeds",
    "relasjoner.type": "the heading of the link",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """Words that stand together in one part of a page."""

    field: str
    selector: str
    texts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Field, place and words."""
        return f"{self.field}: {' + '.join((*self.texts, *self.links))!r} not in {self.selector}"

    def holds(self, page: PageParts) -> bool:
        """Whether some such part of the page says all of it."""
        return any(self._in(said, links) for said, links in page.parts(self.selector))

    def _in(self, said: str, links: set[str]) -> bool:
        return set(self.links) <= links and all(
            any(stands(plain(one), said) for one in text.split(OR)) for text in self.texts
        )


class PageParts:
    """A page's parts, each as plain words and the addresses it links to."""

    def __init__(self, content: bytes, *, without: str = "") -> None:
        """Parse a page, with the parts that a selector finds cut out."""
        self._tree = LexborHTMLParser(content)
        self._parts: dict[str, list[tuple[str, set[str]]]] = {}
        for node in self._tree.css(without) if without else ():
            node.decompose()

    def parts(self, selector: str) -> list[tuple[str, set[str]]]:
        """All parts that a selector finds."""
        if selector not in self._parts:
            self._parts[selector] = [_said(node) for node in self._tree.css(selector)]
        return self._parts[selector]


def _said(node: LexborNode) -> tuple[str, set[str]]:
    links = {link.attributes["href"] or "" for link in node.css("a[href]")}
    return plain(node.text(separator=" ")), links


def plain(text: str) -> str:
    """A text without case, punctuation and breaks, so that markup inside it does not matter."""
    return f" {' '.join(re.findall(r'[0-9a-zæøåäöüéáđŧŋčšž%§]+', text.lower()))} "


def stands(text: str, said: str) -> bool:
    """Whether the words stand in a row; inside words too, where markup may divide them."""
    return text in said or (len(text) > 12 and text.replace(" ", "") in said.replace(" ", ""))


def facts(record: Record) -> list[Fact]:
    """Everything that the page of a record must say."""
    makers = {"case": _case, "meeting": _meeting, "process": _process}
    record.raw.skip(*UNSEEN)
    found = [fact for fact in makers[record.kind](record) if any((*fact.texts, *fact.links))]
    return [fact for fact in found if WITHHELD not in str(fact).lower()]


def removed(record: Record) -> bool:
    """Whether the page is a tombstone."""
    expiry = record.raw.get("persondata")
    return "tatt_av_siden" in record.raw.value or bool(
        expiry and expiry.text("fjernes") and expiry.text("fjernes") <= TODAY
    )


def _say(where: str, raw: Raw, *keys: str) -> Iterator[Fact]:
    """One fact for each key's text."""
    for key in keys:
        for text in raw.texts(key):
            yield Fact(f"{raw.path}.{key}".lstrip("."), where, (_gap(text),))


def _together(where: str, raw: Raw, texts: list[str], links: tuple[str, ...] = ()) -> Fact:
    """One fact of several words."""
    return Fact(raw.path, where, tuple(_gap(text) for text in texts if text), links)


def _gap(text: str) -> str:
    return words()[GAPS[text]] if text in GAPS else text


def _day(text: str) -> str:
    return text if text in GAPS else day_text(text) if text else ""


def _when(raw: Raw, key: str = "dato") -> list[str]:
    """A date in any of its forms: exact, partial, at the latest, or in words."""
    piece = raw.get(key)
    if piece is None:
        return []
    parts = [_day(piece.read()), _day(piece.text("dato")), _day(piece.text("senest"))]
    said = piece.text("tekst")
    meeting = piece.text("møte")
    return [part for part in parts if part] or [said or _meeting_day(meeting)]


def _meeting_day(key: str) -> str:
    found = [r.raw.value.get("dato", "") for r in records() if r.id == key]
    return day_text(found[0]) if found else ""


def _titles(kind: str) -> dict[str, str]:
    return {
        r.id: words()["title_withheld"]
        if "tittel" in str(r.raw.value.get("unntatt", ""))
        else str(r.raw.value["tittel"])
        for r in records()
        if r.kind == kind and "tittel" in r.raw.value
    }


def _register(part: str) -> dict[str, dict[str, object]]:
    return {entry["id"]: entry for entry in region()[part]}


def _named(part: str, key: str, language: str, day: str = "") -> str:
    """The name of an entry of the register: of a day, or any that it has had."""
    entry = _register(part)[key]
    names = entry["navn"]
    if isinstance(names, list) and not day:
        return OR.join(name["navn"] for name in names)
    return name_of(entry, day or "9999", language)


def _owner(key: str, language: str) -> str:
    if key in GAPS:
        return key
    if key.startswith("kommune:"):
        return _named("kommuner", key.removeprefix("kommune:"), language)
    for part in ("eiere", "organer"):
        if key in _register(part):
            return _named(part, key, language)
    return key


def _case(record: Record) -> Iterator[Fact]:
    raw = record.raw
    language = raw.text("målform") or "nb"
    if removed(record):
        yield from _tombstone(record)
        return
    yield from _key_facts(raw, language)
    yield from _verbatim(raw, language)
    for item in raw.many("behandling"):
        if _content_withheld(raw):
            _hide(item)
        yield from _treatment(item, language)
    for entry in raw.many("oppfølging"):
        yield from _follow_up(entry, language)
    yield from _municipal(raw, language)
    for entry in raw.many("vedlegg"):
        yield from _attachment(entry, language)
    for entry in raw.many("relasjoner"):
        texts = [_titles("case")[entry.text("sak")], entry.text("merknad")]
        yield _together("section[aria-labelledby=lenker] li, .notice", entry, texts)
    yield from _shared(record, language)
    if not _content_withheld(raw):
        yield from _body(record)


def _key_facts(raw: Raw, language: str) -> Iterator[Fact]:
    yield from _say("header.record-head h1", raw, "tittel")
    if WITHHELD in raw.text("tittel"):
        raw.skip("kort")  # a lead retells the title
    yield from _say("section.lead", raw, *(() if "kort" in raw.used else ("kort",)))
    side = "aside.side .facts"
    yield from _say(side, raw, "arkivsak", "kontakt")
    yield from _registered(raw, side, language)
    for key in raw.texts("prosesser"):
        yield Fact("prosesser", side, (_titles("process")[key],))
    for key in raw.texts("møter"):
        yield Fact("møter", side, (_meeting_day(key),))
    for piece in raw.many("unntatt"):
        piece.skip("hva")
        yield from _say("article.record", piece, "hjemmel")


def _registered(raw: Raw, where: str, language: str) -> Iterator[Fact]:
    for part in ("temaer", "kommuner"):
        for key in raw.texts(part):
            yield Fact(part, where, (_named(part, key, language),))


def _verbatim(raw: Raw, language: str) -> Iterator[Fact]:
    raw.skip("ordrett")
    if raw.value.get("ordrett") == "nei":
        yield Fact("ordrett", ".note-line, .notice", (words(language)["not_verbatim"],))


def _tombstone(record: Record) -> Iterator[Fact]:
    raw = record.raw
    raw.skip(*raw.value)
    for piece in raw.many("tatt_av_siden"):
        yield from _say("article.tombstone", piece, "grunn")
        yield Fact(piece.path, "article.tombstone", tuple(_when(piece)))
        other = piece.text("erstattet_av")
        yield Fact(piece.path, "article.tombstone", (_titles("case")[other],) if other else ())


def _content_withheld(raw: Raw) -> bool:
    """Whether more than the title is withheld."""
    piece = raw.get("unntatt")
    return piece is not None and "innhold" in str(piece.value)


def _treatment(item: Raw, language: str) -> Iterator[Fact]:
    where = f"#{_item_id(item)}.treatment"
    row = [_word("outcome_", item.text("utfall"), language)]
    if item.text("rolle") == "innstiller":
        row = [row[0].lower()]
    row += [item.text("nummer"), _word("role.", item.text("rolle"), language)]
    row += [_word("effect.", item.text("virkning"), language)]
    row += _when(item) or [_meeting_day(item.text("møte"))]
    yield _together(where, item, row)
    if body := item.text("organ"):
        name = _named("organer", body, language, item.text("dato"))
        yield Fact("behandling.organ", f"{where} h3", (name,))
    yield from _say(where, item, "til", "lukket")
    for piece in (*item.many("lukket"), *item.many("unntatt")):
        piece.skip("hva")
        yield from _say(where, piece, "hjemmel", "grunn")
    for entry in item.many("inhabile"):
        texts = [entry.text("hvem"), entry.text("hjemmel"), entry.text("vara")]
        yield _together(f"{where} .disqualified li", entry, texts)
    if _content_withheld(item):
        _hide(item)
    yield from _decided(item, where, language)


def _hide(item: Raw) -> None:
    """Expect nothing of what a withheld treatment decided and how it was voted."""
    item.skip(*DECIDED)
    item.value = {k: v for k, v in item.value.items() if k not in DECIDED}


def _decided(item: Raw, where: str, language: str) -> Iterator[Fact]:
    for point, outcome in item.pairs("utfall_punkter"):
        text = _word("outcome_", outcome, language)
        yield Fact("behandling.utfall_punkter", f"{where} li.point", (point, text))
    for entry in item.many("endret_av"):
        texts = [entry.text("punkt"), entry.text("fremmet_av"), entry.text("tekst")]
        yield _together(f"{where} .amendments li", entry, texts)
    for vote in item.many("votering"):
        yield from _vote(vote, f"{where} .treatment-votes", language)


def _item_id(item: Raw) -> str:
    meeting = next((r for r in records() if r.id == item.text("møte")), None)
    body = item.text("organ") or (meeting.raw.value.get("organ", "") if meeting else "")
    return item.text("id") or body


def _word(prefix: str, value: str, language: str) -> str:
    return words(language)[prefix + value] if value else ""


def _vote(vote: Raw, where: str, language: str) -> Iterator[Fact]:
    yield from _say(where, Raw({"votering": vote.value}, "behandling", vote.used), "votering")
    yield from _say(f"{where} .vote", vote, "gjelder", "merknad", "blankt")
    if settled := vote.text("avgjort_av"):
        yield Fact(vote.path, f"{where} .vote", (words(language)[f"vote.by.{settled}"],))
    if vote.value == {"type": "enstemmig"}:
        yield Fact(vote.path, f"{where} .vote", (words(language)["vote.type.enstemmig"],))
    for key, label in (("for", "vote.in_favour"), ("mot", "vote.against")):
        for side in vote.many(key):
            yield from _side(side, where, words(language)[label], language)
    for side in vote.many("alternativer"):
        yield from _side(side, where, side.text("forslag"), language)
        yield from _say(f"{where} .vote-table th", side, "fremmet_av")


def _side(side: Raw, where: str, label: str, language: str) -> Iterator[Fact]:
    texts = [label, side.read() or side.text("antall")]
    texts += [f"{party} {count}" for party, count in side.pairs("parti")]
    for key, count in side.pairs("kommuner"):
        names = _named("kommuner", key, language).split(OR)
        texts.append(OR.join(f"{name} {count}" for name in names))
    if texts[1] or len(texts) > 2:
        yield _together(f"{where} .vote-table tr", side, texts)
    names_shown = [name for name in side.texts("navn") if name not in GAPS]
    if names_shown:
        yield _together(f"{where} .vote-names", side, [label, *names_shown])


def _follow_up(entry: Raw, language: str) -> Iterator[Fact]:
    where = ".follow-ups .follow-up"
    entry.skip("gjelder", "prosess")
    what = entry.text("hva")
    texts = [what, *(_owner(key, language) for key in entry.texts("eier"))]
    yield _together(where, entry, texts + _when(entry, "frist"))
    for line in entry.many("logg"):
        if line.read():
            continue
        line.skip("kilde")
        said = [_word("status_", line.text("status"), language), line.text("tekst")]
        said += _when(line)
        if case := line.text("sak"):
            said.append(_titles("case")[case])
        if meeting := line.text("møte"):
            said.append(_meeting_day(meeting))
        links = tuple(text for text in (line.text("lenke"),) if text.startswith("http"))
        yield _together(f"{where} .log li", line, said, links)


def _municipal(raw: Raw, language: str) -> Iterator[Fact]:
    section = "section.municipal"
    for piece in raw.many("kreves_av"):
        yield from _say(f"{section} .required", piece, "grunn")
        for key in piece.texts("kommuner"):
            required = (_named("kommuner", key, language), words(language)["must_treat"])
            yield Fact(piece.path, f"{section} tbody tr", required)
        yield _together(f"{section} .required", piece, _when(piece, "frist"))
        if piece.text("likelydende") == "ja":
            yield Fact(piece.path, section, (words(language)["identical_required"],))
    for entry in raw.many("kommunebehandling"):
        entry.skip("kilde")
        texts = [entry.text("organ"), entry.text("nummer"), entry.text("merknad"), *_when(entry)]
        texts.append(_word("purpose.", entry.text("hensikt"), language))
        if entry.text("ikke_nødvendig") == "ja":
            texts.append(words(language)["local_ikke-nødvendig"])
        elif outcome := entry.text("utfall"):
            texts.append(words(language)[f"outcome_{outcome}"])
        texts.append(_named("kommuner", entry.text("kommune"), language, entry.text("dato")))
        links = tuple(text for text in (entry.text("lenke"),) if text.startswith("http"))
        yield _together(f"{section} tbody tr", entry, texts, links)


def _attachment(entry: Raw, language: str) -> Iterator[Fact]:
    title, kind = entry.text("tittel"), entry.text("type")
    texts = [
        "" if WITHHELD in title else title,
        _word("attachment.", kind, language),
        *_when(entry),
    ]
    texts += [entry.text(key) for key in ("mangler", "merknad", "journalpost")]
    entry.skip("fil")  # that the link answers is another test
    for piece in entry.many("unntatt"):
        piece.skip("hva")
        texts.append(piece.text("hjemmel"))
    links = tuple(text for text in (entry.text("lenke"),) if text)
    yield _together(".files .file", entry, texts, links)


def _shared(record: Record, language: str) -> Iterator[Fact]:
    """What all kinds of records have: sources, changes, doubts."""
    for entry in record.raw.many("kilder"):
        texts = [entry.text("tittel"), entry.text("utgiver"), *_when(entry)]
        texts += _when(entry, "hentet")
        links = tuple(text for text in (entry.text("lenke"),) if text)
        yield _together(".sources li", entry, texts, links)
    for entry in record.raw.many("endringer"):
        kind = _word("change.", entry.text("type"), language)
        yield _together(".log li", entry, [entry.text("tekst"), kind, *_when(entry)])
    for place, reason in record.raw.pairs("usikkert"):
        yield Fact(f"usikkert.{place}", ".uncertain-why", (reason,))


def _meeting(record: Record) -> Iterator[Fact]:
    raw = record.raw
    language = raw.text("målform") or "nb"
    side = "aside.side .facts > div"
    yield from _say("header.record-head h1", raw, "tittel")
    yield Fact("dato", "header.record-head h1", tuple(_when(raw)))
    times = [text.replace(":", ".") for text in (raw.text("start"), raw.text("slutt")) if text]
    yield _together(side, raw, [*_when(raw), *times])
    yield from _say("section.lead", raw, "kort")
    yield from _say(side, raw, "sted")
    for key, prefix in (("form", "form."), ("type", "meeting_type.")):
        yield Fact(key, side, (_word(prefix, raw.text(key), language),))
    status = _word("meeting_", raw.text("status"), language)
    yield Fact("status", ".record-state", (status,))
    if body := raw.text("organ"):
        name = _named("organer", body, language, raw.text("dato"))
        yield Fact("organ", ".record-meta", (name,))
    if other := raw.text("til"):
        yield Fact("til", ".notice", (_meeting_day(other),))
    for piece in raw.many("lukket"):
        yield from _say("article.record", piece, "hjemmel", "grunn")
    yield from _people(raw, side, language)
    yield from _agenda_and_documents(raw, language)
    yield from _minutes(raw, side, language)
    yield from _verbatim(raw, language)
    yield Fact("video", "article.record", (), tuple(raw.texts("video")))
    yield from _shared(record, language)
    yield from _body(record)


def _people(raw: Raw, side: str, language: str) -> Iterator[Fact]:
    for piece in raw.many("leder"):
        place = piece.text("kommune")
        texts = [piece.read() or piece.text("verv")]
        yield _together(
            side, piece, texts + ([_named("kommuner", place, language)] if place else [])
        )
    yield from _attendance(raw, side)
    for piece in raw.many("parter"):
        texts = [piece.read() or piece.text("navn"), *piece.texts("deltok")]
        yield _together("section[aria-labelledby=parter] .facts > div", piece, texts)


def _agenda_and_documents(raw: Raw, language: str) -> Iterator[Fact]:
    for entry in raw.many("formalia"):
        outcome = entry.text("utfall")
        texts = [entry.text("nummer"), entry.text("tittel"), entry.text("tekst")]
        texts.append("" if outcome in GAPS else _word("outcome_", outcome, language))
        yield _together(".agenda .item", entry, texts)
    for entry in raw.many("dokumenter"):
        entry.skip("fil")
        kind = _word("document.", entry.text("type"), language)
        links = tuple(text for text in (entry.text("lenke"),) if text)
        texts = [entry.text("tittel"), kind, *_when(entry)]
        yield _together("section[aria-labelledby=dokumenter] .file", entry, texts, links)


def _attendance(raw: Raw, side: str) -> Iterator[Fact]:
    for piece in raw.many("deltakelse"):
        yield _together(side, piece, [piece.text("til_stede"), piece.text("av")])
        for key in ("forfall", "møterett"):
            for text in piece.texts(key):
                yield Fact(f"deltakelse.{key}", side, (_gap(text),))


def _minutes(raw: Raw, side: str, language: str) -> Iterator[Fact]:
    for piece in raw.many("protokoll"):
        status = piece.read() or piece.text("status")
        texts = [_word("minutes.", status, language), *_when(piece)]
        if meeting := piece.text("godkjent_i"):
            texts.append(_meeting_day(meeting))
        yield _together(side, piece, texts)


def _process(record: Record) -> Iterator[Fact]:
    raw = record.raw
    language = raw.text("målform") or "nb"
    side = "aside.side .facts > div"
    yield from _say("header.record-head h1", raw, "tittel")
    yield from _say("section.lead", raw, "kort")
    status = _word("process_", raw.text("status"), language)
    yield Fact("status", ".record-state", (status,))
    for key in ("status_dato", "fra", "til", "frist"):
        yield _together(side, Raw({}, key), _when(raw, key))
    for key in raw.texts("ansvarlig"):
        yield Fact("ansvarlig", side, (_gap(_owner(key, language)),))
    yield from _registered(raw, side, language)
    for key in raw.texts("møter"):
        yield Fact("møter", "article.record", (_meeting_day(key),))
    yield from _course(raw, language)
    yield from _verbatim(raw, language)
    yield from _shared(record, language)
    yield from _body(record)


def _course(raw: Raw, language: str) -> Iterator[Fact]:
    for entry in raw.many("hendelser"):
        entry.skip("kilde", "nådd")
        kind = _word("event.", entry.text("type"), language)
        links = tuple(text for text in (entry.text("lenke"),) if text)
        yield _together(".timeline li", entry, [entry.text("tekst"), kind, *_when(entry)], links)
    for entry in raw.many("prosesser"):
        kind = _word("process_relation.", entry.text("type"), language)
        texts = [kind, _titles("process")[entry.text("prosess")]]
        yield _together("section[aria-labelledby=lenker] section", entry, texts)


_REFERENCE = re.compile(r"^\[[^\]]+\]:")
_HEADING = re.compile(r"^(#+)\s+(.*?)\s*#*$")
_DECIDED = re.compile(r"(?i)^(vedtak|innstilling|tilrådning)")
_TREATED = re.compile(r"(?i)^(møtebehandling|møtehandsaming)\s*:\s*(\S+)")


def _body(record: Record) -> Iterator[Fact]:
    """Every line of the text; the lines of a decision where the decision stands."""
    where, item, hidden = "article.record", "", _hidden_items(record.raw)
    for line in record.body.splitlines():
        if heading := _HEADING.match(line):
            treated = _TREATED.match(heading[2])
            item = treated[2] if treated else item if len(heading[1]) > 2 else ""
            scope = f"#{item}.treatment " if item else ""
            decided = record.kind == "case" and _DECIDED.match(heading[2])
            where = f"{scope}.treatment-decision" if decided else "article.record"
        elif item not in hidden and not _REFERENCE.match(line):
            for text in _pieces(line):
                yield Fact("text", where, (text,))


def _hidden_items(raw: Raw) -> set[str]:
    return {_item_id(item) for item in raw.many("behandling") if _content_withheld(item)}


def _pieces(line: str) -> Iterator[str]:
    """The words of a line of Markdown, without what is only markup."""
    text = re.sub(r"!?\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])?", r"\1", line)
    text = re.sub(r"<(https?://[^>]+)>", r"\1", text)
    text = re.sub(r"^(\s*(>|[-*+]\s|\d+(\.\d+)*[.)]|[a-z][.)]))*\s*", "", text)
    text = re.sub(r"[*`\\]|&\w+;", " ", text)
    for cell in text.split("|"):
        if plain(cell).strip() and not set(cell.strip()) <= set("-: "):
            yield cell.strip()
