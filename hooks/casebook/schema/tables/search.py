"""The fields of ``sok.yml``: the site's own words for search."""

from __future__ import annotations

from casebook.model.search_lists import SearchLists
from casebook.schema.compounds import Many
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import Text

SEARCH_LISTS = RecordType(
    "search-lists",
    SearchLists,
    (
        Field(
            "synonyms",
            "synonymer",
            Many(Many(Text(60))),
            "Grupper av ord som skal finne hverandre.",
            gap=False,
            example="[[ferje, ferge], [søppel, avfall, renovasjon]]",
        ),
        Field(
            "never_split",
            "del_aldri",
            Many(Text(60)),
            "Ord som ikke er satt sammen av andre ord, selv om søket tror det.",
            gap=False,
            example="[gamlehavn]",
        ),
        Field(
            "extra_parts",
            "deler",
            Many(Text(60)),
            "Ord som kan være del av sammensatte ord, og som søket ikke kjenner.",
            gap=False,
            example="[lekter]",
        ),
        Field(
            "rightly_split",
            "riktig_delt",
            Many(Text(60)),
            "Ord som søket deler riktig. De vises ikke igjen i oversikten over delte ord.",
            gap=False,
            example="[havneplan]",
        ),
    ),
)
