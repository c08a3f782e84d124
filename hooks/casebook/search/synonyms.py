"""Everyday words and the official ones: søppel finds renovasjon, and so on.

A site adds its own groups in ``cases/sok.yml``. Words of a group find each other; an entry of
several words (interkommunalt politisk råd) is recognised where the words stand together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from casebook.search.analysis import Stemmer, folded_words

GROUPS = """
    søppel, søppeltømming, avfall, renovasjon, boss
    søppelbøtte, avfallsbeholder
    gjenbruksstasjon, gjenvinningsstasjon, miljøstasjon, søppelplass
    kloakk, avløp, spillvann
    drikkevann, vannforsyning
    gamlehjem, aldershjem, sykehjem, omsorgsbolig, institusjonsplass
    hjemmehjelp, hjemmetjeneste, hjemmesykepleie
    eldreomsorg, omsorgstjeneste, pleie og omsorg
    fastlege, allmennlege
    legevakt, akutthjelp, øyeblikkelig hjelp
    ambulanse, prehospital
    psykiatri, psykisk helse
    narko, rusmiddel, ruspolitikk
    barnevern, barnevernstjeneste
    rektor, skoleleder
    sfo, skolefritidsordning
    barnehageplass, barnehageopptak
    skolebuss, skoleskyss
    buss, kollektivtrafikk, kollektivtransport, rutetilbud
    tog, jernbane, togtilbud
    sykkelvei, sykkelsti, gang- og sykkelvei, sykkelveg
    fortau, gangvei
    bompenger, bompengefinansiering, trafikantbetaling, bom
    veiprising, trafikantbetaling
    parkering, parkeringsplass, parkeringsavgift
    snømåking, snøbrøyting, vintervedlikehold, brøyting
    strøing, vintervedlikehold
    trafikksikkerhet, trafikksikring
    ferge, ferje, fergesamband
    elbil, ladestasjon, ladeinfrastruktur
    hytte, fritidsbolig, fritidsbebyggelse
    hus, bolig, boligbygging
    utleie, leiebolig
    husleie, leiepris
    tomt, byggegrunn, boligtomt
    byggetillatelse, byggesak, rammetillatelse
    arealplan, kommuneplanens arealdel, reguleringsplan
    omregulering, reguleringsendring
    naboklage, nabovarsel
    dispensasjon, unntak
    eiendomsskatt, boligskatt
    skatt, skattøre
    avgift, gebyr, betalingssats
    kommunale avgifter, kommunale gebyrer, selvkost
    penger, midler, bevilgning, finansiering
    støtte, tilskudd, stønad
    lån, låneopptak
    budsjett, økonomiplan, handlings- og økonomiplan
    kutt, innsparing, innstramming, nedtrekk, budsjettkutt
    sparing, innsparing, effektivisering
    anbud, konkurranseutsetting, anskaffelse, innkjøp
    lønn, godtgjøring, honorar
    jobb, arbeidsplass, sysselsetting
    jobbskaping, næringsutvikling, verdiskaping
    bedrift, næringsliv, virksomhet, firma
    butikk, handel, varehandel, kjøpesenter
    turisme, turist, reiseliv, opplevelsesnæring
    bonde, landbruk, jordbruk, gårdbruk
    dyrka mark, matjord, jordvern
    vindmølle, vindkraft, vindturbin
    solceller, solenergi, solkraft
    strøm, kraft, energi, strømnett
    global oppvarming, klimaendring
    klimagass, klimagassutslipp, utslipp
    forurensing, forurensning, miljøgift
    miljøvern, naturvern, naturmangfold
    badeplass, strandsone, friluftsområde
    tursti, turvei, friluftsliv, sti
    svømmehall, svømmebasseng, badeanlegg
    idrett, sport, idrettsanlegg
    fotballbane, kunstgressbane, idrettsanlegg
    kino, kulturhus, kulturtilbud
    bibliotek, folkebibliotek
    flyktning, asylsøker, bosetting, integrering
    innvandrer, integrering
    ungdomsklubb, fritidsklubb, ungdomshus
    brannvesen, brannberedskap, brann- og redningstjeneste
    politi, lensmann, politistasjon
    krise, beredskap, krisehåndtering
    korona, covid-19, pandemi, koronavirus, smittevern
    it, ikt, digitalisering, datasystem
    data, digitalisering
    nett, bredbånd, fiber
    mobildekning, mobilnett
    personvern, gdpr, personopplysning
    innsyn, offentlighet
    klage, lovlighetskontroll, omgjøring
    høring, høringsuttalelse, innspill, offentlig ettersyn
    innbyggermøte, folkemøte, medvirkning
    avstemming, avstemning, votering
    avslag, avslått, nedstemt, forkastet, ikke vedtatt, ikkje vedteke
    vedtekter, samarbeidsavtale
    sammenslåing, kommunesammenslåing, kommunereform, kommunestruktur
    fylke, fylkeskommune
    rådmann, kommunedirektør
    ordfører, leder av kommunestyret
    ipr, interkommunalt politisk råd, regionråd, samarbeidsråd
    mnu, næringsutvikling
    referat, møteprotokoll, møtebok, protokoll
    innkalling, møteinnkalling, saksliste
    oppnevning, valg, utpeking
    inhabil, inhabilitet, habilitet, ugild
    taushetsplikt, unntatt offentlighet
    hemmelig, unntatt offentlighet
    døgnplass, institusjonsplass
    likestilling, kjønnsbalanse, mangfold
    funksjonshemmet, funksjonsnedsettelse, universell utforming, tilgjengelighet
    skjenking, skjenkebevilling, alkoholpolitikk
    hund, båndtvang
    hundepark, hundeluftegård
    gravplass, kirkegård, gravlund
"""
_MAX_WORDS = 5


class Synonyms:
    """Groups of words that find each other."""

    def __init__(self, groups: Iterable[Sequence[str]], stemmer: Stemmer) -> None:
        """Take groups of entries, each of one or several words."""
        words: dict[str, set[str]] = {}
        phrases: dict[tuple[str, ...], set[str]] = {}
        for group in groups:
            entries = [tuple(stemmer(word) for word in folded_words(entry)) for entry in group]
            for entry in filter(None, entries):
                others = {other[0] for other in entries if len(other) == 1 and other != entry}
                if len(entry) == 1:
                    words.setdefault(entry[0], set()).update(others)
                elif len(entry) <= _MAX_WORDS:
                    phrases.setdefault(entry, set()).update(others)
        self._words: Mapping[str, tuple[str, ...]] = {k: tuple(sorted(v)) for k, v in words.items()}
        self._phrases: Mapping[tuple[str, ...], tuple[str, ...]] = {
            k: tuple(sorted(v)) for k, v in phrases.items()
        }
        self.starts = frozenset(phrase[0] for phrase in phrases)
        """The stems that entries of several words begin with."""

    def of_word(self, stemmed: str) -> tuple[str, ...]:
        """The synonyms of a stem, as stems."""
        return self._words.get(stemmed, ())

    def in_text(self, stems: Sequence[str]) -> dict[str, int]:
        """Synonyms of the phrases in a text, with how often each was found."""
        found: dict[str, int] = {}
        for at, word in enumerate(stems):
            if word in self.starts:
                for size in range(2, _MAX_WORDS + 1):
                    for other in self._phrases.get(tuple(stems[at : at + size]), ()):
                        found[other] = found.get(other, 0) + 1
        return found


def parse_groups(text: str) -> tuple[tuple[str, ...], ...]:
    """Read one group a line, entries apart by commas."""
    lines = filter(None, (line.strip() for line in text.splitlines()))
    return tuple(tuple(entry.strip() for entry in line.split(",")) for line in lines)
