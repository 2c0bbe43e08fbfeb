"""CSV that reads back as it was, and that no spreadsheet runs."""

from __future__ import annotations

import csv
import io

from fastapi.testclient import TestClient

from dragoman.web.tables import csv_lines


def test_a_text_that_would_be_a_formula_is_led_by_an_apostrophe() -> None:
    rows = [["=1+1", "@x", "+1", "-x", "--02-16", -5, 'a "quoted", text\nand more']]
    read = list(csv.reader(io.StringIO("".join(csv_lines(["a", "b", "c", "d", "e", "f", "g"], rows)))))
    assert read[1] == ["'=1+1", "'@x", "'+1", "'-x", "--02-16", "-5", 'a "quoted", text\nand more']


def test_the_timeline_as_csv_has_a_row_an_event(desk: TestClient) -> None:
    answer = desk.get("/timeline.csv?who=Gerasimov")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == desk.get("/api/events?who=Gerasimov").json()["total"]
    assert {row["type"] for row in rows} >= {"meeting"}
