"""Aliases: ids of actors that are no more, each with the mentions that it stood for."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select

from dragoman.store import schema


def keep(connection: Connection, *which: ColumnElement[bool]) -> None:
    """Notes the mentions of all actors, or of those chosen, before the derived tables that tell of them change.

    Conditions may be on `actor_mentions` and `actors`. The id of a state follows from its code and never changes.
    """
    s, m, a, past = schema.sightings.c, schema.actor_mentions.c, schema.actors.c, schema.past_actors
    of = func.json_extract
    # A sighting is written as the list of its fields; which are read here, their order in `record.sightings` tells.
    fields = (of(s.body, "$[7]"), of(s.body, "$[8]"), of(s.body, "$[1]"), of(s.body, "$[2]"))
    told = (
        select(m.actor, m.article, *fields)
        .join(schema.sightings, (s.article == m.article) & (s.referent == m.referent))
        .join(schema.actors, a.id == m.actor)
        .where(or_(a.kind != "state", a.country.is_(None)), *which)
    )
    names = [column.name for column in past.columns]
    connection.execute(insert(past).prefix_with("OR IGNORE").from_select(names, told))


def forget_living(connection: Connection) -> None:
    """Drops what was noted of actors whose ids the record has (again): these need no alias."""
    past = schema.past_actors
    connection.execute(delete(past).where(past.c.id.in_(select(schema.actors.c.id))))
