"""`dragoman doctor`: what is installed, and what is missing."""

from __future__ import annotations

import sys

import click

# Distribution names of what the commands import.
PACKAGES = (
    "ahocorasick_rs", "click", "htmldate", "lxml_html_clean", "py3langid", "pyyaml", "rapidfuzz", "rich", "spacy",
    "sqlalchemy", "trafilatura",
)
NEWEST = (3, 12)  # from here on the parser is twice as fast
LEAST_SQLITE = (3, 35)


@click.command()
@click.option("--parser", metavar="NAME", help="The spaCy pipeline to look for.")
def doctor(parser: str | None) -> None:
    """Say what is installed, and what to do about what is not.

    Exit code 1 where something that is needed is missing.
    """
    import importlib.metadata
    import platform
    import sqlite3

    from dragoman import __version__

    missing = 0
    _good("dragoman", __version__)
    python = platform.python_version()
    slow = "; 3.12 and later parse twice as fast" if sys.version_info[:2] < NEWEST else ""
    _good("python", f"{python} ({sys.executable}){slow}")
    for package in PACKAGES:
        try:
            _good(package, importlib.metadata.version(package))
        except importlib.metadata.PackageNotFoundError:
            missing += _bad(package, "is not installed", f"pip install {package}")
    if sqlite3.sqlite_version_info < LEAST_SQLITE:
        missing += _bad("sqlite", f"{sqlite3.sqlite_version} is too old", "use a newer Python build")
    else:
        _good("sqlite", sqlite3.sqlite_version)
    missing += _model(parser)
    missing += _knowledge()
    click.echo("Nothing is missing." if not missing else f"{missing} missing.")
    sys.exit(1 if missing else 0)


def _model(parser: str | None) -> int:
    from dragoman.errors import DragomanError
    from dragoman.language.parser import DEFAULT_PARSER, info

    name = parser or DEFAULT_PARSER
    try:
        found = info(name)
    except DragomanError as error:
        return _bad("model", str(error), f"pip install {name.replace('_', '-')}")
    except ImportError as error:
        return _bad("model", f"cannot be loaded ({error})", "install what is missing above")
    _good("model", f"{found.package} {found.version}, sha256 {found.sha256[:16]}")
    return 0


def _knowledge() -> int:
    import hashlib
    from importlib import resources

    folder = resources.files("dragoman.knowledge")
    missing = 0
    if not folder.is_dir():
        return _bad("knowledge", "is not there", "reinstall dragoman")
    digest = hashlib.sha256()
    count = 0
    for file in sorted((f for f in folder.iterdir() if f.is_file()), key=lambda f: f.name):
        if file.name.endswith((".yaml", ".csv")):
            count += 1
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    frames = [f for f in folder.joinpath("frames").iterdir() if f.name.endswith(".yaml")]
    for frame in sorted(frames, key=lambda f: f.name):
        digest.update(frame.name.encode() + b"\0" + frame.read_bytes())
    for needed in NEEDED:
        if not folder.joinpath(needed).is_file():
            missing += _bad("knowledge", f"{needed} is not there", "reinstall dragoman")
    if not frames:
        missing += _bad("knowledge", "there is no frame, so no event can be found", "reinstall dragoman")
    if not missing:
        _good("knowledge", f"{count} files and {len(frames)} frames, sha256 {digest.hexdigest()[:16]}")
    return missing


NEEDED = (
    "countries.yaml", "name_variants.yaml", "name_parts.yaml", "name_weights.yaml", "person_weights.yaml",
    "side_weights.yaml", "titles.yaml", "bodies.yaml",
)  # fmt: skip


def _good(what: str, how: str) -> None:
    click.echo(f"ok       {what:<16} {how}")


def _bad(what: str, why: str, remedy: str) -> int:
    click.echo(f"MISSING  {what:<16} {why}: {remedy}")
    return 1
