"""Facts: one for each sentence that reports an event, every value with the span that says it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.types import Evidence, Fact, Reading
from tests.facts.telling import Teller, Told

PAGE = (
    "Russian Foreign Minister Sergey Lavrov arrived in Ankara on June 7, 2022. "
    "On Wednesday he met Turkish Foreign Minister Mevlut Cavusoglu. "
    "They agreed to meet again in Moscow, according to TASS."
)


def _evidence(fact: Fact) -> Iterator[tuple[str, Evidence]]:
    """Every value of a fact by its name."""
    yield "trigger", fact.trigger
    yield "status", fact.status_evidence
    for p in fact.participants:
        yield p.slot, p.evidence
    for name, value in (("host", fact.host), ("place", fact.place), ("date", fact.date)):
        if value is not None:
            yield name, value.evidence
    for quoted in (*fact.topics, *fact.figures, *fact.transfer):
        yield quoted.name, quoted.evidence


@pytest.fixture(scope="module")
def readings(tell: Teller, sample: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Readings of the bundled sample and of the page above."""
    return (*sample, tell(PAGE, published="2022-06-09").reading)


# ------------------------------------------------------------------ evidence


def test_every_value_stands_in_its_sentence_or_is_marked_inferred(readings: tuple[Reading, ...]) -> None:
    facts = [f for r in readings for f in r.facts]
    assert len(facts) > 30
    for fact in facts:
        for name, at in _evidence(fact):
            inside = fact.sentence.start <= at.start and at.end <= fact.sentence.end
            assert inside or at.inferred, (fact, name)


def test_trigger_and_status_always_stand_in_their_sentence(readings: tuple[Reading, ...]) -> None:
    for fact in (f for r in readings for f in r.facts):
        for at in (fact.trigger, fact.status_evidence):
            assert fact.sentence.start <= at.start < at.end <= fact.sentence.end
            assert not at.inferred


def test_every_value_says_by_what_rule_it_was_read(readings: tuple[Reading, ...]) -> None:
    assert all(at.rule for r in readings for f in r.facts for _, at in _evidence(f))


def test_no_span_begins_or_ends_inside_a_word_or_in_furniture(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        text = reading.article.text
        for fact in reading.facts:
            for name, at in _evidence(fact):
                said = text[at.start : at.end]
                assert said == said.strip(), (fact, name)
                assert "\n\n" not in said, (fact, name)
                assert not (text[at.start - 1 : at.start].isalnum() and said[0].isalnum()), (fact, name)
                assert not any(f.start < at.end and at.start < f.end for f in reading.article.furniture), (fact, name)


def test_a_span_slices_to_what_it_says(tell: Teller) -> None:
    told = tell(PAGE, published="2022-06-09")
    arrival = told.only("visit")
    assert arrival.place is not None and arrival.date is not None and arrival.host is not None
    assert told.words(arrival.trigger) == "arrived"
    assert [told.words(p.evidence) for p in arrival.participants] == ["Sergey Lavrov"]
    assert told.words(arrival.place.evidence) == arrival.place.place.name == "Ankara"
    assert told.words(arrival.date.evidence) == "June 7, 2022"
    assert (arrival.host.value, told.words(arrival.host.evidence)) == ("TUR", "Ankara")
    meeting = told.facts("meeting")[0]
    assert meeting.date is not None
    assert (meeting.date.value.start, told.words(meeting.date.evidence)) == ("2022-06-08", "Wednesday")
    assert [told.words(p.evidence) for p in meeting.participants] == ["he", "Mevlut Cavusoglu"]


def test_spans_hold_behind_furniture_and_after_the_titles_were_taken_out(tell: Teller) -> None:
    text = (
        "\n\n\tChief of the General Staff of the Russian Armed Forces, Army General Valery Gerasimov and Turkey’s "
        "Chief of the General Staff, General Hulusi Akar met in Antalya — on March 7, 2017."
    )
    told = tell(text)
    fact = told.only("meeting")
    assert {told.words(p.evidence) for p in fact.participants} == {"Valery Gerasimov", "Hulusi Akar"}
    assert fact.place is not None and told.words(fact.place.evidence) == "Antalya"
    assert fact.date is not None and told.words(fact.date.evidence) == "March 7, 2017"


# ------------------------------------------------------------------ values


def test_participants_have_the_title_stated_there(tell: Teller) -> None:
    fact = tell(PAGE, published="2022-06-09").only("visit")
    assert [p.role for p in fact.participants] == ["Foreign Minister"]


def test_a_topic_is_what_the_text_says_without_article(tell: Teller) -> None:
    told = tell("Sergey Lavrov and Mevlut Cavusoglu held talks in Ankara on the future of Syria.")
    (topic,) = told.only("meeting").topics
    assert topic.value == told.words(topic.evidence) == "future of Syria"


def test_the_state_of_the_place_is_the_host_by_inference_and_a_host_by_name_is_not(tell: Teller) -> None:
    met = tell("Emmanuel Macron met Olaf Scholz in Warsaw.").only("meeting")
    assert met.host is not None
    assert (met.host.value, met.host.evidence.inferred) == ("POL", True)
    received = tell("French President Emmanuel Macron received Olaf Scholz in Paris.").only("meeting")
    assert received.host is not None
    assert (received.host.value, received.host.evidence.inferred) == ("FRA", False)


def test_who_hosts_a_forum_where_he_is_a_guest_is_not_its_host_state(tell: Teller) -> None:
    text = "Emmanuel Macron will travel to Warsaw, where he will host a summit in Warsaw with Donald Tusk of Poland."
    hosts = {f.host.value for f in tell(text).facts("meeting") if f.host is not None}
    assert hosts == {"POL"}


def test_a_call_has_no_host(tell: Teller) -> None:
    assert tell("From Warsaw, Emmanuel Macron spoke to Olaf Scholz by telephone.").only("call").host is None


def test_facts_carry_the_code_of_their_kind(tell: Teller) -> None:
    told = tell(PAGE, published="2022-06-09")
    assert told.only("visit").plover == ("CONSULT", "visit")
    assert told.facts("meeting")[0].plover[0] == "CONSULT"


# ------------------------------------------------------------------ order and numbers


def test_facts_come_in_the_order_of_the_text(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        order = [(f.sentence.start, f.trigger.start, f.event) for f in reading.facts]
        assert order == sorted(order)


def test_events_are_numbered_from_nought_without_gaps(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        numbers = {f.event for f in reading.facts}
        assert numbers == set(range(len(numbers)))


def test_no_sentence_names_anybody_twice_in_one_part(readings: tuple[Reading, ...]) -> None:
    for fact in (f for r in readings for f in r.facts):
        taken = [(p.referent, p.slot) for p in fact.participants]
        assert len(set(taken)) == len(taken)


def test_participants_are_referents_of_the_page(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        known = {r.id for r in reading.referents}
        assert all(p.referent in known for f in reading.facts for p in f.participants)


def test_told_once_is_one_fact(tell: Teller) -> None:
    told: Told = tell("Emmanuel Macron met Olaf Scholz in Warsaw.")
    assert len(told.reading.facts) == 1
