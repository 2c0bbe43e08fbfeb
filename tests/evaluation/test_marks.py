"""Pages with marked acts."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.marks import PARTS, marked


def test_acts_are_known_by_kind_and_offset_and_a_page_stands_in_one_part(tmp_path: Path) -> None:
    act = {"kind": "meeting", "at": 15, "starts": ["2019-05"]}
    row = {"id": "one", "title": "Talks", "text": "Peru met Chile.", "published": "2019-06-03", "acts": [act]}
    path = tmp_path / "acts.jsonl"
    path.write_text((json.dumps(row) + "\n") * 2, encoding="utf-8")
    first, second = marked(path)
    assert first.acts == {("meeting", 15): act}
    assert first.article.text == "Talks\n\nPeru met Chile." and first.article.title_span is not None
    assert first.article.published == "2019-06-03"
    assert 0 <= first.part < PARTS and first.part == second.part
