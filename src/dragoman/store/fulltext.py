"""Full text: what SQLite indexes of articles, events and actors, and how it is kept in step with them.

Articles follow by triggers, so that whoever writes an article has it indexed. Their text is not kept twice:
the index reads it through a view, by numbers of its own, for the numbers that SQLite gives to rows may change.
The words of events and actors are derived, as their tables are.
"""

from __future__ import annotations

from sqlalchemy import Connection

_TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"

_LAY = (
    "CREATE TABLE IF NOT EXISTS article_numbers (n INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL UNIQUE)",
    """CREATE VIEW IF NOT EXISTS article_texts AS
       SELECT n, title, text FROM article_numbers JOIN articles ON articles.id = article_numbers.article""",
    f"""CREATE VIRTUAL TABLE IF NOT EXISTS article_words USING
        fts5(title, text, content = 'article_texts', content_rowid = 'n', prefix = '2 3', {_TOKENS})""",
    """CREATE TRIGGER IF NOT EXISTS article_in AFTER INSERT ON articles BEGIN
         INSERT INTO article_numbers (article) VALUES (new.id);
         INSERT INTO article_words (rowid, title, text)
           SELECT n, new.title, new.text FROM article_numbers WHERE article = new.id;
       END""",
    """CREATE TRIGGER IF NOT EXISTS article_out BEFORE DELETE ON articles BEGIN
         INSERT INTO article_words (article_words, rowid, title, text)
           SELECT 'delete', n, old.title, old.text FROM article_numbers WHERE article = old.id;
         DELETE FROM article_numbers WHERE article = old.id;
       END""",
    f"CREATE VIRTUAL TABLE IF NOT EXISTS event_words USING fts5(id UNINDEXED, words, prefix = '2 3', {_TOKENS})",
    f"CREATE VIRTUAL TABLE IF NOT EXISTS actor_words USING fts5(id UNINDEXED, names, prefix = '2 3', {_TOKENS})",
)

_DROP = (
    "DROP TRIGGER IF EXISTS article_in",
    "DROP TRIGGER IF EXISTS article_out",
    "DROP TABLE IF EXISTS article_words",
    "DROP VIEW IF EXISTS article_texts",
    "DROP TABLE IF EXISTS article_numbers",
    "DROP TABLE IF EXISTS event_words",
    "DROP TABLE IF EXISTS actor_words",
)


def lay(connection: Connection) -> None:
    """Makes the index where it is missing; what is already in the record is not yet in it."""
    for statement in _LAY:
        connection.exec_driver_sql(statement)


def rebuild(connection: Connection) -> None:
    """Makes the index of articles anew from the articles, in order of id; that of events and actors is left empty."""
    for statement in (*_DROP, *_LAY):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO article_numbers (article) SELECT id FROM articles ORDER BY id")
    connection.exec_driver_sql("INSERT INTO article_words (article_words) VALUES ('rebuild')")
