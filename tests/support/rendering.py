"""A page's own part as HTML, without the frame around it."""

from __future__ import annotations

from casebook.outputs.pages.environment import environments
from casebook.outputs.pages.page import Page

_ENVIRONMENTS = environments()


def body_of(page: Page, root: str = "../") -> str:
    """What a page's template makes of its view."""
    template = _ENVIRONMENTS[page.language].get_template(page.template)
    return template.render(root=root, **page.view)
