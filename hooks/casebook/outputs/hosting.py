"""Files that hosts read: headers, and redirects in the form of each kind of host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from casebook.graph import Graph
from casebook.outputs.numbers_pages import short_links
from casebook.outputs.output_file import OutputFile
from casebook.outputs.redirects import Redirect, redirects

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
_CACHE = {"/assets/*": "public, max-age=3600", "/sok/indeks/*": "public, max-age=86400"}
_HEAD = "# Laget av Casebook ved hvert bygg.\n"
_HSTS = """\
# Når nettstedet bare skal nås med https, legger du til denne linjen under /*:
#   Strict-Transport-Security: max-age=31536000; includeSubDomains
"""


def host_files(graph: Graph, uris: Iterable[str]) -> Iterator[OutputFile]:
    """The files at the root of the site that only its host reads.

    Args:
        graph: The joined records.
        uris: Every file of the site.
    """
    moved = redirects(graph)
    short = [
        Redirect(source, targets[0], "")
        for source, targets in short_links(graph).items()
        if len(targets) == 1
    ]
    folders = {uri.split("/")[0] for uri in uris if "/" in uri}
    withdrawn = [entry.address for entry in graph.publication.changes.withdrawn]
    gone = [address for address in withdrawn if "#" not in address and address[-1] != "/"]
    yield OutputFile("_headers", headers_file(folders).encode())
    yield OutputFile("_redirects", redirects_file(moved).encode())
    yield OutputFile("_redirects.nginx", nginx_map([*moved, *short], gone).encode())
    yield OutputFile("_redirects.apache", apache_rules([*moved, *short], gone).encode())


def headers_file(folders: Iterable[str]) -> str:
    """``_headers``, as Netlify and Cloudflare read it.

    Where several rules fit one path, one host joins the values and the other lets the last win. So
    no header stands in two rules that can meet: the policy stands once for each folder.
    """
    rules: dict[str, Mapping[str, str]] = {"/*": _EVERYWHERE}
    guarded = {"Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'"}
    for path in ("/", "/index.html", "/404.html"):
        rules[path] = guarded
    for folder in sorted(folders):
        rules[f"/{folder}/*"] = guarded
    rules["/embed/*"] = {"Content-Security-Policy": POLICY}
    lines = [_HEAD + _HSTS]
    for path in dict.fromkeys([*rules, *_OPEN_PATHS, *_CACHE]):
        lines.append(path)
        values = {**rules.get(path, {}), **(_OPEN if path in _OPEN_PATHS else {})}
        if path in _CACHE:
            values["Cache-Control"] = _CACHE[path]
        lines += [f"  {name}: {value}" for name, value in values.items()]
    return "\n".join(lines) + "\n"


def redirects_file(moved: Iterable[Redirect]) -> str:
    """``_redirects``, as Netlify and Cloudflare read it; short links have pages of their own."""
    lines = []
    for redirect in moved:
        lines.append(f"/{redirect.source} /{redirect.target} 301")
        if redirect.source.endswith("/") and redirect.target.endswith("/"):
            lines.append(f"/{redirect.source}* /{redirect.target}:splat 301")
    return _HEAD + "".join(f"{line}\n" for line in lines)


def nginx_map(moved: Iterable[Redirect], gone: Iterable[str]) -> str:
    """Maps for nginx: ``$casebook_moved`` is the new address, ``$casebook_gone`` is 1 when gone."""
    lines = [_HEAD + 'map $uri $casebook_moved {\n  default "";']
    for redirect in moved:
        lines.append(f'  "/{redirect.source}" "/{redirect.target}";')
        if redirect.source.endswith("/") and redirect.target.endswith("/"):
            source = redirect.source.replace(".", "\\.")
            lines.append(f'  "~^/{source}(?<rest>.+)$" "/{redirect.target}$rest";')
    lines.append("}\nmap $uri $casebook_gone {\n  default 0;")
    lines += [f'  "/{address}" 1;' for address in gone]
    return "\n".join([*lines, "}", ""])


def apache_rules(moved: Iterable[Redirect], gone: Iterable[str]) -> str:
    """Rules for Apache's mod_alias."""
    lines = []
    for redirect in moved:
        source = redirect.source.replace(".", "\\.")
        if redirect.source.endswith("/") and redirect.target.endswith("/"):
            lines.append(f'RedirectMatch 301 "^/{source}(.*)$" "/{redirect.target}$1"')
        else:
            lines.append(f'RedirectMatch 301 "^/{source}$" "/{redirect.target}"')
    lines += [f'Redirect 410 "/{address}"' for address in gone]
    return _HEAD + "".join(f"{line}\n" for line in lines)
