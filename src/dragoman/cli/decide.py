"""`dragoman decide`: correct the record; `dragoman decisions`: what was decided, shared with others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.cli.options import open_record, record_option

if TYPE_CHECKING:
    from dragoman.record.decisions import Anchor, Decision, Kind
    from dragoman.store.store import Store

F = TypeVar("F", bound=Callable[..., Any])


def _entry(command: F) -> F:
    """Options of every decision."""
    command = click.option("--when", metavar="TIME", help="ISO 8601; else the clock's, now.")(command)
    command = click.option("--who", metavar="NAME", envvar="DRAGOMAN_WHO", help="Else $DRAGOMAN_WHO, else the user.")(
        command
    )
    command = click.option("--why", metavar="TEXT", required=True, help="The reason, for whoever asks later.")(command)
    return record_option(command)


@click.group()
def decide() -> None:
    """Merge, split, correct, reject or confirm events; merge, split or keep apart actors; take a decision back.

    A decision goes before what pages say, is kept over every rebuild, and is only ever added to the ledger. An ID is
    the beginning of one that `timeline` or `who` lists.
    """


@decide.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
@_entry
def merge(ids: tuple[str, ...], **entry: Any) -> None:
    """Events that are one, or persons, bodies or companies that are."""
    _two(ids)
    _events("merge", ids, **entry)


@decide.command("not-same")
@click.argument("ids", nargs=2, metavar="ID ID")
@_entry
def not_same(ids: tuple[str, ...], **entry: Any) -> None:
    """Two events that are not one, however alike their reports are; or two actors, however alike their names."""
    _two(ids)
    _events("not-same", ids, **entry)


@decide.command()
@click.argument("id_", metavar="ID")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@_entry
def split(id_: str, pages: tuple[str, ...], **entry: Any) -> None:
    """An event of which some pages tell another, or a person of whom they do: what those PAGEs say stands by itself.

    Later pages that name a person so are taken to mean the one who keeps the other pages.
    """
    from dragoman.errors import DragomanError
    from dragoman.record.ledger import parted_anchors
    from dragoman.views.seek import whole_id

    with open_record(entry["record"]) as store:
        if _is_actor(whole_id(store, id_)):
            _decide(store, "split-actors", parted_anchors(store, whole_id(store, id_), pages), **entry)
            return
        id, found = _anchors(store, id_)
        moved = [a for a in found if a.article in pages]
        rest = [a for a in found if a.article not in pages]
        missing = set(pages) - {a.article for a in found}
        if missing or not rest:
            told = ", ".join(sorted({a.article for a in found}))
            why = f"is not told by {sorted(missing)[0]}" if missing else "would keep no page"
            raise DragomanError(id, why, f"its pages are {told}")
        _decide(store, "split", [moved, rest], **entry)


@decide.command()
@click.argument("id_", metavar="ID")
@_entry
def reject(id_: str, **entry: Any) -> None:
    """An event that is none: it is kept aside."""
    _events("reject", (id_,), **entry)


@decide.command()
@click.argument("id_", metavar="ID")
@_entry
def confirm(id_: str, **entry: Any) -> None:
    """An event that was looked at and stands, also where it was kept aside."""
    _events("confirm", (id_,), **entry)


@decide.command()
@click.argument("id_", metavar="ID")
@click.argument("field")
@click.argument("value")
@_entry
def correct(id_: str, field: str, value: str, **entry: Any) -> None:
    """A FIELD's right VALUE: status, start, end, place (NAME or "NAME|CODE"), host, type, transfer.quantity, ..."""
    _events("correct", (id_,), field=field, value=value, **entry)


@decide.command()
@click.argument("decision")
@_entry
def undo(decision: str, **entry: Any) -> None:
    """Take a DECISION back, by its id; taking back the taking back works, too."""
    from dragoman.errors import DragomanError
    from dragoman.record.ledger import ledger

    with open_record(entry["record"]) as store:
        found = [d.id for d in ledger(store) if d.id.startswith(decision)]
        if len(found) != 1:
            why = "begins the ids of several decisions" if found else "is no decision of this record"
            raise DragomanError(decision, why, "dragoman decisions lists them")
        _decide(store, "undo", [], undoes=found[0], **entry)


@click.command()
@record_option
@click.option("--export", "out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write the ledger, one decision a line; - for standard output.")  # fmt: skip
@click.option("--import", "taken", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
              help="Add the decisions of another ledger.")  # fmt: skip
def decisions(record: str | None, out: Path | None, taken: Path | None) -> None:
    """Show what was decided, by whom, why, and whether it holds; share it with others.

    A decision on what is not in the record waits; of two that contradict each other the later holds. Exit code 1
    where a line of an imported ledger could not be taken.
    """
    from dragoman.record.decisions import dumps
    from dragoman.record.ledger import ledger, take_in, verdicts_of

    wrong: Sequence[Exception] = ()
    with open_record(record) as store:
        if taken is not None:
            with taken.open(encoding="utf-8", errors="replace") as lines:
                new, wrong = take_in(store, lines, str(taken))
            for error in wrong:
                click.echo(f"not taken: {error}", err=True)
            click.echo(f"{new} new decisions.", err=True)
        known = ledger(store)
        if out is not None:
            text = "".join(dumps(d) + "\n" for d in known)
            if str(out) == "-":
                click.echo(text, nl=False)
            else:
                out.write_text(text, encoding="utf-8")
        elif taken is None:
            states = verdicts_of(store).states
            for d in known:
                state = states[d.id]
                holds = state.name + (f" by {state.by}" if state.by else "")
                click.echo(f"{d.id}  {d.when}  {d.who}  {_said(d)}  [{holds}]  {d.why}")
    sys.exit(1 if wrong else 0)


def _said(d: Decision) -> str:
    about = " / ".join(", ".join(sorted({a.article for a in group})) for group in d.groups)
    what = f" {d.field} = {d.value}" if d.kind == "correct" else f" {d.undoes}" if d.undoes else ""
    return f"{d.kind}{what} {about}".rstrip()


def _two(ids: tuple[str, ...]) -> None:
    from dragoman.errors import DragomanError

    if len(set(ids)) < 2:
        sort = "actor" if _is_actor(ids[0]) else "event"
        raise DragomanError(" ".join(ids), f"is one {sort} only", "give two ids or more")


def _events(kind: Kind, ids: Sequence[str], record: str | None, **entry: Any) -> None:
    from dragoman.errors import DragomanError

    with open_record(record) as store:
        found = [_anchors(store, id) for id in ids]
        if len({id for id, _ in found}) < len(ids):
            _two((found[0][0],))
        groups = [group for _, group in found]
        if kind in ("merge", "not-same") and all(_is_actor(id) for id, _ in found):
            kind = "merge-actors" if kind == "merge" else "not-same-actors"
        elif len({_is_actor(id) for id, _ in found}) > 1:
            raise DragomanError(" ".join(ids), "are events and actors", "give ids of one sort")
        if kind in ("merge", "merge-actors") and len(groups) > 2:
            groups = [groups[0], [anchor for group in groups[1:] for anchor in group]]
        _decide(store, kind, groups, record=record, **entry)


def _anchors(store: Store, prefix: str) -> tuple[str, list[Anchor]]:
    from dragoman.record.ledger import actor_anchors, anchors
    from dragoman.views.seek import whole_id

    id = whole_id(store, prefix)
    return id, list(actor_anchors(store, id) if _is_actor(id) else anchors(store, id))


def _is_actor(id: str) -> bool:
    return id.startswith("a")


def _decide(
    store: Store, kind: Kind, groups: Sequence[Sequence[Anchor]], record: str | None, why: str, who: str | None,
    when: str | None, field: str | None = None, value: str | None = None, undoes: str | None = None,
) -> None:  # fmt: skip
    import getpass
    from datetime import UTC, datetime

    from dragoman.config import Config
    from dragoman.record.build import bring_up
    from dragoman.record.ledger import decide as write

    moment = when or datetime.now(UTC).isoformat(timespec="seconds")
    made = write(store, kind, groups, who or getpass.getuser(), moment, why, field, value, undoes)
    bring_up(store, Config().threshold)
    click.echo(f"{made.id} {_said(made)}")
