"""Two states as a picture: cooperation above the line, conflict below it, by month."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dragoman.views.pair import UNDATED, Month

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 900, 320, 60, 190, 50, 50
# Colours that the colour-blind can tell apart; what lies next to the line is words.
_COLOURS = {
    "verbal cooperation": "#56B4E9", "material cooperation": "#0072B2",
    "verbal conflict": "#E69F00", "material conflict": "#D55E00",
}  # fmt: skip
_UP = ("verbal cooperation", "material cooperation")
_DOWN = ("verbal conflict", "material conflict")


def plot(months: Sequence[Month], title: str) -> str:
    """An SVG picture; the same rows give the same bytes. What has no month is left out."""
    shown = _filled([m for m in months if m.month != UNDATED])
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" '
        'font-family="Verdana, DejaVu Sans, Arial, sans-serif" font-size="12" fill="#222">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="26" font-size="17" font-weight="bold">{escape(title)}</text>',
    ]
    if not shown:
        return "\n".join([*out, f'<text x="{_LEFT}" y="{_TOP + 20}">nothing to show</text></svg>']) + "\n"
    up = max(max(sum(len(counts.get(q, ())) for q in _UP) for _, counts in shown), 1)
    down = max(max(sum(len(counts.get(q, ())) for q in _DOWN) for _, counts in shown), 1)
    room = _HEIGHT - _TOP - _BOTTOM
    unit = room / (up + down)
    line = _TOP + unit * up
    step = (_WIDTH - _LEFT - _RIGHT) / len(shown)
    every = max(1, round(64 / step))
    for n, (month, counts) in enumerate(shown):
        x, width = _LEFT + step * n + step * 0.15, step * 0.7
        y = line
        for q in _UP:
            height = unit * len(counts.get(q, ()))
            y -= height
            out += _bar(x, y, width, height, q, month, len(counts.get(q, ())))
        y = line
        for q in _DOWN:
            height = unit * len(counts.get(q, ()))
            out += _bar(x, y, width, height, q, month, len(counts.get(q, ())))
            y += height
        if n % every == 0:
            out.append(f'<text x="{x:.1f}" y="{_HEIGHT - _BOTTOM + 20}">{month}</text>')
    out.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{line:.1f}" y2="{line:.1f}" stroke="#222"/>')
    out.append(f'<text x="{_LEFT - 8}" y="{_TOP + 6}" text-anchor="end">{up}</text>')
    out.append(f'<text x="{_LEFT - 8}" y="{_HEIGHT - _BOTTOM}" text-anchor="end">{down}</text>')
    for i, (name, colour) in enumerate(_COLOURS.items()):
        y = _TOP + 22 * i
        out.append(f'<rect x="{_WIDTH - _RIGHT + 20}" y="{y}" width="12" height="12" fill="{colour}"/>')
        out.append(f'<text x="{_WIDTH - _RIGHT + 38}" y="{y + 11}">{name}</text>')
    return "\n".join([*out, "</svg>"]) + "\n"


def _bar(x: float, y: float, width: float, height: float, quad: str, month: str, count: int) -> list[str]:
    if not count:
        return []
    told = f"<title>{month}: {quad} {count}</title>"
    return [
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{_COLOURS[quad]}">{told}</rect>'
    ]


def _filled(months: Sequence[Month]) -> list[tuple[str, dict[str, tuple[str, ...]]]]:
    """Every month from the first to the last, empty ones too."""
    known = {m.month: dict(m.quads) for m in months}
    if not known:
        return []
    first, last = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (min(known), max(known)))
    names = [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(first, last + 1)]
    return [(name, known.get(name, {})) for name in names]
