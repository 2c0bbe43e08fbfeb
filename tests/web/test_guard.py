"""Who gets in: by name, by origin, by token; and what every answer carries."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dragoman.store.store import Store
from dragoman.web.guard import COOKIE, Access
from tests.web.newsroom import client


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost:8765", 200),
        ("[::1]:8765", 200),
        ("127.0.0.1", 200),
        ("localhost:80", 421),
        ("evil.example", 421),
        ("evil.example:8765", 421),
        ("127.0.0.1.evil.example:8765", 421),
        ("127.0.0.1@evil.example", 421),
        ("localhost:notaport", 421),
        ("", 421),
    ],
)
def test_only_this_machines_names_are_answered(desk: TestClient, host: str, status: int) -> None:
    assert desk.get("/api/openapi.json", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "http://localhost:8765"}, 403),  # another site than the one asked
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}, 405),  # let in; there is no such form
        ({}, 405),
    ],
)
def test_a_form_of_another_site_is_refused(desk: TestClient, headers: dict[str, str], status: int) -> None:
    assert desk.post("/timeline", headers=headers).status_code == status


def test_every_answer_forbids_scripts_that_are_not_the_desks(desk: TestClient) -> None:
    for address in ("/", "/nowhere", "/timeline?since=x", "/api/events", "/arms.svg", "/timeline.csv", "/assets/desk.css"):
        head = desk.get(address).headers
        policy = head["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self';" in policy and "unsafe" not in policy
        assert head["x-content-type-options"] == "nosniff" and head["x-frame-options"] == "DENY"
        assert head["referrer-policy"] == "no-referrer"
    refused = desk.get("/", headers={"host": "evil.example"})
    assert "content-security-policy" in refused.headers


def test_no_page_holds_a_script_or_a_style_of_its_own(desk: TestClient) -> None:
    for address in ("/", "/timeline", "/arms", "/search?q=baku", "/api"):
        page = desk.get(address).text
        assert "<style" not in page and " style=" not in page and "javascript:" not in page
        assert "//" not in page.split("</head>")[0].replace("<!doctype", "")  # nothing is fetched from elsewhere


def test_another_host_needs_a_token() -> None:
    with pytest.raises(ValueError, match="token"):
        Access("0.0.0.0")


def test_the_token_opens_the_desk_once_and_for_the_browser(store: Store) -> None:
    asked = client(store, Access("0.0.0.0", 8765, "s3cret"))
    host = {"host": "desk.lan:8765"}
    assert asked.get("/", headers=host).status_code == 401
    assert asked.get("/?token=wrong", headers=host).status_code == 401
    assert asked.get("/api/events", headers=host | {"authorization": "Bearer wrong"}).status_code == 401
    assert asked.get("/api/events", headers=host | {"authorization": "Bearer s3cret"}).status_code == 200
    first = asked.get("/timeline?who=Baku&token=s3cret", headers=host)
    assert first.status_code == 303
    assert first.headers["location"] == "/timeline?who=Baku"
    cookie = first.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=s3cret;") and "HttpOnly" in cookie and "SameSite=Strict" in cookie
    assert asked.get("/", headers=host | {"cookie": f"{COOKIE}=s3cret"}).status_code == 200
    assert asked.get("/", headers=host | {"cookie": f"{COOKIE}=wrong"}).status_code == 401


def test_the_way_back_from_the_token_stays_on_the_desk(store: Store) -> None:
    asked = client(store, Access("0.0.0.0", 8765, "s3cret"))
    answer = asked.get("http://127.0.0.1:8765//evil.example/?token=s3cret", headers={"host": "127.0.0.1:8765"})
    assert answer.headers["location"].startswith("/evil.example")


def test_a_named_host_answers_to_its_name_alone(store: Store) -> None:
    asked = client(store, Access("desk.lan", 8765, "s3cret"))
    token = {"authorization": "Bearer s3cret"}
    assert asked.get("/", headers=token | {"host": "desk.lan:8765"}).status_code == 200
    assert asked.get("/", headers=token | {"host": "other.lan:8765"}).status_code == 421
