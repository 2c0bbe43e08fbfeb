"""From pages to readings in a record: a batch is read, written and forgotten before the next is begun."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Protocol

import dragoman
from dragoman.config import Config
from dragoman.errors import DragomanError, PageError
from dragoman.reading.publication import settled
from dragoman.store.store import Store
from dragoman.types import Article, Page, Reading

# No article is as long as this; a book or a log would keep the parser busy for hours.
MOST_TEXT = 1_000_000  # characters

REPORT_IT = "leave the page out, and report the fault with the page"


class Reads(Protocol):
    """What reads articles: `dragoman.facts.read.Reader`, or another language's reader."""

    def read_articles(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading for each article, in order."""
        ...


@dataclass(slots=True)
class Tally:
    """What a run did, for its last lines; it is up to date whenever the run is broken off."""

    read: int = 0
    unchanged: int = 0
    replaced: list[str] = field(default_factory=list)  # ids of pages that were in the record in another version
    failed: list[DragomanError] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)  # of pages that were read nevertheless


def read_into(
    store: Store,
    pages: Iterable[Page | PageError],
    article_of: Callable[[Page], Article],
    reader: Reads,
    fingerprint: str,
    config: Config,
    tally: Tally,
    step: Callable[[], None] = lambda: None,
) -> None:
    """Reads what is new among the pages and writes it, a batch a transaction; counts in `tally`.

    `step` is called once for each page that is dealt with. A page that cannot be read is
    counted and named. When interrupted, what was read of the batch is written first.
    """
    new = _new_articles(store, pages, article_of, fingerprint, tally, step)
    while batch := list(islice(new, config.batch)):
        done: list[tuple[Reading, str]] = []
        try:
            for reading, origin in readings(batch, reader, tally):
                done.append((reading, origin))
                step()
        finally:
            _write(store, done, fingerprint, tally)


def _write(store: Store, done: list[tuple[Reading, str]], fingerprint: str, tally: Tally) -> None:
    replaced = [reading.article.id for reading, _ in done if store.has_article(reading.article.id)]
    store.put(done, fingerprint)
    tally.read += len(done)
    tally.replaced += replaced
    tally.problems += [f"{origin}: {problem}" for reading, origin in done for problem in reading.problems]


def _new_articles(
    store: Store,
    pages: Iterable[Page | PageError],
    article_of: Callable[[Page], Article],
    fingerprint: str,
    tally: Tally,
    step: Callable[[], None],
) -> Iterator[tuple[Article, str]]:
    """The articles that must be read, with where each came from."""
    seen: dict[str, tuple[str, str]] = {}
    for page in pages:
        if isinstance(page, PageError):
            tally.failed.append(page)
            step()
            continue
        sha256, origin = seen.setdefault(page.id, (page.sha256, page.origin))
        if origin != page.origin and sha256 != page.sha256:
            why = f"its id {page.id} is that of {origin}, another page"
            tally.failed.append(PageError(page.origin, why, "rename one of the two"))
            step()
        elif origin != page.origin or store.is_read(page.id, page.sha256, fingerprint):
            tally.unchanged += 1
            step()
        else:
            try:
                article, date = _article(page, article_of), store.settled_date(page.id)
                yield (article if date is None else settled(article, date)), page.origin
            except PageError as error:
                tally.failed.append(error)
                step()


def _article(page: Page, article_of: Callable[[Page], Article]) -> Article:
    if page.kind == "text" and len(page.body) > MOST_TEXT:
        why = f"holds {len(page.body):,} characters, more than any article ({MOST_TEXT:,} at most)"
        raise PageError(page.origin, why, "split it into its articles, a page each")
    try:
        return article_of(page)
    except PageError:
        raise
    except Exception as error:  # a fault of ours must not end the run either: it is named and counted
        raise _fault(page.origin, error) from error


def readings(batch: list[tuple[Article, str]], reader: Reads, tally: Tally) -> Iterator[tuple[Reading, str]]:
    """The readings of articles, each with where it came from; where the reader fails, page by page to find on which."""
    count = 0
    try:
        for reading in reader.read_articles(article for article, _ in batch):
            yield reading, batch[count][1]
            count += 1
        return
    except DragomanError as error:
        if not isinstance(error, PageError):
            raise  # the parser is not there: no page can be read
    except Exception as error:  # named below, with the page that causes it
        if len(batch) == 1:
            tally.failed.append(_fault(batch[0][1], error))
            return
    for article, origin in batch[count:]:
        try:
            yield from ((reading, origin) for reading in reader.read_articles([article]))
        except PageError as error:
            tally.failed.append(error)
        except DragomanError:
            raise
        except Exception as error:  # as above
            tally.failed.append(_fault(origin, error))


def _fault(origin: str, error: Exception) -> PageError:
    text = str(error).splitlines()[0][:200] if str(error) else ""
    return PageError(origin, f"reading it failed ({type(error).__name__}{': ' + text if text else ''})", REPORT_IT)


def fingerprint(model: str, knowledge: Path | None = None) -> str:
    """What reads: a hash over the program, the packaged knowledge, a user's knowledge folder and the model's hash.

    A page is read again when any of them has changed.
    """
    digest = hashlib.sha256(f"{dragoman.__version__}|{model}".encode())
    package = Path(dragoman.__file__).parent
    for root in (package, *((knowledge,) if knowledge else ())):
        for path in sorted(root.rglob("*")):
            inside = path.relative_to(root)
            if path.suffix in (".py", ".yaml", ".csv") and inside.parts[0] not in _AFTER_READING and path.is_file():
                digest.update(str(inside).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:32]


# Folders whose code works on readings and has no part in making them.
_AFTER_READING = ("cli", "export", "record", "sample", "store", "views", "web")
