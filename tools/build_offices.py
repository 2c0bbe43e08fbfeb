"""Builds src/dragoman/knowledge/offices.csv from the lists of office holders under ``$DRAGOMAN_EVAL/kb`` (default ../shared).

Keeps the offices that reports on military diplomacy speak of, gives each a class, and closes an open row of a post with one
holder at the next holder's start.
"""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
KB = Path(os.environ.get("DRAGOMAN_EVAL", ROOT.parent / "shared")) / "kb"
OUT = ROOT / "src" / "dragoman" / "knowledge" / "offices.csv"
COLUMNS = ("country", "class", "title", "person", "wikidata", "start", "end", "basis")

# The first pattern that a title matches gives its class; None leaves the row out.
_DEFENCE = r"(?:defen[cs]e|armed forces|war\b|army affairs)"
_FOREIGN = r"(?:foreign|external (?:affairs|relations)|international relations|state for europe)"
_INTERIOR = r"(?:interior|internal|home (?:affairs|department|office)|homeland|public (?:security|safety|order)|state security|police)"
CLASSES: tuple[tuple[str, str | None], ...] = (
    (r"exiting the european|eu funds|in charge of|logistics|materiel|equipment|personnel|veterans|delegate to the minister", None),
    (r"house of lords|chief secretary|federation of bosnia|governing council|captain regent", None),
    (r"ambassador|permanent representative|permanent delegate", "permanent_representative"),
    (r"spokes|press secretary", "spokesperson"),
    (r"security advis", "security_council"),
    (r"security council|security and defen[cs]e council|defence council", "security_council"),
    (r"intelligence|\bcia\b|\bfbi\b|mossad|shin bet|security service|secret service|\bgru\b|\bisi\b|state security committee|"
     r"security agency|bundesnachrichtendienst|\bfsb\b|\bsvr\b|\bdgse\b", "intelligence"),
    (r"^(?:vice|deputy|first vice|second vice)[ -].*(?:chiefs?|commander|staff)", "deputy_commander"),
    (r"joint chiefs|general staff of the (?:armed|republic)|chief of (?:the )?(?:general|defen[cs]e|joint|national defence general) (?:general )?staff|"
     r"chief of (?:the )?(?:national )?defen[cs]e(?: forces?)?$|chief of staff of the (?:armed|defen[cs]e) forces|^head of the general staff|"
     r"^head of the armed forces|^chairman of the general staff|chiefs of staff$|inspector general of the bundeswehr|joint staff|"
     r"commander(?:-in-chief)? of the (?:national |estonian )?(?:armed|defen[cs]e) forces|supreme commander of the armed|"
     r"^chief of (?:the )?(?:armed forces|general staff)|chief of the national defence force|chief of defence forces|defence force$|"
     r"chief of joint operations", "chief_of_staff"),
    (r"supreme allied commander|military committee|saceur", "commander"),
    (r"^(?:minister|secretary|state secretary|federal minister|associate minister|minister of state).*" + _DEFENCE, "MINISTER defence"),
    (r"deputy (?:minister|secretary).*" + _DEFENCE, "deputy_defence_minister"),
    (r"commander|commandant|commanding general|chief of (?:the )?(?:staff of the )?(?:army|navy|naval|air|ground|land|marine|national guard)|"
     r"chief of (?:the )?(?:army|air|naval|navy)|general staff$|inspector general|"
     r"(?:army|naval|air) staff|secretary of (?:the )?(?:army|navy|air force)|airborne|chief of .* general staff", "commander"),
    (r"white house chief of staff|chief of staff of the presidential|presidential administration|office of the president|chief cabinet secretary|"
     r"presidential executive|kremlin", "chief_aide"),
    (r"secretary[- ]general|director[- ]general of the (?:iaea|opcw|world)|high commissioner|high representative|president of the european|"
     r"united nations|african union|international court", "body_head"),
    (r"deputy (?:minister|secretary).*(?:foreign|state$)|assistant secretary of state|under secretary of state|minister of state for (?:foreign|europe)|"
     r"state secretary for foreign|minister delegate for foreign", "deputy_foreign_minister"),
    (r"^(?:minister|secretary|federal minister|state secretary).*" + _FOREIGN, "foreign_minister"),
    (r"^secretary of state$|^foreign secretary|^federal councillor for foreign", "foreign_minister"),
    (r"deputy (?:minister|secretary).*" + _INTERIOR, None),
    (r"^(?:minister|secretary|federal minister).*" + _INTERIOR, "interior_minister"),
    (r"emergenc", "emergency_minister"),
    (r"police", "police"),
    (r"speaker|president of the (?:senate|national assembly|chamber|council of states|assembly|house|national council|parliament|moldovan|legislative|"
     r"congress|storting|riigikogu|national people|people|spanish|verkhovna)|chair(?:man|person)? of the (?:assembly|senate|national assembly|"
     r"verkhovna|state duma|federation council|parliament|majilis|milli|house|chamber|national people|standing)|marshal of the|ceann|cathaoirleach|"
     r"president of the (?:federal )?senate", "speaker"),
    (r"deputy prime|vice[- ]?premier|first deputy|vice prime|deputy chairman of the cabinet|t[áa]naiste|vice-chancellor|^deputy leader", "deputy_head"),
    (r"vice[- ]president|deputy president", "deputy_head"),
    (r"prime minister|^premier|chairman of the (?:cabinet|council) of ministers|federal chancellor|^chancellor|taoiseach|president of the government|"
     r"^chief minister|minister[- ]president|head of government", "head_of_government"),
    (r"^(?:president|monarch|king|queen|emir|sultan|emperor|governor[- ]general|supreme leader|pope|grand duke|prince|state president|federal president|"
     r"acting president|interim president|transitional president|yang di)|head of (?:state|the (?:republic|chechen))|chair(?:man|person)? of the presidency|"
     r"^(?:serb|croat|bosniak) member of the presidency|president of the (?:federal council|swiss|republic|palestinian|state affairs)|"
     r"chief executive$|chairman of the (?:state affairs|sovereignty|transitional)|general secretary of the|crown prince", "head_of_state"),
    (r"central military commission|national defence commission", "chief_of_staff"),
)  # fmt: skip
# Of these classes only those who held office after this date are kept, so that the list stays small.
MINOR = frozenset(
    (
        "deputy_head",
        "speaker",
        "permanent_representative",
        "deputy_foreign_minister",
        "police",
        "emergency_minister",
        "interior_minister",
    )
)
MINOR_SINCE = "2010"
# Posts that one person holds at a time, by class.
SINGLE = frozenset((
    "head_of_state", "head_of_government", "defence_minister", "foreign_minister", "interior_minister", "chief_of_staff", "security_council",
    "body_head", "commander", "intelligence", "chief_aide",
))  # fmt: skip
_COMPILED = tuple((re.compile(pattern), cls) for pattern, cls in CLASSES)
_NOT_SINGLE = re.compile(r"member|deputy|vice|assistant|minister of state|delegate|under", re.IGNORECASE)


def class_of(title: str) -> str | None:
    """The class of an office, None where it does not serve."""
    low = title.lower()
    for pattern, cls in _COMPILED:
        if pattern.search(low):
            if cls == "MINISTER defence":
                return (
                    "deputy_defence_minister"
                    if re.search(r"of state for|^state secretary|associate", low)
                    else "defence_minister"
                )
            return cls
    return None


def read() -> list[list[str]]:
    """The rows of all three lists, classed, the verified ones first."""
    rows: list[list[str]] = []
    for name in ("offices.csv", "military_posts.csv", "extra_posts.csv"):
        with (KB / name).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                cls = class_of(row["position"])
                if cls is None:
                    continue
                if cls in MINOR and (row["end"] or row["start"]) < MINOR_SINCE:
                    continue
                basis = "unverified" if "basis" in row else "wikidata"
                rows.append(
                    [
                        row["country"],
                        cls,
                        row["position"],
                        row["person"],
                        row["wikidata"],
                        row["start"],
                        row["end"] or "",
                        basis,
                    ]
                )
    return rows


def merged(rows: list[list[str]]) -> list[list[str]]:
    """Without the open rows that a later list restates in order to give their end."""
    ends = {(r[0], r[2].lower(), r[3]): r[6] for r in rows if r[7] == "unverified" and r[6]}
    out: list[list[str]] = []
    have: dict[tuple[str, str, str], list[list[str]]] = {}
    for row in rows:
        key = (row[0], row[2].lower(), row[3])
        twins = [t for t in have.get(key, []) if t[5][:4] == row[5][:4]]
        if row[7] == "unverified" and twins:
            for twin in twins:
                if not twin[6]:
                    twin[6], twin[7] = ends.get(key, ""), "unverified" if key in ends else twin[7]
            continue
        have.setdefault(key, []).append(row)
        out.append(row)
    return out


def close(rows: list[list[str]]) -> None:
    """Ends an open row of a post with one holder at the start of the next holder."""
    posts: dict[tuple[str, str], list[list[str]]] = {}
    for row in rows:
        if row[1] in SINGLE and not _NOT_SINGLE.search(row[2]):
            posts.setdefault((row[0], row[2]), []).append(row)
    for held in posts.values():
        held.sort(key=lambda r: r[5])
        for i, row in enumerate(held):
            later = next((r for r in held[i + 1 :] if r[3] != row[3] and r[5] > row[5]), None)
            if not row[6] and later is not None:
                row[6] = later[5]


def main() -> None:
    """Writes offices.csv, sorted."""
    rows = merged(read())
    close(rows)
    with OUT.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(COLUMNS)
        out.writerows(sorted(rows))


if __name__ == "__main__":
    main()
