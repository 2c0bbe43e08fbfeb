"""From rows to HTML: the templates, and the few ways in which a value is written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dragoman.knowledge import world
from dragoman.knowledge.entries import Country

HERE = Path(__file__).parent
ASSETS = HERE / "assets"  # written by hand
STATIC = HERE / "static"  # built from islands/, not kept in git
MANIFEST = STATIC / ".vite" / "manifest.json"


class Renderer:
    """Templates filled with text that is always escaped."""

    def __init__(self) -> None:
        self._env = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.filters |= {
            "when": when,
            "plain": plain,
            "country": self.country,
            "seg": segment,
            "thousands": thousands,
            "safe_link": safe_link,
            "is_item": lambda text: re.fullmatch(r"Q[0-9]+", str(text)) is not None,
        }
        self._env.globals |= {"asset": asset, "island": self.island, "has_islands": self.has_islands}

    def __call__(self, template: str, **values: Any) -> str:
        """A template filled."""
        return self._env.get_template(template).render(**values)

    def load(self, template: str) -> None:
        """Makes a template ready, so that the first who looks at its page need not wait for it."""
        self._env.get_template(template)

    @property
    def templates(self) -> list[str]:
        """The names of all templates."""
        return self._env.list_templates()

    @cached_property
    def countries(self) -> Mapping[str, Country]:
        """States by code: their names, and where they lie."""
        return world.geography(None)[0]

    def country(self, code: str | None) -> str:
        """The name of a state; an alliance's code stands for itself."""
        found = self.countries.get(code) if code else None
        return found.name if found else code or ""

    # ---- what was built from islands/

    @cached_property
    def _manifest(self) -> Mapping[str, Any]:
        try:
            found: Mapping[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return found

    def has_islands(self) -> bool:
        """Whether the scripts were built; the pages work without them."""
        return bool(self._manifest)

    def island(self, name: str) -> Markup:
        """The tags that load one island with its style; nothing where the scripts were not built."""
        entry = self._manifest.get(f"src/{name}.ts")
        if entry is None:
            return Markup("")
        styles = [*entry.get("css", ())]
        for part in entry.get("imports", ()):
            styles += self._manifest[part].get("css", ())
        link = Markup('<link rel="stylesheet" href="/static/{}">')
        script = Markup('<script type="module" src="/static/{}"></script>')
        return Markup("").join([*(link.format(s) for s in styles), script.format(entry["file"])])


@cache
def asset(name: str) -> str:
    """The address of a file of the desk's own, with what it holds in it, so that a browser may keep it for good."""
    digest = hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()[:12]
    return f"/assets/{name}?v={digest}"


def when(start: str | None, end: str | None = None) -> str:
    """A date or period as a reader expects it."""
    from dragoman.cli.timeline import when as shown

    return shown(start, end).replace("/", " to ", 1) if start else "undated"


def plain(word: object) -> str:
    """A name of the record's own as a reader has it: "arms transfer"."""
    return str(word).replace("_", " ")


def segment(text: str) -> str:
    """Text as one part of an address, whatever it holds."""
    return quote(text, safe="")


def thousands(number: int | float) -> str:
    """A number with its thousands apart."""
    return f"{number:,}"


def safe_link(url: str | None) -> str | None:
    """An address that a page gave, where it leads to the web; anything else (javascript:, data:) is no link."""
    if url and url.lower().startswith(("https://", "http://")) and not any(c <= " " or c == "\x7f" for c in url):
        return url
    return None
