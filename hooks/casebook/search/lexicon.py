"""Word lists of our own: stop words, parts of compounds and what the splitter must not do."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """
    alle andre at av bare ble blei blir bli da de deg dei dem den denne der deres desse det
    dette di din disse ditt du dykk dykkar eg ein eit eitt eller en enn er et etter for fra ha
    hadde han har hans hennar hennes henne hit ho hos hun hva hvem hver hvilke hvilken hvilket
    hvis hvor hvordan hvorfor i inn ja jeg kan korleis kor kva kvar kvi kvifor kven
    kva med meg mellom men mer meir min mitt mot na nar no noe noen noko nokon og også ogsa om
    opp oss over pa sa sann seg selv si sidan siden sin sine sitt sjol skal skulle slik slikt
    som til under ut uten utan vart var vaere vaert ved vere vi vil ville vore var vart a
    angaende vedrorende skjedde skjer gjelder gjeld
    """.split()
)
"""Folded words that are never searched for by themselves."""

SOFT_WORDS = frozenset(
    """
    behandla behandlet behandles behandle handsama bestemt bestemte bestemme bestemde bestemmer
    besluttet beslutning vedtatt vedteke vedtatte vedta vedtar vedtok vedtas gjort gjorde gjore
    gjer gjekk gikk gar gatt gaatt sagt sier sa mente mener meiner status sak saken saka saker
    gjeldende handler handlar finne finner finnes finst informasjon dokument dokumenter papirer
    stemte stemmer stemme stemt roysta roystar royster royst imot nei ikke ikkje
    """.split()
)
"""Words of plain questions («hva ble bestemt om …»): they help to rank but are not required."""

NEVER_FIRST = frozenset(
    """
    ved til opp inn ut på av om for fra frå med mot over under etter før hos den det som han hun
    hva hvor kan har var vil skal er en et ei ein eit og men når nå alle noe noen ikke ble bli
    blir seg sin sine sitt min mine din dine vår våre oss meg deg hen her der man mer mest enn
    eller altså tre ete ren rene mål ere ene ell all alt ant and ans arb ge be re de pre pro kon
    kom sam sta ver vei ser sier sto tar tok gir gikk går får fikk lar los del ord ore ode fors
    inne annet hver gjen oppr avla hurt leve igla felling avsky skil rand pros merk
    """.split()
) - frozenset("ord mål del ren vei tre mot over under etter".split())
"""Particles and prefixes: ved|tak and til|tak are no compounds for a search."""

SHORT_PARTS = frozenset(
    """
    by år øy vei veg råd tak lov sak mål del hav sjø snø båt bil tog fly bru bro hus bad rom lys
    lån tre dyr mat kor lag rus fag tid dag uke ski sti kai bok lek tur syn ark dør rør elv dal
    jul søk ord sol vær jakt kjøp arv eie bolig lokal bygg syk sal hav hamn vik ås gul grå
    lav høy søn nav kro gjeld gass el lær lønn løn val born ung eld jord ro fri små stor ny gås
    ulv rev skog
    """.split()
)
"""Parts of two or three letters that do make compounds; no others are believed."""

NEVER_LAST = frozenset(
    """
    skap skapet skaper skapene skapets lagene lagets sten nes slag slaget syning lag laget legg
    legget ing ere ene ens ets ane ert ers els het hets lig lige leg lege sam som bar bare dom ter
    ner ler ser rer ger der ker ver mer per tor tar tal les len lar las gen den det men sen sens
    ten ton tom aner enes anes ende else elser elsen erne arne isk iske isme ist ister full fullt
    fri fritt løs løst løse heit heita heten heter hetene ske sket skets skene ansk ance ans ant
    eter er en et and ed in on at an us is i a o by the of ide ine sier kom sto gikk tok fikk går
    får gir var har vil kan oss meg deg seg han hun ning ring aure gene lene ingen inga eres
    rasjon joner enten nader ster etter etters dere lagt står rand ører villige villig verv treff
    holder holde leve ute leves tere tert tering sjon sjonen asjon ling linger lingen
    """.split()
)
"""Endings that look like words."""

LINKING_E = frozenset("barn folk jul sau gut jent hest gjest syk sjuk land fisk".split())
"""Parts that take a linking -e-: barn(e)hage, but not park(e)ring."""

NEVER_SPLIT = frozenset(
    """
    vedtak vedtaket vedtaka vedtakene tiltak tiltaket tiltaka tiltakene innsats forslag forslaget
    avtale avtalen avtaler avtalene parkering parkeringen kommune kommunen kommuner kommunene
    formann formannskap formannskapet partnerskap partnerskapet medlemskap eierskap eigarskap
    regnskap regnskapet budskap landskap selskap selskapet selskaper beredskap beredskapen
    budsjett budsjettet ordfører ordføreren ordførar orientering orienteringen utvikling
    utviklingen behandling behandlingen uttalelse uttalelsen strategi strategien strategier område
    området områder områdene resultat resultatet oppgave oppgaver oppgaven forslaga forening
    foreningen samarbeid samarbeidet samordning samordne representant representanter
    representantskap representantskapet representantskapets innstilling innstillingen
    administrasjon anbefaling viktig viktige kontakt kontakten prosess prosessen prosjekt
    prosjektet prosjekter ansatt ansatte deltaker deltakere fremtid framtid framtida fremtiden
    saksbehandler søknad søknaden spesielle nasjonal nasjonale regional regionale lokale lokalt
    politisk politiske digital digitale forslagene fristen frister elleve frivillig frivillige
    planlagt kartlagt skilting avskyting moderasjon moderasjonen leverandør leverandører merknader
    merknad bilag bilagene inneholder inneholde opprettet opprette restaurering erverv hverandre
    gjenstår seksjon prosent prosenten
    """.split()
)
"""Words whose parts would only mislead."""

NYNORSK_PARTS = frozenset(
    """
    skule skular heim heime sjuke sjukeheim teneste tenester verksemd eigedom eigar leiar leiing
    høyring rekneskap tilskot bustad bustader vassverk vatn kyrkje løyve innbyggjar innbyggjarar
    tryggleik utgreiing fylkesting heradsstyre røysting framlegg tilråding vedtekt utval val
    rådgjevar rådgjeving arbeidsgjevar forskrift avgjerd busetjing utbygging oppfølging
    opplæring barnehage ungdom born rettleiar rettleiing søknad handsaming sakshandsaming
    berekraft næring samferdsle samferdsel straum ferje kommunedelplan saksframlegg mogleg
    løn kostnad føremål samanslåing omstilling vurdering løysing planlegging forvalting
    kjøp innkjøp styre veg vegar gatelys veglys brøyting hamn hamner sjø kraft skog jord bruk
    avløp plan planar skatt avgift gebyr lån gjeld avtale avtalar
    """.split()
)
"""Parts of nynorsk compounds, which the frequency list for bokmål does not have."""
