"""Pages from paths: files and folders, in a stable order, errors as values."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import PageError
from dragoman.sources.decoding import clean, decode
from dragoman.sources.jsonl import read_lines
from dragoman.types import Page

PAGE_LIMIT = 256 * 1024 * 1024  # bytes of one page
TEXT_SUFFIXES = (".txt",)
HTML_SUFFIXES = (".html", ".htm")
JSONL_SUFFIXES = (".jsonl",)
SUFFIXES = TEXT_SUFFIXES + HTML_SUFFIXES + JSONL_SUFFIXES

_LOOKS_HTML = re.compile(r"\s{0,200}(?:<!--[^>]{0,400}-->\s{0,200})?<(?:!doctype\s+html|html[\s>])", re.I)


def find(paths: Iterable[Path | str], skipped: Counter[str] | None = None) -> Iterator[Page | PageError]:
    """The pages of files and folders, in a stable order; what cannot be read comes as a PageError.

    Folders are read recursively, their files sorted by name, hidden ones left out. A file of a
    suffix that is not read is passed over in a folder and counted in `skipped` under its suffix.
    A file reached twice is read once.
    """
    skipped = Counter() if skipped is None else skipped
    seen: set[str] = set()
    for path in paths:
        path = Path(path)
        try:
            if path.is_dir():
                yield from _folder(path, seen, skipped)
            elif not path.exists():
                yield PageError(str(path), "there is no such file or folder", "check the path")
            elif path.suffix.lower() not in SUFFIXES:
                known = ", ".join(SUFFIXES)
                yield PageError(str(path), f"its suffix is not one that is read ({known})", "rename or convert it")
            elif _first_time(path, seen):
                yield from _file(path)
        except (OSError, ValueError) as error:  # ValueError: a path with a NUL character
            yield _unreadable(path, error)


def _folder(folder: Path, seen: set[str], skipped: Counter[str]) -> Iterator[Page | PageError]:
    found = False
    problems: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if name.startswith("."):
                continue
            if path.suffix.lower() not in SUFFIXES:
                skipped[path.suffix.lower() or "(no suffix)"] += 1
                continue
            found = True
            if _first_time(path, seen):
                yield from _file(path)
    for problem in problems:
        yield _unreadable(Path(problem.filename or folder), problem)
    if not found and not problems:
        yield PageError(str(folder), "no pages in this folder", f"it should hold files named {', '.join(SUFFIXES)}")


def _first_time(path: Path, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True


def _file(path: Path) -> Iterator[Page | PageError]:
    """The page or pages of one file."""
    try:
        if not path.is_file():
            yield PageError(str(path), "is not a regular file", "give a file that can be read to its end")
            return
        size = path.stat().st_size
        if size == 0:
            yield PageError(str(path), "is empty", "remove it or fetch the page again")
        elif path.suffix.lower() in JSONL_SUFFIXES:
            yield from read_lines(path)
        elif size > PAGE_LIMIT:
            why = f"is larger than a page can be ({size >> 20} MB; {PAGE_LIMIT >> 20} MB at most)"
            yield PageError(str(path), why, "split it into pages, or give them as .jsonl")
        else:
            yield _single(path)
    except PageError as error:
        yield error
    except OSError as error:
        yield _unreadable(path, error)


def _single(path: Path) -> Page:
    data = path.read_bytes()
    named_html = path.suffix.lower() in HTML_SUFFIXES
    body = decode(data, str(path), html=named_html or b"<html" in data[:2048].lower())
    # A saved web page is often called .txt; its tags are not the article's words.
    html = named_html or _LOOKS_HTML.match(body) is not None
    return Page(
        id=clean(path.stem),
        origin=str(path),
        kind="html" if html else "text",
        body=body,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _unreadable(path: Path, error: Exception) -> PageError:
    cause = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return PageError(str(path), f"cannot be read ({cause})", "check that it exists and may be read")
