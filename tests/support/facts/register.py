"""Names of registers as they were on a day, looked up in the raw region.yml."""

from __future__ import annotations

from typing import Any

from tests.support.building import TODAY
from tests.support.facts.raw import Raw, archive, items


def names(entry: Raw) -> list[Raw]:
    """A body's or municipality's names with their periods."""
    return [{"navn": name} if isinstance(name, str) else name for name in items(entry["navn"])]


def name_on(entry: Raw, day: Any) -> str:
    """The name in use on a day; the newest when no day is known."""
    known = names(entry)
    if day is None:
        return str(known[-1]["navn"])
    last = f"{day}-12-31"[:10] if len(str(day)) < 10 else str(day)
    for name in known:
        after = str(name.get("fra", "")) <= last
        if after and ("til" not in name or last <= f"{name['til']}-12-31"[:10]):
            return str(name["navn"])
    return str(known[-1]["navn"])


def body_name(body: str, day: Any) -> str:
    """A body's name on a day."""
    entry = archive().register("organer", body)
    return name_on(entry, day) if entry else body


def municipality_name(place: str, day: Any = None) -> str:
    """A municipality's name on a day."""
    entry = archive().register("kommuner", place)
    return name_on(entry, day) if entry else place


def has_left(place: str) -> bool:
    """Whether a municipality is a member no more on the day of the tests."""
    entry = archive().register("kommuner", place) or {}
    member = entry.get("medlem")
    return isinstance(member, dict) and str(member.get("til", "9999")) < TODAY


def topic_name(topic: str, language: str) -> str:
    """A topic in a language."""
    entry = archive().register("temaer", topic)
    name = entry["navn"] if entry else topic
    return str(name[language]) if isinstance(name, dict) else str(name)


def owner_name(owner: str) -> tuple[str, str]:
    """What an owner is called, and the end of the address of its page, if it has one."""
    if owner.startswith("kommune:"):
        place = owner.removeprefix("kommune:")
        return municipality_name(place), f"kommune/{place}/"
    entry = archive().register("eiere", owner)
    if entry:
        return str(entry["navn"]), ""
    return body_name(owner, None), f"organ/{owner}/"


def meeting_body(meeting: str) -> str:
    """The body that held a meeting."""
    return str(archive().meetings[meeting].front.get("organ", ""))


def case_title(case: str) -> str:
    """A case's title as the public may see it; empty when it is withheld or taken down."""
    front = archive().cases[case].front
    withheld = "tittel" in items(front.get("unntatt", {}).get("hva"))
    gone = "tatt_av_siden" in front or "persondata" in front
    return "" if withheld or gone else str(front["tittel"])


def treatment_date(item: Raw) -> Any:
    """When a treatment took place, from its meeting or its own date."""
    if "møte" in item:
        return archive().meetings[item["møte"]].front["dato"]
    return item.get("dato")


def item_id(item: Raw) -> str:
    """A treatment's id: its own, else its body's."""
    own = item.get("id") or item.get("organ")
    return str(own or meeting_body(item["møte"]))
