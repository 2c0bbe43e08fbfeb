"""Pages added at the desk: kept in a folder of their own, read by a process of its own, followed while it runs.

Another process reads, so that a page that does harm to its reader does none to the desk, and the parser is not
loaded for those who only look.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread

from sqlalchemy import text

from dragoman.errors import DragomanError
from dragoman.store.store import Store
from dragoman.web import beside

SUFFIXES = (".txt", ".html", ".htm", ".jsonl")
MOST_FILES = 200
MOST_BYTES = 20_000_000  # of one form, all its files together
_UNSAFE = re.compile(r"[^\w.() -]+")


@dataclass(slots=True)
class Job:
    """One reading of added pages."""

    id: str
    pages: int  # files that were given; a .jsonl may hold several pages
    after: int  # the number of the last article that the record held before
    done: bool = False
    failed: bool = False  # nothing could be done
    told: list[str] = field(default_factory=list)  # what the reader said on standard error


class Intake:
    """Takes in pages, one job at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._jobs: dict[str, Job] = {}

    def job(self, id: str) -> Job | None:
        """The job of an id; None where this desk began none."""
        return self._jobs.get(id)

    def running(self) -> Job | None:
        """The job that is not done yet."""
        return next((job for job in self._jobs.values() if not job.done), None)

    def begin(self, files: Sequence[tuple[str, bytes]]) -> Job:
        """Begins to read files, given as name and bytes; raises DragomanError where they cannot be taken."""
        kept = [(name, body) for name, body in files if body.strip()]
        if not kept:
            raise DragomanError("the form", "holds no page", "choose files, or paste a text")
        if len(kept) > MOST_FILES or sum(len(body) for _, body in kept) > MOST_BYTES:
            limit = f"{MOST_FILES} files and {MOST_BYTES // 1_000_000} MB"
            raise DragomanError("the form", f"holds more than {limit}", "use dragoman read for so many")
        for name, _ in kept:
            if not name.lower().endswith(SUFFIXES):
                raise DragomanError(name[:80], "is of a kind that is not read", f"give {', '.join(SUFFIXES)}")
        with self._lock:
            if self.running() is not None:
                raise DragomanError("pages", "are being read already", "wait until they are done")
            digest = hashlib.sha256(b"\0".join(name.encode() + body for name, body in kept)).hexdigest()
            job = Job(f"j{len(self._jobs) + 1}{digest[:10]}", len(kept), self._last())
            self._jobs[job.id] = job
        Thread(target=self._read, args=(job, kept), daemon=True).start()
        return job

    def came(self, job: Job) -> list[str]:
        """The articles that have come in since the job began."""
        query = text("SELECT article FROM article_numbers WHERE n > :after ORDER BY n").bindparams(after=job.after)
        return [row.article for row in self._store.rows(query)]

    def _last(self) -> int:
        return int(next(iter(self._store.rows(text("SELECT coalesce(max(n), 0) AS n FROM article_numbers")))).n)

    def _read(self, job: Job, files: Sequence[tuple[str, bytes]]) -> None:
        try:
            with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
                for name, body in files:
                    _free(Path(folder), name).write_bytes(body)
                ended, told = beside.run("dragoman", "read", "--quiet", folder, "--record", str(self._store.path))
            job.told = [line.replace(f"{folder}/", "") for line in told.splitlines() if line.strip()][:100]
            job.failed = ended not in (0, 1)
        except OSError as error:
            job.told, job.failed = [f"the pages could not be kept: {error.strerror}"], True
        finally:
            job.done = True


def pasted(body: str, title: str) -> tuple[str, bytes]:
    """A text that was pasted, as a file that is named after what it says."""
    whole = f"{title.strip()}\n\n{body}" if title.strip() else body
    data = whole.encode("utf-8", "replace")
    return f"pasted-{hashlib.sha256(data).hexdigest()[:12]}.txt", data


def _free(folder: Path, name: str) -> Path:
    """A place for a file in the folder and nowhere else, whatever its name is."""
    last = re.split(r"[/\\]", name)[-1]
    stem, dot, suffix = _UNSAFE.sub("_", last).rpartition(".")
    stem = stem.strip(". ")[:100] or "page"
    place = folder / f"{stem}{dot}{suffix.lower()}"
    count = 1
    while place.exists():
        count += 1
        place = folder / f"{stem}-{count}{dot}{suffix.lower()}"
    return place
