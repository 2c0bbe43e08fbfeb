"""How far a title reaches to either side of its head."""

from __future__ import annotations

import pytest

from tests.mentions.pages import titles_of


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # An acronym in brackets between a body and its head is passed over.
        (
            "Royal Malaysian Air Force (RMAF) chief General Asghar Khan spoke.",
            ["Royal Malaysian Air Force chief", "General"],
        ),
        (
            "General Manoj Nair, the Chief of the Naval Staff (CNS) of India, spoke.",
            ["General", "Chief of the Naval Staff of India"],
        ),
        ("Peru's Chief of Naval Staff (CNS) Admiral Jorge Chavez spoke.", ["Chief of Naval Staff", "Admiral"]),
        # The service may be set behind an office in it.
        (
            "They saw Jorge Chavez, Deputy Chief of Naval Staff, Peruvian Navy, in Lima.",
            ["Deputy Chief of Naval Staff, Peruvian Navy"],
        ),
        ("They saw the chief of staff, Peruvian Army commander Jorge Chavez.", ["chief of staff", "Army commander"]),
        # A name begins behind the field of a minister's office, whatever the tagger makes of it.
        ("They received Lao Minister of National Defence Khamla Souvan in Hanoi.", ["Minister of National Defence"]),
        ("Peruvian Minister of Defence Industry Cooperation spoke.", ["Minister of Defence Industry Cooperation"]),
        # What an adviser serves is part of his title, and what it is for.
        (
            "The Assistant to the President for National Security Affairs, Jake Sullivan, spoke.",
            ["Assistant to the President for National Security Affairs"],
        ),
        ("Kirill Dmitriev, an official with the Defence Ministry, spoke.", ["official with the Defence Ministry"]),
        # The rest of a body's name may follow a title that ends in its beginning.
        ("The late Chief of Defence Forces of Kenya spoke.", ["late Chief of Defence Forces of Kenya"]),
        # "of" does not lead into another's office.
        (
            "Under the chair of Deputy Defence Minister Hoang Xuan Chien they met.",
            ["chair", "Deputy Defence Minister"],
        ),
        # A rank takes no common noun before it.
        (
            "The head of the ceasefire monitoring committee General Jasper Jeffers came.",
            ["head of the ceasefire monitoring committee", "General"],
        ),
        # A firm's name after a nationality goes on to its end.
        (
            "The director of the American Wind Energy Association spoke.",
            ["director of the American Wind Energy Association"],
        ),
        ("Taiwan is to host counterpart Win Bakri Daki.", ["counterpart"]),
        # Two names behind a body in which the tagger sees no other thing are a person's.
        (
            "They met Chair of the Parliamentary Security Committee Gela Besiashvili.",
            ["Chair of the Parliamentary Security Committee"],
        ),
        ("Inspector General of Police B K Rana spoke.", ["Inspector General of Police"]),
        (
            "The director of the National Security Training Institute spoke.",
            ["director of the National Security Training Institute"],
        ),
        # Whom an adviser serves by name is somebody else; the holder of an office is part of the title.
        ("They met the security adviser to Omani Prime Minister Omar Badri.", ["security adviser", "Prime Minister"]),
        ("They met the security adviser to the Omani prime minister.", ["security adviser to the Omani prime minister"]),
        ("He was an adviser to Saleh Hinai, the commander of the navy.", ["adviser", "commander of the navy"]),
        (
            "The Special Envoy of the UN Secretary General to Yemen Karl Lund spoke.",
            ["Special Envoy of the UN Secretary General to Yemen"],
        ),
        # An envoy may be sent to several.
        ("Laotian Ambassador to Togo and ECOWAS, Khamla Souvan, left.", ["Ambassador to Togo and ECOWAS"]),
        # What the military did is no part of whom it did it to.
        ("The rebels say that the military ousted President Moussa Keita.", ["President"]),
        # Units are numbered, and lie where they are based.
        (
            "Saleh Hinai, Commander of the Salalah-based 14 Brigade, spoke.",
            ["Commander of the Salalah-based 14 Brigade"],
        ),
        ("He saw the envoy of Peru's king and Chile's minister.", ["envoy of Peru's king", "minister"]),
        # Two names behind a state are a person's; a ship has its name behind the letters of its state.
        ("President of Ukraine Petro Hnatiuk is in favour.", ["President of Ukraine"]),
        ("The commanding officer of HMAS Leeuwin, Luis Paz, spoke.", ["commanding officer of HMAS Leeuwin"]),
        # A field in capitals may follow without "of".
        ("Karl Lund, Director Peace Support Operations, left.", ["Director Peace Support Operations"]),
        ("Chief of Defence Forces of the Royal Thai Armed Forces Somsak Boon spoke.", ["Chief of Defence Forces of the Royal Thai Armed Forces"]),
        ("Commander Luis Paz left.", ["Commander"]),
        # Acronyms in brackets, and marks of possession without an s.
        ("Cabinet Secretary (CS) for Defence Peter Kimani spoke.", ["Cabinet Secretary for Defence"]),
        ("The Peruvian Forces’ Rear Adm. Jorge Chavez spoke.", ["Forces’ Rear Adm."]),
        (
            "Jorge Chavez, the Peruvian defence ministry's international policy director, spoke.",
            ["defence ministry's international policy director"],
        ),
    ],
)
def test_where_titles_begin_and_end(sentence: str, found: list[str]) -> None:
    assert [t.text for t in titles_of(sentence)] == found


def test_us_stands_before_a_noun_like_a_nationality() -> None:
    (title,) = titles_of("He called his US and Japanese counterparts.")
    assert title.countries == ("USA", "JPN")
