"""Outlets are known by name, alias and site."""

from __future__ import annotations

import re

import pytest

from dragoman.errors import KnowledgeError
from dragoman.reading.knowledge import load
from dragoman.reading.outlets import Outlet, _add, archived, host_of, original, outlets


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("AP", "Associated Press"),
        ("reuters", "Reuters"),
        ("BBC News, Bangkok", "BBC"),
        ("(AFP)", "Agence France-Presse"),
        ("XINHUANET", "Xinhua"),
    ],
)
def test_an_outlet_is_known_by_any_of_its_names(name: str, outlet: str) -> None:
    found = outlets().named(name)
    assert found is not None and found.name == outlet


def test_a_site_under_a_domain_is_the_same_outlets() -> None:
    found = outlets().at("news.bbc.co.uk")
    assert found == Outlet("BBC", "GBR", "public")
    assert outlets().at("notbbc.co.uk") is None and outlets().at("co.uk") is None
    assert outlets().at("interfax.com.ua") != outlets().at("interfax.com")


def test_the_file_holds_at_least_150_outlets_with_sound_codes() -> None:
    rows = load("outlets.yaml")["outlets"]
    assert len(rows) >= 150
    for row in rows:
        assert set(row) <= {"name", "country", "ownership", "aliases", "domains"}
        assert re.fullmatch("[A-Z]{3}", row["country"]) and row["ownership"] in {"state", "public", "private", "party"}
        assert all(re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", domain) for domain in row["domains"])


def test_a_name_of_two_outlets_is_refused() -> None:
    table = {"x": Outlet("One", "FRA", "state")}
    with pytest.raises(KnowledgeError, match="stands for both One and Two"):
        _add(table, "x", Outlet("Two", "DEU", "state"))


def test_a_copy_in_the_archive_is_the_page_it_copies() -> None:
    address = "https://web.archive.org/web/20050404173403/http://www.herald.test:80/a"
    assert original(address) == "http://www.herald.test:80/a"
    assert archived(address) == "2005-04-04"
    assert host_of(address) == "herald.test"
    assert archived("http://herald.test/a") is None


@pytest.mark.parametrize("url", ["", "nothing", "http://[", "mailto:a@b.org", "http://localhost/x"])
def test_an_address_without_a_host_has_none(url: str) -> None:
    assert host_of(url) is None
