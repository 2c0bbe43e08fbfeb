"""The tables of a record.

`articles` and `readings` are what was read, and are all that cannot be made anew. Every
table after them is derived: `record.build` empties and fills them from the readings. What a view
filters or sorts by is a column of its own, so that no view need open the body of every event.
The full-text index over articles stands in `fulltext.py`.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

APPLICATION = "dragoman record"
VERSION = 2
SQLITE_APPLICATION_ID = 0x4452474D  # "DRGM" in the file's header

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)

# ------------------------------------------------------------------ what was read

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("sha256", String, nullable=False),  # of the page's bytes
    Column("text_sha256", String, nullable=False, index=True),  # equal where one page is a copy of another
    Column("origin", Text, nullable=False),  # file (and line) it was last read from, for messages
    Column("url", Text),
    Column("publisher", Text),
    Column("country", String),
    Column("title", Text),
    Column("language", String, nullable=False),
    Column("published", String, index=True),
    Column("published_basis", String, nullable=False),
    Column("published_after", String),
    Column("published_before", String),
    Column("copies_of", String),
    Column("furniture", Text, nullable=False),  # JSON: [[start, end, reason], ...]
    Column("rest", Text, nullable=False),  # JSON: byline, dateline, title span, date claims
    Column("text", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("sha256", String, nullable=False),  # of the input that was read
    Column("fingerprint", String, nullable=False),  # of the reader: program, knowledge, model
    Column("body", Text, nullable=False),  # JSON: referents, facts, statements, problems
)

# ------------------------------------------------------------------ what follows from it

article_standing = Table(
    "article_standing",
    metadata,
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("copy_of", String, index=True),  # the lead of the family of copies that it is in
    Column("version", String),  # correction, retraction, update
    Column("superseded_by", String),
)

actors = Table(
    "actors",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", String),
    Column("pages", Integer, nullable=False),  # how many articles name it
    Column("brief", Text, nullable=False),  # JSON: the body without its sources, which may be very many
    Column("body", Text, nullable=False),  # JSON: the actor as CONTRACT.md has it
)

actor_names = Table(
    "actor_names",
    metadata,
    Column("actor", ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("folded", Text, nullable=False),
    Column("count", Integer, nullable=False),
)

actor_mentions = Table(
    "actor_mentions",
    metadata,
    Column("actor", ForeignKey("actors.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("referent", Integer, primary_key=True),  # number of the referent in its reading
)

events = Table(
    "events",
    metadata,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False),
    Column("status", String, nullable=False),
    Column("start", String),
    Column("end", String),
    Column("sort", String, nullable=False),  # key that puts events in time order, undated ones last
    Column("place", Text),
    Column("place_country", String),
    Column("host", String),
    Column("confidence", Float, nullable=False),
    Column("aside", Boolean, nullable=False),  # under the threshold: kept for review
    Column("first_day", Integer),  # ordinal of the first day it may cover; null where no year is known
    Column("last_day", Integer),
    Column("lat", Float),  # degrees
    Column("lon", Float),
    Column("pages", Integer, nullable=False),  # how many articles report it
    Column("conflicts", Integer, nullable=False),  # on how many fields they disagree
    Column("body", Text, nullable=False),  # JSON: the event as CONTRACT.md has it
)

event_participants = Table(
    "event_participants",
    metadata,
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor", ForeignKey("actors.id", ondelete="CASCADE"), nullable=False),
    Column("slot", String),
    Column("kind", String, nullable=False),
    Column("country", String),
    sqlite_with_rowid=False,
)

event_sources = Table(
    "event_sources",
    metadata,
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

event_evidence = Table(
    "event_evidence",
    metadata,
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("field", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("sentence_start", Integer, nullable=False),  # of the report the value was read for
    Column("sentence_end", Integer, nullable=False),
    Column("rule", String, nullable=False),
    Column("inferred", Boolean, nullable=False),
    Column("trail", Text, nullable=False),
    Column("chosen", Boolean, nullable=False),  # the event's value agrees with this one
)

statements = Table(
    "statements",
    metadata,
    Column("id", String, primary_key=True),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("speaker", String, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("body", Text, nullable=False),  # JSON: the statement as CONTRACT.md has it
)

# What is written for search, of events and actors; SQLite lays these as full-text tables (fulltext.py).
texts = MetaData()
event_words = Table("event_words", texts, Column("id", String), Column("words", Text))
actor_words = Table("actor_words", texts, Column("id", String), Column("names", Text))

Index("event_order", events.c.aside, events.c.sort, events.c.id)
# Every column a filter may ask for, so that a filter never opens a body.
Index(
    "event_filter", events.c.aside, events.c.type, events.c.status, events.c.sort, events.c.id, events.c.first_day,
    events.c.last_day, events.c.place, events.c.place_country, events.c.host, events.c.pages, events.c.conflicts,
    events.c.lat, events.c.lon,
)  # fmt: skip
Index("participant_actor", event_participants.c.actor, event_participants.c.event)
Index("participant_country", event_participants.c.country, event_participants.c.event)
Index("source_article", event_sources.c.article, event_sources.c.event)
Index("evidence_article", event_evidence.c.article)
Index("article_publisher", articles.c.publisher, articles.c.id)
Index("actor_kind", actors.c.kind, actors.c.pages)

# Children before parents, so that emptying them in this order offends no foreign key.
DERIVED = (
    event_words,
    actor_words,
    statements,
    event_evidence,
    event_sources,
    event_participants,
    events,
    actor_mentions,
    actor_names,
    actors,
    article_standing,
)
