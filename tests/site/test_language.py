"""Pages say which language they are in, and no English is left in a Norwegian page."""

from __future__ import annotations

import re

from tests.support import report
from tests.support.links import Site

ENGLISH = re.compile(
    r"\b(Skip to|Search|Permanent link|Back to top|Made with|Previous|Next|Table of contents|"
    r"Jump back|Footnote|Header|Footer|Navigation|Copy to clipboard|Not found|Page|Menu|Close|"
    r"Undefined|None|null|True|False|January|February|March|June|July|October|December)\b"
)
ATTRIBUTES = ("aria-label", "title", "alt", "placeholder", "aria-roledescription")


def test_pages_name_their_language(site: Site) -> None:
    languages = set()
    for page in site.pages():
        root = site.tree(page).root
        assert root is not None
        languages.add(root.attributes.get("lang"))
    assert languages <= {"nb", "nn"}


def test_no_english_in_what_readers_see_or_hear(site: Site) -> None:
    found = []
    for page in site.pages():
        tree = site.tree(page)
        texts = [node.text() for node in tree.css("title, header, nav, footer, h1, h2, h3, button")]
        for name in ATTRIBUTES:
            texts += [node.attributes[name] or "" for node in tree.css(f"[{name}]")]
        for text in texts:
            if match := ENGLISH.search(text):
                found.append(f"{page.relative_to(site.root)}: {match.group()}: {text.strip()[:60]}")
    report.none(sorted(set(found)))
