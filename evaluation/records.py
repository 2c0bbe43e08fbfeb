"""Reading a set into a fresh record and exporting it, through the command line as a user has it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


class CommandFailed(Exception):
    """A command of the installed program did not end well; the message is what it printed."""


def dragoman() -> str:
    """The `dragoman` command of the environment that runs this."""
    beside = Path(sys.executable).parent / "dragoman"
    return str(beside) if beside.exists() else "dragoman"


def call(*arguments: str | Path, **environment: str) -> str:
    """What a `dragoman` command prints; it sees no terminal and one core.

    Raises CommandFailed with the command and its messages where its exit code is not 0.
    """
    command = [dragoman(), *map(str, arguments)]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={"OMP_NUM_THREADS": "1", **os.environ, **environment},
    )
    if done.returncode:
        tail = "\n".join((done.stdout + done.stderr).splitlines()[-20:])
        raise CommandFailed(f"{' '.join(command)}: exit code {done.returncode}\n{tail}")
    return done.stdout


def export(pages: Sequence[Path], folder: Path, **environment: str) -> Path:
    """Read pages into a record of their own under `folder` and export it; the folder of the export.

    Raises CommandFailed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    record, out = folder / "pages.dragoman", folder / "export"
    call("read", *pages, "--record", record, **environment)
    call("export", "--record", record, "--format", "jsonl", "--out", out, **environment)
    return out
