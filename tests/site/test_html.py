"""The Nu HTML checker finds nothing wrong on any page; an obsolete feature counts as wrong."""

from __future__ import annotations

from tests.support import nu, report
from tests.support.links import Site


def test_html_is_valid(site: Site) -> None:
    messages = nu.check([site.root])
    report.none([str(message) for message in messages if message.severity == "error"])


def test_html_checker_has_no_warnings(site: Site) -> None:
    messages = nu.check([site.root])
    report.none([str(message) for message in messages if message.severity == "warning"])
