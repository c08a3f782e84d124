"""Guesses whether an id holds a person's name, from common Norwegian given names and surnames.

Only a given name followed by a surname counts, so that «per», «bo» and «dal» alone raise no alarm.
"""

from __future__ import annotations

from itertools import pairwise

_GIVEN = frozenset(
    "ahmed aisha alexander ali amalie amina anders andreas ane anette anita ann anna anne "
    "anniken arild arne arvid astrid atle aud audun bente berit bjarne bjorg bjorn bjornar "
    "borge brit britt camilla cathrine cecilie charlotte christian christine christoffer dag "
    "daniel david einar eirik elin elisabeth ella ellen else emil emilie emma erik erling "
    "espen eva fatima finn fredrik frida frode geir gerd grete gro gunn gunnar guri guro "
    "hakon halvor hanna hanne hans harald harry hege heidi helene helge henning henriette "
    "henrik hilde ida inge inger ingrid ingvild isak ivar jakob jan janne jens jo johan "
    "johanne johannes john jon jonas jorgen jorn jorunn julie kaare kai kare kari karianne "
    "karin karl karoline katrine kent kim kirsten kjell kjersti kjetil knut kristian kristin "
    "kristina kristine kristoffer laila lars lasse leif lena line lisbeth lise liv lucas "
    "magne magnus maja malin maria marianne marie marit marius markus marte martin mathias "
    "mette mohamed mohammed mona monica morten nils nina nora oda odd oddvar oivind ola olaf "
    "olav ole oliver omar otto oystein oyvind paal pal per petra petter philip ragnar "
    "ragnhild randi rita roar robert roger rolf runar rune sander sara sebastian selma sigrid "
    "sigurd silje simen siri siv sofie solveig sondre stein steinar stian stine sunniva svein "
    "sverre synne synnove terje thea thomas thor tomas tone tor tora torbjorn tore torgeir "
    "torill torstein tove trine trond trude trygve turid tuva unni vegar vegard vidar vigdis "
    "vilde wenche william yngve".split()
)
_SURNAMES = frozenset(
    "aas aase amundsen andersen andreassen antonsen arnesen aune bakke bakken berg berge "
    "berntsen birkeland bjerke bo borge brekke bye christensen christiansen dahl dahle "
    "danielsen edvardsen eide eliassen ellingsen engen eriksen evensen fredriksen gabrielsen "
    "gjerde gulbrandsen gundersen haga hagen halvorsen hammer hansen hanssen haug hauge "
    "haugen haugland helgesen helland henriksen hermansen hoel holen holm holmen isaksen "
    "iversen jacobsen jakobsen jensen jenssen johannesen johannessen johansen johnsen "
    "jonassen jorgensen karlsen knudsen knutsen kristensen kristiansen kristoffersen larsen "
    "lie lien lund lunde magnussen martinsen mathisen mikkelsen moe moen monsen myhre "
    "myklebust naess nguyen nielsen nilsen nordmann nygard nyland olsen ottesen paulsen "
    "pedersen pettersen rasmussen ronning ruud saether sandvik sather simonsen sivertsen "
    "solberg solheim sorensen strand strom sunde svendsen syversen tangen thomassen thorsen "
    "tveit vik wold".split()
)
_PARTS = 2


def person_in_slug(slug: str) -> str | None:
    """The two words of an id that look like a person's name."""
    words = slug.split("-")
    for first, second in pairwise(words):
        if first in _GIVEN and (second in _SURNAMES or _is_patronymic(second)):
            return f"{first}-{second}"
    for place in range(len(words) - _PARTS):
        first, middle, last = words[place : place + 3]
        if first in _GIVEN and middle in _GIVEN and (last in _SURNAMES or _is_patronymic(last)):
            return f"{first}-{middle}-{last}"
    return None


def _is_patronymic(word: str) -> bool:
    return word.endswith("sen") and word.removesuffix("sen").rstrip("s") in _GIVEN
