"""Every page answers, says what the record holds, escapes what pages wrote, and fails with a message."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.timeline import Filter, timeline
from tests.record.hand import record
from tests.record.test_aliases import alone, comes
from tests.record.test_persons import on
from tests.web.newsroom import client, newsroom

HOSTILE_ID = 'x" onclick="alert(3)<i>'


def event_id(store: Store, **wanted: str) -> str:
    return next(timeline(store, Filter(**wanted))).id  # type: ignore[arg-type]


def actor_id(store: Store, name: str) -> str:
    a = schema.actors.c
    return str(next(iter(store.rows(select(a.id).where(a.name == name)))).id)


def text(html: str) -> str:
    """What a reader sees, on one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_the_overview_counts_what_the_record_holds(desk: TestClient, store: Store) -> None:
    page = desk.get("/")
    assert page.status_code == 200
    assert f"{store.count_articles()} articles" in re.sub(r"articles\s+(\d+)", r"\1 articles", text(page.text))
    assert "Contradicted" in page.text and "Planned and not confirmed" in page.text


def test_the_timeline_shows_the_event_and_only_that_for_its_filter(desk: TestClient, store: Store) -> None:
    wanted = event_id(store, who="Akar")
    page = desk.get("/timeline", params={"who": "Akar", "where": "Antalya", "since": "2017-03", "until": "2017-03-31"})
    assert re.findall(r'href="/event/(\w+)"', page.text) == [wanted]
    assert "Hulusi Akar" in page.text
    other = desk.get("/timeline", params={"who": "Akar", "until": "2016"})
    assert "No event passes this filter" in other.text


def test_the_filter_lives_in_every_link_to_another_view(desk: TestClient) -> None:
    page = desk.get("/timeline?who=Gerasimov&since=2017")
    assert 'href="/arms?who=Gerasimov&amp;since=2017"' in page.text
    assert 'href="/timeline.csv?who=Gerasimov&amp;since=2017"' in page.text
    assert 'name="who" value="Gerasimov"' in page.text


def test_an_event_has_each_value_with_its_sentence_and_every_source(desk: TestClient, store: Store) -> None:
    id = event_id(store, who="Gerasimov", with_="Dunford", where="Baku")
    page = desk.get(f"/event/{id}").text
    assert "<mark>met</mark>" in page
    assert "Where sources disagree" not in page
    assert page.count('id="source-') >= 10
    assert 'href="/article/baku-2017-announced#c' in page


def test_an_event_of_which_sources_disagree_says_so(desk: TestClient, store: Store) -> None:
    id = event_id(store, who="Austin", with_="Shoigu", type="call")
    assert "Where sources disagree" in desk.get(f"/event/{id}").text


def test_an_article_is_marked_where_things_stand(desk: TestClient, store: Store) -> None:
    page = desk.get("/article/baku-2017-announced").text
    assert re.search(r'<a id="c\d+" class="[^"]*named person[^"]*" href="/actor/\w+"[^>]*>Valery Gerasimov</a>', page)
    assert re.search(r'class="[^"]*told[^"]*" href="/event/\w+"', page)
    assert re.search(r'class="furniture"', page)
    body = store.article("baku-2017-announced").text
    shown = text(page)
    for line in body.splitlines():
        assert " ".join(line.split()[:3]) in shown


def test_a_dossier_names_offices_and_whom_one_meets(desk: TestClient, store: Store) -> None:
    page = text(desk.get(f"/actor/{actor_id(store, 'Valery Gerasimov')}").text)
    assert "chief of the General Staff" in page
    assert "Joseph Dunford" in page


def test_a_place_lists_what_took_place_there(desk: TestClient) -> None:
    for word in ("Baku", "AZE"):
        page = desk.get(f"/place/{word}")
        assert page.status_code == 200 and "Gerasimov" in page.text


def test_the_register_sorts_and_pages(desk: TestClient) -> None:
    page = desk.get("/arms?order=-value")
    assert 'aria-sort="descending"' in page.text
    assert "S-400" in page.text
    assert desk.get("/arms.svg").text.startswith("<svg")
    assert desk.get("/arms.csv").text.startswith("id,supplier,recipient")


def test_search_finds_people_events_and_articles(desk: TestClient) -> None:
    page = desk.get("/search?q=gerasi").text
    assert "Valery Gerasimov" in page and "<mark>" in page
    assert "Nothing in the record answers" in desk.get("/search?q=zzzz").text
    assert desk.get("/search?q=%22%29%20OR%20*%20NEAR%28").status_code == 200


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/timeline?since=soon", "is not a date; write YYYY"),
        ("/timeline?since=2017-13", "is not a date"),
        ("/timeline?page=0", "write a number from 1"),
        ("/timeline?page=-1", "write a number from 1"),
        ("/timeline?page=9999999999999999", "write a number from 1"),
        ("/timeline?status=maybe", "it is one of occurred, ongoing, planned, denied, possible"),
        ("/timeline?order=id;drop", "it is one of time, latest, pages"),
        ("/timeline?who=" + "x" * 201, "longer than 200 characters"),
        ("/timeline?who=" + "x" * 5000, "is too long"),
        ("/arms?since=soon", "is not a date"),
        ("/arms?order=nonsense", "it is one of when"),
        ("/search?q=" + "x" * 201, "longer than 200 characters"),
        ("/api/events?size=100000", "write a number from 1 to 1000"),
    ],
)
def test_a_malformed_filter_gives_a_message(desk: TestClient, address: str, says: str) -> None:
    page = desk.get(address)
    assert page.status_code == 400
    assert says in page.text and "Traceback" not in page.text


@pytest.mark.parametrize("address", ["/nowhere", "/event/e0", "/actor/a0", "/article/none", "/event/%00", "/api/x"])
def test_what_is_not_there_is_404_with_a_message(desk: TestClient, address: str) -> None:
    page = desk.get(address)
    assert page.status_code == 404
    assert len(text(page.text)) > 20 or page.json()["error"]


def test_a_kind_the_record_does_not_hold_names_those_it_does(desk: TestClient) -> None:
    assert "the record&#39;s kinds are" in desk.get("/timeline?type=nonsense").text or (
        "the record's kinds are" in desk.get("/timeline?type=nonsense").text
    )


def test_what_a_page_wrote_is_text_in_every_view(desk: TestClient, store: Store) -> None:
    event = event_id(store, who="Gerasimov", with_="Dunford", where="Baku")
    seen = 0
    for address in (
        "/", "/timeline", f"/event/{event}", f"/article/{quote(HOSTILE_ID, safe='')}", "/search?q=ministry",
        f"/actor/{actor_id(store, 'Valery Gerasimov')}", "/timeline?outlet=%22%3E%3Cscript%3Ealert(5)%3C%2Fscript%3E",
        "/search?q=%3Cscript%3Ealert(6)%3C/script%3E", "/timeline?who=%3Cscript%3Ealert(6)%3C/script%3E",
        "/place/%3Cscript%3Ealert(6)%3C%2Fscript%3E",
    ):  # fmt: skip
        page = desk.get(address)
        assert page.status_code == 200, address
        # Only the desk's own tags stand in a page: no attribute and no element of a page's making.
        assert "<script>" not in page.text and "<script " not in page.text.replace('<script type="module"', "")
        assert "<img" not in page.text and "<b " not in page.text and "<i>" not in page.text
        assert not re.search(r"<[^>]*\son\w+\s*=", re.sub(r'"[^"]*"', '""', page.text))
        assert not re.search(r'(?:href|src)="\s*(?:javascript|data|vbscript):', page.text, re.I)
        seen += "&lt;script&gt;" in page.text
    assert seen >= 6
    article = desk.get(f"/article/{quote(HOSTILE_ID, safe='')}").text
    assert "{{ 7 * 7 }}" in article and "&amp;lt;already&amp;gt;" in article
    assert "javascript:alert(4)" in article and 'href="javascript' not in article


def test_pages_answer_as_the_record_grows(tmp_path_factory: pytest.TempPathFactory) -> None:
    from tests.record.hand import meeting

    with newsroom(tmp_path_factory.mktemp("grows")) as own:
        asked = client(own)
        before = text(asked.get("/").text)
        own.put([(meeting("more"), "more.txt")], "test")
        from dragoman.record.build import build

        build(own, 0.35)
        after = text(asked.get("/").text)
        assert before != after
        assert f"articles {own.count_articles()}" in after or f"{own.count_articles()} articles" in after


def test_the_map_and_the_network_hold_as_tables_what_they_draw(desk: TestClient) -> None:
    drawn = desk.get("/api/map").json()
    page = text(desk.get("/map").text)
    assert drawn["spots"][0]["name"] == "Baku" and drawn["spots"][0]["foreign"] >= 3
    assert all(spot["name"] in page for spot in drawn["spots"])
    assert ("RUS", "TUR") in {(w["source"], w["target"]) for w in drawn["ways"] if w["kind"] == "arms"}
    net = desk.get("/api/network?ties=meets&of=states").json()
    assert {("RUS", "USA"), ("NATO", "RUS")} <= {(e["source"], e["target"]) for e in net["edges"]}
    assert net["knots"][0]["name"] == "Russia"
    people = desk.get("/api/network?of=people").json()
    assert "Valery Gerasimov" in {k["name"] for k in people["knots"]}
    _, *supplied = desk.get("/network.csv?ties=supplies").text.splitlines()
    assert supplied[:2] == ["RUS,Russia,supplies,ARM,Armenia,2", "RUS,Russia,supplies,TUR,Turkey,2"]
    assert desk.get("/network?ties=loves").status_code == 400


def test_the_old_id_of_an_actor_leads_to_who_holds_it_now(tmp_path: Path) -> None:
    with record(tmp_path / "r", alone("p", "I. Petrov"), alone("q", "I. Petrov")) as own:
        asked = client(own)
        old = on(own, "p", "I. Petrov")
        assert asked.get(f"/actor/{old}").status_code == 200
        comes(own, alone("r", "Ivan Petrov"))
        one = on(own, "r", "Ivan Petrov")
        moved = asked.get(f"/actor/{old}")
        assert (moved.status_code, moved.headers["location"]) == (302, f"/actor/{one}")
        assert asked.get(f"/timeline?who={old}").text.count("/event/") == asked.get(f"/timeline?who={one}").text.count("/event/")
        comes(own, alone("p", "Igor Petrov"), alone("q", "Ivan Petrov"))
        choice = asked.get(f"/actor/{old}")
        assert choice.status_code == 300
        for id, name in ((one, "Ivan Petrov"), (on(own, "p", "Igor Petrov"), "Igor Petrov")):
            assert f'<a href="/actor/{id}">{name} {id}</a>' in choice.text
        assert asked.get("/actor/a00000000000f").status_code == 404
