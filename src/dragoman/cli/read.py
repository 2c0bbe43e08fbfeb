"""`dragoman read`: pages into the record."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import record_option
from dragoman.config import Config, record_path

if TYPE_CHECKING:
    from dragoman.pipeline import Tally
    from dragoman.record.build import Built

INTERRUPTED = 130  # what a shell gives a program that Ctrl-C ended


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@record_option
@click.option("--parser", metavar="NAME", help="An installed spaCy pipeline to parse with.")
@click.option(
    "--knowledge",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    envvar="DRAGOMAN_KNOWLEDGE",
    help="A folder of your own knowledge files, laid over the packaged ones; $DRAGOMAN_KNOWLEDGE if not given.",
)
@click.option("--quiet", "-q", is_flag=True, help="Print problems only.")
def read(paths: tuple[str, ...], record: str | None, parser: str | None, knowledge: Path | None, quiet: bool) -> None:
    """Read pages (.txt, .html, .jsonl, folders of them) into the record.

    Only what is new is read. Exit code 0 where every page was read, 1 where some could
    not be, 2 where nothing could be done.
    """
    from dragoman.cli.progress import Progress
    from dragoman.dating import put_in_order
    from dragoman.facts.read import Reader
    from dragoman.knowledge import overlay
    from dragoman.language.parser import DEFAULT_PARSER, info
    from dragoman.pipeline import Tally, fingerprint, read_into
    from dragoman.reading import read as article_of
    from dragoman.record.build import builder
    from dragoman.sources import find
    from dragoman.store.store import Store

    config = Config(parser=parser, knowledge=knowledge)
    place = record_path(record)
    name = parser or DEFAULT_PARSER
    skipped: Counter[str] = Counter()
    tally = Tally()
    with Store.open(place, create=True) as store:
        reader = Reader(parser=name, knowledge_folder=knowledge)
        mark = fingerprint(info(name).sha256, knowledge)
        for line in reader.left_out:
            click.echo(line, err=True)
        try:
            with Progress(paths, show=not quiet) as bar:
                read_into(store, find(paths, skipped), article_of, reader, mark, config, tally, bar.step)
                if store.is_stale(builder(config.threshold)):
                    bar.say("putting the record in order")
                with overlay.laid_over(knowledge):
                    built, _ = put_in_order(store, reader, config.threshold, tally)
        except KeyboardInterrupt:
            _tell(tally, skipped, None, place, quiet)
            click.echo(f"Stopped. What was read is kept in {place}; run the same command again to go on.", err=True)
            sys.exit(INTERRUPTED)
    _tell(tally, skipped, built, place, quiet)
    sys.exit(1 if tally.failed else 0)


def _tell(tally: Tally, skipped: Counter[str], built: Built | None, place: str, quiet: bool) -> None:
    """What was read, what was not and why: counts on standard output, problems on standard error, a line each."""
    for error in tally.failed:
        click.echo(f"not read: {error}", err=True)
    for problem in tally.problems:
        click.echo(f"note: {problem}", err=True)
    if quiet:
        return
    parts = [f"{_pages(tally.read)} read"]
    if tally.unchanged:
        parts.append(f"{tally.unchanged} already in the record")
    if tally.failed:
        parts.append(f"{len(tally.failed)} not read")
    if tally.replaced:
        parts.append(f"{len(tally.replaced)} of them read again, for the page or the program has changed")
    click.echo("; ".join(parts) + ".")
    if skipped:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(skipped.items()))
        click.echo(f"Files of kinds that are not read: {kinds}.")
    if built:
        aside = f" ({built.aside} more kept aside for review)" if built.aside else ""
        click.echo(
            f"{place} holds {_pages(built.articles)}, {built.events} events{aside}, "
            f"{built.actors} actors, {built.statements} statements."
        )


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count:,} pages"
