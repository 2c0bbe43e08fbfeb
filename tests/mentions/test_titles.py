"""What a title says: the office, the body, the state, and whether it is held still."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.mentions.titles import TitlePhrase
from tests.mentions.pages import names_of, titles_of, tokens


def only(sentence: str) -> TitlePhrase:
    (found,) = titles_of(sentence)
    return found


@pytest.mark.parametrize(
    ("sentence", "text", "org", "country"),
    [
        ("Turkish Foreign Minister Hakan Fidan spoke.", "Foreign Minister", None, "TUR"),
        ("Jens Stoltenberg, the NATO Secretary General, spoke.", "NATO Secretary General", "NATO", "NATO"),
        ("Niger's ambassador to Russia left.", "ambassador to Russia", None, "NER"),
        ("The ambassador of Niger to Russia left.", "ambassador of Niger to Russia", None, "NER"),
        ("The head of the Russian-led CSTO spoke.", "head of the Russian-led CSTO", "Russian-led CSTO", "CSTO"),
        ("The Army Chief of Staff, Randy George, spoke.", "Army Chief of Staff", None, None),
        ("Beijing's newly appointed envoy to Kyiv spoke.", "newly appointed envoy to Kyiv", None, "CHN"),
        ("Deputy Prime Minister Alexei Overchuk spoke.", "Deputy Prime Minister", None, None),
        ("Abkhazia's de facto president spoke.", "de facto president", None, "XAB"),
        ("The Flag Officer Commanding-in-Chief spoke.", "Flag Officer Commanding-in-Chief", None, None),
        ("Lt.-Gen. Luis Paz spoke.", "Lt.-Gen.", None, None),
        ("The High Commissioner to Bangladesh spoke.", "High Commissioner to Bangladesh", None, None),
        ("The Minister of the Economy and Innovation spoke.", "Minister of the Economy and Innovation", "Economy and Innovation", None),
        ("A researcher on European studies at the Chinese Academy of Sciences spoke.", "researcher on European studies at the Chinese Academy of Sciences", "Chinese Academy of Sciences", "CHN"),
        ("The chief market analyst spoke.", "chief market analyst", None, None),
        ("An expert on Russia spoke.", "expert on Russia", None, None),
        ("The governor of Alaska spoke.", "governor of Alaska", "Alaska", "USA"),
        ("The AFP’s Maj. Gen. Luis Paz spoke.", "AFP’s Maj. Gen.", None, None),
        ("Karl Lund, Under Secretary-General of the UN, spoke.", "Under Secretary-General of the UN", "UN", "UN"),
    ],
)
def test_office_body_and_state(sentence: str, text: str, org: str | None, country: str | None) -> None:
    found = only(sentence)
    assert (found.text, found.org, found.country) == (text, org, country)


@pytest.mark.parametrize(
    ("sentence", "former"),
    [
        ("Former German Chancellor Angela Merkel spoke.", True),
        ("The then foreign minister, Javier Solana, left.", True),
        ("Once the head of the navy, he retired.", True),
        ("Acting Defence Minister Patrick Shanahan spoke.", False),
        ("Outgoing President Petro Poroshenko spoke.", False),
    ],
)
def test_whether_it_is_held_still(sentence: str, former: bool) -> None:
    assert only(sentence).former is former


def test_a_plural_names_every_state() -> None:
    found = only("The defence ministers of Poland and Lithuania met.")
    assert found.plural and found.definite and found.countries == ("POL", "LTU")
    assert only("Turkish and Greek foreign ministers met.").countries == ("TUR", "GRC")


@pytest.mark.parametrize(
    "sentence", ["An empty chair stood there.", "The General Staff moved.", "The Security Council sat.", "It rained."]
)
def test_what_is_no_title(sentence: str) -> None:
    assert titles_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("Foreign Minister Hossein Amir Abdollahian spoke.", {"Hossein Amir Abdollahian": ["Foreign Minister"]}),
        (
            "Senators Dean Heller of Nevada, John Thune of South Dakota and Chuck Grassley of Iowa spoke.",
            {"Chuck Grassley": ["Senator"], "John Thune": ["Senator"], "Dean Heller": ["Senator"]},
        ),
        (
            "Members Pat Toomey, a conservative, and Chris Van Hollen, a liberal, agreed.",
            {"Pat Toomey": ["Member"], "Chris Van Hollen": ["Member"]},
        ),
        (
            "Burundian president (and EAC chair) Evariste Ndayishimiye came.",
            {"Evariste Ndayishimiye": ["president", "EAC chair"]},
        ),
        (
            "After talks with the Philippine secretary of defence, Rajnath Singh left.",
            {"Rajnath Singh": []},
        ),
        (
            "Deputy Defence Minister Sen. Lieut. Gen. Hoang Xuan Chien spoke.",
            {"Hoang Xuan Chien": ["Sen. Lieut. Gen.", "Deputy Defence Minister"]},
        ),
        ("Deputy Secretary Elaine Duke left.", {"Elaine Duke": ["Deputy Secretary"]}),
        ("Justice Minister Samuel Conteh left.", {"Samuel Conteh": ["Justice Minister"]}),
        ("Mullah Amir Khan Haqqani left.", {"Amir Khan Haqqani": []}),
        ("Peru's chief of defence forces, Luis Paz, left.", {"Luis Paz": ["chief of defence forces"]}),
        ("Chief-of-Staff Luis Paz left.", {"Luis Paz": ["Chief-of-Staff"]}),
        ("They saw the envoy Karl Ally.", {"Karl Ally": ["envoy"]}),
        (
            "They met the head of the UN Mission in Libya, Anna Holm, and went home.",
            {"Anna Holm": ["head of the UN Mission"]},
        ),
        (
            "They met President Karl Hale, the Secretary of State, Ms. Anna Holm, the Secretary of Defense, Mr. Luis Paz.",
            {"Karl Hale": ["President"], "Anna Holm": ["Secretary of State"], "Luis Paz": ["Secretary of Defense"]},
        ),
        (
            "It was read by Secretary of the Security Council under the President of Chad, Saleh Hinai.",
            {"Saleh Hinai": ["Secretary of the Security Council"]},
        ),
        (
            "Saleh Hinai, Minister Responsible for Defence Affairs, left.",
            {"Saleh Hinai": ["Minister Responsible for Defence Affairs"]},
        ),
        (
            "Saleh Hinai, Minister for Cabinet Affairs in the State of Kuwait, left.",
            {"Saleh Hinai": ["Minister for Cabinet Affairs in the State of Kuwait"]},
        ),
        ("Envoy Meets President – Ceasefire Tops Agenda", {"Ceasefire Tops Agenda": []}),
        (
            "They met Lao Deputy Minister and Minister of Defence Gen. Karl Hale, and Omani Deputy Minister and Minister "
            "of Defence Gen. Luis Paz.",
            {
                "Karl Hale": ["Gen.", "Minister of Defence", "Deputy Minister"],
                "Luis Paz": ["Gen.", "Minister of Defence", "Deputy Minister"],
            },
        ),
        ("Sen. Lieut. Gen Luis Paz spoke.", {"Luis Paz": ["Sen. Lieut. Gen"]}),
        ("His Argentine peer Luis Paz spoke.", {"Luis Paz": ["peer"]}),
        ("They saw Mohamed Yussuf Haji in Nairobi.", {"Mohamed Yussuf Haji": []}),
        ("Justice Samuel Conteh left.", {"Samuel Conteh": ["Justice"]}),
        ("Chief Omani government negotiator Ali Rifai left.", {"Ali Rifai": ["Chief Omani government negotiator"]}),
        ("The facilitator, Tengku Dato' Ab Rahman Mohamed, left.", {"Ab Rahman Mohamed": ["facilitator"]}),
        ("Prime Minister Theresa May left.", {"Theresa May": ["Prime Minister"]}),
        ("Its director, Col. Souban Phanthavi, spoke.", {"Souban Phanthavi": ["Col.", "director"]}),
        ("Rear Admiral Ahmad Saeed was the chief guest.", {"Ahmad Saeed": ["Rear Admiral"]}),
    ],
)
def test_titles_and_names_that_are_hard_to_part(sentence: str, offices: dict[str, list[str]]) -> None:
    found = {n.text: [t.text for t in n.titles] for n in names_of(sentence)}
    assert {name: found.get(name) for name in offices} == offices


def test_whom_an_envoy_serves_may_stand_in_the_possessive() -> None:
    found = titles_of("The UN secretary general's special envoy for Yemen spoke.")
    assert [(t.word.lemma, t.country) for t in found] == [("secretary general", "UN"), ("special envoy", "UN")]


def test_whose_office_it_is_may_stand_in_brackets() -> None:
    found = titles_of("They saw Minister of Defence (Omani) Saleh Hinai.")
    assert [(t.text, t.country) for t in found] == [("Minister of Defence", "OMN")]


def test_a_preposition_before_a_title_is_not_part_of_it() -> None:
    assert only("A delegation under Deputy Defence Minister Alexander Fomin came.").text == "Deputy Defence Minister"


def test_ranks_are_read_however_they_are_shortened() -> None:
    ranks = ["Lt. Gen.", "Lieutenant General", "Lt Gen", "Lieutenant-General", "LtGen", "Lt.Gen."]
    assert {only(f"{rank} Ben Hodges spoke.").word.lemma for rank in ranks} == {"lieutenant general"}


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("Turkish Foreign Minister Hakan Fidan spoke.", {"Hakan Fidan": ["Foreign Minister"]}),
        ("Hakan Fidan, Turkey's foreign minister, spoke.", {"Hakan Fidan": ["foreign minister"]}),
        (
            "Chief of the General Staff, Army General Valery Gerasimov spoke.",
            {"Valery Gerasimov": ["Army General", "Chief of the General Staff"]},
        ),
        (
            "The Russian and Turkish foreign ministers, Sergei Lavrov and Hakan Fidan, met.",
            {"Sergei Lavrov": ["foreign minister"], "Hakan Fidan": ["foreign minister"]},
        ),
        (
            "Mark Milley was chairman of the Joint Chiefs of Staff.",
            {"Mark Milley": ["chairman of the Joint Chiefs of Staff"]},
        ),
        (
            "They met Defence Minister Rustem Umerov and the head of the navy.",
            {"Rustem Umerov": ["Defence Minister"]},
        ),
        ("Members of President Donald Trump's cabinet met.", {"Donald Trump": ["President"]}),
    ],
)
def test_titles_go_to_the_names_they_stand_with(sentence: str, offices: dict[str, list[str]]) -> None:
    assert {n.text: [t.text for t in n.titles] for n in names_of(sentence)} == offices


def test_leaders_of_listed_bodies_get_one_each() -> None:
    sentence = "They dined with the chiefs of Airbus, Dassault and Thales: Tom Enders, Eric Trappier and Patrice Caine."
    assert {n.text: [t.org for t in n.titles] for n in names_of(sentence)} == {
        "Tom Enders": ["Airbus"],
        "Eric Trappier": ["Dassault"],
        "Patrice Caine": ["Thales"],
    }


WORDS = st.sampled_from(
    "the The of and , ' 's - Minister minister deputy Deputy former Defence General Staff chief Chief Russian Turkish "
    "Moscow NATO president President counterpart his under Lt. Gen. . ( ) to ambassador head King".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=14))
def test_any_soup_of_title_words_gives_titles_inside_and_apart(words: list[str]) -> None:
    sentence = " ".join(words)
    found = titles_of(sentence) if tokens(sentence) else []
    assert all(0 <= t.first <= t.head < t.last <= len(tokens(sentence)) for t in found)
    assert all(a.last <= b.first for a, b in zip(found, found[1:], strict=False))
    assert all(t.core[0] <= t.head < t.core[1] and t.text for t in found)
    assert found == titles_of(sentence) if words else True


def test_a_word_of_courtesy_behind_an_office_is_a_title_of_its_own() -> None:
    for sentence in ("Prime Minister Dr Dawit Ahmed spoke.", "Vice President Gen. Dawit Ahmed spoke."):
        assert [t.word.cls for t in titles_of(sentence)][1] in ("honorific", "rank"), sentence
    assert [t.text for t in titles_of("The Secretary for Defence Hon. Peter Kimani spoke.")] == [
        "Secretary for Defence",
        "Hon.",
    ]
