"""Link definitions stand where the writer put them, and count for the whole file."""

from __future__ import annotations

import pytest

from casebook.markdown import engine, used_definitions, without_definitions

TEXT = """\
Se [kart][A b].

[a  B]: https://x.example 'Tittel
 over to linjer'
[c]: <https://y.example>
Rett etter.

```
[d]: er kode
```
"""


@pytest.mark.parametrize("name", ["pyromark", "markdown-it"])
def test_both_engines_say_where_they_stand(name: str) -> None:
    found = [(d.label.casefold(), d.line, d.end_line) for d in engine(name).definitions(TEXT)]
    assert found == [("a b", 3, 4), ("c", 5, 5)]


def test_text_without_them_keeps_everything_else() -> None:
    left = without_definitions(TEXT)
    assert left == "Se [kart][A b].\n\nRett etter.\n\n```\n[d]: er kode\n```\n"
    assert without_definitions("[d] er ikke et mål: x") == "[d] er ikke et mål: x"


def test_only_those_that_a_text_uses_are_used() -> None:
    written = '[a b]: <https://x.example> "T"\n[c]: <https://y.example>\n[e \\] f]: <z>'
    assert used_definitions(written, [TEXT]) == '[a b]: <https://x.example> "T"'
    assert used_definitions(written, ["[C] og [E \\] f][]"]) == written.partition("\n")[2]
    assert used_definitions(written, []) == used_definitions("", [TEXT]) == ""
