"""Sentences without the titles in the parser's way: words out, offsets kept, hyphenated names whole."""

from __future__ import annotations

from dragoman.mentions.act_names import act_names, standing
from dragoman.mentions.reduction import Reduced, apply, reduced
from dragoman.mentions.spots import PageReferents
from tests.mentions.pages import page, parser

LONG = (
    "Chief of the General Staff of the Russian Armed Forces, Army General Valery Gerasimov, and the chairman of the "
    "NATO Military Committee, General Petr Pavel, met in Baku."
)


def plan(found: PageReferents, sentence: int = 0) -> Reduced | None:
    return reduced(found.annotated.sentences[sentence].tokens, found.names[sentence])


def test_the_titles_go_and_the_rest_keeps_its_place() -> None:
    made = plan(page(LONG))
    assert made is not None
    assert " ".join(t.text for t in made.tokens) == "Valery Gerasimov , and Petr Pavel , met in Baku ."
    assert all(LONG[t.start : t.end].startswith(t.text) for t in made.tokens)
    assert [t.start for t in made.tokens] == sorted(t.start for t in made.tokens)


def test_the_comma_between_two_of_a_list_stays() -> None:
    made = plan(page("They saw Ali Falasi, Minister of State, Luis Paz, the foreign minister, and Ana Sol in Lima."))
    assert made is not None
    assert " ".join(t.text for t in made.tokens) == "They saw Ali Falasi , Luis Paz and Ana Sol in Lima ."


def test_a_name_with_a_hyphen_is_one_token_that_spans_it() -> None:
    made = plan(page("Jean-Yves Le Drian flew to Cairo."))
    assert made is not None
    first = made.tokens[0]
    assert (first.start, first.end) == (0, len("Jean-Yves Le Drian"))
    assert made.stands_for[0] == (0, 5)


def test_a_word_of_courtesy_between_an_office_and_a_name_stays() -> None:
    made = plan(page("Salem met with Iran's Supreme Leader, Ayatollah Ali Khamenei, in Qom."))
    assert made is not None
    assert " ".join(t.text for t in made.tokens) == "Salem met with Ayatollah Ali Khamenei , in Qom ."


def test_where_little_would_change_nothing_is_parsed_again() -> None:
    assert plan(page("Putin met Xi in Beijing.")) is None
    assert plan(page("It rained all day.")) is None


def test_applied_the_spots_move_along_and_the_referents_stay() -> None:
    found = page(LONG)
    made = plan(found)
    assert made is not None
    (tokens,) = parser().parse_again([made.tokens])
    after = apply(found, {0: (made, tokens)})
    assert [(r.name, r.country, r.roles) for r in after.referents] == [
        (r.name, r.country, r.roles) for r in found.referents
    ]
    for r, before in zip(after.referents, found.referents, strict=True):
        assert [(m.start, m.end) for m in r.mentions] == [(m.start, m.end) for m in before.mentions]
        assert all(m.head == -1 or m.start <= tokens[m.head].start < m.end for m in r.mentions)
    for spot in after.spots[0]:
        assert 0 <= spot.first <= spot.head < spot.last <= len(tokens)
    named = [tokens[s.first].text for s in after.spots[0] if s.form == "name"]
    assert named == ["Valery", "Petr"]
    assert not [s for s in after.spots[0] if s.form == "title"]


def test_nothing_applied_is_the_same_page() -> None:
    found = page(LONG)
    assert apply(found, {}) is found


def test_two_states_before_two_names_go_and_one_stays() -> None:
    both = page("Peru's Walter Astudillo and Chile's Maya Fernandez saw each other in Lima.")
    tokens = both.annotated.sentences[0].tokens
    made = reduced(tokens, both.names[0], both.spots[0])
    assert made is not None
    assert " ".join(t.text for t in made.tokens) == "Walter Astudillo and Maya Fernandez saw each other in Lima ."
    one = page("Peru's Walter Astudillo spoke in Lima.")
    assert reduced(one.annotated.sentences[0].tokens, one.names[0], one.spots[0]) is None


def test_letters_of_another_body_of_the_same_state_go() -> None:
    found = page("The Indian Navy (IN), Royal Australian Navy (RAN) and the French Navy held a drill.")
    tokens = found.annotated.sentences[0].tokens
    made = reduced(tokens, found.names[0], found.spots[0], (), [r.country for r in found.referents])
    assert made is not None
    assert " ".join(t.text for t in made.tokens).startswith("The Indian Navy , Royal Australian Navy and the French")


def test_of_an_act_with_a_name_its_noun_stays_and_the_name_is_nobodys() -> None:
    text = "Chad took part in Cobra Gold 2023 in Rayong."
    found = page(text)
    tokens = found.annotated.sentences[0].tokens
    acts = standing(act_names(text), tokens, found.spots[0])
    made = reduced(tokens, found.names[0], found.spots[0], acts)
    assert made is not None
    assert " ".join(t.text for t in made.tokens) == "Chad took part in exercises in Rayong ."
    noun = next(t for t in made.tokens if t.text == "exercises")
    assert text[noun.start : noun.end] == "Cobra Gold 2023"
    after = apply(found, {0: (made, next(iter(parser().parse_again([made.tokens]))))})
    assert [after.referents[s.referents[0]].name for s in after.spots[0]] == ["Chad", "Rayong"]


def test_letters_in_brackets_behind_a_name_go() -> None:
    made = plan(page("The Kachin Army (KIA) and the junta's forces fought near Laiza."))
    assert made is not None
    assert " ".join(t.text for t in made.tokens) == "The Kachin Army and the junta 's forces fought near Laiza ."


def test_what_else_stands_in_brackets_stays() -> None:
    assert plan(page("The army (and the navy) fought near Laiza.")) is None


def test_marks_around_a_word_of_the_clause_go_and_those_of_a_statement_stay() -> None:
    made = plan(page('Chilean marines opened "unprovoked" fire on a patrol.'))
    assert made is not None
    assert " ".join(t.text for t in made.tokens) == "Chilean marines opened unprovoked fire on a patrol ."
    assert plan(page('"We won," said the king of Peru.')) is None


def test_a_role_outlives_the_letters_in_brackets_behind_its_body() -> None:
    found = page("The foreign ministers of the Shanghai Cooperation Organisation (SCO) met in Lima.")
    sentence = found.annotated.sentences[0]
    made = reduced(sentence.tokens, found.names[0], found.spots[0])
    assert made is not None and "(" not in [t.text for t in made.tokens]
    after = apply(found, {0: (made, next(iter(parser().parse_again([made.tokens]))))})
    (role,) = (s for s in after.spots[0] if s.form == "role")
    assert after.annotated.sentences[0].tokens[role.head].text == "ministers"
