"""Which sentences are parsed: no event is lost, most of the rest is left."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.facts.pack import load_frames, trigger_lemmas
from dragoman.knowledge.pack import load
from dragoman.language.sentences import sentences
from dragoman.language.triage import Triage
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Sentence, Span


@cache
def triage() -> Triage:
    frames = load_frames(None)
    verbs, nouns = trigger_lemmas(frames)
    quiet = {verb for frame in frames for t in frame.triggers if not t.wakes for verb in t.verbs}
    return Triage(verbs | nouns, Vocabulary(load()), quiet, deals=("deal", "order"))


def wanted(text: str) -> bool:
    return triage().wanted(text, [Sentence(0, 0, len(text), 0)])[0]


def test_every_example_of_every_frame_is_wanted() -> None:
    examples = [(frame.name, e) for frame in load_frames(None) for e in frame.examples if e.gives]
    assert len(examples) > 100
    lost = []
    for type_, example in examples:
        found = sentences(example.text, [Span(0, len(example.text))])
        if not any(triage().wanted(example.text, found)):
            lost.append((type_, example.text))
    assert lost == []


@pytest.mark.parametrize(
    "text",
    [
        "Turkey's defence minister was in Baku.",
        "Sergei Lavrov has flown to Ankara.",
        "The chief of the Polish general staff, Wieslaw Kukula, knows the base.",
        "NATO denied the report.",
        "It was bought from Israel in 2012.",
    ],
)
def test_people_in_office_and_those_who_speak_are_wanted(text: str) -> None:
    assert wanted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tulips bloomed early in the garden.",
        "The film won two prizes.",
        "it rained all day and all night.",
        "Apples and pears grow near Lake Constance.",
    ],
)
def test_what_tells_of_nothing_is_left(text: str) -> None:
    assert not wanted(text)


def test_a_caption_is_wanted_and_a_sentence_about_a_villager_is_not() -> None:
    assert wanted("Malala Yousafzai, student")
    assert not wanted("In the hills a villager grew apples and pears near Lake Constance for all those years.")


def test_a_quiet_word_wakes_only_where_two_are_named() -> None:
    quiet = Triage((), Vocabulary(load()), ("move",))
    texts = ["Germany moved a brigade to Lithuania.", "Germany moved a brigade.", "The brigade moved."]
    assert [quiet.wanted(t, [Sentence(0, 0, len(t), 0)])[0] for t in texts] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We will answer it,” he said.", True),
        ("They say that the bridge is shut.", True),
        ("The neighbours say so.", False),  # nobody is pointed at
        ("He walked home.", False),
    ],
)
def test_words_of_somebody_named_before_are_wanted_without_a_name(text: str, wanted: bool) -> None:
    spoken = Triage((), Vocabulary(load()), spoken=("say",))
    assert spoken.wanted(text, [Sentence(0, 0, len(text), 0)]) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The first was held in Oslo in May.", True),
        ("The previous one was held in Oslo.", True),
        ("They will be held in Oslo.", True),
        ("The latest snow held in Oslo.", False),
    ],
)
def test_what_points_at_an_act_named_before_is_wanted_where_it_comes_about(text: str, wanted: bool) -> None:
    happening = Triage((), Vocabulary(load()), happening=("hold",))
    assert happening.wanted(text, [Sentence(0, 0, len(text), 0)]) == [wanted]


def test_the_answer_is_the_same_each_time_and_one_for_each_sentence() -> None:
    text = "Ministers met. Roses bloom. Poland signed the treaty."
    found = sentences(text, [Span(0, len(text))])
    assert triage().wanted(text, found) == triage().wanted(text, found)
    assert len(triage().wanted(text, found)) == len(found) == 3


def test_no_sentence_of_the_sample_newsroom_that_names_a_meeting_is_left() -> None:
    folder = Path(__file__).parents[2] / "src" / "dragoman" / "sample"
    pages = sorted(folder.rglob("*.txt"))
    assert pages
    for page in pages:
        for line in page.read_text(encoding="utf-8").splitlines():
            for s in sentences(line, [Span(0, len(line))]) if line.strip() else []:
                words = line[s.start : s.end]
                if " met " in words and words[:1].isupper():
                    assert wanted(words), words


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The two ministers met again in the evening.", True),
        ("Both sides held talks in a hotel.", True),
        ("The host and the guest met again in the evening.", True),
        ("A talk held in 2006 is the basis of it all.", True),
        ("A talk is the basis of it all.", False),
        ("The two ministers liked the weather.", False),
        ("A few neighbours met again in the evening.", False),  # of whom nobody has told
        ("On the occasion, the host and the guest met again.", True),
        ("All four met again.", True),
    ],
)
def test_what_two_did_together_is_wanted_without_a_name(text: str, wanted: bool) -> None:
    joint = Triage(("meet", "talk"), Vocabulary(load()))
    assert joint.wanted(text, [Sentence(0, 0, len(text), 0)]) == [wanted]


@pytest.mark.parametrize(
    ("text", "is_wanted"),
    [
        ("The deal is worth about 90 million dollars.", True),
        ("Six more are to come under the last order.", True),
        ("The deal pleased everybody.", False),
        ("A deal was made 90 times.", False),
        ("The dealer sold 90 of them.", False),
    ],
)
def test_a_number_of_a_deal_told_before_is_wanted_without_a_name(text: str, is_wanted: bool) -> None:
    assert wanted(text) == is_wanted
