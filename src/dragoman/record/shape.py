"""The shapes that exports and APIs agree on: resolved events, actors, statements and articles as plain JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.record.bounds import Bounds
from dragoman.record.resolved import About, Actor, Event
from dragoman.types import Article, Place

Json = dict[str, Any]


def event(e: Event, about: Mapping[str, About]) -> Json:
    """An event; on a transfer its supplier and recipient are participants."""
    return {
        "id": e.id,
        "type": e.type,
        "plover": {"event": e.plover[0], "mode": e.plover[1]},
        "status": e.status,
        "participants": [
            {"actor": s.actor, "name": s.name, "kind": s.kind, "country": s.country, "role": s.role, "as": s.slot}
            for s in e.sides
        ],
        "host": e.host,
        "place": _place(e.place),
        "start": e.start,
        "end": e.end,
        "topics": list(e.topics),
        "transfer": dict(e.transfer) or None,
        "figures": [{"what": f.what, "number": f.number, "bound": f.bound} for f in e.figures],
        "sources": [
            {
                "article": s.article,
                "url": about[s.article].url,
                "publisher": about[s.article].publisher,
                "published": about[s.article].published,
                "sentence": s.sentence,
                "start": s.start,
                "end": s.end,
                "status": s.status,
                "attributed_to": list(s.attributed_to),
                "supports": list(s.supports),
                "copy_of": about[s.article].copy_of,
                "version": about[s.article].version,
                "superseded_by": about[s.article].superseded_by,
            }
            for s in e.sources
        ],
        "conflicts": [
            {"field": c.field, "values": [{"value": v, "sources": list(sources)} for v, sources in c.values]}
            for c in e.conflicts
        ],
        "confidence": e.confidence,
        "independent": e.independent,
        "life": [
            {"step": s.step, "on": s.on, "date": s.date, "article": s.article, "start": s.start, "end": s.end}
            for s in e.life
        ],
        "aside": e.aside,
        "decisions": [
            {
                "id": d.id, "kind": d.kind, "field": d.field, "value": d.value, "was": d.was, "who": d.who,
                "when": d.when, "why": d.why,
            }
            for d in e.decided
        ],
    }


def actor(a: Actor, about: Mapping[str, About]) -> Json:
    """An actor; the dates of a role are null, for pages say who holds an office, not since when."""
    return {
        "id": a.id,
        "name": a.name,
        "kind": a.kind,
        "country": a.country,
        "names": [{"name": name, "count": count} for name, count in a.names],
        "roles": [
            {
                "title": r.title,
                "org": r.org,
                "country": r.country,
                "former": r.former,
                "from": None,
                "to": None,
                "sources": [{"article": article, "start": start, "end": end} for article, start, end in r.sources],
            }
            for r in a.roles
        ],
        "links": dict(a.links),
        "sources": [
            {
                "article": s.article,
                "url": about[s.article].url,
                "publisher": about[s.article].publisher,
                "published": about[s.article].published,
                "start": s.start,
                "end": s.end,
                "mentions": s.mentions,
            }
            for s in a.sources
        ],
    }


def article(a: Article, about: About, bounds: Bounds | None = None) -> Json:
    """An article with its text and what was taken out of it; `bounds` are what others tell of when it was written."""
    out: Json = {
        "id": a.id,
        "url": a.url,
        "publisher": a.publisher,
        "country": a.country,
        "title": a.title,
        "byline": a.byline,
        "language": a.language,
        "published": a.published,
        "published_basis": a.published_basis,
    }
    after, before = (bounds.after, bounds.before) if bounds else (a.published_after, a.published_before)
    if after:
        out["published_after"] = after
    if before:
        out["published_before"] = before
    if bounds and (after or before):
        out["bounded_by"] = list(bounds.through)
    return out | {
        "text": a.text,
        "copies_of": about.copy_of,
        "version": about.version,
        "superseded_by": about.superseded_by,
        "furniture": [{"start": f.start, "end": f.end, "reason": f.reason} for f in a.furniture],
        "sha256": a.sha256,
    }


def _place(p: Place | None) -> Json | None:
    if p is None:
        return None
    return {"name": p.name, "country": p.country, "lat": p.lat, "lon": p.lon, "geonames": p.geonames}
