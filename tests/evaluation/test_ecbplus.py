"""Events across documents: mentions read from a small corpus of our own, and what joins them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.language.parser import Parser
from evaluation import ecbplus

SENTENCES = {
    "1_1ecb": [("The", "minister", "visited", "Baku", "on", "Monday"), ("Nobody", "slept")],
    "1_2ecb": [("In", "Baku", "a", "visit", "of", "the", "minister", "began", "on", "Monday")],
    "1_1ecbplus": [("A", "storm", "visited", "the", "coast", "of", "Oregon")],
}
MARKS = {"1_1ecb": [(1, 2, "visit")], "1_2ecb": [(1, 3, "visit"), (2, 7, None)], "1_1ecbplus": [(1, 2, "storm")]}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "ECB+" / "1").mkdir(parents=True)
    chosen = ["Topic,File,Sentence Number", *(f"1,{name[2:]},0" for name in SENTENCES)]
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text("\n".join(chosen) + "\n", encoding="utf-8")
    for name, sentences in SENTENCES.items():
        words = [(s, w) for s, sentence in enumerate(sentences) for w in sentence]
        tokens = "".join(f'<token t_id="{i}" sentence="{s}" number="0">{w}</token>' for i, (s, w) in enumerate(words))
        marks = "".join(
            f'<ACTION_OCCURRENCE m_id="{id}"><token_anchor t_id="{at}"/></ACTION_OCCURRENCE>' for id, at, _ in MARKS[name]
        )
        links = "".join(
            f'<CROSS_DOC_COREF r_id="{id}" note="{of}"><source m_id="{id}"/><target m_id="9"/></CROSS_DOC_COREF>'
            for id, _, of in MARKS[name] if of
        )
        body = f'<Document doc_name="{name}.xml">{tokens}<Markables>{marks}</Markables><Relations>{links}</Relations></Document>'
        (tmp_path / "ECB+" / "1" / f"{name}.xml").write_text(body, encoding="utf-8")
    return tmp_path


def test_mentions_are_read_with_their_lemma_and_event(corpus: Path) -> None:
    triggers, documents = ecbplus.read(corpus, [1], Parser())
    assert sorted(documents) == ["1_1ecb.xml", "1_1ecbplus.xml", "1_2ecb.xml"]
    assert [(t.key, t.lemma, t.instance) for t in triggers] == [
        (("1_1ecb.xml", 1), "visit", "visit"),
        (("1_1ecbplus.xml", 1), "visit", "storm"),
        (("1_2ecb.xml", 1), "visit", "visit"),
        (("1_2ecb.xml", 2), "begin", "1_2ecb.xml:2"),
    ]


def test_the_story_keeps_apart_what_the_lemma_joins(corpus: Path) -> None:
    triggers, documents = ecbplus.read(corpus, [1], Parser())
    by_lemma = ecbplus.baseline(triggers)
    assert len({by_lemma[t.key] for t in triggers if t.lemma == "visit"}) == 1
    got = ecbplus.ours(triggers, documents, frozenset())
    assert got["1_1ecb.xml", 1] == got["1_2ecb.xml", 1] != got["1_1ecbplus.xml", 1]


def test_groups_grow_by_mean_likeness() -> None:
    like = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.0}
    assert ecbplus.grouped(["a", "b", "c"], like, 0.5) == [["a", "b"], ["c"]]
    assert ecbplus.grouped(["a", "b", "c"], like, 0.4) == [["a", "b", "c"]]
