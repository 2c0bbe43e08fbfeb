"""The tables of a record.

`articles`, `readings`, `decisions`, `settled_dates`, `past_reports` and `past_actors` cannot be made anew. Every table
after them is derived: `record.build` makes them from those, whole or only where something has changed. What a view
filters or sorts by is a column of its own, so that no view need open the body of every event.
The full-text index over articles stands in `fulltext.py`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    func,
    literal_column,
)

APPLICATION = "dragoman record"
VERSION = 8
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

# ------------------------------------------------------------------ what people decided

decisions = Table(
    "decisions",
    metadata,
    Column("id", String, primary_key=True),
    Column("when", String, nullable=False),
    Column("n", Integer, nullable=False),  # its number in the ledger that it was written to first
    Column("body", Text, nullable=False),  # JSON: the decision
)

# Reports of versions of pages that were read again since: their ids may have been shown, and go on resolving.
past_reports = Table(
    "past_reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("article", String, nullable=False, index=True),
    Column("type", String, nullable=False),
    Column("start", Integer, nullable=False),  # of the words that report the event
    Column("end", Integer, nullable=False),
)

# Mentions of actors whose ids are no more: they may have been shown, and lead to whoever is mentioned there now.
past_actors = Table(
    "past_actors",
    metadata,
    Column("id", String, primary_key=True),
    Column("article", String, primary_key=True),
    Column("start", Integer, primary_key=True),  # of the first mention on the page
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", Text, nullable=False),  # as that page had it
)

# Articles that came in, or were decided on, since the derived tables were made.
touched = Table("touched", metadata, Column("article", String, primary_key=True))

# No foreign key: the decision outlives the article's older versions, and waits for one that is not read yet.
settled_dates = Table(
    "settled_dates",
    metadata,
    Column("article", String, primary_key=True),
    Column("published", String, nullable=False),
)

# ------------------------------------------------------------------ what follows from it

sketches = Table(
    "sketches",
    metadata,
    Column("article", String, primary_key=True),
    Column("digest", String, nullable=False, index=True),  # of its own words; "" where it has none
    Column("day", Integer, index=True),  # of publication, as an ordinal
    Column("shingles", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    Column("publisher", Text),
    Column("published", String),  # by the article itself, with its year
    Column("version", String),  # correction, retraction, update: what it calls itself
    Column("hashes", Text, nullable=False),  # JSON: of the shingles that are kept, sorted
)

# Which articles have a shingle; follows from the sketches.
shingles = Table(
    "shingles",
    metadata,
    Column("hash", BigInteger, primary_key=True),
    Column("article", String, primary_key=True),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    metadata,
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True, index=True),
)

article_standing = Table(
    "article_standing",
    metadata,
    Column("article", String, primary_key=True),
    Column("copy_of", String, index=True),  # the lead of the family of copies that it is in
    Column("version", String),  # correction, retraction, update
    Column("superseded_by", String),
)

# Between which days an article without a date was written, as far as other pages tell of its events.
article_bounds = Table(
    "article_bounds",
    metadata,
    Column("article", String, primary_key=True),
    Column("after", String),
    Column("before", String),
    Column("through", Text, nullable=False),  # JSON: the events that tell
    Column("first_day", Integer, nullable=False),  # of these events, as ordinals
    Column("last_day", Integer, nullable=False),
)

sightings = Table(
    "sightings",
    metadata,
    Column("article", String, primary_key=True),
    Column("referent", Integer, primary_key=True),  # number of the referent in its reading
    Column("block", String, nullable=False, index=True),  # only sightings of one block can be one actor
    Column("body", Text, nullable=False),
)

actors = Table(
    "actors",
    metadata,
    Column("id", String, primary_key=True),
    Column("block", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", String),
    Column("pages", Integer, nullable=False),  # how many articles name it
    Column("brief", Text, nullable=False),  # JSON: the actor without its sources, which may be very many
)

actor_names = Table(
    "actor_names",
    metadata,
    Column("actor", String, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("folded", Text, nullable=False),
    Column("count", Integer, nullable=False),
)

actor_mentions = Table(
    "actor_mentions",
    metadata,
    Column("article", String, primary_key=True),
    Column("referent", Integer, primary_key=True),
    Column("actor", String, nullable=False, index=True),
)

# Two persons that may be one: left apart until a person decides.
doubtful_pairs = Table(
    "doubtful_pairs",
    metadata,
    Column("a", String, primary_key=True),  # ids of actors, the smaller first
    Column("b", String, primary_key=True, index=True),
    Column("block", String, nullable=False, index=True),
    Column("sum", Float, nullable=False, index=True),  # how much speaks for it (person_weights.yaml)
)

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),  # the id of an event of which it is the earliest report
    Column("article", String, nullable=False, index=True),
    Column("number", Integer, nullable=False),  # of the event in its reading
    Column("type", String, nullable=False),
    Column("aside", Boolean, nullable=False),
    Column("start", Integer, nullable=False),  # of the words that report the event
    Column("end", Integer, nullable=False),
    Column("block", String, nullable=False),  # only reports of one block can be one event; "" for none
    Column("scene", String, nullable=False),  # where a side that is left open may be named by another; "" for none
    Column("open", Boolean, nullable=False),  # whether it leaves a side open
    Column("first", Integer, nullable=False),  # days on which the event can have been, as ordinals
    Column("last", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

# Two reports that are one event as far as the two of them say.
report_pairs = Table(
    "report_pairs",
    metadata,
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True, index=True),
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

event_reports = Table(
    "event_reports",
    metadata,
    Column("report", String, primary_key=True),
    Column("event", String, nullable=False, index=True),
)

event_participants = Table(
    "event_participants",
    metadata,
    Column("event", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor", String, nullable=False),
    Column("slot", String),
    Column("kind", String, nullable=False),
    Column("country", String),
    sqlite_with_rowid=False,
)

event_sources = Table(
    "event_sources",
    metadata,
    Column("event", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("article", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    metadata,
    Column("id", String, primary_key=True),
    Column("article", String, nullable=False, index=True),
    Column("speaker", String, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("body", Text, nullable=False),  # JSON: the statement as CONTRACT.md has it
)

# What is written for search, of events and actors; SQLite lays these as full-text tables (fulltext.py).
texts = MetaData()
# A row's number follows from what it is of (`words_row`), so that it is found again; later events have larger ones.
event_words = Table(
    "event_words", texts, Column("rowid", BigInteger), Column("id", String), Column("words", Text)
)
actor_words = Table(
    "actor_words", texts, Column("rowid", BigInteger), Column("id", String), Column("names", Text)
)


def words_row(id: str, day: int | None = None) -> int:
    """The number of an event's or an actor's row among the words, from its id and, of an event, its first day."""
    return ((day or 0) << 40) | int(id[1:11], 16)


Index("sketch_undated", sketches.c.article, sqlite_where=sketches.c.published.is_(None))
Index("event_order", events.c.aside, events.c.sort, events.c.id)
# Every column a filter may ask for, so that a filter never opens a body.
Index(
    "event_filter", events.c.aside, events.c.type, events.c.status, events.c.sort, events.c.id, events.c.first_day,
    events.c.last_day, events.c.place, events.c.place_country, events.c.host, events.c.pages, events.c.conflicts,
    events.c.lat, events.c.lon,
)  # fmt: skip
# What the register of arms filters and sorts by, out of the body of an event; only deals have it. The path stands
# in the expression itself: an index answers the very expression that it was made of.
TRANSFER = {
    name: func.json_extract(events.c.body, literal_column(f"'$.transfer.{name}'"))
    for name in ("supplier", "recipient", "item", "category", "stage", "quantity", "value")
}
deal_columns = Index(
    "deal_columns", *TRANSFER.values(), events.c.aside, events.c.status, events.c.sort, events.c.id,
    events.c.first_day, events.c.last_day, events.c.pages, sqlite_where=events.c.type == "arms_transfer",
)  # fmt: skip
Index("participant_actor", event_participants.c.actor, event_participants.c.event)
Index("participant_country", event_participants.c.country, event_participants.c.event)
Index("source_article", event_sources.c.article, event_sources.c.event)
Index("report_order", reports.c.block, reports.c.first)
Index("report_scene", reports.c.scene, reports.c.first, sqlite_where=reports.c.scene != "")
Index("article_publisher", articles.c.publisher, articles.c.id)
Index("actor_kind", actors.c.kind, actors.c.pages)

DERIVED = (
    article_bounds,
    event_words,
    actor_words,
    statements,
    event_sources,
    event_participants,
    event_reports,
    events,
    report_pairs,
    reports,
    doubtful_pairs,
    actor_mentions,
    actor_names,
    actors,
    sightings,
    article_standing,
    copies,
    shingles,
    sketches,
)
