"""The register as a picture: deals a year by category, and the sums that sources give, as ranges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape

from dragoman.views.arms import Deal, Number, Range, short, totals

_WIDTH, _PANEL, _GAP = 900, 210, 70
_LEFT, _RIGHT, _TOP = 70, 230, 60
# Colours that the colour-blind can tell apart.
_COLOURS = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#D55E00",
    "#CC79A7",
    "#56B4E9",
    "#F0E442",
    "#555555",
    "#999933",
    "#882255",
)
_UNDATED = "undated"


def plot(deals: Sequence[Deal], title: str) -> str:
    """An SVG picture; the same deals give the same bytes. Called-off deals are left out."""
    shown = [d for d in deals if d.status != "denied" and d.stage != "cancelled"]
    years = _years(shown)
    currency = _commonest(shown)
    height = _TOP + _PANEL + _GAP + (_PANEL if currency else 0) + 50
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        'font-family="Verdana, DejaVu Sans, Arial, sans-serif" font-size="12" fill="#222">',
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="26" font-size="17" font-weight="bold">{escape(title)}</text>',
    ]
    if not years:
        out.append(f'<text x="{_LEFT}" y="{_TOP}">no deal to show</text></svg>')
        return "\n".join(out) + "\n"
    out += _bars(shown, years, _TOP)
    if currency:
        out += _sums(shown, years, currency, _TOP + _PANEL + _GAP)
    out.append("</svg>")
    return "\n".join(out) + "\n"


def _years(deals: Sequence[Deal]) -> list[str]:
    known = sorted({int(d.year) for d in deals if d.year != _UNDATED})
    years = [str(y) for y in range(known[0], known[-1] + 1)] if known else []
    return years + ([_UNDATED] if any(d.year == _UNDATED for d in deals) else [])


def _commonest(deals: Sequence[Deal]) -> str | None:
    count: dict[str, int] = defaultdict(int)
    for d in deals:
        if d.currency and d.value is not None:
            count[d.currency] += 1
    return min(count, key=lambda c: (-count[c], c)) if count else None


def _columns(years: Sequence[str]) -> tuple[float, float]:
    step = (_WIDTH - _LEFT - _RIGHT) / len(years)
    return step, min(step * 0.7, 46)


def _frame(top: float, label: str, years: Sequence[str], most: float, marks: Sequence[float]) -> list[str]:
    bottom = top + _PANEL
    out = [f'<text x="{_LEFT}" y="{top - 12:g}" font-weight="bold">{escape(label)}</text>']
    for mark in marks:
        y = bottom - _PANEL * mark / most
        out.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        shown = short(int(mark) if mark == int(mark) else mark)
        out.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{escape(shown)}</text>')
    step, _ = _columns(years)
    every = max(1, round(44 / step))
    for n, year in enumerate(years):
        if n % every == 0 or year == _UNDATED:
            # A long word under a narrow column stands a line lower, clear of the year beside it.
            y = bottom + (34 if year == _UNDATED and step < 60 else 18)
            out.append(f'<text x="{_LEFT + step * (n + 0.5):.1f}" y="{y:g}" text-anchor="middle">{year}</text>')
    out.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{bottom}" y2="{bottom}" stroke="#222"/>')
    return out


def _marks(most: Number) -> list[float]:
    """Round numbers from zero to just over the most."""
    step = 10 ** (len(str(int(most))) - 1)
    for factor in (0.2, 0.5, 1, 2):
        if most / (step * factor) <= 5:
            step = step * factor
            break
    step = max(step, 1)
    marks = [0.0]
    while marks[-1] < most:
        marks.append(marks[-1] + step)
    return marks


def _bars(deals: Sequence[Deal], years: Sequence[str], top: float) -> list[str]:
    count: dict[tuple[str, str], int] = defaultdict(int)
    for d in deals:
        count[d.year, d.category or "unknown"] += 1
    whole: Mapping[str, int] = {c: sum(n for (_, k), n in count.items() if k == c) for _, c in count}
    ranked = sorted(whole, key=lambda c: (-whole[c], c))
    named = ranked if len(ranked) <= len(_COLOURS) else [*ranked[: len(_COLOURS) - 1], "all others"]
    colour = dict(zip(named, _COLOURS, strict=False))
    most = max(sum(n for (y, _), n in count.items() if y == year) for year in years)
    marks = _marks(most)
    out = _frame(top, "Deals by year and category", years, marks[-1], marks)
    step, width = _columns(years)
    for n, year in enumerate(years):
        y = top + _PANEL
        for category in named:
            number = sum(
                c
                for (when, k), c in count.items()
                if when == year and (k == category or category == "all others" and k not in named)
            )
            if number:
                tall = _PANEL * number / marks[-1]
                y -= tall
                x = _LEFT + step * (n + 0.5) - width / 2
                tip = f"{year}: {number} {category.replace('_', ' ')}"
                out.append(
                    f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{tall:.1f}" '
                    f'fill="{colour[category]}"><title>{escape(tip)}</title></rect>'
                )
    for n, category in enumerate(named):
        y = top + 4 + n * 20
        x = _WIDTH - _RIGHT + 22
        out.append(f'<rect x="{x}" y="{y}" width="12" height="12" fill="{colour[category]}"/>')
        out.append(f'<text x="{x + 18}" y="{y + 11}">{escape(category.replace("_", " "))}</text>')
    return out


def _sums(deals: Sequence[Deal], years: Sequence[str], currency: str, top: float) -> list[str]:
    found: dict[tuple[str, str], Range] = {}
    for t in totals(deals, lambda d: d.year):
        for code, value in t.values:
            if code == currency:
                found[t.key, t.group] = value
    groups = [g for g in ("ordered", "delivered", "ahead") if any(group == g for _, group in found)]
    marks = _marks(max(r.high for r in found.values()))
    out = _frame(top, f"Sums told, {currency} (light: where sources or deals leave a range)", years, marks[-1], marks)
    step, width = _columns(years)
    each = width / len(groups)
    for n, year in enumerate(years):
        for g, group in enumerate(groups):
            if (year, group) not in found:
                continue
            value = found[year, group]
            x = _LEFT + step * (n + 0.5) - width / 2 + g * each
            low, high = _PANEL * value.low / marks[-1], _PANEL * value.high / marks[-1]
            base = top + _PANEL
            shown = short(value.low) if value.low == value.high else f"{short(value.low)} to {short(value.high)}"
            tip = f"<title>{escape(f'{year}, {group}: {shown} {currency}')}</title>"
            out.append(
                f'<rect x="{x:.1f}" y="{base - high:.1f}" width="{each:.1f}" height="{high:.1f}" '
                f'fill="{_COLOURS[g]}" fill-opacity="0.35">{tip}</rect>'
            )
            out.append(
                f'<rect x="{x:.1f}" y="{base - low:.1f}" width="{each:.1f}" height="{low:.1f}" '
                f'fill="{_COLOURS[g]}">{tip}</rect>'
            )
    for g, group in enumerate(groups):
        x, y = _WIDTH - _RIGHT + 22, top + 4 + g * 20
        out.append(f'<rect x="{x}" y="{y:g}" width="12" height="12" fill="{_COLOURS[g]}"/>')
        out.append(f'<text x="{x + 18}" y="{y + 11:g}">{group}</text>')
    return out
