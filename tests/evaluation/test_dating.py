"""The speed of dates is measured over text that is read, as much of it as is asked for."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.bench import dating


def test_it_counts_what_it_dated(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text("".join(json.dumps({"text": "They met on 5 March 2018 and again last Friday. Since then: nö."}) + "\n" for _ in range(3)))
    result = dating.measure([path])
    assert (result.found, result.dated, result.bytes) == (6, 6, 3 * 64)
    assert result.seconds > 0
    assert dating.measure([path], size=1).found == 2
