"""Processes beside the desk let it go first, and tell how they ended."""

from __future__ import annotations

import os
from subprocess import DEVNULL

import pytest

from dragoman.web import beside


def test_it_tells_how_it_ended_and_why() -> None:
    assert beside.run("dragoman", "--version") == (0, "")
    ended, told = beside.run("dragoman", "reed")
    assert ended == 2 and "reed" in told


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="priorities are numbers on POSIX alone")
def test_its_priority_is_low() -> None:
    with beside.begin("dragoman", "--version", stdout=DEVNULL) as process:
        assert os.getpriority(os.PRIO_PROCESS, process.pid) >= beside.NICE
