"""Findings as people and programs read them: short lines, full text, JSON, CI annotations."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from casebook.diagnostics import Diagnostic, Severity, Span
from casebook.findings import Entry, catalogue
from casebook.frontmatter import CONTROL
from casebook.i18n import Words
from casebook.personal_numbers import mask_personal_numbers

FORMATS = ("concise", "full", "json", "github")
_WIDTH = 100
"""Longer source lines are cut around the place."""


@dataclass(frozen=True)
class Report:
    """All findings of one run, sorted, each once."""

    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    """Text of the source files by path, for the lines that the full form shows."""
    prefix: str = ""
    """The content folder as seen from where people stand, with a closing ``/``."""
    language: str = "nb"

    @classmethod
    def of(
        cls,
        findings: Iterable[Diagnostic],
        sources: Mapping[str, str],
        prefix: str = "",
        language: str = "nb",
    ) -> Report:
        """A report of findings in any order, with repeats."""
        unique = sorted(set(findings), key=lambda item: item.sort_key)
        return cls(tuple(unique), sources, prefix, language)

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(entry(finding).severity for finding in self.findings)

    @cached_property
    def lines(self) -> Callable[[str], list[str]]:
        """The lines of a source file; a file with thousands of findings is read once."""
        return lru_cache(maxsize=4)(lambda path: self.sources.get(path, "").split("\n"))

    @property
    def errors(self) -> int:
        """How many findings refuse publication."""
        return self.counts[Severity.ERROR]

    def error_lines(self) -> tuple[str, ...]:
        """The errors in short lines, each with its cure."""
        errors = (f for f in self.findings if entry(f).severity is Severity.ERROR)
        return tuple(f"{_concise(self, error)}. {hint(error, self.language)}" for error in errors)

    def render(self, form: str) -> str:
        """The report in one of the forms of ``FORMATS``."""
        renderers = {"concise": _concise, "full": _full, "github": _github}
        if form == "json":
            return _json(self)
        lines = [renderers[form](self, finding) for finding in self.findings]
        return "\n".join([*lines, summary(self)])


def entry(finding: Diagnostic) -> Entry:
    """The catalogue's entry for a finding."""
    return catalogue()[finding.code]


def message(finding: Diagnostic, language: str) -> str:
    """The sentence of a finding; a value that starts with ``@`` is a key of the locale files."""
    words = Words(language)
    values = {
        name: words(f"finding.{value[1:]}") if value.startswith("@") else value
        for name, value in finding.params
    }
    return entry(finding).text(language).message.format(**values)


def cure(finding: Diagnostic, language: str) -> str:
    """What mends every finding of this code."""
    return entry(finding).text(language).cure


def hint(finding: Diagnostic, language: str) -> str:
    """The cure, after «Mente du …?» when there is a likely value: the guess may be wrong."""
    if finding.suggestion is None:
        return cure(finding, language)
    guess = Words(language)("finding.did_you_mean", value=finding.suggestion)
    return f"{guess} {cure(finding, language)}"


def summary(report: Report) -> str:
    """One line that says how many errors, warnings and remarks there are."""
    words = Words(report.language)
    if not report.findings:
        return words("finding.none")
    errors = words.count("finding.errors", report.counts[Severity.ERROR])
    warnings = words.count("finding.warnings", report.counts[Severity.WARNING])
    if not report.counts[Severity.INFO]:
        return words("finding.summary", errors=errors, warnings=warnings)
    remarks = words.count("finding.remarks", report.counts[Severity.INFO])
    return words("finding.summary_remarks", errors=errors, warnings=warnings, remarks=remarks)


def _place(report: Report, span: Span) -> str:
    return f"{report.prefix}{span.path}:{span.line}:{span.column}"


def _level(report: Report, finding: Diagnostic) -> str:
    return Words(report.language)(f"finding.{entry(finding).severity.name.lower()}")


def _concise(report: Report, finding: Diagnostic) -> str:
    text = message(finding, report.language)
    place = _place(report, finding.span)
    return f"{place}: {_level(report, finding)}[{finding.code}] {text}"


def _full(report: Report, finding: Diagnostic) -> str:
    words = Words(report.language)
    lines = [_concise(report, finding), *_snippet(report, finding.span)]
    lines.append(f"  = {words('finding.cure')}: {hint(finding, report.language)}")
    for note in finding.related:
        lines.append(f"  = {words(f'finding.note.{note.key}')}: {_place(report, note.span)}")
        lines += _snippet(report, note.span)
    return "\n".join([*lines, ""])


def _snippet(report: Report, span: Span) -> list[str]:
    """The source line with a caret under the value."""
    rows = report.lines(span.path)
    if span.line > len(rows) or not rows[span.line - 1].strip():
        return []
    # A sign that steers the terminal would be obeyed there instead of being shown.
    visible = CONTROL.sub("\ufffd", rows[span.line - 1].replace("\t", " "))
    row = mask_personal_numbers(visible)
    start = span.column - 1
    shown, offset = row, 0
    if len(row) > _WIDTH:
        offset = max(0, start - 40)
        shown = row[offset : offset + _WIDTH]
    end = span.end_column - 1 if span.end_column else start + 1
    width = max(1, min(end, len(row)) - start)
    number = str(span.line)
    gutter = " " * len(number)
    caret = " " * (start - offset) + "^" * min(width, max(1, _WIDTH - (start - offset)))
    return [f" {gutter} |", f" {number} | {shown}", f" {gutter} | {caret}"]


def _github(report: Report, finding: Diagnostic) -> str:
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    span = finding.span
    text = f"{message(finding, report.language)}. {hint(finding, report.language)}"
    path = _escaped(f"{report.prefix}{span.path}").replace(":", "%3A").replace(",", "%2C")
    place = f"file={path},line={span.line},col={span.column}"
    return f"::{level[entry(finding).severity]} {place},title={finding.code}::{_escaped(text)}"


def _escaped(text: str) -> str:
    """One line, as GitHub reads it; its properties need more, since «:» and «,» part them."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _json(report: Report) -> str:
    items = [
        {
            "code": finding.code,
            "severity": entry(finding).severity.name.lower(),
            "message": message(finding, report.language),
            "cure": cure(finding, report.language),
            "suggestion": finding.suggestion,
            "path": f"{report.prefix}{finding.span.path}",
            "line": finding.span.line,
            "column": finding.span.column,
            "endColumn": finding.span.end_column,
            "related": [
                {
                    "path": f"{report.prefix}{n.span.path}",
                    "line": n.span.line,
                    "column": n.span.column,
                }
                for n in finding.related
            ],
        }
        for finding in report.findings
    ]
    return json.dumps(items, ensure_ascii=False, indent=2)
