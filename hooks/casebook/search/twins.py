"""The two written standards: what a word of one is called in the other.

Pairs are listed by base form; compounds follow through their parts (skulebygg ↔ skolebygg). Endings
that differ regularly (-leg/-lig, -heit/-het, -ar/-er) need no pair: stemming levels them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from casebook.search.analysis import Stemmer, fold

PAIRS = """
    skule skole · heim hjem · heime hjemme · sjuk syk · sjuke syke · sjukeheim sykehjem
    sjukehus sykehus · teneste tjeneste · tenester tjenester · verksemd virksomhet
    eigedom eiendom · eigar eier · eige eie · leiar leder · leiing ledelse · høyring høring
    rekneskap regnskap · tilskot tilskudd · bustad bolig · bustader boliger · vatn vann
    vass vann · kyrkje kirke · løyve tillatelse · innbyggjar innbygger · tryggleik sikkerhet
    utgreiing utredning · heradsstyre kommunestyre · røysting avstemning · framlegg forslag
    tilråding anbefaling · utval utvalg · val valg · rådgjevar rådgiver
    arbeidsgjevar arbeidsgiver · avgjerd avgjørelse · busetjing bosetting · born barn
    rettleiing veiledning · rettleiar veileder · handsaming behandling
    sakshandsaming saksbehandling · berekraft bærekraft · straum strøm · ferje ferge · løn lønn
    føremål formål · samanslåing sammenslåing · løysing løsning · forvalting forvaltning
    veg vei · veglys veilys · hamn havn · kjøkken kjøkken · noreg norge · framtid fremtid
    framdrift fremdrift · framføring fremføring · einig enig · usemje uenighet · semje enighet
    meirverd merverdi · mogleg mulig · moglegheit mulighet · kostnad kostnad
    vedlikehald vedlikehold · innhald innhold · tilhøve forhold · høve anledning · krav krav
    stad sted · stader steder · tettstad tettsted · arbeidsstad arbeidssted · møtestad møtested
    opphald opphold · medverknad medvirkning · verknad virkning · påverknad påvirkning
    oppgåve oppgave · gåve gave · språk språk · lovverk lovverk · søknad søknad
    reiskap redskap · kjelde kilde · kjeldesortering kildesortering · avlaup avløp
    drøfting drøfting · eldreomsorg eldreomsorg · ungdom ungdom · lege lege · lækjar lege
    sjukepleiar sykepleier · lærar lærer · elev elev · tilsett ansatt · tilsette ansatte
    arbeidstakar arbeidstaker · deltakar deltaker · brukar bruker · søkjar søker
    tilbydar tilbyder · leverandør leverandør · medlem medlem · nestleiar nestleder
    ordførar ordfører · varaordførar varaordfører · kommunedirektør kommunedirektør
    sekretær sekretær · skatteyte skatteyter · gjeld gjeld · overføring overføring
    overslag anslag · auke økning · auking økning · minske redusere · nedgong nedgang
    gang gang · tilgjenge tilgjengelighet · tilgjengeleg tilgjengelig · samferdsle samferdsel
    sykkel sykkel · gangveg gangvei · køyretøy kjøretøy · køyre kjøre · køyring kjøring
    brøyting brøyting · snøbrøyting snøbrøyting · bru bro · hage hage · leik lek
    leikeplass lekeplass · fritid fritid · idrettslag idrettslag
    symje svømme · symjehall svømmehall
    symjing svømming · ljos lys · lyd lyd · støy støy · røyk røyk · brann brann · naud nød
    naudnett nødnett · nettside nettside · heimeside hjemmeside · heimeteneste hjemmetjeneste
    open åpen · opne åpne · opning åpning · stenging stengning · lukka lukket · sommar sommer
    haust høst · vår vår · vinter vinter · veke uke · laurdag lørdag · sundag søndag
    måndag mandag · tysdag tirsdag · torsdag torsdag · år år · årleg årlig
    årsmelding årsmelding · tal tall · rett rett · plikt plikt · lov lov · forskrift forskrift
    vedtekt vedtekt · vedtekter vedtekter · gruppe gruppe · lag lag · fellesskap fellesskap
    saman sammen · samanheng sammenheng · eining enhet · einskap enhet · hending hendelse
    uhell uhell · skade skade · aksje aksje · gjennomføring gjennomføring
    iverksetjing iverksetting · utlysing utlysning · lysing kunngjøring · melding melding
    uttale uttalelse · fråsegn uttalelse · vitskap vitenskap · kunnskap kunnskap
    folketal folketall · busetnad bosetting · nærmiljø nærmiljø · verdi verdi
    kulturminne kulturminne · rovdyr rovdyr · landbruk landbruk · jordvern jordvern · skog skog
    mjølk melk · fisk fisk · gjenvinning gjenvinning · bos avfall · boss avfall · søppel søppel
    ureining forurensning · forureining forurensning · utslepp utslipp · klima klima
    miljø miljø · vern vern · flaum flom · skred skred · rastryggleik rassikring
    beredskap beredskap · krisehandtering krisehåndtering · handtering håndtering
    handlingsplan handlingsplan · mynde myndighet · fullmakt fullmakt · delegering delegering
    tillit tillit · klagenemnd klagenemnd · nemnd nemnd · styre styre · utbygging utbygging
    tomt tomt · grunngjeving begrunnelse · grunngje begrunne · meiner mener · ynske ønske
    ynskje ønske · spørsmål spørsmål · svar svar · kjønn kjønn · likestilling likestilling
    menneske menneske · kvinner kvinner · menn menn · einsemd ensomhet · sjølv selv
    sjølvkost selvkost · sjølvstendig selvstendig · eigenkapital egenkapital
    eigenbetaling egenbetaling · eigen egen · oppfølgjing oppfølging · vidareføring videreføring
    vidare videre · tidlegare tidligere · seinare senere · nedlegging nedleggelse
    kommunesamanslåing kommunesammenslåing · regionråd regionråd
    tilbod tilbud · anbod anbud · forbod forbud · påbod påbud · bod bud
    nemning betegnelse · undersøking undersøkelse · samtykke samtykke
"""
"""Nynorsk bokmål · … A pair of equal words is harmless and left in for the reader's overview."""


def parse_pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Read «nn nb · nn nb» into pairs."""
    entries = (entry.split() for line in text.splitlines() for entry in line.split("·"))
    return tuple((entry[0], entry[1]) for entry in entries if len(entry) == 2)


class Twins:
    """Looks up the other standard's word for a word or a compound."""

    def __init__(self, pairs: Iterable[tuple[str, str]], stemmer: Stemmer) -> None:
        """Take pairs of nynorsk and bokmål base forms."""
        self._stem = stemmer
        words: dict[str, set[str]] = {}
        stems: dict[str, set[str]] = {}
        for left, right in pairs:
            for one, other in ((fold(left), fold(right)), (fold(right), fold(left))):
                if stemmer(one) != stemmer(other):
                    words.setdefault(one, set()).add(other)
                    stems.setdefault(stemmer(one), set()).add(stemmer(other))
        self._words: Mapping[str, set[str]] = words
        self._stems: Mapping[str, set[str]] = stems

    def of_word(self, stemmed: str) -> tuple[str, ...]:
        """The twins of a stem, as stems."""
        return tuple(sorted(self._stems.get(stemmed, ())))

    def of_compound(self, parts: tuple[str, ...], links: tuple[str, ...]) -> tuple[str, ...]:
        """The twins of a compound given by its parts, as stems; each part swapped where known."""
        found = self._swapped(parts, links)
        if len(parts) > 2:  # svømme|hall|utvalg also as svømmehall|utvalg
            joined = (parts[0] + links[0] + parts[1], *parts[2:])
            found |= self._swapped(joined, links[1:])
        return tuple(sorted(found))[:6]

    def _swapped(self, parts: tuple[str, ...], links: tuple[str, ...]) -> set[str]:
        heads = [fold(part) for part in parts[:-1]]
        last = self._stem(fold(parts[-1]))
        swapped = [self._head(head) for head in heads]
        tails = (last, *self.of_word(last))
        if swapped == [(head,) for head in heads] and len(tails) == 1:
            return set()
        whole = {""}
        for choices, link in zip(swapped, links, strict=True):
            whole = {start + choice + link for start in whole for choice in choices}
        own = "".join(head + link for head, link in zip(heads, links, strict=True))
        found = {self._stem(start + tail) for start in whole for tail in tails}
        return found - {self._stem(own + last)}

    def _head(self, head: str) -> tuple[str, ...]:
        other = self._words.get(head)
        if other is None and head.endswith(("s", "e")):
            other = {twin + head[-1] for twin in self._words.get(head[:-1], ())}
        return (head, *sorted(other or ()))
