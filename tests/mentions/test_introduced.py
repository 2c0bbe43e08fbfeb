"""Names that a page explains itself."""

from __future__ import annotations

import pytest

from tests.mentions.pages import page, the


def test_an_acronym_in_brackets_is_the_body_that_stands_before_it() -> None:
    text = (
        "The Ethiopian National Defence Force (ENDF) held talks. Gen. Birhanu Jula, who is chief of staff of the ENDF, spoke."
    )
    found = page(text)
    assert the(found, "Birhanu Jula").country == "ETH"
    body = next(r for r in found.referents if any(m.text == "ENDF" for m in r.mentions))
    assert (body.kind, body.country) == ("body", "ETH")


def test_a_service_spelled_out_is_known_by_its_letters() -> None:
    found = page("The Royal Thai Air Force holds a drill. Pilots of the RTAF flew to Seoul.")
    service = next(r for r in found.referents if any(m.text == "RTAF" for m in r.mentions))
    assert (service.kind, service.country) == ("body", "THA")
    found = page("The Royal Thai Air Show opens. Pilots of the RTAS flew to Seoul.")
    assert not any(m.text == "RTAS" and r.country for r in found.referents for m in r.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "The Ethiopian team (ENDF) held talks. Gen. Birhanu Jula, who is chief of staff of the ENDF, spoke.",
        "The Ethiopian president (left) held talks. Gen. Birhanu Jula, who is chief of staff of the LEFT, spoke.",
    ],
)
def test_letters_that_the_words_before_do_not_explain_are_no_acronym(text: str) -> None:
    assert not any(m.text == "ENDF" and r.country for r in page(text).referents for m in r.mentions)


def test_the_south_is_a_state_where_the_page_speaks_of_both_koreas() -> None:
    text = "The two Koreas will hold military talks. {} leads the South's delegation and {} the North's."
    found = page(text.format("Major Gen. Kim Do-gyun", "Lt. Gen. An Ik-san"))
    assert the(found, "Kim Do-gyun").country == "KOR"
    assert the(page("The South lost. Major Gen. Kim Do-gyun leads the South's delegation."), "Kim Do-gyun").country is None
