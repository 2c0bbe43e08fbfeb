"""Referents while they are put together."""

from __future__ import annotations

from dragoman.mentions.ledger import Ledger
from dragoman.types import Annotated, Article, Role, Sentence
from tests.mentions.pages import tokens, vocabulary

TEXT = "Ankara wrote to NATO."


def made() -> tuple[Ledger, Sentence]:
    sentence = Sentence(0, 0, len(TEXT), 0, False, tokens(TEXT))
    return Ledger(Annotated(Article("a", TEXT, "0" * 64), (sentence,)), vocabulary()), sentence


def test_one_key_is_one_referent_and_ids_count_from_nought() -> None:
    ledger, _ = made()
    assert [ledger.state("TUR"), ledger.state("NATO"), ledger.state("TUR")] == [0, 1, 0]
    assert [(r.kind, r.name, r.country) for r in ledger.referents(str)] == [
        ("state", "Turkey", "TUR"),
        ("body", "North Atlantic Treaty Organization", "NATO"),
    ]


def test_a_person_acts_for_whom_he_serves() -> None:
    ledger, _ = made()
    ref = ledger.id("person", "7", "TUR", "Fidan")
    assert ledger.referents(lambda p: f"person {p}")[ref].name == "person 7"
    assert ledger.acting[ref] == ledger.state("TUR")


def test_a_spot_is_a_mention_with_the_words_of_the_text() -> None:
    ledger, sentence = made()
    ref = ledger.state("TUR")
    ledger.spot(sentence, 0, 1, 0, (ref,), "capital")
    (referent,) = ledger.referents(str)
    assert [(m.text, m.start, m.end, m.form) for m in referent.mentions] == [("Ankara", 0, 6, "capital")]
    assert ledger.covered(0) == {0}


def test_one_stretch_of_text_gives_one_role() -> None:
    ledger, _ = made()
    ref = ledger.id("person", "0", None, "X")
    for _ in range(2):
        ledger.role(ref, Role("minister", None, None, 0, 6))
    assert len(ledger.referents(str)[ref].roles) == 1


def test_of_several_forms_the_commonest_names_a_body() -> None:
    ledger, _ = made()
    for form in ("Oxfam", "OXFAM", "Oxfam"):
        ref = ledger.id("body", "oxfam", None, form)
    assert ledger.referents(str)[ref].name == "Oxfam"
