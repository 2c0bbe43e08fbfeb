"""What the expressions of time of a page stand for, by the page's day and by what was told before."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller

PUBLISHED = "2018-03-08"  # a Thursday


def _dates(tell: Teller, text: str, kind: str, published: str | None = PUBLISHED) -> list[tuple[str | None, str | None]]:
    """Start and end of each event of a kind, in the order of the text."""
    out = []
    for facts in tell(text, published).events(kind):
        told = [f.date.value for f in facts if f.date is not None]
        out.append((told[0].start, told[0].end) if told else (None, None))
    return out


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        (
            "Mevlut Cavusoglu met Sergei Lavrov in Moscow on Monday. "
            "The next day he held talks with Angela Merkel in Berlin.",
            "meeting",
            "2018-03-06",
        ),
        (
            "Sergei Lavrov arrived in Tehran on Monday. Two days later he met Haider al-Abadi in Baghdad.",
            "meeting",
            "2018-03-07",
        ),
        ("Sergei Lavrov arrived in Ankara on Tuesday. Later that day he met Mevlut Cavusoglu.", "meeting", "2018-03-06"),
        ("Sergei Lavrov arrived in Ankara on Tuesday. That evening he met Mevlut Cavusoglu.", "meeting", "2018-03-06"),
        (
            "On March 6 Sergei Lavrov defended the deliveries. "
            "His remarks came two days after he met Mevlut Cavusoglu in Ankara.",
            "meeting",
            "2018-03-04",
        ),
        ("Sergei Lavrov met Mevlut Cavusoglu in Ankara on Tuesday, a day after visiting Tehran.", "visit", "2018-03-05"),
        (
            "Sergei Lavrov visited Tehran a day after meeting Mevlut Cavusoglu in Ankara on Tuesday.",
            "visit",
            "2018-03-07",
        ),
        (
            "Sergei Lavrov visited Tehran three days before the two-day summit opened in Ankara on March 7.",
            "visit",
            "2018-03-04",
        ),
        (
            "Sergei Lavrov met Mevlut Cavusoglu in Ankara on the eve of the March 7 summit.",
            "meeting",
            "2018-03-06",
        ),
    ],
)
def test_what_counts_from_a_day_told_finds_that_day(tell: Teller, text: str, kind: str, start: str) -> None:
    assert (start, None) in _dates(tell, text, kind)


def test_a_length_of_time_before_now_counts_from_the_article(tell: Teller) -> None:
    text = "The trip comes just two days after China held naval drills around Taiwan."
    assert _dates(tell, text, "exercise") == [("2018-03-06", None)]


def test_the_day_on_which_something_was_said_is_not_the_day_that_the_next_day_follows(tell: Teller) -> None:
    text = (
        "Sergei Lavrov arrived in Tehran on Monday, the ministry said on Wednesday. "
        "The next day he met Haider al-Abadi in Baghdad."
    )
    assert _dates(tell, text, "meeting") == [("2018-03-06", None)]


def test_what_was_done_the_day_before_words_were_said_counts_from_the_words(tell: Teller) -> None:
    text = "Officials said Tuesday that Russian jets had struck Syrian insurgents in Idlib the day before."
    assert ("2018-03-05", None) in _dates(tell, text, "incident")


def test_a_day_to_come_is_no_day_told_before(tell: Teller) -> None:
    text = (
        "Sergei Lavrov arrived in Tehran on Monday. He will travel to Doha on March 20. "
        "The next day he met Haider al-Abadi in Baghdad."
    )
    assert ("2018-03-06", None) in _dates(tell, text, "meeting")


def test_without_a_day_told_before_nothing_is_said(tell: Teller) -> None:
    assert _dates(tell, "Two days later Sergei Lavrov met Haider al-Abadi in Baghdad.", "meeting") == [(None, None)]


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Sergei Lavrov will arrive in Ankara on Monday and stay until March 15.", "visit", "2018-03-12", "2018-03-15"),
        (
            "The US and South Korea began a joint military exercise on Monday that will last until March 23.",
            "exercise",
            "2018-03-05",
            "2018-03-23",
        ),
        (
            "The US and South Korea will hold a joint military exercise from Monday through Friday.",
            "exercise",
            "2018-03-12",
            "2018-03-16",
        ),
        (
            "Russia and Turkey held naval exercises in the Black Sea from February 26 to March 2.",
            "exercise",
            "2018-02-26",
            "2018-03-02",
        ),
    ],
)
def test_what_goes_on_until_a_day_ends_then(tell: Teller, text: str, kind: str, start: str, end: str) -> None:
    assert _dates(tell, text, kind) == [(start, end)]


def test_the_words_of_both_ends_are_the_evidence(tell: Teller) -> None:
    told = tell("Sergei Lavrov will arrive in Ankara on Monday and stay until March 15.", PUBLISHED)
    date = told.only("visit").date
    assert date is not None
    assert told.words(date.evidence) == "Monday and stay until March 15"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Wednesday that Sergei Lavrov had met Mevlut Cavusoglu in Moscow.",
        "Sergei Lavrov and Mevlut Cavusoglu will meet in Moscow, the ministry said on Wednesday.",
    ],
)
def test_the_day_of_the_report_is_not_the_day_of_the_event(tell: Teller, text: str) -> None:
    assert _dates(tell, text, "meeting") == [(None, None)]


def test_an_alleged_meeting_lies_behind(tell: Teller) -> None:
    text = "Investigators asked about an alleged December meeting between Sergei Lavrov and Michael Flynn."
    assert _dates(tell, text, "meeting") == [("2017-12", None)]


def test_a_year_told_of_what_came_before_is_not_that_of_the_visit(tell: Teller) -> None:
    text = "Angela Merkel visited Moscow after the election of Donald Trump in November 2016."
    assert _dates(tell, text, "visit") == [(None, None)]


def test_who_confirms_a_contract_did_not_sign_it_then(tell: Teller) -> None:
    text = "Earlier in March Ankara confirmed a contract for four Sukhoi Su-35 jets."
    assert _dates(tell, text, "arms_transfer") == [(None, None)]


def test_a_day_on_which_something_began_when_an_act_was_done_is_that_of_the_act(tell: Teller) -> None:
    text = "The troubles began on November 3 when Sergei Lavrov signed a security agreement with Syria in Damascus."
    assert _dates(tell, text, "agreement") == [("2017-11-03", None)]


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        (
            "Lebanon spoke of a brittle truce between Israel and Hezbollah, which came into force on November 27.",
            "ceasefire",
            "2017-11-27",
        ),
        (
            "The ministry spoke of the talks between Sergei Lavrov and Mevlut Cavusoglu that were held on March 6.",
            "meeting",
            "2018-03-06",
        ),
    ],
)
def test_a_relative_clause_dates_its_noun(tell: Teller, text: str, kind: str, start: str) -> None:
    assert _dates(tell, text, kind) == [(start, None)]


def test_an_end_told_later_is_the_end_of_what_has_begun(tell: Teller) -> None:
    text = (
        "Vietnam and China launched a naval exercise on Monday. The drill takes place off Zhanjiang. "
        "The drill is set to last till Friday."
    )
    (facts,) = tell(text, PUBLISHED).events("exercise")
    values = [f.date.value for f in facts if f.date is not None]
    assert [(v.start, v.end) for v in values] == [("2018-03-05", None), (None, "2018-03-09")]


def test_a_date_of_the_next_clause_is_not_taken_for_this(tell: Teller) -> None:
    text = "Sergei Lavrov will meet Mevlut Cavusoglu in Baku; in February 2017 he met Rex Tillerson there."
    assert _dates(tell, text, "meeting") == [(None, None), ("2017-02", None)]


def test_an_undated_page_is_placed_by_a_day_that_it_gives_both_ways(tell: Teller) -> None:
    text = (
        "Speaking on Thursday, March 8, Sergei Lavrov praised Turkey.\n\n"
        "He met Mevlut Cavusoglu in Moscow on Tuesday."
    )
    (facts,) = tell(text).events("meeting")
    assert facts[0].date is not None
    assert facts[0].date.value.start == "--03-06"
    assert "a Thursday" in facts[0].date.value.trail


def test_weekdays_told_of_a_stay_lie_on_its_days(tell: Teller) -> None:
    text = (
        "Sergei Lavrov visited Ankara on March 8-9. "
        "On Thursday he met Mevlut Cavusoglu, and on Friday he held talks with Recep Tayyip Erdogan."
    )
    assert _dates(tell, text, "meeting", None) == [("--03-08", None), ("--03-09", None)]


def test_one_weekday_alone_does_not_place_a_stay(tell: Teller) -> None:
    text = "Sergei Lavrov visited Ankara on March 8-9. On Thursday he met Mevlut Cavusoglu."
    assert _dates(tell, text, "meeting", None) == [(None, None)]


def test_two_days_of_one_meeting_are_both_kept(tell: Teller) -> None:
    text = (
        "Sergei Lavrov and Mevlut Cavusoglu met in Moscow on February 12. "
        "The January 12 talks between Sergei Lavrov and Mevlut Cavusoglu ended without an agreement."
    )
    (facts,) = tell(text, PUBLISHED).events("meeting")
    assert {f.date.value.start for f in facts if f.date is not None} == {"2018-02-12", "2018-01-12"}


def test_talks_of_another_day_are_other_talks(tell: Teller) -> None:
    text = (
        "Sergei Lavrov and Mevlut Cavusoglu met in Moscow on February 12. "
        "The January 15 talks between Sergei Lavrov and Mevlut Cavusoglu ended without an agreement."
    )
    assert len(tell(text, PUBLISHED).events("meeting")) == 2


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Sergei Lavrov flew to Ankara on Tuesday. In the evening he met Mevlut Cavusoglu.", "meeting", "2018-03-06"),
        (
            "Syria needs grain, Sergei Lavrov said in Ankara on Wednesday. A first batch arrived on the previous night. "
            "Mevlut Cavusoglu received Lavrov later in the day.",
            "meeting",
            "2018-03-07",
        ),
        (
            "Rebels shelled Idlib on Tuesday. The attack came after a truce that Turkey had signed on Monday. "
            "In the afternoon Sergei Lavrov met Mevlut Cavusoglu.",
            "meeting",
            "2018-03-06",
        ),
        ("In the afternoon, on Tuesday, Sergei Lavrov met Mevlut Cavusoglu in Ankara.", "meeting", "2018-03-06"),
        (
            "Sergei Lavrov arrived in Ankara on Tuesday. He will meet Mevlut Cavusoglu in the evening.",
            "meeting",
            "2018-03-08",
        ),
        (
            "Sergei Lavrov will visit Ankara on Friday and, later in the evening, will meet Mevlut Cavusoglu.",
            "meeting",
            "2018-03-09",
        ),
    ],
)
def test_a_part_of_the_day_is_that_of_the_day_told(tell: Teller, text: str, kind: str, start: str) -> None:
    assert (start, None) in _dates(tell, text, kind)


def test_a_part_of_the_day_is_of_its_own_verb_alone(tell: Teller) -> None:
    text = "The minister Sergei Lavrov, who is in Ankara on a visit, had in the morning met Mevlut Cavusoglu."
    assert _dates(tell, text, "visit") == [(None, None)]


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Russia and Turkey are running a joint exercise that ends on Monday.", "exercise", None, "2018-03-12"),
        ("Russia and Turkey held joint drills, which ended on Monday.", "exercise", None, "2018-03-05"),
        ("Sergei Lavrov returned on Monday from a visit to Ankara.", "visit", None, "2018-03-05"),
        ("Sergei Lavrov travels to Ankara on Monday for two days.", "visit", "2018-03-12", "2018-03-13"),
        ("Russia and Turkey began a five-day naval exercise on Monday.", "exercise", "2018-03-05", "2018-03-09"),
    ],
)
def test_a_length_and_a_last_day_say_when_it_is_over(
    tell: Teller, text: str, kind: str, start: str | None, end: str
) -> None:
    assert _dates(tell, text, kind)[0] == (start, end)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Sergei Lavrov flew to Ankara on Tuesday for talks with Mevlut Cavusoglu.", "2018-03-06"),
        ("There had been no talks since May 2014, when Sergei Lavrov met Mevlut Cavusoglu.", "2014-05"),
        ("Sergei Lavrov denied that he had met Mevlut Cavusoglu in late March.", "2017-03"),
        ("Agents asked about an April meeting where Sergei Lavrov and Mevlut Cavusoglu discussed grain.", "2017-04"),
        ("The talks between Russia and Turkey were preceded in May by a quarrel.", None),
        ("Egypt and Qatar quarrelled on Tuesday, a day ahead of talks between Russia and Turkey.", "2018-03-07"),
        ("This is happening just two days after Sergei Lavrov met Mevlut Cavusoglu.", "2018-03-06"),
        ("This has happened just two days after Sergei Lavrov met Mevlut Cavusoglu.", None),
        ("On Feb. 17, 2017 rain fell. Sergei Lavrov met Mevlut Cavusoglu a month later in Antalya.", "2017-03"),
    ],
)
def test_whose_time_it_is_and_on_which_side_of_now(tell: Teller, text: str, start: str | None) -> None:
    assert (start, None) in _dates(tell, text, "meeting")


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Sergei Lavrov accepted a phone call from Mevlut Cavusoglu in December.", "call", "2016-12"),
        ("A meeting between Sergei Lavrov and Mevlut Cavusoglu in December angered Egypt.", "meeting", "2016-12"),
        ("Russian troops were deployed to Turkey in December.", "deployment", "2016-12"),
        ("Sergei Lavrov proposed a meeting with Mevlut Cavusoglu in December.", "meeting", "2017-12"),
    ],
)
def test_an_act_of_a_verb_in_the_past_lies_behind(tell: Teller, text: str, kind: str, start: str) -> None:
    assert {f.date.value.start for f in tell(text, "2017-11-09").facts(kind) if f.date is not None} == {start}


def test_who_was_slated_to_meet_had_not_yet(tell: Teller) -> None:
    fact = tell("Russian ministers were slated to meet with Turkish ministers on Friday.", PUBLISHED).only("meeting")
    assert fact.status == "planned"


def test_who_arrives_for_an_exercise_does_not_begin_it(tell: Teller) -> None:
    text = "Russian soldiers arrived in Turkey on Friday to join Turkish soldiers for an exercise."
    assert set(_dates(tell, text, "exercise")) == {(None, None)}
    assert _dates(tell, text, "deployment") == [("2018-03-02", None)]


def test_what_is_done_as_others_look_on_is_of_their_day_and_place(tell: Teller) -> None:
    told = tell("On May 5, 2017 Sergei Lavrov was in Ankara as a pact between Russia and Turkey was signed.", PUBLISHED)
    dates = {f.date.value.start for f in told.facts("agreement") if f.date is not None}
    places = {f.place.place.name for f in told.facts("agreement") if f.place is not None}
    assert (dates, places) == ({"2017-05-05"}, {"Ankara"})


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Norway cancelled an exercise with Kenya on Monday.", None),
        ("Norway told reporters on Monday, a day after it had called off an exercise with Kenya, that it was busy.", None),
        ("Norway called off the exercise with Kenya that was to begin on March 12.", "2018-03-12"),
    ],
)
def test_the_day_on_which_a_drill_was_called_off_is_not_its_own(tell: Teller, text: str, start: str | None) -> None:
    assert {day for day, _ in _dates(tell, text, "exercise")} == {start}


def test_many_days_that_count_one_from_the_other_are_told_in_time(tell: Teller) -> None:
    """Each would ask for all before it, and each of those again."""
    text = "Russia and Turkey met in Oslo on Monday. " + (
        "The next day they met in the evening, and two days later Russia and Turkey clashed. " * 60
    )
    assert tell(text, PUBLISHED).facts("incident")


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Sergei Lavrov will visit Ankara on Monday and Tuesday.", "visit", "2018-03-12", "2018-03-13"),
        ("Sergei Lavrov visited Ankara on Sunday and Monday.", "visit", "2018-03-04", "2018-03-05"),
        ("Sergei Lavrov visited Ankara on Sunday and Tehran on Monday.", "visit", "2018-03-04", None),
        ("Sergei Lavrov was visiting Ankara from 6 March up to 9 March 2018.", "visit", "2018-03-06", "2018-03-09"),
    ],
)
def test_days_that_follow_each_other_are_one_stay(tell: Teller, text: str, kind: str, start: str, end: str) -> None:
    assert _dates(tell, text, kind)[0] == (start, end)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Peru and Chile met in Lima in August 2016. In January of that year a Peruvian jet bombed a Chilean camp.", "2016-01"),
        ("A Peruvian jet bombed a Chilean camp on 3 May of the same year.", "--05-03"),
    ],
)
def test_the_year_told_before_is_that_year(tell: Teller, text: str, start: str) -> None:
    assert _dates(tell, text, "incident") == [(start, None)]


def test_what_a_paper_is_for_is_not_when_it_was_signed(tell: Teller) -> None:
    assert _dates(tell, "Peru and Chile signed a cooperation plan for the years 2019-2021.", "agreement") == [(None, None)]
    assert _dates(tell, "Talks between Peru and Chile are planned for May 2019.", "meeting") == [("2019-05", None)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Peru and Chile agreed at a meeting in Lima on Sunday to conduct a new exercise.", None),
        ("Peru and Chile agreed at a meeting in Lima to conduct a new exercise on Sunday.", "2018-03-11"),
    ],
)
def test_the_day_of_a_decision_is_not_that_of_what_is_decided(tell: Teller, text: str, start: str | None) -> None:
    assert _dates(tell, text, "exercise") == [(start, None)]


def test_the_day_before_the_speaker_is_that_of_the_act(tell: Teller) -> None:
    text = "Ana Lopez of Peru met Juan Perez of Chile in Santos, Brazil, on Tuesday, the Peruvian ministry said."
    assert _dates(tell, text, "meeting") == [("2018-03-06", None)]


def test_how_old_a_thing_is_dates_no_act(tell: Teller) -> None:
    text = "Moroccan troops shelled an Algerian post near the twelfth-century mosque in Tindouf."
    assert _dates(tell, text, "incident") == [(None, None)]
