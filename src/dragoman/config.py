"""The few settings that a run has, and where they come from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

RECORD_VARIABLE = "DRAGOMAN_RECORD"
DEFAULT_RECORD = "record.dragoman"


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one run.

    `threshold` is the confidence (0 to 1) under which a fact is kept aside for review;
    `batch` is how many articles are read, written and forgotten at a time.
    """

    threshold: float = 0.35
    batch: int = 64
    parser: str | None = None  # a spaCy pipeline; None: the reader's own default
    knowledge: Path | None = None  # a user's folder laid over the packaged knowledge

    def __post_init__(self) -> None:
        if not 0.0 <= self.threshold <= 1.0:
            raise ValueError(f"a threshold lies between 0 and 1, not {self.threshold}")
        if self.batch < 1:
            raise ValueError(f"a batch holds at least one article, not {self.batch}")


def record_path(given: str | None) -> str:
    """The record a command works on: what was given, else $DRAGOMAN_RECORD, else ./record.dragoman."""
    return given or os.environ.get(RECORD_VARIABLE) or DEFAULT_RECORD
