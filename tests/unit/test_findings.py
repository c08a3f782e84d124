from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from casebook.findings import Entry, catalogue
from casebook.i18n import LANGUAGES, Words
from casebook.rules import RULES
from casebook.schema.few_keys import DeadlineType, LocalizedText
from casebook.schema.reference import reference
from tests.support.building import ROOT

PACKAGE = ROOT / "hooks" / "casebook"
CODE = re.compile(r'(?:\.add|_add|finding|Trouble)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)*)"')


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def used_codes() -> set[str]:
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")]
    return {code for text in sources for code in CODE.findall(text)}


def test_every_code_that_the_programme_uses_is_explained() -> None:
    assert used_codes() - set(catalogue()) == set()


@pytest.mark.parametrize("entry", catalogue().values(), ids=lambda entry: entry.code)
def test_an_entry_says_everything_in_both_languages(entry: Entry) -> None:
    assert placeholders(entry.nb.message) == placeholders(entry.nn.message)
    assert entry.wrong.strip()
    assert entry.right.strip()
    assert entry.wrong != entry.right
    for language in LANGUAGES:
        text = entry.text(language)
        assert text.message[0].islower() or not text.message[0].isalpha()
        assert not text.message.endswith(".")
        for whole in (text.what, text.why, text.cure):
            assert whole.rstrip("»").endswith((".", "?", "!", "…"))
            # Only the message is filled in; «{nr}» and the like are what writers write themselves.
            assert set(re.findall(r"\{([a-zæøå0-9_]+)\}", whole)) <= {"nr", "år", "år2"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_value_and_record_has_a_name(language: str) -> None:
    words = Words(language)
    for record in reference():
        assert words.has(f"finding.record.{record.key}")
        for field in record.fields:
            assert words.has(f"finding.type.{field.label}"), field.label
            assert not field.target or words.has(f"finding.kind.{field.target}")


def test_rules_are_documented_functions_each_listed_once() -> None:
    assert len(set(RULES)) == len(RULES)
    assert all(rule.__doc__ for rule in RULES)


def test_catalogue_files_are_named_by_their_code() -> None:
    names = {path.stem for path in Path(PACKAGE / "findings").glob("*.yml")}
    assert names == set(catalogue())


@pytest.mark.parametrize("language", LANGUAGES)
def test_maps_that_are_no_records_have_a_name_where_a_key_of_theirs_is_unknown(
    language: str,
) -> None:
    for label in (DeadlineType.label, LocalizedText.label):
        assert Words(language).has(f"finding.record.{label}")
