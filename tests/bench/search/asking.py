"""How each kind of query is made from a case, and how every case is judged as its answer."""

from __future__ import annotations

import random
import string
from collections.abc import Callable

from tests.bench.search import vocabulary as words
from tests.bench.search.corpus import MONTHS, Case

Judge = Callable[[Case], int]


Made = tuple[str, Judge] | None


def _about(case: Case) -> Judge:
    word = case.subject.word
    return lambda c: 3 if c.subject.word == word else 1 if c.other.word == word else 0


def _part(chance: random.Random, case: Case) -> Made:
    if chance.random() < 0.5:
        back = case.subject.back
        return back[0], lambda c: 3 if c.subject.back == back else 1 if c.other.back == back else 0
    front = case.subject.front
    text = _bare(front.front)
    return (
        text,
        lambda c: 3 if _shares(c.subject.front, text) else 1 if _shares(c.other.front, text) else 0,
    )


def _shares(front: words.Noun, text: str) -> bool:
    return text in front.front


def _bare(front: str) -> str:
    keeps = {"bibliotek", "digitaliserings"}
    return front[:-1] if front.endswith("s") and front not in keeps and len(front) > 5 else front


def _two_parts(chance: random.Random, case: Case) -> Made:
    parts = [_bare(case.subject.front.front), case.subject.back[0]]
    if chance.random() < 0.3:
        parts.reverse()
    return " ".join(parts), _about(case)


def _inflected(chance: random.Random, case: Case) -> Made:
    subject = case.subject
    plural = {
        "plan": "planer",
        "avtale": "avtaler",
        "strategi": "strategier",
        "analyse": "analysene",
    }
    forms = [subject.definite, subject.definite + "s"]
    if subject.back[0] in plural:
        forms.append(subject.front.front + plural[subject.back[0]])
    return chance.choice(forms), _about(case)


def _plain_letters(chance: random.Random, case: Case) -> Made:
    text = f"{case.subject.word} {case.place}" if chance.random() < 0.4 else case.subject.word
    both = case.place in text
    plain = text.lower()
    if not set(plain) & set("æøå"):
        return None
    style = chance.choice(({"æ": "ae", "ø": "o", "å": "a"}, {"æ": "ae", "ø": "oe", "å": "aa"}))
    for letter, other in style.items():
        plain = plain.replace(letter, other)
    word, place = case.subject.word, case.place
    return plain, lambda c: 3 * (c.subject.word == word and (not both or c.place == place))


def _slip(chance: random.Random, case: Case) -> Made:
    word = case.subject.word
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice(string.ascii_lowercase)
    kind = chance.randrange(4)
    if kind == 0:
        text = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    elif kind == 1:
        text = word[:at] + word[at + 1 :]
    elif kind == 2:
        text = word[:at] + letter + word[at:]
    else:
        text = word[:at] + letter + word[at + 1 :]
    return (text, _about(case)) if text != word else None


def _number(chance: random.Random, case: Case) -> Made:
    number, year, series = case.number, case.day.year, case.body[0]
    del series
    forms = (
        f"{number}/{year % 100:02}",
        f"{number:02}/{year}",
        f"{number:03}/{year % 100:02}",
        f"sak {number}/{year % 100:02}",
        f"PS {number:02}/{year}",
        f"{year}/{case.archive}",
        f"sak {number:02}/{year}",
    )
    text = chance.choice(forms)
    if text.startswith(f"{year}/"):
        return text, lambda c: 3 * (c.archive == case.archive)
    left, right = text.split()[-1].split("/")
    readings = {(int(left), year)}
    if len(left) == 2 and len(right) == 2:
        readings.add((int(right), 2000 + int(left)))
    return text, lambda c: 3 * ((c.number, c.day.year) in readings)


def _date(chance: random.Random, case: Case) -> Made:
    day = case.day
    month = MONTHS[day.month - 1]
    forms = (
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day}. {month} {day.year}",
        day.isoformat(),
        f"{month} {day.year}",
        f"{day.day}.{day.month}.{day.year % 100:02}",
    )
    text = chance.choice(forms)
    if text.startswith(month):
        return text, lambda c: 3 * ((c.day.year, c.day.month) == (day.year, day.month))
    return text, lambda c: 3 * (c.day == day)


def _topic_place(chance: random.Random, case: Case) -> Made:
    word, place, year = case.subject.word, case.place, case.day.year
    if chance.random() < 0.5:
        return f"{word} {place}", lambda c: 3 * (c.subject.word == word and c.place == place)
    return (
        f"{word} {place} {year}",
        lambda c: 3 * (c.subject.word == word and c.place == place and c.day.year == year),
    )


def _attachment(chance: random.Random, case: Case) -> Made:
    del chance
    rare = case.rare
    return (rare, lambda c: 3 * (c.rare == rare)) if rare else None


def _other_standard(chance: random.Random, case: Case) -> Made:
    del chance
    if case.subject.nynorsk == case.subject.word:
        return None
    text = case.subject.nynorsk if case.language == "nb" else case.subject.word
    return text, _about(case)


def _everyday(chance: random.Random, case: Case) -> Made:
    word = case.subject.front.everyday
    if not word:
        return None
    named = {noun.front for noun in words.FRONTS if noun.everyday == word}
    if chance.random() < 0.5:
        return (
            word,
            lambda c: 3 if c.subject.front.front in named else int(c.other.front.front in named),
        )
    place = case.place
    return f"{word} {place}", lambda c: 3 * (c.subject.front.front in named and c.place == place)


def _typing(chance: random.Random, case: Case) -> Made:
    word = case.subject.word
    cut = chance.randrange(max(4, len(word) * 2 // 3), len(word))
    start = word[:cut]
    return (
        start,
        lambda c: 3 if c.subject.word.startswith(start) else int(c.other.word.startswith(start)),
    )


def _title(chance: random.Random, case: Case) -> Made:
    del chance
    return case.title, lambda c: 3 * (c.title == case.title)


def _phrase(chance: random.Random, case: Case) -> Made:
    found = case.title.replace("–", " ").replace(",", " ").replace(":", " ").split()
    if len(found) < 4:
        return None
    at = chance.randrange(len(found) - 2)
    text = " ".join(found[at : at + 3])
    return f"«{text}»", lambda c: 3 * (f" {text} ".lower() in f" {_spaced(c.title)} ".lower())


def _spaced(title: str) -> str:
    return " ".join(title.replace("–", " ").replace(",", " ").replace(":", " ").split())


def _question(chance: random.Random, case: Case) -> Made:
    word, place = case.subject.definite, case.place
    text = chance.choice(
        (
            f"hva ble bestemt om {word} på {place}?",
            f"hvordan går det med {word} på {place}",
            f"når ble {word} for {place} behandlet?",
            f"korleis gjekk det med {word} på {place}",
        )
    )
    return text, lambda c: 3 * (c.subject == case.subject and c.place == place)


def _name(chance: random.Random, case: Case) -> Made:
    place, body, municipality = case.place, case.body[1], case.municipality
    return chance.choice(
        (
            (place, lambda c: 3 * (c.place == place)),
            (municipality, lambda c: 3 * (c.municipality == municipality)),
            (f"{body} {place}", lambda c: 3 * (c.body[1] == body and c.place == place)),
        )
    )


KINDS: dict[str, Callable[[random.Random, Case], Made]] = {
    "part of a compound": _part,
    "two parts": _two_parts,
    "inflection": _inflected,
    "without æøå": _plain_letters,
    "slip": _slip,
    "number": _number,
    "date": _date,
    "topic and place": _topic_place,
    "attachment only": _attachment,
    "other standard": _other_standard,
    "everyday word": _everyday,
    "as you type": _typing,
    "whole title": _title,
    "quoted phrase": _phrase,
    "question": _question,
    "name": _name,
}
