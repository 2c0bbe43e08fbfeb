"""Which reports of a page are of one event, and what a sentence leaves to be understood."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller

# ------------------------------------------------------------------ one event or two


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # A noun with an article points back; a name with a verb tells the same again.
        ("Vladimir Putin met Emmanuel Macron in Moscow. At the meeting, Macron spoke of Ukraine.", 1),
        (
            "Vladimir Putin met Emmanuel Macron in Moscow on February 7, 2022. The February meeting was long, Paris said.",
            1,
        ),
        ("Vladimir Putin met Xi Jinping in Beijing in February 2022. Putin met Xi on February 4, 2022.", 1),
        # Somebody else, another day, another place, another time round.
        ("Vladimir Putin met Xi Jinping in Moscow. Putin also met Emmanuel Macron.", 2),
        ("Vladimir Putin met Xi Jinping on February 4, 2022. Putin met Xi on September 15, 2022.", 2),
        ("Vladimir Putin met Xi Jinping in Beijing. Putin met Xi in Samarkand.", 2),
        ("Vladimir Putin met Xi Jinping in Beijing. Putin and Xi also met in May.", 2),
        ("Vladimir Putin met Xi Jinping in Beijing. Putin will meet Xi next month.", 2),
        # States and those who speak for them.
        ("Russia and France held talks in Moscow. Vladimir Putin and Emmanuel Macron met for five hours in Moscow.", 1),
    ],
)
def test_reports_of_one_meeting_are_one_event(tell: Teller, text: str, events: int) -> None:
    assert len(tell(text, published="2022-10-01").events("meeting")) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Antony Blinken arrived in Kyiv on Wednesday. Blinken's trip to Kyiv was kept secret.", 1),
        ("Antony Blinken visited Kyiv. Antony Blinken visited Warsaw.", 2),
        ("Antony Blinken visited Kyiv on Monday. During his visit, Blinken will meet Denys Shmyhal.", 1),
        ("Antony Blinken visited Kyiv. US Defense Secretary Lloyd Austin visited Kyiv.", 2),
        ("Antony Blinken visited Kyiv on September 6, 2023. Blinken visited Kyiv on May 14, 2024.", 2),
    ],
)
def test_one_traveller_at_one_place_is_one_visit(tell: Teller, text: str, events: int) -> None:
    assert len(tell(text, published="2024-06-01").events("visit")) == events


def test_what_is_planned_is_kept_apart_from_what_happened(tell: Teller) -> None:
    told = tell("Vladimir Putin will meet Xi Jinping in Beijing. Putin met Xi in Moscow in March 2023.")
    first, second = told.events("meeting")
    assert ({f.status for f in first}, {f.status for f in second}) == ({"planned"}, {"occurred"})


def test_kinds_are_never_mixed_by_likeness(tell: Teller) -> None:
    told = tell("Vladimir Putin visited Beijing. Vladimir Putin met Xi Jinping in Beijing.")
    assert {f.event for f in told.facts("visit")}.isdisjoint({f.event for f in told.facts("meeting")})


def test_a_headline_and_its_lead_tell_one_event(tell: Teller) -> None:
    told = tell(
        "French President Emmanuel Macron met Russian President Vladimir Putin in Moscow on Monday.",
        published="2022-02-07",
        title="Macron meets Putin in Moscow",
    )
    (event,) = told.events("meeting")
    assert len(event) == 2


# ------------------------------------------------------------------ sides that the page implies


@pytest.mark.parametrize("pointer", ["They", "The two ministers", "Both sides", "The two"])
def test_those_who_point_back_are_the_sides_named_before(tell: Teller, pointer: str) -> None:
    told = tell(
        "Turkish Foreign Minister Mevlut Cavusoglu met Russian Foreign Minister Sergey Lavrov in Antalya. "
        f"{pointer} will meet again in Moscow."
    )
    (fact,) = told.events("meeting")[1]
    assert told.inferred(fact) == dict.fromkeys(("Mevlut Cavusoglu", "Sergey Lavrov"), "the sides named before")
    assert {told.words(p.evidence) for p in fact.participants} == {pointer}


def test_those_who_point_back_may_have_been_named_side_by_side_only(tell: Teller) -> None:
    told = tell("Emmanuel Macron and Olaf Scholz spoke out against the plan. They met in Paris on Monday.")
    assert told.who(told.only("meeting")) == {"Emmanuel Macron", "Olaf Scholz"}


def test_nobody_is_made_up_where_nobody_was_named(tell: Teller) -> None:
    assert tell("They met in Paris on Monday. The two sides held talks in Vienna.").facts("meeting") == []


def test_whoever_receives_a_delegation_meets_the_traveller_who_leads_it(tell: Teller) -> None:
    told = tell(
        "Russian Defence Minister Sergey Shoygu arrived in Baku on August 25, 2020. "
        "Azerbaijani President Ilham Aliyev received the Russian delegation."
    )
    fact = told.only("meeting")
    assert told.who(fact) == {"Sergey Shoygu", "Ilham Aliyev"}
    assert told.inferred(fact) == {"Sergey Shoygu": "who leads the delegation on this visit"}


def test_a_delegation_of_another_state_is_not_the_travellers(tell: Teller) -> None:
    told = tell(
        "Russian Defence Minister Sergey Shoygu arrived in Baku on August 25, 2020. "
        "Azerbaijani President Ilham Aliyev received the Turkish delegation."
    )
    assert told.who(told.only("meeting")) == {"Turkey", "Ilham Aliyev"}


def test_the_traveller_is_the_other_side_of_the_meeting_that_opens_the_trip(tell: Teller) -> None:
    told = tell(
        "Sergey Lavrov visited Ankara on June 8, 2022. His trip opened with a meeting with Turkish President Recep Tayyip Erdogan."
    )
    fact = told.only("meeting")
    assert told.who(fact) == {"Recep Tayyip Erdogan", "Sergey Lavrov"}
    assert told.inferred(fact) == {"Sergey Lavrov": "the traveller of the same sentence"}


def test_who_negotiates_alone_abroad_does_so_with_the_state_that_he_is_in(tell: Teller) -> None:
    told = tell("Turkish Defence Minister Hulusi Akar negotiated in Baku.")
    fact = told.only("meeting")
    assert told.inferred(fact) == {"Azerbaijan": "the state in which the other side was"}
    assert tell("Turkish Defence Minister Hulusi Akar negotiated in Ankara.").facts("meeting") == []


def test_ministers_of_an_alliance_meet_one_another_and_not_the_state_that_they_are_in(tell: Teller) -> None:
    told = tell("NATO defence ministers met in Brussels on October 21, 2021.")
    assert told.who(told.only("meeting")) == {"North Atlantic Treaty Organization"}


# ------------------------------------------------------------------ place and day that the page implies


def test_talks_told_after_a_visit_were_held_where_the_visitor_was(tell: Teller) -> None:
    told = tell("Sergey Lavrov visited Ankara on June 8, 2022. Lavrov met Turkish Foreign Minister Mevlut Cavusoglu.")
    fact = told.only("meeting")
    assert fact.place is not None and fact.date is not None
    assert (fact.place.place.name, fact.place.evidence.rule) == ("Ankara", "held during the visit told before")
    assert (fact.date.value.start, fact.date.evidence.rule) == ("2022-06-08", "told of the same day")
    assert fact.place.evidence.inferred and fact.date.evidence.inferred
    assert told.words(fact.place.evidence) == "Ankara"
    assert told.words(fact.date.evidence) == "June 8, 2022"


@pytest.mark.parametrize(
    ("visit", "talks"),
    [
        ("in March 2020", "in June 2020"),
        ("in 2019", "in 2021"),
        ("on June 8, 2022", "on June 28, 2022"),
        ("on June 8, 2022", "on June 6, 2022"),
    ],
)
def test_talks_of_another_time_were_not_held_during_the_visit(tell: Teller, visit: str, talks: str) -> None:
    told = tell(f"Sergey Lavrov visited Ankara {visit}. Lavrov met Turkish Foreign Minister Mevlut Cavusoglu {talks}.")
    assert told.only("meeting").place is None


def test_a_visit_across_the_end_of_a_month_is_one_visit(tell: Teller) -> None:
    told = tell(
        "Sergey Lavrov arrived in Ankara on May 31, 2022. "
        "Lavrov met Turkish Foreign Minister Mevlut Cavusoglu on June 1, 2022."
    )
    fact = told.only("meeting")
    assert fact.place is not None
    assert fact.place.place.name == "Ankara"


def test_talks_of_others_have_nothing_from_the_visit(tell: Teller) -> None:
    told = tell("Sergey Lavrov visited Ankara on June 8, 2022. Emmanuel Macron met Olaf Scholz.")
    fact = told.only("meeting")
    assert fact.place is None and fact.date is None


def test_what_the_sentence_says_outweighs_what_the_page_implies(tell: Teller) -> None:
    told = tell(
        "Sergey Lavrov visited Ankara on June 8, 2022. "
        "Lavrov met Turkish Foreign Minister Mevlut Cavusoglu in Antalya on June 10, 2022."
    )
    fact = told.only("meeting")
    assert fact.place is not None and fact.date is not None
    assert (fact.place.place.name, fact.place.evidence.inferred) == ("Antalya", False)
    assert (fact.date.value.start, fact.date.evidence.inferred) == ("2022-06-10", False)


def test_a_place_said_is_more_exact_for_the_event_whichever_report_says_it(tell: Teller) -> None:
    told = tell("Vladimir Putin met Emmanuel Macron in Russia. At the meeting in Moscow, Macron spoke of Ukraine.")
    (event,) = told.events("meeting")
    assert {f.place.place.name for f in event if f.place} >= {"Moscow"}


# ------------------------------------------------------------------ what may stand


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin met Sergey Lavrov in Moscow.",  # of one state
        "Turkish ministers met in Berlin.",  # with nobody knows whom
        "Azerbaijani President Ilham Aliyev visited Ganja.",  # at home
        "Talks were held in Vienna on Monday.",  # between nobody knows whom
    ],
)
def test_what_lacks_another_state_is_no_event(tell: Teller, text: str) -> None:
    assert tell(text).reading.facts == ()


# ------------------------------------------------------------------ what other sentences say of an act


def test_they_take_place_is_said_of_the_talks_before(tell: Teller) -> None:
    told = tell(
        "Norway and Finland will hold border talks next week. They take place on Tuesday in Oslo.",
        published="2019-05-03",
    )
    (talks,) = told.events("meeting")
    assert {f.place.place.name for f in talks if f.place is not None} == {"Oslo"}


def test_here_is_the_state_of_the_other_side(tell: Teller) -> None:
    told = tell(
        "The Egyptian and Greek defence ministers signed a training accord. Egyptian General Mohamed Zaki arrived here on Monday."
    )
    visit = told.only("visit")
    assert visit.place is not None and visit.place.place.name == "Greece" and visit.place.evidence.inferred


def test_who_came_as_well_came_to_the_same_place(tell: Teller) -> None:
    told = tell(
        "Sergei Shoigu arrived in Pyongyang. A Vietnamese delegation with General Phan Van Giang came as well."
    )
    assert {f.place.place.name for f in told.facts("visit") if f.place is not None} == {"Pyongyang"}
    assert told.who(told.facts("visit")) == {"Sergei Shoigu", "Phan Van Giang"}


def test_the_guest_of_a_minister_is_the_visitor(tell: Teller) -> None:
    told = tell(
        "Croatian Defence Minister Ante Kotromanovic received the Slovenian General Dobran Bozic during his visit to Croatia."
    )
    assert told.who(told.facts("visit")) == {"Dobran Bozic"}


def test_the_phone_call_is_that_of_those_named_next(tell: Teller) -> None:
    told = tell(
        "The phone call came hours after Monday's truce. "
        "French Defence Minister Florence Parly and her German counterpart Ursula von der Leyen discussed the situation in Mali."
    )
    assert told.who(told.facts("call")) == {"Florence Parly", "Ursula von der Leyen"}
    assert told.facts("meeting") == []


def test_bilateral_meetings_with_several_are_one_with_each(tell: Teller) -> None:
    told = tell("Rajnath Singh had bilateral talks with his counterparts from Malaysia, Australia and New Zealand.")
    assert len(told.events("meeting")) == 3


def test_both_defence_ministers_are_not_the_prime_minister(tell: Teller) -> None:
    told = tell(
        "Talks between Russian Defence Minister Sergei Shoigu and Pakistani Defence Minister Khawaja Asif lasted an hour. "
        "Shoigu would later also see Prime Minister Nawaz Sharif. Both defence ministers also discussed helicopters.",
        published="2014-11-20",
    )
    assert all("Nawaz Sharif" not in told.who(f) for f in told.facts("meeting") if f.status == "occurred")


def test_talks_of_which_no_side_is_named_are_those_of_the_two_states_of_the_page(tell: Teller) -> None:
    told = tell(
        "Clashes between Sudan and South Sudan went on in March. The presidents of Sudan and South Sudan had met in January. "
        "Talks on security resumed in Addis Ababa on Wednesday.",
        published="2012-03-29",
    )
    (resumed,) = [f for f in told.facts("meeting") if f.place is not None]
    assert set(told.inferred(resumed)) == {"Sudan", "South Sudan"}


def test_one_launch_told_again_is_one_and_that_of_another_day_is_not(tell: Teller) -> None:
    told = tell(
        "North Korea fired a ballistic missile on September 12, 2024. Seoul condemned the North Korean missile launch. "
        "On July 1, 2024, North Korea fired two ballistic missiles."
    )
    assert len(told.events("incident")) == 2


def test_it_was_received_is_the_delegation_that_came(tell: Teller) -> None:
    told = tell(
        "A Turkish team under Defence Minister Hulusi Akar has been to Libya for talks. "
        "Libyan Prime Minister Fayez al-Sarraj received it on Tuesday.",
        published="2020-07-09",
    )
    assert told.who(told.facts("visit")) == {"Hulusi Akar"}
    assert told.who(told.facts("meeting")) == {"Fayez al-Sarraj", "Hulusi Akar"}


def test_their_summit_is_that_of_the_two_named_behind_it(tell: Teller) -> None:
    told = tell("At their April 27 summit Moon Jae-in and Kim Jong-un issued a declaration.")
    assert told.who(told.facts("meeting")) == {"Moon Jae-in", "Kim Jong-un"}
    told = tell("At their May 9 summit President Emmanuel Macron and Chancellor Olaf Scholz issued a declaration.")
    assert told.who(told.facts("meeting")) == {"Emmanuel Macron", "Olaf Scholz"}


def test_who_admits_losses_in_a_fight_did_not_fight(tell: Teller) -> None:
    text = "Armenian President Serzh Sarkisian admitted losses in the April hostilities in Karabakh."
    assert tell(text, published="2016-05-03").facts("incident") == []


def test_who_attacks_whom_tells_two_incidents_apart(tell: Teller) -> None:
    told = tell(
        "Turkish jets buzzed a Greek frigate off Kastellorizo. Greek jets intercepted Turkish fighters off Kastellorizo."
    )
    assert len(told.events("incident")) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Emmanuel Macron chose Turku for the meeting with Olaf Scholz in April 2023.", "occurred"),
        ("Emmanuel Macron chose Turku for the meeting with Olaf Scholz in July 2024.", "planned"),
        ("Emmanuel Macron planned a meeting with Olaf Scholz in April 2023.", "planned"),
    ],
)
def test_what_was_chosen_for_a_day_that_has_passed_took_place(tell: Teller, text: str, status: str) -> None:
    assert {f.status for f in tell(text, published="2024-05-20").facts("meeting")} == {status}


def test_what_is_being_held_on_a_day_to_come_is_planned(tell: Teller) -> None:
    text = "Peru and Chile will hold talks in Lima on Friday. The talks are being held at the wish of both presidents."
    assert {f.status for f in tell(text, published="2024-05-20").facts("meeting")} == {"planned"}


def test_a_ship_on_its_stay_is_not_who_speaks_of_it(tell: Teller) -> None:
    text = "The frigate will be open to all during its stay in Peru, Chilean Captain Juan Soto said."
    assert tell(text, published="2024-05-20").facts("visit") == []


def test_who_leads_a_team_to_a_dialogue_of_two_states_goes_to_neither_for_that(tell: Teller) -> None:
    text = "Chilean minister Maya Diaz will lead a team to the opening of the Peru-Chile dialogue."
    assert tell(text, published="2024-05-20").facts("visit") == []


def test_training_is_an_event_beside_the_arms_that_come(tell: Teller) -> None:
    told = tell("American instructors will train Chadian crews before Norway delivers NASAMS launchers to Chad.", "2024-05-20")
    assert len(told.events("aid")) == len(told.events("arms_transfer")) == 1


def test_an_exercise_called_as_a_town_with_a_year_is_held_where_it_says(tell: Teller) -> None:
    told = tell("A Vietnamese frigate joined the naval exercise Milan 2022 which took place in Visakhapatnam in March 2022.")
    places = {f.place.place.name for f in told.facts("exercise") if f.place}
    assert places == {"Visakhapatnam"}


def test_what_two_discuss_is_no_side_of_their_call(tell: Teller) -> None:
    told = tell(
        "US Secretary of State Marco Rubio and British Foreign Secretary David Lammy discussed the conflict between "
        "India and Pakistan in a phone call on Sunday."
    )
    assert told.who(told.facts("call")) == {"Marco Rubio", "David Lammy"}


def test_the_talks_of_a_title_are_the_call_of_the_lead(tell: Teller) -> None:
    told = tell(
        "Foreign Minister Ken Ito of Japan held a telephone conversation with his Peruvian counterpart Juan Soto.",
        title="Japanese minister holds talks with Peruvian counterpart",
    )
    assert told.facts("meeting") == [] and len(told.events("call")) == 1


def test_the_title_of_a_call_is_no_meeting_besides(tell: Teller) -> None:
    told = tell(
        "US Secretary of State Marco Rubio and British Foreign Secretary David Lammy discussed Ukraine in a phone call.",
        title="Rubio and Lammy discuss Ukraine",
    )
    assert told.facts("meeting") == [] and len(told.events("call")) == 1


def test_to_speak_of_what_is_to_come_is_not_to_say_that_it_was(tell: Teller) -> None:
    text = (
        "Kenya's President Ali Otieno and Ghana's President Kofi Mensah will meet in Lome on June 20. "
        "Nothing has changed regarding the meeting of Otieno and Mensah, an official said."
    )
    (meeting,) = tell(text, published="2024-06-12").events("meeting")
    assert {f.status for f in meeting} == {"planned"}
