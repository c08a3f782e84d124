"""Whatever stands in a file, the reading and the rules give findings and never fail."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from casebook.publishing import prepare
from casebook.reporting import FORMATS
from tests.rules import folders

KEYS = st.sampled_from(
    "tittel kort temaer behandling vedtak møte organ dato nummer rolle utfall "
    "votering type for mot alternativer vant oppfølging id hva gjelder frist logg "
    "vedlegg fil lenke unntatt hjemmel kilder relasjoner sak ordrett usikkert "
    "kreves_av kommuner parti til fra tekst senest serie".split()
)
WORDS = st.one_of(
    st.sampled_from(
        "ja nei ukjent ingen 7 2021 2021-10-12 2021-13-40 2021-00-00 avgjør vedtatt enstemmig for- "
        "mot regionradet nordvik 2021-10-12-regionradet p1 regionradet-p1 erstatter "
        "../a.pdf a.svg".split()
    ),
    st.text(st.characters(blacklist_categories=["Cs"]), max_size=12),
)
VALUES: st.SearchStrategy[object] = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4)
)


def shown(value: object) -> str:
    """A value as YAML in one line; unsafe words stay as they are, which is the point."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {shown(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(shown, value)) + "]"
    return str(value)


def check(name: str, data: bytes, codes: frozenset[str] = frozenset()) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        for path in folders.BASE.rglob("*.*"):
            target = root / path.relative_to(folders.BASE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
        report = prepare(root, folders.AS_OF).report
        assert codes <= {finding.code for finding in report.findings}
        for form in FORMATS:
            assert isinstance(report.render(form), str)


@pytest.mark.parametrize("levels", [20, 29, 31, 40, 300, 600, 2_000, 100_000])
@pytest.mark.parametrize("form", ["[{}]", "{{a: {}}}", "[{}", "- {}"])
def test_any_depth_of_fields(form: str, levels: int) -> None:
    opening, _, closing = form.partition("{}")
    opening, closing = opening.replace("{{", "{"), closing.replace("}}", "}")
    fields = f"{opening * levels}1{closing * levels}"
    text = f"---\ntittel: Plan\nusikkert:\n  {fields}\n---\n"
    check("2021/a.md", text.encode(), frozenset({"bad-yaml"} if levels > 30 else ()))


QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NAMES = st.sampled_from(["2021/a.md", "meetings/a.md", "processes/a.md", "region.yml"])


@QUICK
@given(NAMES, st.binary(max_size=300))
@example("2021/a.md", b"\xff\xfe\x00")
@example("region.yml", b"")
def test_any_bytes(name: str, data: bytes) -> None:
    check(name, data)


@QUICK
@given(NAMES, st.dictionaries(KEYS, VALUES, max_size=6), st.text(max_size=200))
def test_any_fields(name: str, fields: dict[str, object], body: str) -> None:
    lines = [f"{key}: {shown(value)}" for key, value in fields.items()]
    front = "\n".join(["tittel: Plan", *lines])
    text = front if name == "region.yml" else f"---\n{front}\n---\n{body}"
    check(name, text.encode("utf-8", "replace"))


@QUICK
@given(st.text(st.sampled_from("#-*1234.)> |[]()`<>/!:\n\tVedtakVotering"), max_size=300))
def test_any_text_under_good_fields(body: str) -> None:
    front = "---\ntittel: Plan\nbehandling: [{organ: regionradet, dato: 2021-10-12}]\n---\n"
    check("2021/a.md", (front + "## Vedtak\n" + body + "\n## Votering\n" + body).encode())
