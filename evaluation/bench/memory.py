"""Peak memory of reading many pages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from evaluation.bench import corpus
from evaluation.records import SOME_NOT_READ, CommandFailed, dragoman

# A small process of its own starts the command: a child's peak counts what its parent held when it was started.
WRAPPER = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=sys.stderr)
_, status, usage = os.wait4(child.pid, 0)
print(usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def peak(pages: int, folder: Path) -> int:
    """Peak resident memory in bytes of `dragoman read` on so many pages of the corpus.

    Raises CommandFailed.
    """
    source, record = folder / f"{pages}.jsonl", folder / f"{pages}.dragoman"
    corpus.write(source, pages)
    command = [dragoman(), "read", str(source), "--record", str(record)]
    done = subprocess.run([sys.executable, "-I", "-c", WRAPPER, *command], capture_output=True, text=True)
    if done.returncode not in (0, SOME_NOT_READ):
        raise CommandFailed(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr[-2000:]}")
    kilobyte = 1 if sys.platform == "darwin" else 1024
    return int(done.stdout) * kilobyte
