"""Invented data for the gallery: Eksempelregionen and its municipalities do not exist."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

OUTCOMES = [
    "vedtatt",
    "vedtatt-med-endring",
    "annet-forslag-vedtatt",
    "ikke-vedtatt",
    "tatt-til-orientering",
    "drøftet",
    "uttalelse-avgitt",
    "valgt",
    "utsatt",
    "sendt-tilbake",
    "oversendt",
    "avvist",
    "trukket",
    "ikke-behandlet",
    "ukjent",
    "ikke-registrert",
    "under-behandling",
    "venter-på-kommunene",
    "vedtatt-av-kommunene",
    "ikke-vedtatt-av-alle",
]
STATUSES = [
    "ikke-startet",
    "pågår",
    "delvis-utført",
    "utført",
    "bortfalt",
    "overført",
    "ukjent",
    "ikke-registrert",
    "over-frist",
    "stille",
]
LOCALS = [
    "venter",
    "vedtatt",
    "vedtatt-med-endring",
    "ikke-vedtatt",
    "tatt-til-orientering",
    "ikke-nødvendig",
    "ukjent",
]
MEETINGS = ["planlagt", "innkalt", "avholdt", "avlyst", "flyttet", "ukjent", "ikke-registrert"]
PROCESSES = ["planlagt", "pågår", "avsluttet", "stanset", "ukjent", "ikke-registrert"]


def day(iso: str, text: str, uncertain: str = "") -> dict[str, str]:
    """A date as a page gets it."""
    return {"iso": iso, "text": text, "uncertain": uncertain}


def link(label: str, href: str = "#") -> dict[str, str]:
    """A text with an address."""
    return {"label": label, "href": href}


LOG: list[dict[str, Any]] = [
    {
        "date": day("2024-03-01", "1. mars 2024"),
        "status": "ikke-startet",
        "html": Markup("<p>Oppdraget er gitt til sekretariatet.</p>"),
    },
    {
        "date": day("2024-06-12", "12. juni 2024"),
        "status": "pågår",
        "html": Markup("<p>Første utkast til rapportmal er sendt kommunene.</p>"),
        "source": link("Møteprotokoll, juni 2024"),
    },
    {
        "date": day("2024-11", "november 2024", "Referatet oppgir bare måneden."),
        "status": "delvis-utført",
        "html": Markup("<p>To av fire kommuner har levert tall.</p>"),
        "case": link("Sak 14/2024"),
    },
]

FOLLOW_UPS: list[dict[str, Any]] = [
    {
        "id": "oppf-rapport",
        "href": "#oppf-rapport",
        "what": "Legge fram en årlig rapport om klimaarbeidet",
        "status": "delvis-utført",
        "overdue": True,
        "owners": [link("Sekretariatet"), link("Nordvik kommune")],
        "deadline": day("2024-12-31", "31. desember 2024"),
        "log": LOG,
    },
    {
        "id": "oppf-tall",
        "what": "Samle energitall fra alle kommunale bygg",
        "status": "pågår",
        "silent": 9,
        "owners": [link("Kommunedirektørutvalget")],
        "deadline": {"text": "til første møte i høst"},
        "log": LOG[:1],
    },
    {
        "id": "oppf-uten",
        "what": "Invitere fylkeskommunen til et møte",
        "status": "ikke-registrert",
        "owners": [],
        "deadline": None,
        "log": [],
    },
]

POINTS: list[dict[str, Any]] = [
    {
        "id": "regionradet-p1",
        "aliases": ["p1"],
        "number": "1",
        "name": "1",
        "html": Markup(
            "<p>Eksempelregionen vedtar felles klimaplan for 2024–2028, slik den foreligger.</p>"
        ),
        "points": [],
        "follow_ups": [],
    },
    {
        "id": "regionradet-p2",
        "aliases": ["p2"],
        "number": "2",
        "name": "2",
        "html": Markup("<p>Sekretariatet skal legge fram en rapport hvert år. Den skal vise</p>"),
        "points": [
            {
                "id": "regionradet-p2-a",
                "number": "a)",
                "name": "2 a",
                "html": Markup("<p>utslippene i hver kommune, og</p>"),
                "points": [],
                "follow_ups": [],
            },
            {
                "id": "regionradet-p2-b",
                "number": "b)",
                "name": "2 b",
                "html": Markup("<p>hva hvert tiltak har kostet.</p>"),
                "points": [],
                "follow_ups": [],
            },
        ],
        "follow_ups": FOLLOW_UPS[:1],
    },
    {
        "id": "regionradet-p4",
        "number": "4",
        "name": "4",
        "outcome": "utsatt",
        "html": Markup("<p>En felles stilling som klimarådgiver utsettes.</p>"),
        "points": [],
        "follow_ups": [],
    },
]

CASES: list[dict[str, Any]] = [
    {
        "href": "#",
        "number": "Sak 09/2024",
        "title": "Felles klimaplan for Eksempelregionen 2024–2028",
        "outcome": "vedtatt-med-endring",
        "body": "Regionrådet",
        "date": day("2024-02-14", "14. februar 2024"),
        "municipalities": ["Nordvik", "Sund", "Elvedal", "Øyane"],
        "lead": "Regionen får en felles klimaplan. Kommunene må behandle den hver for seg.",
    },
    {
        "href": "#",
        "number": "PS 3/24",
        "title": "Høringssvar om ny fylkesvei mellom Nordvik og Sund",
        "outcome": "uttalelse-avgitt",
        "body": "Representantskapet",
        "date": day("2024-01", "januar 2024", "Protokollen mangler dag."),
        "municipalities": ["Nordvik", "Sund"],
    },
    {
        "href": "#",
        "number": "",
        "number_gap": "unknown",
        "title": "Samarbeid om renovasjon, brannvern og legevakttjenester i øykommunene",
        "outcome": "vedtatt",
        "role": "innstiller",
        "body": "Kommunedirektørutvalget",
        "date": None,
        "municipalities": ["Øyane"],
        "superseded": "Erstattet",
    },
    {
        "href": "#",
        "number": "Sak 10/2024",
        "title": "Val av leiar i regionrådet",
        "lang": "nn",
        "outcome": "valgt",
        "body": "Regionrådet",
        "date": day("2024-02-14", "14. februar 2024"),
    },
    {
        "href": "#",
        "number": "Sak 11/2024",
        "title": "Tittelen er unntatt offentlighet",
        "outcome": "ikke-registrert",
        "body": "Regionrådet",
        "date": day("2024-02-14", "14. februar 2024"),
    },
]

VOTES: list[dict[str, Any]] = [
    {
        "id": "votering-1",
        "title": "Punkt 2",
        "result": "Forslaget om årlig rapport ble vedtatt med møteleders dobbeltstemme.",
        "sides": [
            {
                "label": "Innstillingen",
                "count": 5,
                "tone": "against",
                "parties": [{"label": "A", "count": 3}, {"label": "B", "count": 2}],
                "municipalities": [{"label": "Nordvik", "count": 3}, {"label": "Sund", "count": 2}],
            },
            {
                "label": "Årlig rapport",
                "count": 5,
                "tone": "for",
                "mover": "C",
                "won": True,
                "parties": [{"label": "C", "count": 4}, {"label": "A", "count": 1}],
                "municipalities": [],
                "names": ["ordfører i Sund", "ordfører i Øyane"],
            },
        ],
        "settled_by": "Stemmene sto likt. Møteleders stemme avgjorde.",
    },
    {"id": "votering-2", "title": "Punkt 1", "result": "Enstemmig vedtatt.", "sides": []},
    {"id": "votering-3", "title": "Punkt 4", "gap": "unknown"},
    {
        "id": "votering-4",
        "title": "Valg av leder",
        "result": "Kandidat 1 ble valgt.",
        "sides": [
            {"label": "Kandidat 1", "count": 17, "tone": "for", "won": True},
            {"label": "Kandidat 2", "count": 12, "tone": "other"},
            {"label": "Blanke", "count": 3, "tone": "blank"},
        ],
    },
]

MUNICIPALITIES: list[dict[str, Any]] = [
    {
        "municipality": link("Nordvik"),
        "status": "vedtatt",
        "required": "må behandle saken",
        "body": "Kommunestyret",
        "purpose": "sluttvedtak",
        "number": "016/24",
        "date": day("2024-03-11", "11. mars 2024"),
        "link": link("Saken hos Nordvik", "https://nordvik.example/sak/16"),
    },
    {
        "municipality": link("Sund"),
        "status": "vedtatt-med-endring",
        "body": "Formannskapet",
        "purpose": "høring",
        "number": "21/24",
        "date": day("2024-03-18", "18. mars 2024"),
        "link": None,
        "link_gap": "unknown",
    },
    {
        "municipality": link("Elvedal"),
        "status": "venter",
        "required": "må behandle saken",
        "body": None,
        "number": None,
        "date": None,
        "link": None,
    },
    {
        "municipality": link("Øyane"),
        "status": "ikke-nødvendig",
        "body": None,
        "number": None,
        "date": None,
        "link": None,
    },
]

FILES: list[dict[str, Any]] = [
    {
        "title": "Utkast til klimaplan",
        "href": "#",
        "kind": "Vedlegg",
        "type": "PDF",
        "size": "1,2 MB",
        "pages": 24,
        "date": day("2024-01-20", "20. januar 2024"),
        "checksum": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "changed": "Innholdet ble rettet 2. februar 2024.",
    },
    {"title": "Notat om anbud", "kind": "Vedlegg", "type": "PDF", "withheld": "offl. § 14"},
    {"title": "Presentasjon fra fylkeskommunen", "missing": "Filen er ikke mottatt."},
    {
        "title": "Regneark med utslippstall for alle kommuner og sektorer 2009–2023",
        "href": "#",
        "type": "XLSX",
        "size": "88 kB",
        "pages": 1,
        "note": "Tallene er foreløpige.",
    },
]

TIMELINE: list[dict[str, Any]] = [
    {
        "date": day("2023-09", "september 2023", "Datoen er hentet fra et sammendrag."),
        "kind": "event",
        "kind_label": "Utkast",
        "title": link("Første utkast til klimaplan", ""),
    },
    {
        "date": day("2023-11-08", "8. november 2023"),
        "kind": "meeting",
        "kind_label": "Møte",
        "title": link("Møte med fylkeskommunen"),
    },
    {
        "date": day("2024-02-14", "14. februar 2024"),
        "kind": "decision",
        "kind_label": "Vedtak",
        "title": link("Sak 09/2024 Felles klimaplan", ""),
        "here": True,
    },
    {
        "date": day("2024-03-11", "11. mars 2024"),
        "kind": "local",
        "kind_label": "Kommunebehandling",
        "title": link("Nordvik: vedtatt"),
        "text": "Kommunestyret, sak 016/24",
    },
    {
        "date": day("2024-06-12", "12. juni 2024"),
        "kind": "follow-up",
        "kind_label": "Oppfølging",
        "title": link("Årlig rapport: pågår"),
    },
    {
        "date": day("2025-01-22", "22. januar 2025"),
        "kind": "paper",
        "kind_label": "Sak",
        "title": link("Sak 02/2025 Klimarapport for 2024"),
    },
]

DIFF: list[dict[str, Any]] = [
    {"label": "1", "unchanged": True},
    {
        "label": "2",
        "parts": [
            {"kind": "same", "text": "Regionrådet ber sekretariatet om å legge fram en rapport "},
            {"kind": "removed", "text": "hvert fjerde år"},
            {"kind": "same", "text": " "},
            {"kind": "added", "text": "hvert år"},
            {"kind": "same", "text": "."},
        ],
    },
]
