"""The page shell: the frame around every page, rendered once per depth, language and kind.

What differs from page to page stands as a marker in the shell; a page is then a string join. The
markers are random per build, so no text from a case file can be taken for one.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from casebook.i18n import Words
from casebook.outputs.pages.environment import environments
from casebook.outputs.pages.page import Page

_PARTS = (
    "page_title",
    "description",
    "canonical",
    "print_address",
    "robots",
    "head_links",
    "jsonld",
    "breadcrumb",
    "body",
)


class Renderer:
    """Renders pages; keeps the shells it has made."""

    def __init__(
        self,
        frame: Callable[[str, str], Mapping[str, Any]],
        base_url: str,
    ) -> None:
        """Take what the frame shows.

        Args:
            frame: Language and root prefix to the layout's variables of the site.
            base_url: Absolute address of the site; empty when it is not known.
        """
        self._frame = frame
        self._base_url = base_url
        self._environments = environments()
        self._site_name = frame("nb", "")["site_name"]
        self._shells: dict[tuple[str, ...], list[str]] = {}
        token = secrets.token_hex(8)
        self._markers = {part: f"cb{token}{part}" for part in _PARTS}
        self._splitter = re.compile("|".join(f"({marker})" for marker in self._markers.values()))

    def render(self, page: Page) -> bytes:
        """The finished page as UTF-8."""
        environment = self._environments[page.language]
        root = root_of(page.uri, self._base_url)
        body = environment.get_template(page.template).render(root=root, **page.view)
        words = Words(page.language)
        named = page.title == self._site_name
        names = (page.title, page.qualifier, "" if named else self._site_name)
        whole_title = " – ".join(name for name in names if name)
        parts = {
            "page_title": str(escape(whole_title)),
            "description": str(escape(page.about(words("site_description")))),
            "canonical": self._canonical(page),
            "print_address": self._canonical(page) or str(escape(f"/{page.address}")),
            "robots": page.robots,
            "head_links": _head(page),
            "jsonld": _jsonld(page.jsonld),
            "breadcrumb": self._breadcrumb(page) if page.breadcrumb else "",
            "body": body,
        }
        shell = self._shell(page, root)
        text = "".join(parts[piece[1:]] if piece[:1] == "\0" else piece for piece in shell)
        return text.encode()

    def _canonical(self, page: Page) -> str:
        address = page.canonical or page.address
        return str(escape(self._base_url + address)) if self._base_url else ""

    def _breadcrumb(self, page: Page) -> str:
        template = self._environments[page.language].get_template("parts/nav.html")
        macro: Callable[..., str] = template.module.breadcrumb  # type: ignore[attr-defined]
        return str(macro(page.breadcrumb))

    def _shell(self, page: Page, root: str) -> list[str]:
        key = (root, page.language, page.kind, page.section, page.layout)
        if key not in self._shells:
            values: dict[str, Any] = {**self._frame(page.language, root), **self._markers}
            values.update(
                lang=page.language,
                root=root,
                kind=page.kind,
                section=page.section,
                head_links=Markup(self._markers["head_links"]),  # noqa: S704  # our own marker
                canonical=self._markers["canonical"] if self._base_url else "",
            )
            template = self._environments[page.language].get_template(page.layout)
            self._shells[key] = self._split(template.render(values))
        return self._shells[key]

    def _split(self, text: str) -> list[str]:
        """Cut a rendered layout at its markers; a marker becomes ``NUL`` and its part."""
        names = {marker: part for part, marker in self._markers.items()}
        pieces = [piece for piece in self._splitter.split(text) if piece]
        return ["\0" + names[piece] if piece in names else piece for piece in pieces]


def root_of(uri: str, base_url: str = "") -> str:
    """The relative prefix from a page to the site's root; the 404 page is served at any depth."""
    if uri == "404.html":
        path = "/" + base_url.partition("://")[2].partition("/")[2]
        return path if path.endswith("/") else f"{path}/"
    return "../" * uri.count("/") or "./"


def _head(page: Page) -> str:
    """The elements of the head that only this page has."""
    links = [_element("link", attributes) for attributes in page.head_links]
    return "\n".join([*links, *(_element("meta", attributes) for attributes in page.metas)])


def _element(name: str, attributes: Mapping[str, str]) -> str:
    written = " ".join(f'{key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name} {written}>"


def _jsonld(data: Mapping[str, Any] | None) -> str:
    """A JSON-LD block; ``<`` is written so that no text can close the element."""
    if data is None:
        return ""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{written}</script>'
