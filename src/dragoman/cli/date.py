"""`dragoman date`: what a page says of its own date, and a date that a person settles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import open_record, record_option
from dragoman.errors import RecordError

if TYPE_CHECKING:
    from dragoman.record.bounds import Bounds
    from dragoman.store.store import Store
    from dragoman.types import Article, DateClaim, Fact, Reading


@click.command()
@click.argument("article")
@click.argument("day", required=False, metavar="[DATE]")
@click.option("--forget", is_flag=True, help="Take back a date that was settled by hand.")
@record_option
@click.option("--parser", metavar="NAME", help="An installed spaCy pipeline to parse with.")
@click.option(
    "--knowledge",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="A folder of your own knowledge files, laid over the packaged ones.",
)
def date(
    article: str, day: str | None, forget: bool, record: str | None, parser: str | None, knowledge: Path | None
) -> None:
    """Show what dates an article, or settle its date: YYYY, YYYY-MM or YYYY-MM-DD.

    Every date that hangs on the article's is resolved anew, from the text that the record holds, and
    so are those of its copies that have no date of their own. The decision is kept, also when the page is read again.
    """
    from dragoman.mentions.dates.calendar import parse
    from dragoman.record.making.bounds import bounds_of

    if day is not None and forget:
        raise click.UsageError("give a DATE or --forget, not both")
    wanted = parse(day)
    if day is not None and (wanted is None or wanted.year is None):
        raise click.BadParameter(f"{day}: is not a date; write YYYY, YYYY-MM or YYYY-MM-DD", param_hint="DATE")
    with open_record(record) as store:
        before = _reading(store, article)
        if day is None and not forget:
            _show(before.article, bounds_of(store, [article]).get(article))
            return
        copies = _settle(store, before, day, parser, knowledge)
        _tell(before, store.reading(article))
        for copy in copies:
            now = store.article(copy)
            click.echo(f"Its copy {copy} is dated anew: {now.published or 'no date'} ({now.published_basis}).")


def _reading(store: Store, article: str) -> Reading:
    try:
        return store.reading(article)
    except KeyError:
        raise RecordError(
            str(store.path), f"holds no article {article}", "its articles are listed by dragoman export"
        ) from None


def _settle(store: Store, before: Reading, day: str | None, parser: str | None, knowledge: Path | None) -> list[str]:
    """Keeps the decision, reads the article anew from its own text, and puts the record in order; gives its copies.

    Those are the other articles whose date the decision has changed.
    """
    from dragoman.config import Config
    from dragoman.dating import put_in_order
    from dragoman.facts.read import Reader
    from dragoman.language.parser import DEFAULT_PARSER
    from dragoman.pipeline import Tally
    from dragoman.reading.publication import settled, unsettled

    reader = Reader(parser=parser or DEFAULT_PARSER, knowledge_folder=knowledge)
    article = settled(before.article, day) if day is not None else unsettled(before.article)
    (after,) = reader.read_articles([article])
    store.settle_date(article.id, day)
    store.put([(after, store.origin(article.id))], store.read_by(article.id))
    tally = Tally()
    _, anew = put_in_order(store, reader, Config().threshold, tally)
    for error in tally.failed:
        click.echo(f"not read: {error}", err=True)
    return [id for id in anew if id != article.id]


def _show(article: Article, bounds: Bounds | None) -> None:
    click.echo(f"{article.id}: {article.published or 'no date'} ({article.published_basis})")
    after, before = (bounds.after, bounds.before) if bounds else (article.published_after, article.published_before)
    if after or before:
        through = f", by what other pages tell of {', '.join(bounds.through)}" if bounds else ""
        click.echo(f"  not before {after or '?'}, not after {before or '?'}{through}")
    for claim in article.date_claims:
        click.echo(f"  {_claim(article, claim)}")


def _claim(article: Article, claim: DateClaim) -> str:
    kind = "stands in furniture" if claim.basis == "unknown" else claim.basis
    words = ""
    if claim.start is not None and claim.end is not None:
        words = f', "{" ".join(article.text[claim.start : claim.end].split())}"'
    against = "" if claim.basis == "unknown" or _can_be_one(claim.value, article.published) else "; contradicts"
    return f"{claim.value}: {claim.note or kind}{words}{against}"


def _can_be_one(value: str, published: str | None) -> bool:
    from dragoman.record.dates import partial

    one, other = partial(value), partial(published)
    return one is None or other is None or one.agrees(other)


def _tell(before: Reading, after: Reading) -> None:
    """Which dates of the article's events are others now, with the way to each."""
    article = after.article
    click.echo(f"{article.id}: {article.published or 'no date'} ({article.published_basis})")
    old = {_key(fact): _when(fact) for fact in before.facts}
    changed = 0
    for fact in after.facts:
        now, then = _when(fact), old.get(_key(fact), "no date")
        if now == then:
            continue
        changed += 1
        trail = fact.date.value.trail if fact.date is not None else ""
        word = article.text[fact.trigger.start : fact.trigger.end]
        click.echo(f"  {fact.type} \"{word}\": {then} -> {now}" + (f" ({trail})" if trail else ""))
    click.echo(f"{changed} dates of its events are others now." if changed else "No date of its events hangs on it.")


def _key(fact: Fact) -> tuple[str, int, int]:
    return fact.type, fact.trigger.start, fact.trigger.end


def _when(fact: Fact) -> str:
    if fact.date is None:
        return "no date"
    value = fact.date.value
    return f"{value.start or '?'}" + (f" to {value.end}" if value.end else "")
