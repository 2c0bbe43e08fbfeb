"""Using the desk: filtering, searching, opening, by mouse and by keyboard, with scripts and without."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("playwright")
from playwright.sync_api import expect

from tests.browser.browsing import Browsing, Served


@pytest.mark.usefixtures("scripts")
def test_a_filter_changes_the_results_the_address_and_the_links(browser: Browsing, desk: Served) -> None:
    with browser.page() as page:
        page.goto(f"{desk.address}/timeline")
        page.fill("#f-who", "Akar")
        page.press("#f-who", "Tab")
        page.wait_for_url("**/timeline?who=Akar")
        expect(page.locator(".events tbody tr")).to_have_count(1)
        assert "Antalya" in page.inner_text(".events")
        assert page.get_attribute("#views a:has-text('Arms')", "href") == "/arms?who=Akar"
        page.reload()
        assert page.input_value("#f-who") == "Akar"
        page.go_back()
        page.wait_for_url("**/timeline")


@pytest.mark.usefixtures("scripts")
def test_a_click_on_the_line_of_time_opens_the_event(browser: Browsing, desk: Served) -> None:
    with browser.page() as page:
        page.goto(f"{desk.address}/timeline?who=Akar")
        page.click(".vis-item-content:has-text('Akar')")
        page.wait_for_url(re.compile(r"/event/e\w+"))
        assert "Hulusi Akar" in page.inner_text("h1")


@pytest.mark.usefixtures("scripts")
def test_lanes_follow_the_choice(browser: Browsing, desk: Served) -> None:
    with browser.page() as page:
        page.goto(f"{desk.address}/timeline")
        page.wait_for_selector(".vis-labelset .vis-label:has-text('meeting')")
        page.select_option("#lane", "pair")
        page.wait_for_selector(".vis-labelset .vis-label:has-text('RUS – USA')")


@pytest.mark.usefixtures("scripts")
def test_a_place_on_the_map_tells_its_events_and_time_narrows_them(browser: Browsing, desk: Served) -> None:
    with browser.page() as page:
        page.goto(f"{desk.address}/map")
        page.wait_for_selector(".spot-mark")
        before = page.locator(".spot-mark").count()
        page.locator(".spot-mark").last.click()
        page.wait_for_selector(".leaflet-popup-content a")
        assert page.get_attribute(".leaflet-popup-content a", "href") == "/timeline?where=Baku"
        page.locator('input[name="from"]').fill("2023")
        expect(page.locator(".spot-mark")).not_to_have_count(before)
        assert page.locator(".spot-mark").count() < before
        assert "since=2023" in page.url


@pytest.mark.usefixtures("scripts")
def test_the_network_draws_and_saves_a_picture(browser: Browsing, desk: Served) -> None:
    with browser.page() as page:
        page.goto(f"{desk.address}/network")
        page.wait_for_selector(".island canvas")
        with page.expect_download() as got:
            page.click("text=Save as picture")
        assert got.value.suggested_filename == "network-meets-states.png"


@pytest.mark.usefixtures("scripts")
def test_search_answers_as_one_types(browser: Browsing, desk: Served) -> None:
    with browser.page() as page:
        page.goto(f"{desk.address}/search")
        page.type("#q", "gerasi", delay=30)
        page.wait_for_selector("#found a:has-text('Valery Gerasimov')")
        page.wait_for_url("**/search?q=gerasi")
        assert page.evaluate("document.activeElement.id") == "q"


def test_without_scripts_everything_is_there(browser: Browsing, desk: Served) -> None:
    with browser.page(java_script_enabled=False) as page:
        page.goto(f"{desk.address}/timeline")
        page.fill("#f-who", "Akar")
        page.click("button:has-text('Filter')")
        assert page.locator(".events tbody tr").count() == 1
        page.click(".events .what a")
        assert "Hulusi Akar" in page.inner_text("h1")
        assert page.locator("mark").count() > 0
        page.click(".sources .by a")
        assert page.locator(".sentence").count() > 0
        page.click(".notes .brief a")
        assert "Hulusi Akar" in page.inner_text("h1")
        for view in ("map", "network", "arms"):
            page.goto(f"{desk.address}/{view}")
            assert page.locator("tbody tr").count() > 1


def test_the_keyboard_alone_leads_to_the_content(browser: Browsing, desk: Served) -> None:
    with browser.page() as page:
        page.goto(f"{desk.address}/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.usefixtures("scripts")
def test_a_page_loads_only_the_island_it_uses(browser: Browsing, desk: Served) -> None:
    loaded: list[str] = []
    with browser.page() as page:
        page.on("request", lambda r: loaded.append(r.url.rsplit("/", 1)[1].split("-")[0]))
        page.goto(f"{desk.address}/event/none")
        page.goto(f"{desk.address}/arms")
        page.wait_for_load_state("networkidle")
        assert not {"timeline", "map", "network"} & {name for name in loaded if not name.startswith("none")}


def test_what_is_printed_says_what_was_asked(browser: Browsing, desk: Served) -> None:
    with browser.page() as page:
        page.goto(f"{desk.address}/timeline?who=Akar&since=2017")
        paper = page.locator(".on-paper")
        expect(paper).to_be_hidden()
        page.emulate_media(media="print")
        expect(paper).to_have_text("sample.dragoman; who: Akar; since: 2017")
        expect(paper).to_be_visible()
        expect(page.locator(".filters")).to_be_hidden()
        expect(page.locator(".events tbody tr")).to_have_count(1)
