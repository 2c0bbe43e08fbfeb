"""Settings: which record a command works on, and values that make no sense."""

from __future__ import annotations

import pytest

from dragoman.config import Config, record_path


def test_what_is_given_comes_before_the_environment_before_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)
    assert record_path(None) == "record.dragoman"
    monkeypatch.setenv("DRAGOMAN_RECORD", "from-environment")
    assert record_path(None) == "from-environment"
    assert record_path("given") == "given"


@pytest.mark.parametrize("wrong", [{"threshold": 1.5}, {"threshold": -0.1}, {"batch": 0}])
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError):
        Config(**wrong)  # type: ignore[arg-type]
