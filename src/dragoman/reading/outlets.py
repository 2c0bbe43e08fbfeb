"""Outlets and agencies: who carries a report, told by its name or its site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from dragoman.errors import KnowledgeError
from dragoman.reading.knowledge import fold, load

_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/(\d{4})(\d\d)?(\d\d)?\d*[a-z_]*/(?=\S)", re.I)
_WWW = re.compile(r"^(?:www\d?|m|mobile|amp)\.")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One who publishes; `country` is ISO 3166-1 alpha-3, `ownership` state, public, private or party."""

    name: str
    country: str
    ownership: str


@dataclass(frozen=True, slots=True)
class Outlets:
    """Outlets by folded name and by domain."""

    names: dict[str, Outlet]
    domains: dict[str, Outlet]

    def named(self, name: str) -> Outlet | None:
        """The outlet of this name or alias; a town or page of it may follow after a comma, slash or dash."""
        folded = fold(name).strip(" .:;-–—()[]")
        found = self.names.get(folded)
        if found is None:
            head = re.split(r"[,/|]| [-–—] ", folded, maxsplit=1)[0].strip()
            found = self.names.get(head)
        return found

    def at(self, host: str) -> Outlet | None:
        """The outlet of a host name or of the longest domain that the host is under."""
        parts = host.casefold().split(".")
        for skip in range(len(parts) - 1):
            found = self.domains.get(".".join(parts[skip:]))
            if found:
                return found
        return None


@cache
def outlets() -> Outlets:
    """The outlets of `knowledge/outlets.yaml`; raises KnowledgeError where two share a name or a domain."""
    names: dict[str, Outlet] = {}
    domains: dict[str, Outlet] = {}
    try:
        for row in load("outlets.yaml")["outlets"]:
            outlet = Outlet(row["name"], row["country"], row["ownership"])
            for key in dict.fromkeys(fold(name) for name in [row["name"], *row.get("aliases", ())]):
                _add(names, key, outlet)
            for key in dict.fromkeys(row.get("domains", ())):
                _add(domains, key, outlet)
    except (KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(
            "outlets.yaml", f"an entry is missing or of the wrong kind ({error})", "see its head"
        ) from None
    return Outlets(names, domains)


def _add(table: dict[str, Outlet], key: str, outlet: Outlet) -> None:
    if key in table:
        why = f"{key!r} stands for both {table[key].name} and {outlet.name}"
        raise KnowledgeError("outlets.yaml", why, "remove it from one of them")
    table[key] = outlet


def original(url: str) -> str:
    """The address of a page itself, where the one given is that of its copy in the Web Archive."""
    found = _ARCHIVE.match(url)
    return url[found.end() :] if found else url


def archived(url: str) -> str | None:
    """The day on which the Web Archive took the page, as coarse as the address has it."""
    found = _ARCHIVE.match(url)
    return "-".join(part for part in found.groups() if part) if found else None


def host_of(url: str) -> str | None:
    """The host of an address without www; None where there is none."""
    try:
        host = urlsplit(original(url)).hostname
    except ValueError:
        return None
    return _WWW.sub("", host) if host and "." in host else None
