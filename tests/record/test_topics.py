"""Topics: what tells the subject of one agreement from that of another."""

from __future__ import annotations

import pytest

from dragoman.record.topics import Subject, subject_words, subjects


@pytest.mark.parametrize("topic", ["military cooperation", "a memorandum of understanding on defence ties", "the two countries' relations"])
def test_what_any_agreement_may_be_about_tells_no_subject(topic: str) -> None:
    assert subject_words([topic]) == frozenset()


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("cooperation on fishing rights", "fishing in the strait", "shared"),
        ("visas for nurses", "training of pilots", "apart"),
        ("mutual recognition", "an accord to recognise each other", "shared"),
        ("visas for nurses", "bilateral cooperation", "unknown"),
    ],
)
def test_two_agreements_are_of_one_subject_or_of_two(a: str, b: str, found: Subject) -> None:
    ours, theirs = subject_words([a]), subject_words([b])
    assert subjects(ours, theirs) == subjects(theirs, ours) == found


def test_a_topic_in_common_is_enough() -> None:
    assert subjects(subject_words(["visas", "customs"]), subject_words(["customs"])) == "shared"
