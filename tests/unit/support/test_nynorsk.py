"""The nynorsk texts say one thing with one word, so that a page does not name it in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from tests.support.building import ROOT

CHOSEN = {
    r"\w*handsam\w*": "behandling, behandle",
    r"blei": "vart",
    r"vert": "blir",
    r"inhabil\w*": "ugild, ugildskap",
    r"nyheits?\w*": "nyhendelesar",
    r"går føre seg": "i gang",
    r"over fristen": "over frist",
    r"fall(?:en|ne) bort": "bortfalle",
    r"tilråding\w*(?! til kommunane)": "innstilling",
    r"(?<![«:])votering(?!: )\w*": "røysting",
    r"forslag(?:et)? til vedtak": "framlegg til vedtak",
    r"protokolltilførsl\w+": "protokolltilførsel",
    r"svarer": "svarar",
    r"peiker": "peikar",
    r"gir": "gjev",
    r"gi": "gje",
    r"talt|teld": "er med, blir rekna",
    r"kjelder [^.]*ikkje oppgitt": "oppgitte",
    r"fore(?:slår|slått)": "føreslår, føreslått",
    r"føresleg\w+": "føreslått",
    r"båe": "begge",
    r"korkje": "verken",
    r"attende": "tilbake",
    r"nummera": "numra",
    r"strøymer|straumer": "straumar",
    r"gjett(?:e|ar|a)": "gisse",
    r"bed": "ber",
    r"(?:av|i|med|på) ho": "henne",
    r"tilgjengelegheit\w*": "tilgjenge, tilgjengeerklæring",
    r"unnatek\w+ (?:innsyn|offentlegheita)": "unnateke offentlegheit",
}
"""Forms that are refused, each with what stands in its place."""

_REFUSED = re.compile(rf"\b(?:{'|'.join(CHOSEN)})\b", re.IGNORECASE)
_CODE = re.compile(r"```.*?```|`[^`\n]*`|(?<=\n)\n(?:(?: {4}[^\n]*)?\n)+|\]\([^)]*\)", re.DOTALL)


def refused(text: str) -> list[str]:
    """The refused forms in a text, as they stand."""
    return [found[0] for found in _REFUSED.finditer(" ".join(text.split()))]


def without_code(page: str) -> str:
    """A page of Markdown without addresses and without what writers type into files."""
    return _CODE.sub("\n\n", page)


def _texts() -> Iterator[tuple[str, str]]:
    package = ROOT / "hooks" / "casebook"
    for path in sorted((package / "locales").glob("*.nn.yml")):
        for key, text in yaml.safe_load(path.read_text("utf-8")).items():
            yield f"{path.name}: {key}", str(text)
    for path in sorted((package / "findings").glob("*.yml")):
        for key, text in yaml.safe_load(path.read_text("utf-8"))["nn"].items():
            yield f"{path.name}: {key}", str(text)
    help_texts = package / "schema" / "help.nn.yml"
    for text in yaml.safe_load(help_texts.read_text("utf-8")).values():
        yield help_texts.name, str(text)
    for path in sorted((ROOT / "docs").rglob("*.nn.md")):
        yield str(path.relative_to(ROOT)), without_code(path.read_text("utf-8"))


def test_nynorsk_texts_keep_to_the_chosen_words() -> None:
    texts = list(_texts())
    assert len({where.split(":")[0] for where, _ in texts}) > 100
    assert [(where, words) for where, text in texts if (words := refused(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        "Under handsaming",
        "«## Møtehandsaming: id»",
        "Fila blei bytt",
        "Inhabil: {who}",
        "I ein nyheitslesar",
        "Går føre seg",
        "Over fristen",
        "Fallen bort",
        "Tilråding: {outcome}",
        "Nummeret på voteringa",
        "Frå forslag til vedtak",
        "adressa svarer",
        "gir søket to treff",
        "blir då talt",
        "Kjelder til møtet er ikkje oppgitt",
        "Det vedtaket bed nokon om",
        "teksten i ho",
        "unnateke innsyn",
    ],
)
def test_refused_form_is_found(text: str) -> None:
    assert refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tilråding til kommunane",
        "skriv «votering: ukjent» eller feltet «votering»",
        "Kjelder er ikkje oppgitte",
        "teksten fortel, og talet er oppgitt",
        "Verdien ville falle bort",
    ],
)
def test_chosen_form_is_let_through(text: str) -> None:
    assert refused(text) == []


def test_what_writers_type_is_not_read_but_definitions_are() -> None:
    page = "sak\n:   Éin gong\n    her.\n\nSkriv `votering`:\n\n    votering:\n\n      - nei\n\n"
    page += "Les [meir](om-votering.md).\n\nSlutt.\n"
    assert refused(without_code(page)) == []
    assert "    her." in without_code(page)
    assert "Slutt." in without_code(page)
