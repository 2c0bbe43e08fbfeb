"""Every module can be the first to be imported: none waits on one that waits on it."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["units", "fillers", "people", "platforms", "pairs"])
def test_a_module_needs_no_other_to_be_imported_before(module: str) -> None:
    done = subprocess.run([sys.executable, "-c", f"import dragoman.facts.{module}"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
