"""What the field table says of its fields, in the language of the writer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def nynorsk() -> Mapping[str, str]:
    """The texts of the table, which are bokmål, with what they are in nynorsk.

    A file of its own: few ask for it, and a build of a site in bokmål never does.
    """
    text = resources.files("casebook.schema").joinpath("help.nn.yml").read_text("utf-8")
    found: Mapping[str, str] = yaml.load(text, Loader=_LOADER)  # noqa: S506  # the safe one, in C
    return found


def help_in(language: str, text: str) -> str:
    """A text of the table in ``nb`` or ``nn``."""
    return nynorsk()[text] if language == "nn" else text
