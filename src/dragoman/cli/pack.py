"""`dragoman pack`: what the program knows about kinds of events, and whether a pack of one's own holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.facts.examples import Outcome


@click.group()
def pack() -> None:
    """Look after packs: the kinds of events, as data."""


@pack.command()
@click.argument(
    "folder", required=False, metavar="[DIR]", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--kind", "kinds", multiple=True, metavar="NAME", help="Run the examples of this kind; may be repeated.")
@click.option("--all", "everything", is_flag=True, help="Run the examples of our kinds too, not only those of DIR.")
@click.option("--parser", metavar="NAME", help="An installed spaCy pipeline to parse with.")
def check(folder: Path | None, kinds: tuple[str, ...], everything: bool, parser: str | None) -> None:
    """Check a pack and run its examples: ours, or ours with DIR laid over it.

    Says for each example and near miss that gives something else its file, line, key and
    what it gives. Exit code 0 where all is well, 1 where an example gives something else,
    2 where the pack is refused.
    """
    from dragoman.facts.examples import run_examples
    from dragoman.facts.pack import has_frames, load_frames
    from dragoman.facts.read import Reader
    from dragoman.language.parser import DEFAULT_PARSER

    frames = load_frames(folder)
    ours = load_frames()
    chosen = [frame for frame in frames if frame.name in kinds] if kinds else [f for f in frames if f not in ours]
    unknown = sorted(set(kinds) - {frame.name for frame in frames})
    if unknown:
        raise click.BadParameter(
            f"there is no kind {unknown[0]!r}; there are {', '.join(frame.name for frame in frames)}",
            param_hint="--kind",
        )
    if folder is not None and not has_frames(folder):
        click.echo(f"{folder} holds no kinds of events; ours are run with its other files laid over", err=True)
    if everything or not chosen:
        chosen = list(frames)
    reader = Reader(parser or DEFAULT_PARSER, folder)
    for line in reader.left_out:
        click.echo(line, err=True)
    outcomes = run_examples(reader, chosen)
    for outcome in outcomes:
        for difference in outcome.differences:
            click.echo(f"{outcome.file}:{outcome.line}: {difference.key}: {difference.why}")
        if outcome.differences:
            click.echo(f"    {outcome.text}")
    for line in _counted(outcomes):
        click.echo(line)
    sys.exit(0 if all(outcome.passed for outcome in outcomes) else 1)


def _counted(outcomes: Sequence[Outcome]) -> list[str]:
    """How many examples of each kind gave what they must, then of all."""
    names = list(dict.fromkeys(outcome.frame for outcome in outcomes))
    width = max(len(name) for name in (*names, "all kinds"))
    rows = [(name, [o.passed for o in outcomes if o.frame == name]) for name in names]
    if len(rows) > 1:
        rows.append(("all kinds", [o.passed for o in outcomes]))
    return [f"{name:<{width}}  {sum(passed)} of {len(passed)} as they should be" for name, passed in rows]
