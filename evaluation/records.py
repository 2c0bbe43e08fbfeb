"""Reading a set into a fresh record and exporting it, through the command line as a user has it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

SOME_NOT_READ = 1  # the exit code of `dragoman read` where a page could not be read, and the rest was


class CommandFailed(Exception):
    """A command of the installed program did not end well; the message is what it printed."""


def dragoman() -> str:
    """The `dragoman` command of the environment that runs this."""
    beside = Path(sys.executable).parent / "dragoman"
    return str(beside) if beside.exists() else "dragoman"


def call(*arguments: str | Path, fine: Sequence[int] = (0,), environment: Mapping[str, str] | None = None) -> str:
    """What a `dragoman` command prints; it sees no terminal and one core.

    Raises CommandFailed with the command and its messages where its exit code is none of `fine`.
    """
    command = [dragoman(), *map(str, arguments)]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={"OMP_NUM_THREADS": "1", **os.environ, **(environment or {})},
    )
    if done.returncode not in fine:
        tail = "\n".join((done.stdout + done.stderr).splitlines()[-20:])
        raise CommandFailed(f"{' '.join(command)}: exit code {done.returncode}\n{tail}")
    if done.returncode:
        print(done.stderr, file=sys.stderr, end="")
    return done.stdout


def export(pages: Sequence[Path], folder: Path, environment: Mapping[str, str] | None = None) -> Path:
    """Read pages into a record of their own under `folder` and export it; the folder of the export.

    Pages that could not be read are named on standard error. Raises CommandFailed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    record, out = folder / "pages.dragoman", folder / "export"
    call("read", *pages, "--record", record, fine=(0, SOME_NOT_READ), environment=environment)
    call("export", "--record", record, "--format", "jsonl", "--out", out, environment=environment)
    return out
