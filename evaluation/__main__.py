"""`python -m evaluation`: read every set, score it, print one table, hold it against the floors."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from evaluation import attributed, names, nothing, plover, records, scores, sets, table
from evaluation import floors as pins
from evaluation.scores import Figures


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 where every figure holds its floor, or where there is nothing to score."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--raise-floors", action="store_true", help="pin what is reached now, less the margin")
    parser.add_argument("--lower", action="store_true", help="with --raise-floors: lower floors too")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table to a file as well")
    options = parser.parse_args(arguments)
    if options.lower and not options.raise_floors:
        parser.error("--lower needs --raise-floors")

    columns, pages, problems = measure(sets.root())
    if columns:
        text = table.markdown(columns, pages)
        print(text)
        if options.markdown:
            options.markdown.write_text(PREFACE + text, encoding="utf-8")
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    reached = {column: {name: f.value for name, f in figures.items()} for column, figures in columns.items()}
    return _raise(reached, options.lower) if options.raise_floors else _check(reached)


PREFACE = """\
# Evaluation

Written by `python -m evaluation --markdown docs/evaluation.md`. The pages and their answers are not part of this
repository: `DRAGOMAN_EVAL` names their folder. Pages that are held back are read by nobody who works on the program,
so their figures are the ones to expect on other news; there are few of them, so a single page moves a figure far.

"""


def measure(folder: Path) -> tuple[dict[str, Figures], dict[str, int], list[str]]:
    """Figures and numbers of pages by column, and what went wrong; says on stdout what is missing."""
    tools = folder / "score"
    absent = [path for path in (tools / "score.py", tools / "score_people.py") if not path.exists()]
    if absent:
        print(f"evaluation: nothing to score with: {_list(absent)} not there; DRAGOMAN_EVAL names the folder with gold")
        return {}, {}, []
    held = sets.held_back(folder)
    columns: dict[str, Figures] = {}
    pages: dict[str, int] = {}
    problems: list[str] = []
    empty = invented = 0  # pages of the sets without an event, and the events stated on them
    for gold in sets.gold_sets(folder):
        missing = gold.missing()
        if missing:
            print(f"evaluation: {gold.name} is left out: {_list(missing)} not there")
            continue
        with tempfile.TemporaryDirectory() as work:
            try:
                export = records.export([gold.pages], Path(work))
            except records.CommandFailed as failure:
                problems.append(f"evaluation: {gold.name}: {failure}")
                continue
            for part, ids in sets.parts(gold, held).items():
                column = gold.name if part == sets.ALL else f"{gold.name}, {part}"
                columns[column] = scores.score(tools, gold, export, ids)
                pages[column] = len(ids)
            without = nothing.pages_of_gold(gold)
            empty += len(without)
            invented += nothing.stated(export, without)
    if empty:
        columns[nothing.GOLD], pages[nothing.GOLD] = nothing.figures(invented, empty), empty
    try:
        invented, empty = _on_pinned_pages(folder / "corpus")
    except records.CommandFailed as failure:
        return columns, pages, [*problems, f"evaluation: {nothing.CORPUS}: {failure}"]
    if empty:
        columns[nothing.CORPUS], pages[nothing.CORPUS] = nothing.figures(invented, empty), empty
    corpus = folder / attributed.CORPUS
    if corpus.is_dir():
        marks = attributed.marks()
        columns[attributed.COLUMN] = attributed.figures(attributed.answers(corpus, marks))
        pages[attributed.COLUMN] = len({mark.article for mark in marks})
    else:
        print(f"evaluation: who is cited for a report is left out: {corpus} is not there")
    for path in sorted((folder / "bench" / "plover").glob("gsr_*.json")):
        column = f"PLOVER records, {path.stem.removeprefix('gsr_')}"
        columns[column], pages[column] = plover.score(path)
    for path in sorted((folder / "bench" / "names").glob("cases_*.csv")):
        column = f"name pairs, {path.stem.removeprefix('cases_')}"
        found = names.pairs(path)
        columns[column], pages[column] = names.figures(found), len(found)
    return columns, pages, problems


def _on_pinned_pages(corpus: Path) -> tuple[int, int]:
    """Events stated on the pages of real news that hold nothing, and how many of those pages are there."""
    ids = nothing.pinned_pages()
    with tempfile.TemporaryDirectory() as work:
        pages = Path(work) / "pages.jsonl"
        there = nothing.select(corpus, ids, pages)
        if there < len(ids):
            print(f"evaluation: {nothing.CORPUS}: {len(ids) - there} of {len(ids)} pages are not in {corpus}")
        return (nothing.stated(records.export([pages], Path(work) / "read"), ids) if there else 0), there


def _list(paths: list[Path]) -> str:
    return ", ".join(map(str, paths)) + (" is" if len(paths) == 1 else " are")


def _check(reached: pins.Floors) -> int:
    pinned = pins.load()
    below = pins.falls(pinned, reached)
    for fall in below:
        print(f"BELOW ITS FLOOR  {fall}")
    if reached and not below:
        count = sum(len(names) for column, names in pinned.items() if column in reached)
        print(f"All {count} floors of evaluation/floors.toml hold." if count else "No floors are pinned yet.")
    return 1 if below else 0


def _raise(reached: pins.Floors, lower: bool) -> int:
    new, refused = pins.raised(pins.load(), reached, lower)
    pins.FILE.write_text(pins.dump(new), encoding="utf-8")
    print(f"wrote {pins.FILE}")
    for fall in refused:
        print(f"NOT LOWERED  {fall}; --lower lowers it")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
