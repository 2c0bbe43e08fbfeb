"""What stands before the first sentence is read and cut off; what only resembles a dateline stays."""

from __future__ import annotations

import pytest

from dragoman.reading.datelines import openings

REST = "Two ministers met in the city to speak about the border and the prisoners."


@pytest.mark.parametrize(
    ("prefix", "place", "outlet", "date"),
    [
        ("WASHINGTON (Reuters) - ", "WASHINGTON", "Reuters", None),
        ("(Reuters) - ", None, "Reuters", None),
        ("NEW YORK(Reuters) - ", "NEW YORK", "Reuters", None),
        ("BAGHDAD, Iraq (CNN) -- ", "BAGHDAD", "CNN", None),
        ("CUZCO, Peru (Reuters) - ", "CUZCO", "Reuters", None),
        ("CHARLESTON, W. Va. (AP) - ", "CHARLESTON", "Associated Press", None),
        ("WEST PALM BEACH, Fla./WASHINGTON (Reuters) - ", "WEST PALM BEACH", "Reuters", None),
        ("WASHINGTON/PHNOM PENH (Reuters) - ", "WASHINGTON", "Reuters", None),
        ("ST. PETERSBURG, Russia (AP) — ", "ST. PETERSBURG", "Associated Press", None),
        ("WASHINGTON, Nov 15 (Reuters) - ", "WASHINGTON", "Reuters", "--11-15"),
        ("SANTIAGO, Dec 7 (IPS) - ", "SANTIAGO", "Inter Press Service", "--12-07"),
        ("Santiago, Chile, Jan. 5 (UPI) -- ", "Santiago", "United Press International", "--01-05"),
        ("BEIJING, July 25 (Xinhua) -- ", "BEIJING", "Xinhua", "--07-25"),
        ("MOSCOW, January 12. /TASS/. ", "MOSCOW", "TASS", "--01-12"),
        ("YEREVAN, AUGUST 15, ARMENPRESS. ", "YEREVAN", "Armenpress", "--08-15"),
        ("Baku, Azerbaijan, Apr. 18  By Leyla Hasanli - Trend: ", "Baku", "Trend", "--04-18"),
        ("Baku. Leyla Hasanli – APA. ", "Baku", "APA", None),
        ("New Delhi [India], July 25 (ANI): ", "New Delhi", "ANI", "--07-25"),
        ("BAKU, August 15. ", "BAKU", None, "--08-15"),
        ("BAGHDAD, Iraq, Dec. 22, 2004 — ", "BAGHDAD", None, "2004-12-22"),
        ("BEAVERTON, Ore. - December 15, 2004 - ", "BEAVERTON", None, "2004-12-15"),
        ("YEREVAN. ", "YEREVAN", None, None),
        ("BRUSSELS, (TASS - Agencies / Daily Press - 15th Feb, 2021 ) : ", "BRUSSELS", "TASS", "2021-02-15"),
        ("Yerevan, (TASS / Daily Press - 27th Jul, 2020 ):", "Yerevan", "TASS", "2020-07-27"),
        ("MOSCOW (Daily Press / TASS - 15th September, 2022) ", "MOSCOW", "TASS", "2022-09-15"),
        ("New Delhi, April 19: ", "New Delhi", None, "--04-19"),
        ("Lima, Aug 3 (EFE) ", "Lima", "EFE", "--08-03"),
        ("Singapore, June 2 (Jiji Press)--", "Singapore", "Jiji Press", "--06-02"),
        ("JAKARTA (Agencies) – ", "JAKARTA", None, None),
        ("SKOPJE, Macedonia (Vardar Daily & Agencies) - ", "SKOPJE", None, None),
        ("DAVAO (Vardar Daily / May 29, 2012) – ", "DAVAO", None, "2012-05-29"),
        ("MANILA, Philippines—", "MANILA", None, None),
        ("Port Vila : ", "Port Vila", None, None),
        ("MUMBAI: ", "MUMBAI", None, None),
        ("JERUSALEM — ", "JERUSALEM", None, None),
        ("BAKU, March 8 ", "BAKU", None, "--03-08"),
        ("ADDIS ABABA, March 29\n", "ADDIS ABABA", None, "--03-29"),
        ("28 February 2024. ", None, None, "2024-02-28"),
        ("date 2021-03-09 DOHA. ", "DOHA", None, "2021-03-09"),
        ("date 2021-03-09 (Source: Reuters; published March 9, 2021) DOHA. ", "DOHA", "Reuters", "2021-03-09"),
        ("(Adds details, background) By Anna Holm WASHINGTON, Nov 15 (Reuters) - ", "WASHINGTON", "Reuters", "--11-15"),
        (
            "(In this Dec. 8 story, corrects a name in paragraph 12) WASHINGTON (Reuters) - ",
            "WASHINGTON",
            "Reuters",
            "--12-08",
        ),
        (
            "Saturday May 13, 2006 8:16 PM AP Photo By ANNA HOLM Associated Press Writer RAMALLAH, West Bank (AP) - ",
            "RAMALLAH",
            "Associated Press",
            "2006-05-13",
        ),
        (
            "Friday May 5, 2006 1:01 AM EDT AP Photo OSL104, OSL105 OSLO, Norway (AP) - ",
            "OSLO",
            "Associated Press",
            "2006-05-05",
        ),
        ("ASTANA, January 25 (local press) – ", "ASTANA", None, "--01-25"),
    ],
)
def test_an_opening_is_read_to_its_end(prefix: str, place: str | None, outlet: str | None, date: str | None) -> None:
    text = prefix + REST
    found = openings(text, 0, len(text))
    assert (found[0].start, found[-1].end) == (0, len(prefix))
    places = [text[one.place.start : one.place.end] for one in found if one.place]
    assert places == ([place] if place else [])
    assert next((one.outlet.name for one in found if one.outlet), None) == outlet
    dates = [one.date.value for one in found if one.date]
    assert (dates[:1] or [None])[0] == date


@pytest.mark.parametrize(
    "text",
    [
        "NATO: " + REST,
        "NATO - " + REST,
        "UPDATE 2 - " + REST,
        "EXCLUSIVE - " + REST,
        "PRESIDENT ADAMS: Good afternoon to all who have come here today.",
        "TIMELINE OF TALKS October 1998: " + REST,
        "Moscow - the capital of Russia - has a new square.",
        "Moscow, Ankara and Tehran will meet again in May.",
        "Baku is a city on the sea. It has a port.",
        "Minister Wang Yi (left) - here with his guest - was pleased.",
        "MOSCOW (left) - here beside its rival - was pleased.",
        "The alliance (NATO) - which has its seat in Brussels - met today.",
        "August 15 was the day on which talks began.",
        "23 May 2018 was a Wednesday.",
        "The United States. And then the others.",
        "BAKU, March 8 is the day on which talks began.",
        "BAKU AND ITS PORT: a history of the town in five parts.",
        REST,
        "",
    ],
)
def test_a_sentence_is_not_taken_for_an_opening(text: str) -> None:
    assert openings(text, 0, len(text)) == []


def test_names_before_a_date_are_the_byline() -> None:
    text = f"By Anna Holm Dec. 8, 2004 | {REST}"
    byline, date = openings(text, 0, len(text))
    assert byline.byline == "Anna Holm"
    assert date.date is not None and date.date.value == "2004-12-08" and text[date.end :] == REST


def test_names_before_a_dateline_are_the_byline() -> None:
    text = f"By Anna Holm and Jens Berg OSLO (Reuters) - {REST}"
    byline, dateline = openings(text, 0, len(text))
    assert byline.byline == "Anna Holm and Jens Berg" and byline.reason == "byline"
    assert dateline.place is not None and text[dateline.place.start : dateline.place.end] == "OSLO"
