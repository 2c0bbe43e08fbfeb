"""Errors that name the file or page, the cause, and what to do."""

from __future__ import annotations


class DragomanError(Exception):
    """Something a user can act on: where it happened, why, and what to do about it.

    `str()` gives one line: ``where: why; remedy``.
    """

    def __init__(self, where: str, why: str, remedy: str = "") -> None:
        self.where = where
        self.why = why
        self.remedy = remedy
        super().__init__(f"{where}: {why}" + (f"; {remedy}" if remedy else ""))


class PageError(DragomanError):
    """One page cannot be read; the run goes on without it."""


class KnowledgeError(DragomanError):
    """A knowledge file is malformed; nothing of its pack is loaded."""


class RecordError(DragomanError):
    """A record cannot be opened or written."""
