"""The whole resolver: one thing for each name, spans inside, the same for the same page, nothing that breaks it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.mentions.referents import resolve
from dragoman.mentions.spots import PageReferents
from dragoman.types import Annotated, Article, Sentence, Token
from tests.mentions.pages import forms, gazetteer, page, persons, stands_for, the, vocabulary

TEXT = """Turkish Defence Minister Yasar Guler met his Iraqi counterpart, Thabet al-Abbasi, in Baghdad on Thursday.
Guler, who heads the delegation, later visited Erbil. He was received there by Masoud Barzani, leader of the party.
"The rebels must leave," the Turkish minister said. Iraq's government and the Pentagon kept silent."""


def check(found: PageReferents) -> None:
    """What holds for every page."""
    article = found.annotated.article
    assert [r.id for r in found.referents] == list(range(len(found.referents)))
    for r in found.referents:
        assert r.name
        assert r.acts_for is None or found.referents[r.acts_for].kind in ("state", "body", "force")
        for m in r.mentions:
            sentence = found.annotated.sentences[m.sentence]
            assert sentence.start <= m.start < m.end <= sentence.end
            assert article.text[m.start : m.end] == m.text
        for role in r.roles:
            assert r.kind == "person" and role.title and 0 <= role.start < role.end <= len(article.text)
    for number, spots in enumerate(found.spots):
        tokens = found.annotated.sentences[number].tokens
        for s in spots:
            assert s.sentence == number and 0 <= s.first <= s.head < s.last <= len(tokens)
            assert s.referents and all(0 <= ref < len(found.referents) for ref in s.referents)


def test_a_page_as_a_whole() -> None:
    found = page(TEXT)
    check(found)
    assert persons(found) == ["Yasar Guler", "Thabet al-Abbasi", "Masoud Barzani"]
    assert [r.title for r in the(found, "Thabet al-Abbasi").roles] == ["Defence Minister"]
    assert the(found, "Thabet al-Abbasi").country == "IRQ"
    assert [r.name for r in stands_for(found, "Turkish minister")] == ["Yasar Guler"]
    assert [r.name for r in stands_for(found, "there")] == ["Erbil"]
    assert ("head", "delegation") in {(r.title, r.org) for r in the(found, "Yasar Guler").roles}


def test_the_same_page_gives_the_same_referents() -> None:
    found = page(TEXT)
    assert resolve(found.annotated, gazetteer(), vocabulary()) == found


def test_one_name_is_one_thing_in_one_page() -> None:
    found = page("Shoigu flew to Baku. Sergei Shoigu was met by Zakir Hasanov. Shoigu, SHOIGU said, would stay.")
    assert persons(found) == ["Sergei Shoigu", "Zakir Hasanov"]
    assert not [r for r in found.referents if r.kind != "person" and "shoigu" in r.name.lower()]
    assert len(forms(the(found, "Sergei Shoigu"))) == 4


def test_brothers_share_the_name_that_is_left_out() -> None:
    found = page("Lebanon's Saad Hariri came with his brother Bahaa. President George W. Bush's brother Jeb came too.")
    assert "Jeb Bush" in persons(found)
    assert [r.title for r in the(found, "Jeb Bush").roles] == ["brother"]


@pytest.mark.parametrize(
    ("text", "org"),
    [
        (
            "Tim Scott leads the Senate Banking Committee; Sherrod Brown, its ranking member, agreed.",
            "Senate Banking Committee",
        ),
        ("Sherrod Brown, who chairs the Senate Banking Committee, agreed.", "Senate Banking Committee"),
    ],
)
def test_the_body_of_an_office_may_stand_elsewhere(text: str, org: str) -> None:
    assert [r.org for r in the(page(text), "Sherrod Brown").roles] == [org]


def test_who_belongs_to_a_body_without_an_office_is_said_so() -> None:
    (role,) = the(page("It was weak, said Caroline Nursey of the British charity Oxfam."), "Caroline Nursey").roles
    assert (role.title, role.org) == ("of the British charity Oxfam", "Oxfam")


def test_ranks_are_written_out() -> None:
    found = page("Lt. Gen. Ben Hodges spoke with Gen. Mark Milley.")
    roles = [r.title for p in ("Ben Hodges", "Mark Milley") for r in the(found, p).roles]
    assert roles == [
        "Lieutenant General",
        "General",
    ]


@pytest.mark.parametrize(
    "text", ["Russian experts wrote a book.", "Turkish students sang.", "An Iranian journalist left."]
)
def test_people_who_act_for_themselves_are_not_their_state(text: str) -> None:
    assert [r.kind for r in stands_for(page(text), " ".join(text.split()[:2]))] == []


WORDS = (
    "the The of and , . ' 's - “ ” Minister minister Deputy former General Staff chief Russian Turkish Moscow Baku "
    "NATO president President counterpart his He she It its their Lt. Gen. ( ) Lavrov Sergei Hakan Fidan Kim Jong Un von al "
    "der who heads met said visited capital city there here country Koreas South North rebels Iraqi its predecessor "
    "brother Mr. Ambassador to ministers leaders two both President Bush Aliyev Hasanova Hasanov in on Monday 5"
).split()
TAGS = "NNP NNPS NN NNS JJ DT IN VBD VBZ PRP PRP$ POS CC HYPH , . RB TO VBN WP CD".split()
DEPS = "nsubj dobj pobj prep compound amod poss conj cc appos attr ROOT relcl punct det nsubjpass".split()
ENTS = ["", "", "PERSON", "ORG", "GPE", "NORP", "DATE"]


@st.composite
def soup(draw: st.DrawFn) -> Annotated:
    """Sentences of random words with random tags, labels and heads: what no parser would give."""
    at, text, sentences = 0, "", []
    for number in range(draw(st.integers(1, 4))):
        words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=18))
        tokens: list[Token] = []
        start = at
        for i, word in enumerate(words):
            tokens.append(
                Token(
                    i,
                    word,
                    word.lower(),
                    draw(st.sampled_from(["NOUN", "PROPN", "VERB", "ADP", "PRON", "PUNCT"])),
                    draw(st.sampled_from(TAGS)),
                    draw(st.sampled_from(DEPS)),
                    draw(st.integers(0, len(words) - 1)),
                    draw(st.sampled_from(ENTS)),
                    draw(st.booleans()),
                    at,
                    at + len(word),
                )
            )
            space = draw(st.sampled_from([" ", " ", ""]))
            text += word + space
            at += len(word) + len(space)
        sentences.append(Sentence(number, start, tokens[-1].end, 0, draw(st.booleans()), tuple(tokens)))
    published = draw(st.sampled_from([None, "2013-05-01", "--05-01", "2021"]))
    return Annotated(Article("soup", text, "0" * 64, published=published), tuple(sentences))


@settings(max_examples=300, deadline=None)
@given(soup())
def test_no_soup_of_tokens_breaks_it(annotated: Annotated) -> None:
    found = resolve(annotated, gazetteer(), vocabulary())
    check(found)
    assert resolve(annotated, gazetteer(), vocabulary()) == found


def test_a_page_without_a_parsed_sentence_has_no_referents() -> None:
    bare = Annotated(Article("bare", "Nothing.", "0" * 64), (Sentence(0, 0, 8, 0),))
    assert resolve(bare, gazetteer(), vocabulary()) == PageReferents(bare, (), ((),), ((),))


def test_the_people_of_an_armed_group_act_for_it_and_not_for_the_state_where_it_is_at_home() -> None:
    text = (
        "FARC negotiators came to Havana. Houthi officials came too. "
        "Rodrigo Londono, the top commander of the FARC, met Houthi spokesman Mohammed Abdulsalam."
    )
    found = page(text)
    assert [r.kind for r in stands_for(found, "FARC negotiators")] == ["force"]
    assert [r.name for r in stands_for(found, "Houthi officials")] == ["Houthis"]
    speaker = the(found, "Mohammed Abdulsalam")
    assert speaker.country is None
    assert speaker.acts_for is not None and found.referents[speaker.acts_for].name == "Houthis"
    assert the(found, "Rodrigo Londono").country == "FARC"
    assert not any(r.kind == "state" and r.country in ("COL", "YEM") for r in found.referents)


def test_officials_in_the_plural_are_nobody_in_particular() -> None:
    text = "Iranian Foreign Minister Abbas Araghchi spoke. He was received by other Iranian officials."
    assert [r.kind for r in stands_for(page(text), "other Iranian officials")] == ["state"]
    text = "Russian President Vladimir Putin spoke. He left. The Russian and Turkish presidents will meet."
    assert [r.name for r in stands_for(page(text), "Russian and Turkish presidents")][0] == "Vladimir Putin"


def test_the_nationality_of_an_envoy_of_a_body_names_him_and_not_his_state() -> None:
    text = "UN special envoy Hans Grundberg came to Sanaa. The Swedish diplomat will meet officials."
    assert [r.name for r in stands_for(page(text), "Swedish diplomat")] == ["Hans Grundberg"]


@pytest.mark.parametrize(
    ("before", "called", "who"),
    [
        ("Foreign Minister Hakan Fidan of Turkey came to Accra.", "Turkish diplomat", ["Hakan Fidan"]),
        ("US General Christopher Cavoli came to Oslo.", "American commander", ["Christopher Cavoli"]),
        ("Kenyan Defence Minister Aden Duale came to Lagos.", "Kenyan politician", ["Aden Duale"]),
        # Another of the same state, no such office, somebody in particular of whom nothing was told.
        ("Turkish ministers Hakan Fidan and Yasar Guler came to Accra.", "Turkish diplomat", ["Turkey"]),
        ("US General Christopher Cavoli came to Oslo.", "American diplomat", ["United States"]),
        ("Foreign Minister Hakan Fidan of Turkey came to Accra.", "Greek diplomat", ["Greece"]),
    ],
)
def test_another_word_for_who_was_just_named(before: str, called: str, who: list[str]) -> None:
    found = page(f"{before} The {called} met the president.")
    assert [r.name for r in stands_for(found, called)] == who


def test_whom_you_are_is_nobody_spoken_of() -> None:
    text = 'Chinese President Xi Jinping met Joseph Dunford. "You are the first senior military official to come," he said.'
    assert stands_for(page(text), "first senior military official") == []


@pytest.mark.parametrize(
    "name",
    [
        "A" * 10_000,
        "Ali " * 2_500,
        "Al-" * 3_000 + "Ali",
        "X",
        "Mr. Dr. Sir Gen. H.E.",
        "General General General",
        "Сергей Shoigu Шойгу",
        "Ѕеrgеi Shоigu",  # with letters that only look Latin
        "\u202eigiohS\u202c Sergei\u200f",
        "Mo\u0308hammed\u200bAli",
        "(((Ali)))",
        "O'''Neil--Smith''",
        "\u0645\u062d\u0645\u062f \u0639\u0644\u064a",
    ],
)
def test_no_name_breaks_a_page(name: str) -> None:
    found = page(f"Turkish Defence Minister {name} met Iraqi General Ali Hassan in Ankara. {name} left on Monday.")
    check(found)
    assert "Ali Hassan" in persons(found) or len(name) > 1_000


def test_honorifics_alone_are_nobody() -> None:
    assert persons(page("Mr. President met Madam Minister and His Excellency in Ankara.")) == []


def test_whom_an_outlet_calls_its_own_reports_for_it() -> None:
    found = page("The talks failed, the BBC's Lyse Doucet reports from Kabul.")
    assert [(r.title, r.org) for r in the(found, "Lyse Doucet").roles] == [("correspondent", "BBC")]
    assert the(found, "Lyse Doucet").country is None
    assert the(page("The UN's Martin Griffiths flew to Aden."), "Martin Griffiths").country == "UN"
