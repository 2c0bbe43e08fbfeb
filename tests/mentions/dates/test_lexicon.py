"""The words of time and the tokens of a text."""

from __future__ import annotations

from dragoman.mentions.dates import lexicon


def kinds(text: str) -> str:
    return "".join(kind for kind, _ in lexicon.scan(text, 0, len(text)))


def test_a_capital_in_the_lexicon_asks_for_one_in_the_text() -> None:
    assert lexicon.forms("May") == ("May", "MAY")
    assert lexicon.forms("GMT") == ("GMT",)
    assert lexicon.forms("monday") == ("monday", "Monday", "MONDAY")


def test_words_of_no_class_are_unknown_and_plurals_told_apart() -> None:
    assert kinds("Minister walked minarets") == lexicon.UNKNOWN * 2 + lexicon.PLURAL


def test_a_number_is_told_by_what_it_can_be() -> None:
    assert kinds("7 15 28 2018 18 45 2500") == "".join(
        [lexicon.SMALL, lexicon.MIDDLE, lexicon.LARGE, lexicon.YEAR, lexicon.MIDDLE, lexicon.COUNT, lexicon.COUNT]
    )


def test_dates_in_digits_are_one_token() -> None:
    assert kinds("2018-06-07") == lexicon.ISODATE
    assert kinds("31/12/2018") == lexicon.NUMDATE
    assert kinds("12.04.16") == lexicon.NUMDATE


def test_a_model_of_letters_and_digits_is_one_unknown_word() -> None:
    assert kinds("A320") == lexicon.UNKNOWN


def test_the_end_of_a_short_line_breaks_and_that_of_a_wrapped_one_does_not() -> None:
    assert lexicon.BREAK in kinds("Home\nMonday")
    assert lexicon.BREAK not in kinds("The two delegations agreed to resume their talks in Baku on\nMonday")
    assert lexicon.BREAK in kinds("word " * 60 + "\nMonday")


def test_every_rule_names_classes_that_have_words() -> None:
    words = lexicon.load()
    assert all(entries for entries in words.classes.values())
    assert len({str(rule["name"]) for rule in words.rules}) == len(words.rules)
