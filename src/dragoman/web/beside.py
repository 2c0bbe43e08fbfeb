"""Processes that work beside the desk, at a low priority: whoever looks at a page goes first."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from typing import Any

NICE = 5  # of 19: such a process has a quarter of a processor's time where the desk wants all of it


def begin(*arguments: str, **how: Any) -> subprocess.Popen[Any]:
    """Runs a module of Python, given with its arguments; `how` is told as to `subprocess.Popen`."""
    lower = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)  # Windows alone
    command = [sys.executable, "-m", *arguments]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, creationflags=lower, **how)
    if hasattr(os, "setpriority"):
        with suppress(OSError):  # it has ended already, or is lower already
            os.setpriority(os.PRIO_PROCESS, process.pid, NICE)
    return process


def run(*arguments: str) -> tuple[int, str]:
    """Runs a module to its end; gives how it ended and what it wrote to standard error."""
    with begin(
        *arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace"
    ) as process:
        _, told = process.communicate()
    return process.returncode, told
