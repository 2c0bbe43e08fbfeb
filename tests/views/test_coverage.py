"""Who reported it and who did not, by the country of the outlet."""

from __future__ import annotations

import pytest

from dragoman.errors import DragomanError
from dragoman.store.store import Store
from dragoman.views.coverage import of_event, of_pair
from dragoman.views.timeline import Filter, timeline


def test_an_event_is_reported_by_some_and_not_by_others(store: Store) -> None:
    (event,) = timeline(store, Filter(who="Dunford"))
    found = of_event(store, event.id)
    assert {c.country: (c.reported, c.silent) for c in found.countries} == {
        "RUS": (1, ()),
        "AZE": (1, ()),
        "GBR": (0, ("Reuters",)),
        "USA": (0, ("Associated Press",)),
    }


def test_days_are_counted_from_the_event_and_a_cited_outlet_counts(store: Store) -> None:
    (event,) = timeline(store, Filter(who="Dunford"))
    found = {r.outlet: (r.after, r.ownership, r.cited_by) for r in of_event(store, event.id).reports}
    assert found == {"TASS": (1, "state", None), "Trend": (0, "private", None), "RIA Novosti": (0, "state", "Trend")}


def test_who_published_too_late_is_not_silent(store: Store) -> None:
    (event,) = timeline(store, Filter(who="Dunford"))
    assert {c.country for c in of_event(store, event.id, within=2).countries} == {"RUS", "AZE", "GBR"}


def test_a_pair_of_states_gives_what_each_countrys_outlets_missed(store: Store) -> None:
    found = of_pair(store, "RUS", "TUR")
    by_country = {c.country: c for c in found.countries}
    assert by_country["GBR"].reported == by_country["GBR"].of == len(found.events) > 0
    assert by_country["GBR"].soonest == 0
    assert by_country["USA"].missed == found.events


def test_two_that_never_meet_are_covered_by_nobody(store: Store) -> None:
    found = of_pair(store, "AZE", "JPN")
    assert (found.events, found.reports, found.countries) == ((), (), ())


def test_what_is_no_event_is_refused(store: Store) -> None:
    with pytest.raises(DragomanError, match="no event of the record"):
        of_event(store, "a0000")
