"""What a case hangs on and was taken from, as Markdown: demands, links, attachments, sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casebook.model.case import Case
from casebook.outputs.pages.case_links import link_groups
from casebook.outputs.pages.case_papers import attachment_views, source_views
from casebook.outputs.pages.prose import Prose
from casebook.outputs.pages.rows import deadline_view
from casebook.outputs.pages.view import View
from casebook.outputs.plain import as_markdown


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


def attachment_parts(view: View, case: Case) -> Iterator[str]:
    """Every attachment, also the withheld ones with their legal basis and the missing ones."""
    files = attachment_views(view, case, Prose(view, case.id, case.text.references))
    if files:
        yield f"## {view.words('attachments_heading')}"
        yield "\n".join(_file(view, file) for file in files)


def _file(view: View, file: dict[str, Any]) -> str:
    hidden = file["withheld"] or file["missing"]
    said = [_link("" if hidden else file["href"], file["title"])]
    said += [as_markdown(file["withheld"])] if file["withheld"] else []
    if file["missing"]:
        said.append(as_markdown(view.words("not_at_hand", reason=file["missing"])))
    said += [as_markdown(file["note"])] if file["note"] else []
    return f"- {'. '.join(part.rstrip('.') for part in said)}"


def link_parts(view: View, case: Case) -> Iterator[str]:
    """Relations in both directions, and what names the case."""
    lines = []
    for group in link_groups(view, case):
        for link in group["links"]:
            note = f". {as_markdown(link['note'])}" if link.get("note") else ""
            lines.append(f"- {group['label']}: {_link(link.get('href', ''), link['label'])}{note}")
    if lines:
        yield f"## {view.words('links_heading')}"
        yield "\n".join(lines)


def source_parts(view: View, case: Case) -> Iterator[str]:
    """Where the facts were taken from."""
    lines = [
        "- " + ", ".join(p for p in (_link(s["href"], s["title"]), as_markdown(s["note"])) if p)
        for s in source_views(view, case.sources)
    ]
    if lines:
        yield f"## {view.words('sources_heading')}"
        yield "\n".join(lines)


def _link(address: str, label: str) -> str:
    return f"[{as_markdown(label)}](<{address}>)" if address else as_markdown(label)
