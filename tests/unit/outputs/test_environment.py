"""The template environment does what Jinja's own does, only with fewer questions."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from casebook.outputs.pages import environment as module
from casebook.outputs.pages.environment import compiled_templates, environments

LOOP = """\
{% macro m(x='y') %}{{ x }}{{ caller() }}{% endmacro -%}
{% for n in [1, 2] %}{% set k = n %}{% call m(x=k) %}<{{ k }}>{% endcall %}{% endfor %}"""


def render(source: str, **values: object) -> str:
    return environments()["nb"].from_string(source).render(values)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("{{ row.values }}", "1"),
        ("{{ row.title }}|{{ row.nothing }}", "&lt;A&gt;|"),
        ("{% for key, value in plain.items() %}{{ key }}{{ value }}{% endfor %}", "a1"),
        ("{{ path.name }}", "b.md"),
        ("{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m(row.title) }}", "<b>&lt;A&gt;</b>"),
        (LOOP, "1<1>2<2>"),
        ("{{ t('home') }}", "Forsiden"),
        ("{{ safe }}|{{ mixed }}|{{ row.values ~ safe }}", "<i>|a &amp; <b>|1<i>"),
        ("{{ long }}", "&lt;" * 100),
        ("{{ 0 }}|{{ 1.5 }}|{{ true }}|{{ none }}|{{ '' }}", "0|1.5|True|None|"),
    ],
)
def test_what_a_template_names_is_found_and_escaped(source: str, written: str) -> None:
    values = {"row": {"values": 1, "title": "<A>"}, "plain": {"a": 1}, "path": Path("a/b.md")}
    values |= {"safe": Markup("<i>"), "mixed": Markup("a &amp; <b>"), "long": "<" * 100}
    assert render(source, **values) == written


def test_calling_what_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="mangler"):
        render("{{ mangler() }}")


def test_compiled_templates_are_kept_as_python_keeps_modules(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "__file__", str(tmp_path / "environment.py"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert compiled_templates("tests") is None  # there is no folder for them
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "environment.py").write_text("one way", "utf-8")
    assert compiled_templates("tests") is not None
    environments()["nb"].get_template("pages/topics.html")
    kept = set((tmp_path / "__pycache__").iterdir())
    assert kept
    (tmp_path / "environment.py").write_text("another", "utf-8")
    environments()["nb"].get_template("pages/topics.html")
    assert len(set((tmp_path / "__pycache__").iterdir())) == 2 * len(kept)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled_templates("tests") is None
