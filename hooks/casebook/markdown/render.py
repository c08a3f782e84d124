"""From Markdown to the HTML of a page: addresses, headings and tables in order, then cleaned."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape

from casebook.markdown.addresses import is_external, is_local, is_safe, readable
from casebook.markdown.clean import clean
from casebook.markdown.engines import engine
from casebook.markdown.plain import plain_text
from casebook.markdown.slugs import Slugs
from casebook.months import MONTH

Resolve = Callable[[str], str | None]
"""Gives the address a written target stands for, or ``None`` to leave it as it is."""

Rewrite = Callable[[str], str]
"""Changes HTML that is still to be cleaned."""


@dataclass(frozen=True, slots=True)
class RenderedHeading:
    """A heading of a rendered text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered text."""

    html: str
    headings: tuple[RenderedHeading, ...] = ()
    links: tuple[str, ...] = ()
    """The addresses it links to, as they stand in the HTML, in order."""


def render(
    source: str,
    *,
    resolve: Resolve | None = None,
    heading_offset: int = 0,
    id_prefix: str = "",
    references: str = "",
    rewrite: Rewrite | None = None,
    engine_name: str | None = None,
) -> Rendered:
    """Render a text, safe for any page.

    Args:
        source: Markdown of a body, a section or a point.
        resolve: Gives the address that a written target stands for.
        heading_offset: How many levels to move headings down.
        id_prefix: Begins the id of each heading, so that several texts fit on one page.
        references: Link definitions that stand elsewhere in the file (``CaseText.references``).
        rewrite: A last change of the HTML before it is cleaned, such as linking mentions.
        engine_name: Another engine than the default one.
    """
    if not source.strip():
        return Rendered("")
    whole = f"{references}\n\n{source}" if references else source
    finish = _Finish(resolve, heading_offset, Slugs(id_prefix), rewrite)
    return finish.run(engine(engine_name).html(_keep_dates(whole)))


def text_of(source: str, references: str = "") -> str:
    """The plain text of a source, one line a paragraph, without making a page of it.

    Args:
        source: Markdown of a body, a section or a point.
        references: Link definitions that stand elsewhere in the file (``CaseText.references``).
    """
    if not _ANY_MARKUP.search(source):
        paragraphs = (" ".join(text.split()) for text in _EMPTY_LINE.split(source))
        return "\n".join(filter(None, paragraphs))
    whole = f"{references}\n\n{source}" if references else source
    return plain_text(engine().html(_keep_dates(whole)))


def inline(source: str, *, resolve: Resolve | None = None, engine_name: str | None = None) -> str:
    """Render a one-line text: emphasis, code and links, but no blocks of any kind."""
    text = " ".join(source.split())
    if not _MARKUP.search(text):
        return escape(text, quote=False)
    # A no-break space keeps the line from being read as a list, a heading or a quotation.
    html = engine(engine_name).html(f"\u00a0{text}").strip()
    html = html.removeprefix("<p>").removesuffix("</p>").removeprefix("\u00a0")
    return _Finish(resolve, 0, Slugs(""), None).run(html).html.removeprefix("&nbsp;").strip()


_DATE = re.compile(rf"[0-9]\. {MONTH}")
_LIST_DATE = re.compile(
    rf"^((?:[ \t>]|[-*+] |[0-9]{{1,3}}[.)] )*[0-9]{{1,2}}\.) (?={MONTH})", re.MULTILINE
)


def _keep_dates(source: str) -> str:
    """Keep "25. mai" at the start of a line from becoming item 25: its space must not break."""
    return _LIST_DATE.sub("\\1\u00a0", source) if _DATE.search(source) else source


_MARKUP = re.compile(r"[*_`\[\]<>&\\!]")
_ANY_MARKUP = re.compile(r"[*_`\[\]<>&\\!#|~]|^(?:[ \t]|[-+=:]|[0-9]+[.)]\s)", re.MULTILINE)
"""What may be something else than a paragraph of plain text."""
_EMPTY_LINE = re.compile(r"\n\s*\n")
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_LINK = re.compile(r'<a href="([^"]*)"')
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"((?: title="[^"]*")?) ?/?>')
_CELL = re.compile(r'<t([hd]) style="text-align: ?(left|center|right)">')


@dataclass(slots=True)
class _Finish:
    """What every engine's HTML still needs.

    In an engine's HTML ``<`` only opens tags, as raw HTML is escaped, so patterns are enough here.
    """

    resolve: Resolve | None
    offset: int
    slugs: Slugs
    rewrite: Rewrite | None
    headings: list[RenderedHeading] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def run(self, html: str) -> Rendered:
        if "<img" in html:
            html = _IMAGE.sub(self.image, html)
        if "<a " in html:
            html = _LINK.sub(self.link, html)
        if "<h" in html:
            html = _HEADING.sub(self.heading, html)
        if "<table" in html:
            html = _tables(html)
        if self.rewrite is not None:
            html = self.rewrite(html)
        return Rendered(clean(html), tuple(self.headings), tuple(self.links))

    def address(self, written: str) -> str:
        found = self.resolve(readable(written)) if self.resolve else None
        return written if found is None else found

    def link(self, match: re.Match[str]) -> str:
        address = self.address(unescape(match[1]))
        if not is_safe(address):
            return "<a"
        self.links.append(address)
        rel = ' rel="noopener"' if is_external(address) else ""
        return f'<a href="{escape(address)}"{rel}'

    def image(self, match: re.Match[str]) -> str:
        address = self.address(unescape(match[1]))
        if is_local(address):
            return f'<img src="{escape(address)}" alt="{match[2]}" loading="lazy"{match[3]}>'
        return f"{match[2]} ({escape(readable(address), quote=False)})".lstrip()

    def heading(self, match: re.Match[str]) -> str:
        level = min(int(match[1]) + self.offset, 6)
        text = plain_text(match[2])
        anchor = self.slugs.make(text)
        self.headings.append(RenderedHeading(level, anchor, text))
        return f'<h{level} id="{anchor}">{match[2]}</h{level}>'


def _tables(html: str) -> str:
    html = _CELL.sub(r'<t\1 class="ta-\2">', html).replace("<th", '<th scope="col"')
    html = html.replace('<th scope="col"ead>', "<thead>")
    html = html.replace("<table>", '<div class="table-wrap" tabindex="0"><table>')
    return html.replace("</table>", "</table></div>")
