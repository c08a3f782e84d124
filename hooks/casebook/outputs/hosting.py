"""Files that hosts read: headers, and redirects in the form of each kind of host."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from casebook.graph import Graph
from casebook.outputs import addresses, disclosure
from casebook.outputs.numbers_pages import short_links
from casebook.outputs.output_file import OutputFile
from casebook.outputs.redirects import Redirect, stands

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)
"""The one content security policy; every page carries it, and the headers file repeats it."""

_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_OPEN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
_OPEN_PATHS = (
    "/data/*",
    "/feed/*",
    "/kalender/*",
    "/embed/*",
    "/bilde/*",
    "/sak/:id/sak.json",
    "/sak/:id/sak.md",
    "/sak/:id/oembed.json",
    "/mote/:id/mote.json",
    "/mote/:id/mote.md",
    "/prosess/:id/prosess.json",
    "/prosess/:id/prosess.md",
)
_UNINDEXED = ("/data/:file", "/data/oparl/*", "/embed/*", "/feed/*", "/kalender/*")
"""Copies of what the pages say; search engines shall find the pages."""
_CACHE = {"/assets/*": "public, max-age=3600", "/sok/indeks/*": "public, max-age=86400"}
_SUBJECTS = ("sak/", "mote/", "prosess/", "tema/", "organ/", "kommune/")
"""Pages with files of their own below them, feeds, calendars or embeds."""
_HEAD = "# Laget av Casebook ved hvert bygg.\n"
_HSTS = """\
# Når nettstedet bare skal nås med https, legger du til denne linjen under /*:
#   Strict-Transport-Security: max-age=31536000; includeSubDomains
"""


def host_files(
    graph: Graph, present: Collection[str], added: Collection[str], moved: Sequence[Redirect]
) -> Iterator[OutputFile]:
    """The files at the root of the site that only its host reads.

    Args:
        graph: The joined records.
        present: Every file of the site that no earlier publication called for.
        added: The others.
        moved: Redirects from what no longer stands.
    """
    short = [
        Redirect(source, targets[0], "")
        for source, targets in short_links(graph).items()
        if len(targets) == 1
    ]
    folders = {uri.split("/")[0] for uri in (*present, *added) if "/" in uri}
    gone = list(_gone(graph, present))
    personal = sorted(disclosure.personal_pages(graph))
    yield OutputFile("_headers", headers_file(folders, personal).encode())
    yield OutputFile("_redirects", redirects_file(moved).encode())
    yield OutputFile("_redirects.nginx", nginx_map([*moved, *short], gone, personal).encode())
    yield OutputFile("_redirects.apache", apache_rules([*moved, *short], gone, personal).encode())


def _gone(graph: Graph, present: Collection[str]) -> Iterator[str]:
    """Patterns of what was published and taken down, where no page can say so in its place.

    What answers again is not gone, whatever the list says that once withdrew it.
    """
    for entry in graph.publication.changes.withdrawn:
        address = entry.address
        if "#" in address or stands(address, present):
            continue
        if address.startswith(_SUBJECTS) and address.endswith("/"):
            yield rf"{address}(?!index\.html$)."
            yield rf"(?:embed|feed|kalender)/{address[:-1]}[/.]"
        elif not address.endswith("/"):
            yield address.replace(".", "\\.") + "$"
    for case in graph.cases.values():
        if not graph.is_published(case):
            yield rf"{addresses.case(case.id)}(vedlegg/|oembed\.json$)"


def headers_file(folders: Iterable[str], personal: Iterable[str]) -> str:
    """``_headers``, as Netlify and Cloudflare read it.

    Where several rules fit one path, one host joins the values and the other lets the last win. So
    no header stands in two rules that can meet: the policy stands once for each folder.

    Args:
        folders: Every folder at the root of the site.
        personal: Pages of cases with personal data, whose files no search engine may keep.
    """
    rules: dict[str, Mapping[str, str]] = {"/*": _EVERYWHERE}
    guarded = {"Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'"}
    for path in ("/", "/index.html", "/404.html"):
        rules[path] = guarded
    for folder in sorted(folders):
        rules[f"/{folder}/*"] = guarded
    rules["/embed/*"] = {"Content-Security-Policy": POLICY}
    lines = [_HEAD + _HSTS]
    unindexed = [*_UNINDEXED, *(f"/{page}*" for page in personal)]
    for path in dict.fromkeys([*rules, *unindexed, *_OPEN_PATHS, *_CACHE]):
        lines.append(path)
        values = {**rules.get(path, {}), **(_OPEN if path in _OPEN_PATHS else {})}
        if path in unindexed:
            values["X-Robots-Tag"] = "noindex"
        if path in _CACHE:
            values["Cache-Control"] = _CACHE[path]
        lines += [f"  {name}: {value}" for name, value in values.items()]
    return "\n".join(lines) + "\n"


def redirects_file(moved: Iterable[Redirect]) -> str:
    """``_redirects``, as Netlify and Cloudflare read it; short links have pages of their own.

    Rules for whole folders come last: one host takes only 100 of them, after the others.
    """
    single, folders = [], []
    for redirect in moved:
        single.append(f"/{redirect.source} /{redirect.target} 301")
        if redirect.source.endswith("/") and redirect.target.endswith("/"):
            folders.append(f"/{redirect.source}* /{redirect.target}:splat 301")
    lines = [*single, *folders]
    return _HEAD + "".join(f"{line}\n" for line in lines)


def nginx_map(moved: Iterable[Redirect], gone: Iterable[str], personal: Iterable[str] = ()) -> str:
    """Maps for nginx, by path.

    ``$casebook_moved`` is the new address, ``$casebook_gone`` is 1 when it is gone (its pattern is
    one of ``gone``), and ``$casebook_robots`` is what search engines are told.
    """
    lines = [_HEAD + 'map $uri $casebook_moved {\n  default "";']
    for redirect in moved:
        lines.append(f'  "/{redirect.source}" "/{redirect.target}";')
        if redirect.source.endswith("/") and redirect.target.endswith("/"):
            source = redirect.source.replace(".", "\\.")
            lines.append(f'  "~^/{source}(?<rest>.+)$" "/{redirect.target}$rest";')
    lines.append("}\nmap $uri $casebook_gone {\n  default 0;")
    lines += [f'  "~^/{pattern}" 1;' for pattern in gone]
    lines.append('}\nmap $uri $casebook_robots {\n  default "";')
    lines += [f'  "~{pattern}" noindex;' for pattern in _unindexed(personal)]
    return "\n".join([*lines, "}", ""])


def _unindexed(personal: Iterable[str]) -> Iterator[str]:
    """Patterns of paths that search engines shall not keep; servers see index pages by name."""
    file = r"(?!index\.html$)[^/]+$"
    for path in (*_UNINDEXED, *(f"/{page}*" for page in personal)):
        yield "^" + path.replace(".", "\\.").replace(":file", file).replace("*", "")


def apache_rules(
    moved: Iterable[Redirect], gone: Iterable[str], personal: Iterable[str] = ()
) -> str:
    """Rules for Apache's mod_alias and mod_setenvif; the first that fits wins."""
    lines = [f'RedirectMatch 410 "^/{pattern}"' for pattern in gone]
    for redirect in moved:
        source = redirect.source.replace(".", "\\.")
        if redirect.source.endswith("/") and redirect.target.endswith("/"):
            lines.append(f'RedirectMatch 301 "^/{source}(.*)$" "/{redirect.target}$1"')
        else:
            lines.append(f'RedirectMatch 301 "^/{source}$" "/{redirect.target}"')
    lines += [f'SetEnvIf Request_URI "{p}" casebook_unindexed' for p in _unindexed(personal)]
    return _HEAD + "".join(f"{line}\n" for line in lines)
