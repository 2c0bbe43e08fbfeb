"""Office holders from files: what cannot be right is named and left out, the rest is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.knowledge.offices import COLUMNS, read

HEAD = ",".join(COLUMNS) + "\n"
GOOD = "MDV,defence_minister,Minister of Defence,Mariya Didi,,2018-11-17,2023-11-17,unverified\n"


def overlay(folder: Path, *lines: str) -> tuple[set[str], tuple[str, ...]]:
    """The holders in the Maldives and what was left out, with a user's file of these lines."""
    (folder / "offices.csv").write_text(HEAD + "".join(line + "\n" for line in lines), encoding="utf-8")
    offices, left_out = read(folder)
    return {o.person for o in offices if o.country == "MDV" and o.basis == "unverified"}, left_out


def test_our_own_file_has_no_row_to_leave_out() -> None:
    offices, left_out = read(None)
    assert len(offices) > 5_000 and left_out == ()


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("MDV,defence_minister,Minister of Defence,Ghassan Maumoon,,20x3,,unverified", "start '20x3' is no date"),
        ("MDV,defence_minister,Minister of Defence,Ghassan Maumoon,,2023-13,,unverified", "start '2023-13' is no date"),
        ("MDV,defence_minister,Minister of Defence,Ghassan Maumoon,,2023-02-30,,unverified", "is no date"),
        ("MDV,defence_minister,Minister of Defence,Ghassan Maumoon,,2023,then,unverified", "end 'then' is no date"),
        ("MDV,defence_minister,Minister of Defence,Ghassan Maumoon,,2023,2019,unverified", "before it starts"),
        ("MDV,defence_minister,,Ghassan Maumoon,,2023,,unverified", "needs country"),
        ("MDV,defence_minister,Minister of Defence,Ghassan Maumoon,,,,unverified", "needs country"),
    ],
)
def test_a_broken_row_is_named_and_the_rest_is_loaded(tmp_path: Path, row: str, why: str) -> None:
    found, left_out = overlay(tmp_path, GOOD.strip(), row)
    assert "Mariya Didi" in found and "Ghassan Maumoon" not in found
    (told,) = left_out
    assert "offices.csv, line 3 (Ghassan Maumoon)" in told and why in told


def test_two_at_once_are_both_named_and_left_out(tmp_path: Path) -> None:
    found, (told,) = overlay(
        tmp_path,
        GOOD.strip(),
        "MDV,foreign_minister,Minister of Foreign Affairs,Abdulla Shahid,,2018-11,2023-11,unverified",
        "MDV,foreign_minister,Minister of Foreign Affairs,Moosa Zameer,,2022-01,2024-09,unverified",
    )
    assert "Mariya Didi" in found and not {"Abdulla Shahid", "Moosa Zameer"} & found
    assert "Abdulla Shahid and Moosa Zameer are both Minister of Foreign Affairs of MDV from 2022-01 on" in told


def test_a_handover_and_an_office_of_several_are_no_clash(tmp_path: Path) -> None:
    found, left_out = overlay(
        tmp_path,
        "MDV,foreign_minister,Minister of Foreign Affairs,Abdulla Shahid,,2018-11,2023-11,unverified",
        "MDV,foreign_minister,Minister of Foreign Affairs,Moosa Zameer,,2023-11,2024-09,unverified",
        "MDV,speaker,Deputy Speaker,Eva Abdulla,,2019,2024,unverified",
        "MDV,speaker,Deputy Speaker,Ahmed Nazim,,2019,2024,unverified",
    )
    assert left_out == () and len(found) >= 4


def test_a_term_that_ours_leaves_open_ends_where_the_user_s_begins(tmp_path: Path) -> None:
    ours = next(o for o in read(None)[0] if o.end is None and o.cls == "defence_minister" and o.start < "2029")
    row = f"{ours.country},{ours.cls},{ours.title},Somebody Else,,2029-05-01,,unverified"
    overlay(tmp_path, row)
    held = [o for o in read(tmp_path)[0] if (o.country, o.title, o.person) == (ours.country, ours.title, ours.person)]
    assert "2029-05-01" in {o.end for o in held}
