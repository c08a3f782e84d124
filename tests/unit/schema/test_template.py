from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from casebook.schema.names import person_in_slug
from casebook.schema.slugs import free_id, slug_of
from casebook.schema.template import BLUEPRINTS, draft, quoted


@pytest.mark.parametrize("kind", BLUEPRINTS)
def test_a_draft_names_only_fields_of_the_table(kind: str) -> None:
    text = draft(kind, {"title": "Plan: «grønn» #3", "item.meeting": "2021-10-12-rad"})
    front = text.split("---\n")[1]
    record = BLUEPRINTS[kind].record
    lines = [line.removeprefix("# ") for line in front.splitlines() if not line.startswith(" ")]
    named = [line.split(":")[0] for line in lines if not line.startswith(" ")]
    assert named
    assert all(record.field(key) is not None for key in named)


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=60))
def test_a_quoted_value_is_read_back(value: str) -> None:
    if value.strip() and "\u2028" not in value and "\u2029" not in value and "\ufeff" not in value:
        read = yaml.load(f"tittel: {quoted(value)}", Loader=yaml.BaseLoader)  # noqa: S506
        assert read["tittel"] == value


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Felles klimaplan: høring og vedtak", "felles-klimaplan-horing-vedtak"),
        ("Ærlig Øy på Ås", "aerlig-oy-as"),
        ("Kafé & bryggeri", "kafe-bryggeri"),
        ("«»", "sak"),
        ("En to tre fire fem seks sju", "to-tre-fire-fem-seks"),
    ],
)
def test_ids_are_the_significant_words(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text(max_size=80))
def test_an_id_is_always_usable(title: str) -> None:
    slug = slug_of(title)
    assert slug == slug.lower()
    assert all(part.isascii() and part.isalnum() for part in slug.split("-"))


def test_a_taken_id_gets_a_number() -> None:
    assert free_id("plan", set()) == "plan"
    assert free_id("plan", {"plan", "plan-2"}) == "plan-3"


@pytest.mark.parametrize(
    "slug", ["klage-fra-kari-nordmann", "ola-hansen", "2021-anne-marie-olsen", "per-andersen"]
)
def test_names_of_persons_are_seen(slug: str) -> None:
    assert person_in_slug(slug) is not None


@pytest.mark.parametrize(
    "slug", ["per-kapita", "bo-og-omsorg", "dal-og-berg", "felles-klimaplan", "tor-til-fredag"]
)
def test_ordinary_words_raise_no_alarm(slug: str) -> None:
    assert person_in_slug(slug) is None


def test_what_is_known_of_the_meeting_stands_in_the_draft_and_the_rest_is_shown() -> None:
    known = draft("sak", {"title": "Plan", "item.number": "16/2024"})
    assert "behandling:\n  - nummer: 16/2024\n    # møte:" in known
    assert "    # rolle:   # avgjør, innstiller, uttaler-seg, orienteres, drøfter\n" in known
    unknown = draft("sak", {"title": "Plan"})
    assert "\n# behandling:" in unknown
    assert "\n#   - møte:" in unknown
    assert "\n#     votering:" in unknown
