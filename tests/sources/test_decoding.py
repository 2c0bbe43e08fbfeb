"""Bytes become the characters that were meant, or an error that says what they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import PageError
from dragoman.sources.decoding import decode

RUSSIAN = "Министр обороны прибыл в столицу соседней страны, где провёл переговоры о границе и учениях."
ENGLISH = "The minister’s visit – his first since spring – ended “without results”, a spokesman said."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8_r", "cp866"]
)
def test_russian_text_is_read_whatever_its_encoding(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), "a.txt") == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_english_text_keeps_its_quotation_marks_and_dashes(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding), "a.txt") == ENGLISH


def test_western_letters_stand_alone_and_are_latin_1() -> None:
    text = "The café in Zürich where Señor Núñez met Mr Lefèvre is closed."
    assert decode(text.encode("latin-1"), "a.txt") == text


def test_a_menu_in_windows_1251_beside_english_text_is_cyrillic() -> None:
    text = "Новости Политика Экономика\nThe minister left the hall early."
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_turkish_letters_are_not_icelandic_ones() -> None:
    text = "Gündem ve İlgili Yazılar: şık bir ağaç, ılık bir akşam, yağmurlu dağ başı"
    assert decode(text.encode("cp1254"), "a.txt") == text


def test_utf_8_cut_in_the_middle_of_a_character_is_still_utf_8() -> None:
    data = RUSSIAN.encode()[:-2]
    assert decode(data, "a.txt").startswith(RUSSIAN[:60])


def test_the_encoding_that_html_declares_is_used_if_the_bytes_are_in_it() -> None:
    html = '<html><head><meta charset="koi8-r"></head><body>Переговоры</body></html>'
    assert "Переговоры" in decode(html.encode("koi8-r"), "a.html", html=True)
    lying = '<html><head><meta charset="ascii"></head><body>Переговоры</body></html>'
    assert "Переговоры" in decode(lying.encode("utf-8"), "a.html", html=True)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(200), "JPEG image"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG image"),
        (b"%PDF-1.7\n1 0 obj", "PDF document"),
        (b"PK\x03\x04" + bytes(30), "ZIP archive"),
        (b"\x1f\x8b\x08" + bytes(30), "gzip"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08" * 40, "binary"),
    ],
)
def test_what_is_not_text_is_refused_by_its_name(data: bytes, what: str) -> None:
    with pytest.raises(PageError) as caught:
        decode(data, "picture.txt")
    message = str(caught.value)
    assert (
        message.startswith("picture.txt: is ") and what in message and "convert it" in message and "\n" not in message
    )


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", "\ufeff".encode(), "\u00a0\n".encode()])
def test_nothing_but_blanks_is_empty(data: bytes) -> None:
    with pytest.raises(PageError, match="is empty"):
        decode(data, "a.txt")


def test_line_breaks_of_every_system_become_one() -> None:
    assert decode(b"one\r\ntwo\rthree\nfour", "a.txt") == "one\ntwo\nthree\nfour"


@given(st.binary(max_size=400))
def test_any_bytes_give_text_that_can_be_stored_or_a_page_error(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except PageError:
        return
    assert text.strip() and "\r" not in text and "\x00" not in text
    text.encode("utf-8")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=200))
def test_clean_utf_8_comes_back_as_it_was(text: str) -> None:
    expected = text.replace("\u2028", "\n").replace("\u2029", "\n").removeprefix("\ufeff")
    if expected.strip() and not text.startswith(("\ufeff", "%PDF-", "BZh", "GIF8")):
        assert decode(text.encode(), "x") == expected
