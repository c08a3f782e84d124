"""The papers of a record as Markdown: text, demands, links, attachments, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.text import Section
from casebook.outputs.pages.case_links import link_groups
from casebook.outputs.pages.case_papers import attachment_views, source_views
from casebook.outputs.pages.prose import Prose
from casebook.outputs.pages.rows import deadline_view
from casebook.outputs.pages.view import View
from casebook.outputs.plain import as_markdown
from casebook.outputs.records.texts import Texts

_Told = Case | Meeting | Process


def required_text(view: View, case: Case) -> str:
    """Why the municipalities must treat the case, and by when."""
    words, required = view.words, case.required
    if required is None:
        return ""
    said = [f"{words('reason')}: {required.reason.rstrip('.')}."] if required.reason else []
    said += [words("identical_required")] if required.identical else []
    due = deadline_view(view, required.deadline, required.doubt("deadline"))
    if due is not None:
        said.append(f"{words('deadline')}: {view.likely(due['text'], due['uncertain'])}.")
    return as_markdown(" ".join(said))


def fact_pairs(view: View, facts: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The key facts of a page, each with its label."""
    for fact in facts:
        items = view.words.join(item["label"] for item in fact.get("items", ()))
        text = items or fact.get("text") or view.words(f"nothing_{fact['gap']}")
        yield fact["label"], as_markdown(view.likely(text, fact.get("uncertain")))


def attachment_parts(view: View, case: Case) -> Iterator[str]:
    """Every attachment, also the withheld ones with their legal basis and the missing ones."""
    files = attachment_views(view, case, Prose(view, case.id, case.text.references))
    yield from file_parts(view, "attachments_heading", files)


def file_parts(view: View, heading: str, files: list[dict[str, Any]]) -> Iterator[str]:
    """A list of files under a heading."""
    if files:
        yield f"## {view.words(heading)}"
        yield "\n".join(_file(view, file) for file in files)


def _file(view: View, file: dict[str, Any]) -> str:
    hidden = file["withheld"] or file["missing"]
    said = [_link("" if hidden else file["href"], file["title"])]
    facts = ", ".join(part for part in _facts(view, file) if part)
    said += [as_markdown(facts)] if facts else []
    said += [as_markdown(file["withheld"])] if file["withheld"] else []
    if file["missing"]:
        said.append(as_markdown(view.words("not_at_hand", reason=file["missing"])))
    said += [as_markdown(file[key]) for key in ("note", "changed") if file[key]]
    return f"- {'. '.join(part.rstrip('.') for part in said)}"


def _facts(view: View, file: dict[str, Any]) -> Iterator[str]:
    """What a file is: its kind, form, size, pages, date and number in the archive."""
    words, pages = view.words, file["pages"]
    yield file["kind"] if file["kind"] != file["title"] else ""
    yield from (file["type"], file["size"])
    yield words("pages_one" if pages == 1 else "pages_many", count=pages) if pages else ""
    yield view.likely(file["date"]["text"], file["date"]["uncertain"]) if file["date"] else ""
    yield f"{words('journal_number')} {file['archive']}" if file.get("archive") else ""


def link_parts(view: View, case: Case) -> Iterator[str]:
    """Relations in both directions, and what names the case."""
    return group_parts(view, link_groups(view, case))


def group_parts(view: View, groups: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Groups of links."""
    lines = []
    for group in groups:
        for link in group.get("links") or group["items"]:
            note = f". {as_markdown(link['note'])}" if link.get("note") else ""
            lines.append(f"- {group['label']}: {_link(link.get('href', ''), link['label'])}{note}")
    if lines:
        yield f"## {view.words('links_heading')}"
        yield "\n".join(lines)


def source_parts(view: View, record: _Told) -> Iterator[str]:
    """Where the facts were taken from."""
    lines = [
        "- " + ", ".join(p for p in (_link(s["href"], s["title"]), as_markdown(s["note"])) if p)
        for s in source_views(view, record.sources)
    ]
    if lines:
        yield f"## {view.words('sources_heading')}"
        yield "\n".join(lines)


def _link(address: str, label: str) -> str:
    return f"[{as_markdown(label)}](<{address}>)" if address else as_markdown(label)


def papers(
    view: View, texts: Texts, record: _Told, lead: str, sections: Iterable[Section]
) -> Iterator[str]:
    """Running text: the lead, then section by section."""
    yield texts.markdown(lead)
    for section in sections:
        yield f"## {as_markdown(section.title)}"
        yield retold(view, record, section)
        yield texts.markdown(section.source)


def retold(view: View, record: _Told, section: Section | None = None) -> str:
    """That a whole record, or one of its sections, is not word for word; empty when it is."""
    told = record.verbatim
    if section is None:
        return view.words("not_verbatim") if told is False else ""
    kind = section.kind.value if section.kind else ""
    return view.words("not_verbatim") if isinstance(told, tuple) and kind not in told else ""
