"""Where the bars of a chart stand, in the units of its SVG. Numbers in, numbers out; templates draw.

In a language that is written from right to left time runs from right to left too, as the columns of a table do: a chart is
read in the order in which its reader reads. What is mirrored is where things stand; text is anchored to its start and turns
by itself.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

WIDTH, HEIGHT = 640, 220
# Room for the numbers at the side, above the bars, and for the days below them.
SIDE, ABOVE, BELOW = 44, 10, 26
ROW_WIDTH, ROW_HEIGHT = 180, 14
# What a bar leaves free of its place, a wide one and a narrow one.
WIDE, NARROW = 0.2, 0.56
DAYS_NAMED = 5


class Bar(NamedTuple):
    """One rectangle; `kind` is the class by which it is painted."""

    kind: str
    x: float
    y: float
    width: float
    height: float


class Column(NamedTuple):
    """One `item`: its bars, and the middle of its place if its name stands below it."""

    item: object
    bars: list
    named_at: float | None


class Line(NamedTuple):
    """A number at the side and the height of its line."""

    number: int
    y: float


class Chart(NamedTuple):
    """`numbers_at`: where the numbers at the side end; `left`, `right`: of the lines beside them."""

    columns: list
    lines: list
    numbers_at: float
    left: float
    right: float
    names_y: float = HEIGHT - BELOW + 18
    width: int = WIDTH
    height: int = HEIGHT


def round_top(number: int) -> int:
    """The least number of one even digit, or ten, and zeros that is not less than `number`; 2 at least."""
    step = 1
    while 10 * step < number:
        step *= 10
    return next(digit * step for digit in (2, 4, 6, 8, 10) if digit * step >= number)


def beside(items: Sequence, wide: str, narrow: str, is_rtl: bool) -> Chart:
    """For each item a wide bar for one of its attributes and in front of it a narrow one for another."""
    parts = [[(wide, 0, getattr(item, wide), WIDE), (narrow, 0, getattr(item, narrow), NARROW)] for item in items]
    return _chart(items, parts, is_rtl)


def stacked(items: Sequence, kinds: Sequence[str], is_rtl: bool) -> Chart:
    """For each item one bar on the other for each of its attributes `kinds`, from below."""
    return _chart(items, [[(*part, WIDE) for part in _stack(item, kinds)] for item in items], is_rtl)


def row(item: object, kinds: Sequence[str], is_rtl: bool) -> list[Bar]:
    """The attributes `kinds` of one item as parts of a bar of `ROW_WIDTH`, beside each other."""
    total = sum(getattr(item, kind) for kind in kinds) or 1
    parts = [(kind, start / total * ROW_WIDTH, end / total * ROW_WIDTH) for kind, start, end in _stack(item, kinds)]
    bars = [Bar(kind, start, 0, end - start, ROW_HEIGHT) for kind, start, end in parts if end > start]
    return [_mirrored(bar, ROW_WIDTH) for bar in bars] if is_rtl else bars


def _stack(item, kinds):
    ends = list(accumulate(getattr(item, kind) for kind in kinds))
    return list(zip(kinds, [0, *ends], ends, strict=False))


def _chart(items, parts, is_rtl):
    top = round_top(max((end for bars in parts for _kind, _start, end, _free in bars), default=0))
    unit, place = (HEIGHT - ABOVE - BELOW) / top, (WIDTH - SIDE) / max(1, len(items))
    named = set(range(len(items) - 1, -1, -DAYS_NAMED))
    columns = []
    for number, (item, values) in enumerate(zip(items, parts, strict=True)):
        x = SIDE + number * place
        bars = [
            Bar(kind, x + place * free / 2, HEIGHT - BELOW - end * unit, place * (1 - free), (end - start) * unit)
            for kind, start, end, free in values
            if end > start
        ]
        middle = x + place / 2
        if is_rtl:
            bars, middle = [_mirrored(bar, WIDTH) for bar in bars], WIDTH - middle
        columns.append(Column(item, bars, middle if number in named else None))
    lines = [Line(number, HEIGHT - BELOW - number * unit) for number in (0, top // 2, top)]
    if is_rtl:
        return Chart(columns, lines, WIDTH - SIDE + 8, 0, WIDTH - SIDE)
    return Chart(columns, lines, SIDE - 8, SIDE, WIDTH)


def _mirrored(bar, width):
    return bar._replace(x=width - bar.x - bar.width)
