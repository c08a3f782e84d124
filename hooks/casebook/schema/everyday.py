"""What people write for the words of the format: everyday words, nynorsk, the words of minutes.

Only words that look unlike the one that is meant; the others are found by their likeness. A word
may stand for several, of which at most one is known where it is written.
"""

from __future__ import annotations

from collections.abc import Mapping

_MEANT: Mapping[str, str] = {
    # Fields
    "tittel": "overskrift namn navn",
    "navn": "namn tittel",
    "kort": "sammendrag samandrag ingress beskrivelse oppsummering resymé",
    "temaer": "emne emner emneord tema tags",
    "behandling": "handsaming behandlet handsama",
    "nummer": "saksnummer saksnr saksnr. nr sak-nr saknr",
    "votering": "røysting avrøysting avstemning avstemming stemmer røyster",
    "utfall": "resultat vedtak",
    "vedlegg": "dokumenter dokument filer",
    "dokumenter": "vedlegg filer",
    "kilder": "kjelder kjelde referanser",
    "kilde": "kjelde referanse",
    "oppfølging": "oppfylging oppfølgning tiltak",
    "hva": "kva oppgave oppgåve tiltak",
    "eier": "eigar ansvarlig ansvarleg",
    "ansvarlig": "ansvarleg eier eigar",
    "logg": "status historikk",
    "frist": "tidsfrist forfall forfallsdato",
    "fil": "filnavn filnamn",
    "lenke": "lenkje url link nettadresse",
    "sted": "stad møtested møtestad",
    "start": "tid klokkeslett klokken klokka fra-klokken",
    "grunn": "begrunnelse grunngjeving årsak",
    "relasjoner": "relatert tilknytning",
    "enstemmig": "samrøystes einstemmig",
    # Values
    "avgjør": "vedtak vedtar vedtek avgjer",
    "innstiller": "innstilling tilrår anbefaler tilråding",
    "vedtatt": "vedteke vedteken vedtak godkjent godkjend bifalt tiltrådt",
    "ikke-vedtatt": "ikkje-vedteke avslått avslag forkastet forkasta nedstemt falt",
    "vedtatt-med-endring": "endret endra vedtatt-med-endringer vedteke-med-endring",
    "tatt-til-orientering": "orientering orientert tatt-til-etterretning teke-til-orientering",
    "drøftet": "drøfta diskutert",
    "uttalelse-avgitt": "uttalelse fråsegn",
    "utsatt": "utsett",
    "trukket": "trekt",
    "ikke-behandlet": "ikkje-handsama",
    "utført": "ferdig fullført gjort gjennomført levert utførd lukket",
    "pågår": "i-gang igang i-arbeid under-arbeid påbegynt startet starta",
    "ikke-startet": "ikkje-starta ikke-påbegynt",
    "bortfalt": "bortfalle avsluttet",
    "avholdt": "gjennomført holdt halde heldt avhalde",
    "innkalt": "kalt-inn innkalla",
    "planlagt": "planlagd",
    "avlyst": "kansellert innstilt",
    "avsluttet": "ferdig avslutta fullført",
    "ukjent": "ukjend vet-ikke veit-ikkje",
    "for-mot": "flertall fleirtal",
    "sluttvedtak": "vedtak",
}


def _by_written() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    plain = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "_": "-"})
    for meant, written in _MEANT.items():
        for word in written.split():
            key = word.translate(plain)
            found[key] = (*found.get(key, ()), meant.translate(plain))
    return found


MEANINGS = _by_written()
"""A written word, folded, to the words it may stand for, folded."""
