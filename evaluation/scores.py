"""The figures that the score tools give for an export."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation import starts
from evaluation.sets import GoldSet, rows

FIRST_KINDS = ("meeting", "visit", "call")

# Prefixes of the figures: all kinds of event, and the kinds that frames exist for since the first release.
ALL_KINDS = "all kinds"
CONTACTS = ", ".join(FIRST_KINDS)


@dataclass(frozen=True, slots=True)
class Figure:
    """A share between 0 and 1, or a count; a share of few is shown as its count."""

    value: float
    count: int | None = None
    of: int | None = None

    def __str__(self) -> str:
        if self.count is None:
            return f"{self.value:.3f}"
        return f"{self.count}" if self.of is None else f"{self.count}/{self.of}"


Figures = dict[str, Figure]


def score(tools: Path, gold: GoldSet, export: Path, pages: list[str]) -> Figures:
    """Every figure of a part of a set, by name ("all kinds: record F1", "people: F1", ...)."""
    figures: Figures = {}
    for title, kinds in ((ALL_KINDS, ()), (CONTACTS, FIRST_KINDS)):
        figures |= event_figures(title, json.loads(events(tools, gold, export, pages, kinds, "--json")))
    figures |= start_figures(*starts.counts(tools, gold.events, export, pages))
    people_json = people(tools, gold, export, pages, "--json")
    if people_json is not None:
        figures |= people_figures(json.loads(people_json))
    return figures


def events(
    tools: Path, gold: GoldSet, export: Path, pages: list[str], kinds: Iterable[str] = (), *options: str
) -> str:
    """What score.py prints for these pages."""
    types = ["--types", ",".join(kinds)] if kinds else []
    return _run(tools / "score.py", export / "events.jsonl", gold.events, "--pages", ",".join(pages), *types, *options)


def people(tools: Path, gold: GoldSet, export: Path, pages: list[str], *options: str) -> str | None:
    """What score_people.py prints for these pages; None where their gold names nobody.

    The tool takes whole gold files, so a part is scored against gold cut down to its pages.
    """
    wanted = people_on(rows(gold.people), set(pages))
    said = [row for row in rows(gold.statements) if str(row["doc"]) in set(pages)]
    if not wanted:
        return None
    with tempfile.TemporaryDirectory() as folder:
        who, what = Path(folder) / "people.jsonl", Path(folder) / "statements.jsonl"
        _write(who, wanted)
        _write(what, said)
        statements = [what] if said else []
        return _run(tools / "score_people.py", export, who, *statements, *options)


def people_on(gold: list[dict[str, Any]], pages: set[str]) -> list[dict[str, Any]]:
    """The people of the gold who are on these pages, cut down to these pages and to one another."""
    here = [
        {**person, "docs": [doc for doc in person["docs"] if str(doc) in pages]}
        for person in gold
        if any(str(doc) in pages for doc in person["docs"])
    ]
    names = {person["name"] for person in here}
    return [{**person, "not": [other for other in person.get("not", []) if other in names]} for person in here]


def event_figures(title: str, scored: Mapping[str, Any]) -> Figures:
    """Figures of score.py's JSON under a title."""
    out = {
        f"{title}: event P": Figure(scored["event_p"]),
        f"{title}: event R": Figure(scored["event_r"]),
        f"{title}: event F1": Figure(scored["event_f1"]),
        f"{title}: record F1": Figure(scored["record_f1"]),
        f"{title}: links across pages F1": Figure(scored["link_f1"]),
    }
    for name, (right, of) in sorted(scored["fields"].items()):
        out[f"{title}: field {name}"] = Figure(right / of if of else 0.0, right, of)
    return out


def start_figures(right: int, asked: int, wrong: int, given: int) -> Figures:
    """The figures of start dates; a part without any has none."""
    out = {}
    if asked:
        out[starts.RIGHT] = Figure(right / asked, right, asked)
    if given:
        out[starts.WRONG] = Figure(wrong / given, wrong, given)
    return out


def people_figures(scored: Mapping[str, Any]) -> Figures:
    """Figures of score_people.py's JSON."""
    out = {
        "people: P": Figure(scored["people_p"]),
        "people: R": Figure(scored["people_r"]),
        "people: F1": Figure(scored["people_f1"]),
        "people: country": Figure(scored["country"]),
        "people: role": Figure(scored["role"]),
        "people: split over several actors": Figure(scored["split"], scored["split"]),
    }
    kept, of = scored["kept_apart"]
    if of:
        out["people: kept apart"] = Figure(kept / of, kept, of)
    if "speakers" in scored:
        out["statements: speaker found"] = Figure(scored["speakers"])
    return out


def _run(tool: Path, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, str(tool), *map(str, arguments)], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        raise RuntimeError(f"{tool}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def _write(path: Path, objects: Iterable[Mapping[str, Any]]) -> None:
    path.write_text("".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects), encoding="utf-8")
