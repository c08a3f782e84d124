"""The words that the generated cases are made of. Places and bodies are invented."""

from __future__ import annotations

from typing import NamedTuple


class Noun(NamedTuple):
    """A part of a compound: how it looks in front, in bokmål and nynorsk, and its everyday word."""

    front: str
    nynorsk: str = ""
    everyday: str = ""


FRONTS = tuple(
    Noun(*row.strip().split("|"))
    for row in """
    nærings·klima·bolig|bustad·skole|skule·barnehage·kultur·idretts||sport·vann|vass·avløps||kloakk
    renovasjons||søppel·brann·beredskaps||krise·trafikk·sykkel·havne|hamne·reiselivs||turisme·landbruks
    energi||strøm·bredbånds·helse·omsorgs·eldre·ungdoms·barnevern·integrerings||flyktning·folkehelse
    areal·strandsone·frivillighets·bibliotek·museums·kirke|kyrkje·gravplass||kirkegård·park·ferge|ferje
    kollektivtrafikk||buss·bompenge·eiendoms|eigedoms·parkerings·veilys|veglys·skog·jordvern·flom|flaum
    skred·lege·legevakts·rus·arkiv·lønns|løns·lærling·kompetanse·innkjøps||anbud·revisjons·tilsyns
    sykehjems|sjukeheims|gamlehjem·svømmehall|symjehall·kyst·rovdyr·vilt·fiskeri·digitaliserings||it
    avfalls||søppel·kraft||strøm·støy·miljø·naturvern·kulturminne·snøbrøytings||snømåking
    """.replace("\n", "·").split("·")
    if row.strip()
)
BACKS = tuple(
    tuple(row.strip().split("|"))
    for row in """
    plan|planen|planen·avtale|avtalen|avtalen·strategi|strategien|strategien·prosjekt|prosjektet|prosjektet
    utvalg|utvalget|utvalet·styre|styret|styret·program|programmet|programmet·tilskudd|tilskuddet|tilskotet
    gebyr|gebyret|gebyret·forskrift|forskriften|forskrifta·senter|senteret|senteret
    utredning|utredningen|utgreiinga·samarbeid|samarbeidet|samarbeidet·ordning|ordningen|ordninga
    fond|fondet|fondet·analyse|analysen|analysen·tilbud|tilbudet|tilbodet·utbygging|utbyggingen|utbygginga
    """.replace("\n", "·").split("·")
    if row.strip()
)
"""Bokmål base form, bokmål definite form, nynorsk definite form."""
NYNORSK_BACK = {
    "utvalg": "utval",
    "tilskudd": "tilskot",
    "utredning": "utgreiing",
    "tilbud": "tilbod",
}
RARE_FRONTS = tuple(
    "støymålings grunnvanns geoteknikk kulvert radon asbest fuktskade setnings borekjerne "
    "vindmålings trafikktellings luftkvalitets ålegras orkide salamander fladdermus molbo "
    "kaldtvanns svovel kvikksølv takstein glassvev fundament drenerings".split()
)
RARE_BACKS = tuple("rapport notat måling kartlegging prøve vurdering register skisse".split())
STAGES = tuple(
    "orientering|høring|endelig behandling|status og framdrift|revidering|oppstart|finansiering"
    "|valg av leverandør|rammer og mandat|sluttrapport|innspill fra kommunene|organisering".split(
        "|"
    )
)
STAGES_NN = tuple(
    "orientering|høyring|endeleg handsaming|status og framdrift|revidering|oppstart|finansiering"
    "|val av leverandør|rammer og mandat|sluttrapport|innspel frå kommunane|organisering".split("|")
)
MUNICIPALITIES = ("Nordvik", "Sund", "Elvestrand", "Furunes", "Råholt", "Sælebygd")
BODIES = (
    ("regionradet", "Regionrådet"),
    ("representantskapet", "Representantskapet"),
    ("direktorutvalget", "Kommunedirektørutvalget"),
    ("klagenemnda", "Klagenemnda"),
)
OUTCOMES = (
    ("vedtatt", "Vedtatt"),
    ("vedtatt-med-endring", "Vedtatt med endring"),
    ("utsatt", "Utsatt"),
    ("tatt-til-orientering", "Tatt til orientering"),
    ("ikke-vedtatt", "Ikke vedtatt"),
)
FOLLOWUPS = (("pagar", "Pågår"), ("utfort", "Utført"), ("ikke-startet", "Ikke startet"))
TOPICS = tuple(
    "naering klima oppvekst helse samferdsel kultur areal okonomi beredskap digital".split()
)
PLACE_STARTS = (
    "Berg Sand Stein Lille Øvre Nedre Kvern Ask Bjørk Hav Skjær Mo Tjøl Gås Ørn Ulv".split()
)
PLACE_ENDS = "øya sletta tangen dalen lia åsen myra sundet haugen vågen bekken moen".split()

SENTENCES = (
    "{Body} ble orientert om arbeidet med {subject} på {place}.",
    "Kommunene har bedt om at {subject} ses i sammenheng med {other}.",
    "Saken har vært til behandling i administrasjonen, som tilrår at {subject} videreføres.",
    "Kostnadene er anslått til {amount} kroner, fordelt etter folketall.",
    "Det er ikke avklart hvordan {subject} skal finansieres etter {year}.",
    "Innbyggerne på {place} er invitert til å komme med synspunkter.",
    "{Municipality} ønsker at arbeidet starter så snart som mulig.",
    "Sekretariatet mener at {subject} vil gi bedre tjenester i hele regionen.",
    "I møtet ble det stilt spørsmål om {noise} og {noise}.",
    "Flere pekte på at {noise} kan ha betydning for {noise}.",
    "Erfaringene fra {noise} viser at tidlig samordning av {noise} lønner seg.",
    "Det vises til {noise}, {noise} og {noise} i tidligere saker.",
    "Rapporten omtaler også {noise} og {noise} uten å konkludere.",
)
SENTENCES_NN = (
    "{Body} vart orientert om arbeidet med {subject} på {place}.",
    "Kommunane har bede om at {subject} blir sett i samanheng med {other}.",
    "Saka har vore til handsaming i administrasjonen, som rår til at {subject} blir ført vidare.",
    "Kostnadene er rekna til {amount} kroner, fordelte etter folketal.",
    "Det er ikkje avklart korleis {subject} skal finansierast etter {year}.",
    "Innbyggjarane på {place} er inviterte til å kome med synspunkt.",
    "{Municipality} ønskjer at arbeidet startar så snart som mogleg.",
    "Sekretariatet meiner at {subject} vil gje betre tenester i heile regionen.",
    "I møtet vart det stilt spørsmål om {noise} og {noise}.",
    "Fleire peika på at {noise} kan ha noko å seie for {noise}.",
)
DECISIONS = (
    "{Subject} for {place} vedtas slik den er lagt fram.",
    "Sekretariatet legger fram en ny sak om {subject} innen utgangen av {year}.",
    "{Municipality} tar ansvar for oppfølging av {noise}.",
    "Det settes av {amount} kroner til arbeidet.",
    "Kommunene bes behandle saken i sine kommunestyrer.",
)
DECISIONS_NN = (
    "{Subject} for {place} blir vedteken slik ho er lagd fram.",
    "Sekretariatet legg fram ei ny sak om {subject} innan utgangen av {year}.",
    "{Municipality} tek ansvar for oppfølging av {noise}.",
    "Kommunane blir bedne om å handsame saka i kommunestyra sine.",
)
ATTACHED = (
    "Dette vedlegget gjelder {rare} utført på {place}.",
    "Resultatene fra {rare} er samlet i tabellen under.",
    "Feltarbeidet ble gjort med {noise} og {noise} som utgangspunkt.",
    "Usikkerheten knyttes til {noise}, {noise} og {noise}.",
    "Oppdragsgiver har ikke hatt merknader til {rare}.",
)
ABSENT = tuple(
    "sjiraff okarina kosmonaut blekksprut xylofon papegøye trampoline gladiator mumie vaniljesaus "
    "karamell samurai flodhest pyramide tyggegummi vampyr cembalo "
    "sirkusartist lakrispipe neshorn".split()
)
"""Words that no case has; the generator keeps them out of the noise, with all that contain them."""
