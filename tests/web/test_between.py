"""Pairs, venues, brokers and dossiers of places: each figure opens onto exactly what it counts."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient


def text(desk: TestClient, path: str) -> str:
    answer = desk.get(path)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


@pytest.mark.parametrize("path", ["/pair?who=RUS&with=USA", "/venues", "/venues?who=NATO"])
def test_a_figure_opens_as_many_rows_as_it_says(desk: TestClient, path: str) -> None:
    html = text(desk, path)
    figures = re.findall(r'href="(\?[^"]*open=[^"]*)#opened"[^>]*>([^<]+)</a>', html)
    assert figures
    for query, shown in figures:
        opened = text(desk, path.split("?")[0] + query)
        section = opened.split('id="opened"')[1].split("</section>")[0]
        rows = section.count("<blockquote") or section.split("<tbody>")[1].count("<tr")
        assert not shown.isdigit() or rows == int(shown), query


def test_a_pair_needs_two_and_offers_those_there_are(desk: TestClient) -> None:
    assert "Russia and United States" in text(desk, "/pair")
    assert "Russia and United States" in text(desk, "/pair?who=USA")
    assert desk.get("/pair.csv?who=RUS").status_code == 400
    unknown = desk.get("/pair?who=RUS&with=Atlantis")
    assert unknown.status_code == 400 and "Atlantis" in unknown.text
    assert desk.get("/pair.svg?who=RUS&with=USA").text.startswith("<svg")
    head, before, first = desk.get("/pair.csv?who=RUS&with=USA").text.splitlines()[:3]
    assert head.startswith("month,contacts") and first.startswith("2017-02,1")
    assert before.startswith("2014-01,1")  # that since which, a page says, there had been none


@pytest.mark.parametrize("word", ["", "2017-02", "2017-02.nothing", "9999-01.contacts", "%00|'\"<script>", "a|b|c|d"])
@pytest.mark.parametrize("path", ["/pair?who=RUS&with=USA&", "/venues?", "/brokers?"])
def test_what_opens_nothing_opens_nothing(desk: TestClient, path: str, word: str) -> None:
    assert 'id="opened"' not in text(desk, f"{path}open={word}")


def test_a_place_tells_who_came_and_for_whom_it_is_neutral(desk: TestClient) -> None:
    baku = text(desk, "/place/Baku")
    assert "40.38° N" in baku and "Valery Gerasimov" in baku
    assert "NATO and Russia" in baku
    state = text(desk, "/place/AZE")
    assert "Azerbaijan as an actor" in state and "Where in Azerbaijan" in state
    narrowed = text(desk, "/place/Baku?since=2019")
    assert "Tod Wolters" in narrowed and "Joseph Dunford" not in narrowed
    assert "No event of the record has its place here" in text(desk, "/place/Nowhere%20%3Cb%3E")


def test_an_event_tells_its_life_and_what_it_is_part_of(desk: TestClient) -> None:
    id = desk.get("/api/events?who=Gerasimov&with=Dunford&since=2017-02-16&until=2017-02-16").json()["rows"][0]["id"]
    html = text(desk, f"/event/{id}")
    assert "Its life" in html and "announced" in html and "happened" in html


@pytest.mark.parametrize("order", ["when", "-when", "supplier", "-value", "quantity", "-pages", "item", "stage"])
def test_deals_are_sorted_and_paged_by_the_record(desk: TestClient, order: str) -> None:
    html = text(desk, f"/arms?order={order}")
    assert html.count('class="what"') >= 3 and "aria-sort" in html
    assert desk.get("/arms?order=colour").status_code == 400
    assert "Turkey" in text(desk, "/arms/totals?to=TUR")
