"""The check that stops a build with a broken output finds each kind of fault."""

from __future__ import annotations

import pytest

from casebook.outputs.self_check import check_output, frame_of, is_machine_output
from tests.support import region

FEED = '<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title><id>f</id>{}</feed>'
CASE = '{{"record": "case", "schema": "s", "id": "i", "url": "u", "language": "nb"{}}}'
CALENDAR = "BEGIN:VCALENDAR\r\n{}END:VCALENDAR\r\n"


def problems(uri: str, content: str) -> list[str]:
    return [dict(found.params)["problem"] for found in check_output(uri, content.encode())]


def test_the_invented_region_is_whole() -> None:
    found = [
        (item.code, item.params)
        for uri, content in region.outputs().items()
        if is_machine_output(uri)
        for item in check_output(uri, content)
    ]
    assert found == []
    assert sum(is_machine_output(uri) for uri in region.outputs()) > 400


@pytest.mark.parametrize(
    ("uri", "content"),
    [
        ("a.json", "{"),
        ("a.json", "[]"),
        ("a.json", CASE.format("")),
        ("a.json", CASE.format(', "title": "t"').replace('"u"', '""')),
        ("a.json", '{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": " "}]}'),
        ("a.json", '{"version": "https://jsonfeed.org/version/1.1"}'),
        ("a.xml", "<feed>"),
        ("a.xml", FEED.format("<entry><title></title><id>1</id></entry>")),
        ("a.xml", FEED.format("<entry><title>a</title><id>f</id></entry>")),
        ("a.ics", CALENDAR.format("BEGIN:VEVENT\r\n")),
        ("a.ics", CALENDAR.format("SUMMARY:\r\n")),
        ("a.ics", CALENDAR.format("X:" + "a" * 80 + "\r\n")),
        ("a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"),
        ("a.csv", "a;b\r\n1\r\n"),
        ("a.csv", ""),
        ("a.csv", "a;b\r\n1\r2;3\r\n"),
        ("a.md", " \n"),
        ("a.ttl", ""),
        ("a.ttl", "<a> a <b>"),
        ("a.ttl", "<a> a [ a <b> ."),
        ("a.ttl", "<a> a <b> ] ."),
        ("a.ttl", '<a> <b> "c .'),
        ("a.ttl", "<a> a dcat:Catalog ."),
        ("robots.txt", " "),
        ("embed/sak/a/innhold.json", "{"),
    ],
)
def test_faults_are_found(uri: str, content: str) -> None:
    assert problems(uri, content)


def test_a_table_may_hold_a_decision_of_any_length() -> None:
    assert problems("a.csv", f'a;b\r\n1;"{"ord " * 50_000}"\r\n') == []


def large(tail: str) -> str:
    records = ",\n".join('{"a": "%s"}' % ("x" * 1000) for _ in range(9000))
    return f'{{"cases":[\n{records}\n]{tail}\n'


def test_a_large_list_is_checked_by_its_frame_and_a_sample() -> None:
    def framed(content: str) -> str:
        frame = frame_of(content.encode().splitlines(keepends=True))
        assert len(frame) < len(content) / 5
        return frame.decode()

    assert problems("a.json", framed(large("}"))) == []
    assert problems("a.json", framed(large("")))
    assert problems("a.json", framed(large("}").replace("\n]", ",\n]")))
    assert problems("a.json", framed(large("}").replace('"x', "x", 1)))


def test_a_short_list_is_checked_whole() -> None:
    lines = [b'{"cases":[\n', *[b'{"a":1},\n'] * 50, b'{"a":2}\n', b"]}\n"]
    assert frame_of(lines) == b"".join(lines)


@pytest.mark.parametrize(
    ("uri", "content"),
    [
        ("a.json", CASE.format(', "title": "t"')),
        ("a.json", CASE.format(', "removed": true')),
        ("a.json", CASE.format(', "exempt": {"what": ["tittel"]}')),
        ("a.xml", FEED.format("<entry><title>a</title><id>1</id></entry>")),
        ("a.ics", CALENDAR.format("BEGIN:VEVENT\r\nSUMMARY:a\r\nEND:VEVENT\r\n")),
        ("a.csv", "a;b\r\n1;2\r\n"),
        ("a.md", "# a\n"),
    ],
)
def test_what_is_whole_passes(uri: str, content: str) -> None:
    assert problems(uri, content) == []


def test_files_of_others_are_not_judged() -> None:
    assert not is_machine_output("sak/a/vedlegg/vannstand.csv")
    assert not is_machine_output("index.html")
    assert is_machine_output("sak/a/sak.json")
