"""What a page says: its text, title, date and outlet, and which of its text is furniture."""

from dragoman.reading.article import read
from dragoman.reading.body import body_spans

__all__ = ["body_spans", "read"]
