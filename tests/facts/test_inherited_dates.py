"""The day that a page implies for an event which has none."""

from __future__ import annotations

from dragoman.reading.article import read
from dragoman.types import Fact, Page
from tests.facts.telling import Teller


def _read(tell: Teller, text: str, published: str | None = None) -> list[Fact]:
    page = Page("page", "page.txt", "text", text, "0" * 64, published=published)
    (reading,) = tell.reader.read_articles([read(page)])
    return list(reading.facts)


def _only(facts: list[Fact], kind: str) -> Fact:
    (fact,) = (f for f in facts if f.type == kind)
    return fact


def test_the_news_of_a_lead_is_of_the_day_of_its_dateline(tell: Teller) -> None:
    facts = _read(tell, "MOSCOW, March 8. Sergei Lavrov held talks with Mevlut Cavusoglu at the ministry.\n\nNo more.")
    date = _only(facts, "meeting").date
    assert date is not None
    assert date.value.start == "--03-08"
    assert date.evidence.inferred
    assert date.evidence.rule == "the day of the dateline"


def test_the_dateline_takes_the_year_of_the_article(tell: Teller) -> None:
    text = "MOSCOW, March 8. Sergei Lavrov held talks with Mevlut Cavusoglu at the ministry.\n\nNo more."
    date = _only(_read(tell, text, "2018-03-09"), "meeting").date
    assert date is not None
    assert date.value.start == "2018-03-08"


def test_what_is_to_come_is_not_of_the_day_of_the_dateline(tell: Teller) -> None:
    facts = _read(tell, "MOSCOW, March 8. Sergei Lavrov will hold talks with Mevlut Cavusoglu.\n\nNo more.")
    assert _only(facts, "meeting").date is None


def test_what_a_relative_clause_tells_is_background(tell: Teller) -> None:
    text = "MOSCOW, March 8. Sergei Lavrov, who met Mevlut Cavusoglu in Ankara, praised Turkey.\n\nNo more."
    assert all(f.date is None for f in _read(tell, text))


def test_a_lead_without_a_dated_dateline_gets_no_day(tell: Teller) -> None:
    facts = _read(tell, "MOSCOW. Sergei Lavrov held talks with Mevlut Cavusoglu.\n\nNo more.", "2018-03-08")
    assert _only(facts, "meeting").date is None


def test_the_weekday_of_a_lead_is_that_of_its_dateline(tell: Teller) -> None:
    text = (
        "MOSCOW, March 8. Sergei Lavrov held talks with Mevlut Cavusoglu in Moscow on Thursday.\n\n"
        "Cavusoglu arrived in Moscow on Wednesday."
    )
    facts = _read(tell, text)
    meeting, visit = _only(facts, "meeting").date, _only(facts, "visit").date
    assert meeting is not None and visit is not None
    assert (meeting.value.start, visit.value.start) == ("--03-08", "--03-07")


def test_who_has_set_off_for_a_dated_meeting_did_so_in_its_month(tell: Teller) -> None:
    text = "Sergei Lavrov has set off for Ankara for the 29 March session of the Council of Europe."
    date = tell(text, "2018-03-26").only("visit").date
    assert date is not None
    assert date.value.start == "2018-03"
    assert date.evidence.inferred


def test_an_agreement_is_of_the_day_of_the_meeting_at_which_it_was_signed(tell: Teller) -> None:
    text = (
        "Russia and Turkey signed a security agreement at a meeting of Sergei Lavrov and Mevlut Cavusoglu in Ankara. "
        "Sergei Lavrov and Mevlut Cavusoglu met in Ankara on March 6."
    )
    (facts,) = tell(text, "2018-03-08").events("agreement")
    assert {f.date.value.start for f in facts if f.date is not None} == {"2018-03-06"}


def test_who_is_on_the_way_as_the_page_is_written_sets_out_in_its_month(tell: Teller) -> None:
    date = tell("Sergei Lavrov is heading for Ankara to see the damage.", "2018-03-08").only("visit").date
    assert date is not None
    assert (date.value.start, date.evidence.inferred) == ("2018-03", True)
    assert tell("Sergei Lavrov is heading for Ankara to see the damage.").only("visit").date is None
    assert tell("Sergei Lavrov is heading for Ankara to see the damage.", "2018").only("visit").date is None


_SIGNED = "Spanish minister Ana Lopez and Czech minister Petr Hladik signed a treaty in Rabat on Monday. Spain was glad. "


def test_what_two_people_did_is_of_the_day_and_place_where_they_were_together(tell: Teller) -> None:
    facts = _read(tell, _SIGNED + "At their meeting Lopez and Hladik went over trade.", "2024-05-10")
    meeting = next(f for f in facts if f.type == "meeting" and f.date is not None)
    assert meeting.date is not None and meeting.date.value.start == "2024-05-06" and meeting.date.evidence.inferred
    assert meeting.place is not None and meeting.place.place.name == "Rabat"


def test_what_looks_back_is_of_another_day(tell: Teller) -> None:
    meeting = _only(_read(tell, _SIGNED + "Lopez and Hladik had met before.", "2024-05-10"), "meeting")
    assert meeting.date is None


def test_a_meeting_on_a_trip_is_of_the_month_of_the_trip(tell: Teller) -> None:
    text = "Sergei Lavrov denied meeting Mevlut Cavusoglu during a July 2016 trip to Ankara."
    meeting = _only(_read(tell, text, "2017-11-03"), "meeting")
    assert meeting.date is not None and meeting.date.value.start == "2016-07"
    assert meeting.place is not None and meeting.place.place.name == "Ankara"


def test_what_it_is_said_to_be_is_of_the_day_told_right_before(tell: Teller) -> None:
    ship = "The Norwegian destroyer will put in at Callao on Friday. "
    (facts,) = tell(ship + "It will be the first visit by Norwegian warships to Peru.", "2022-09-14").events("visit")
    assert {(f.status, f.date.value.start) for f in facts if f.date is not None} == {("planned", "2022-09-16")}
    (facts,) = tell(ship + "It will not be the first visit by Norwegian warships to Peru.", "2022-09-14").events("visit")
    assert "denied" not in {f.status for f in facts}
