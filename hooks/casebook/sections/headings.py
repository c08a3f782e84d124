"""The headings that the site knows, with their usual variants in bokmål and nynorsk."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from casebook.model.text import SectionKind

_ADMINISTRATION = (
    r"(?:fylkes)?(?:kommunedirektør\w*|rådm[ae]nn\w*)|administrasjon\w*|sekretariat\w*|sekretær\w*"
    r"|dagl?[ei]g leder?s?|dagleg leiars?|saksbehandler\w*|saksbehandlar\w*|direktør\w*"
)
_LOCAL = r"(?!kommune|by|herreds|fylkes|formanns)"
"""Bodies of a single municipality: their decisions are not the region's."""

_COUNCIL = (
    rf"{_LOCAL}\w*(?:rådets|styrets|utvalgets|utvalets|skapets|nemndas|nemndens|møtets)"
    rf"|{_LOCAL}\w*(?:rådet|styret|utvalget|utvalet|skapet|nemnda) (?:sitt|sin|si)"
)
_PROPOSED = (
    r"(?:forslag|framlegg|fremlegg)(?: til (?:vedtak|innstilling|tilråding|uttalelse|fråsegn))?"
)
_ASSESSOR = rf"(?:(?:(?:{_ADMINISTRATION})(?: si| sine)?|saml[ea]t?|fagl[ei]g) )?"
_MEETING = r"(?: i (?:møtet?|saken|saka|[\w-]*(?:rådet|styret|utvalget|utvalet|skapet))\b.*)?"

_VARIANTS: dict[SectionKind, tuple[str, ...]] = {
    SectionKind.PROPOSAL: (
        rf"(?:(?:{_ADMINISTRATION})(?: si?tt)? )?{_PROPOSED}",
        rf"(?:{_ADMINISTRATION})(?: si)? (?:innstilling|tilråding)",
    ),
    SectionKind.RECOMMENDATION: (
        rf"(?:(?:{_COUNCIL}) )?(?:innstilling|tilråding|tilrådning)(?: (?:til|fra|frå) .+)?",
    ),
    SectionKind.BACKGROUND: (
        r"(?:kort )?bakgrunn(?: (?:for|og) \w+)?",
        r"saksopplysning(?:er|ar)",
        r"faktiske opplysning(?:er|ar)",
        r"saks?utredning",
        r"saksutgreiing",
        r"saksfr[ae]mstilling",
        r"saksfr[ae]mlegg",
        r"fakta(?: i saken| i saka)?",
        r"(?:hva )?saken gjelder",
        r"(?:kva )?saka gjeld",
    ),
    SectionKind.ASSESSMENT: (
        rf"{_ASSESSOR}vurdering(?:er|ar)?(?: av saken| av saka)?(?: og konklusjon(?:er|ar)?)?",
        r"drøfting(?:er|ar)?",
        r"drøfting og vurdering",
        r"vurdering og drøfting",
    ),
    SectionKind.CONCLUSION: (
        rf"(?:(?:{_ADMINISTRATION})(?: sin)? )?konklusjon(?:er|ar)?",
        r"oppsummering og konklusjon",
    ),
    SectionKind.DEBATE: (rf"(?:(?:{_COUNCIL}) )?(?:behandling|handsaming){_MEETING}",),
    SectionKind.VOTE: (
        rf"(?:votering|avstem[nm]ing|avrøysting|røysting)(?:er|ar)?{_MEETING}",
        r"(?:voterings|avstemnings|avstemmings|røystings)resultat",
    ),
    SectionKind.DECISION: (
        rf"(?:(?:{_COUNCIL}|endel[ei]g|enstemmig|samrøystes) )?vedtak{_MEETING}",
    ),
    SectionKind.STATEMENT: (
        r"protokolltilførs(?:el|ler|le|lar)(?: .+)?",
        r"protokollmerknad(?:er|ar)?",
        r"(?:stemme|røyste)forklaring(?:er|ar)?",
    ),
}
_KINDS = tuple((kind, re.compile("|".join(given))) for kind, given in _VARIANTS.items())
_ITEM = re.compile(
    r"\s*m(?:ø|oe?)te(?:behandling|handsaming)\s*(?::|[-–—]\s)?\s*(.*?)\s*:?\s*", re.IGNORECASE
)


def plain_title(text: str) -> str:
    """A heading's text without white space around it and without a closing colon."""
    return " ".join(unicodedata.normalize("NFC", text).split()).rstrip(":").rstrip()


@lru_cache(maxsize=1024)
def section_kind(title: str) -> SectionKind | None:
    """What a heading means, or ``None`` when the site does not know it."""
    name = plain_title(title).casefold().strip("*_ ").rstrip(":")
    name = " ".join(name.replace("/", " og ").split())
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(name)), None)


@lru_cache(maxsize=1024)
def item_of(title: str) -> str | None:
    """The agenda item that a meeting heading names; empty when it names none.

    ``None`` when it is no such heading.
    """
    found = _ITEM.fullmatch(unicodedata.normalize("NFC", title))
    return None if found is None else found[1].strip("`«»\"' ")
