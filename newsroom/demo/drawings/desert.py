"""Open country: a palm grove, a desert road, a roof of solar panels."""

import itertools
import math
import random
from functools import partial

from PIL import ImageChops

from newsroom.demo.drawings.ink import (
    HEIGHT,
    PANORAMA,
    WIDTH,
    Mask,
    across,
    bezier,
    fade,
    finish,
    glow,
    gradient,
    haze,
    lay,
    light,
    mix,
    palm,
    pool,
    rim,
    shade,
    texture,
    towers,
    walker,
)


def palm_grove():
    """Rows of date palms on an experimental farm, morning haze between them."""
    rng = random.Random(12)
    horizon = 700
    image = gradient(
        (0, (168, 186, 190)), (0.4, (224, 218, 196)), (horizon / HEIGHT, (244, 224, 182)), (1, (244, 224, 182))
    )
    glow(image, 1060, 560, 900, 620, (255, 232, 180), 0.8)
    ground = Mask().box(0, horizon, WIDTH, HEIGHT).done(3)
    lay(image, gradient((0, (206, 178, 132)), (horizon / HEIGHT, (222, 194, 146)), (1, (122, 96, 66))), ground)
    furrow = Mask()
    for share in range(-14, 15):
        furrow.stroke([(900 + share * 4, horizon), (900 + share * 260, HEIGHT + 60)], 1, 46)
    shade(image, (150, 122, 92), furrow.done(7), 0.35)

    distant = Mask()
    for _ in range(46):
        palm(distant, rng.uniform(0, WIDTH), horizon + 6, rng.uniform(70, 120), rng, fronds=10)
    lay(image, (178, 180, 150), distant.done(3))
    haze(image, (246, 230, 192), (0, 0), (0.45, 0), (horizon / HEIGHT, 120), (0.64, 60), (1, 0))

    # Pairs of palms from the distance towards us; each pair bigger, darker and further apart.
    steps = 6
    for index in range(steps):
        near = index / (steps - 1)
        scale = 0.2 * (6.0**near)
        base = horizon + 330 * scale
        cast, trees, fruit = Mask(), Mask(), Mask()
        for lane in (-1, 1) if index > 2 else (-3, -1, 1, 3):
            x = 900 + lane * 560 * scale + rng.uniform(-14, 14) * scale
            height = 720 * scale * rng.uniform(0.94, 1.06)
            cast.polygon(
                [
                    (x, base),
                    (x - 420 * scale, base + 64 * scale),
                    (x - 420 * scale, base + 84 * scale),
                    (x + 24 * scale, base + 14 * scale),
                ]
            )
            for _ in range(9):
                cast.ellipse(
                    x - rng.uniform(400, 760) * scale,
                    base + rng.uniform(72, 116) * scale,
                    rng.uniform(50, 130) * scale,
                    rng.uniform(7, 15) * scale,
                )
            palm(trees, x, base + 8 * scale, height, rng, lean=rng.uniform(-0.05, 0.05), fronds=30)
            for _ in range(6):
                fx, fy = x + rng.uniform(-50, 50) * scale, base - height + rng.uniform(56, 96) * scale
                for _ in range(60):
                    drop = rng.random()
                    fruit.ellipse(
                        fx + rng.gauss(0, 4 + 8 * drop) * scale, fy + drop * 62 * scale, 3.2 * scale, 4.2 * scale
                    )
        shade(image, (110, 88, 74), cast.done(3 + 5 * near), 0.6)
        blur = 1.8 - 1.2 * near if near < 0.95 else 3.0
        mask = trees.done(blur)
        lay(image, mix((158, 160, 122), (46, 54, 38), near), mask)
        bark = ImageChops.multiply(
            mask,
            gradient(
                (0, 0), ((base - 560 * scale) / HEIGHT, 0), ((base - 480 * scale) / HEIGHT, 255), (1, 255), mode="L"
            ),
        )
        lay(image, mix((170, 146, 114), (88, 66, 46), near), bark)
        light(image, (255, 232, 170), rim(mask, -round(2 + 7 * scale), round(1 + 2 * scale), 1.5), 0.36)
        lay(image, mix((184, 146, 92), (120, 72, 36), near), fruit.done(blur))
        haze(image, (246, 228, 188), (0, 0), (0.3, round(28 * (1 - near))), (0.62, round(70 * (1 - near))), (1, 0))
    people = Mask()
    walker(people, 846, 850, 150, robe=False, stride=0.09)
    walker(people, 918, 846, 144, robe=True, stride=0.02)
    figures = people.done(1)
    cast = Mask().polygon([(830, 850), (930, 848), (700, 888), (600, 886)]).done(6)
    shade(image, (110, 88, 74), cast, 0.5)
    lay(image, (66, 58, 48), figures)
    light(image, (255, 236, 190), rim(figures, -4, 1, 1.5), 0.55)
    glow(image, 1060, 540, 620, 460, (255, 230, 176), 0.35)
    return finish(image, 41, 0.45)


def desert_road():
    """A panorama: a lorry alone on a road through gravel desert, dust behind it, the sun low."""
    rng = random.Random(90)
    width, height = PANORAMA
    Sheet = partial(Mask, size=PANORAMA)
    horizon = 520
    image = gradient(
        (0, (84, 112, 138)), (0.25, (160, 168, 166)), (0.44, (240, 204, 154)), (0.52, (250, 216, 164)), size=PANORAMA
    )
    clouds = Sheet()
    for _ in range(60):
        y = rng.uniform(20, 380)
        clouds.ellipse(rng.uniform(-100, width), y, rng.uniform(160, 560), 3 + y * 0.02, ink=100)
    light(image, (255, 222, 184), clouds.done(10), 0.55)
    glow(image, 1900, 470, 1100, 480, (255, 214, 146), 0.9)
    lay(image, (255, 246, 222), Sheet().ellipse(1900, 452, 36).done(2))

    for depth, (rise, colour) in enumerate([(64, (206, 172, 146)), (40, (186, 148, 118)), (22, (168, 130, 98))]):
        ridge = [
            (
                x,
                horizon
                + depth * 8
                - rise * (0.5 + 0.5 * math.sin(x / (330 - depth * 70) + depth * 2.2))
                - rng.uniform(0, 3),
            )
            for x in range(-10, width + 30, 16)
        ]
        hills = Sheet().polygon([(-10, horizon + 60), *ridge, (width + 30, horizon + 60)]).done(1.5)
        lay(image, colour, hills)
        light(image, (255, 226, 178), rim(hills, -8, 5, 3), 0.3)
    plain = Sheet().box(0, horizon + 16, width, height).done(2)
    lay(image, gradient((0.53, (222, 186, 138)), (0.7, (196, 154, 108)), (1, (112, 82, 58)), size=PANORAMA), plain)
    image = texture(image, 37, 5, 0.1)
    scrub, cast = Sheet(), Sheet()
    for _ in range(420):
        near = rng.random() ** 2.2
        x, y, size = rng.uniform(-20, width), horizon + 26 + near * (height - horizon), 3 + near * 22
        if abs(x - (1500 - (y - horizon) * 1.55)) < 40 + (y - horizon) * 0.62:
            continue
        cast.ellipse(x - size * 2, y + 1, size * 2.2, size * 0.26)
        for _blade in range(6):
            scrub.stroke(
                bezier(
                    (x, y),
                    (x + rng.uniform(-0.5, 0.5) * size, y - size * 0.7),
                    (x + rng.uniform(-1.2, 1.2) * size, y - size * rng.uniform(0.6, 1.1)),
                ),
                1 + near * 4,
                0.8,
            )
    shade(image, (120, 92, 80), cast.done(2), 0.6)
    lay(image, (104, 92, 62), scrub.done(0.8))

    road = (
        Sheet()
        .polygon(
            [
                (1496, horizon + 14),
                (1506, horizon + 14),
                *bezier((1506, horizon + 14), (1440, 660), (1140, 1010)),
                *bezier((460, 1010), (1300, 680), (1496, horizon + 14)),
            ]
        )
        .done(1)
    )
    lay(image, gradient((0.53, (170, 146, 124)), (0.7, (112, 98, 90)), (1, (62, 56, 56)), size=PANORAMA), road)
    marks = Sheet()
    marks.stroke(bezier((1505, horizon + 14), (1432, 660), (1100, 1010)), 1, 13).stroke(
        bezier((1497, horizon + 14), (1312, 680), (500, 1010)), 1, 13
    )
    centre = bezier((1501, horizon + 14), (1374, 668), (790, 1010), steps=60)
    for start in (10, 20, 29, 37, 44, 50, 55):
        marks.stroke(centre[start : start + 3], 1 + 9 * (start / 60) ** 2, 1.4 + 10 * (start / 60) ** 2)
    lay(image, (226, 208, 176), fade(marks.done(0.8), 0.8))
    poles = Sheet()
    tops = []
    for number in range(9):
        s = 0.12 * (1.42**number)
        x, base = 1570 + 62 * number**1.28, horizon + 16 + 30 * s
        top = base - 260 * s
        poles.stroke([(x, base), (x, top)], 9 * s + 0.5, 6 * s + 0.5).stroke(
            [(x - 44 * s, top + 20 * s), (x + 44 * s, top + 20 * s)], 6 * s + 0.5, 6 * s + 0.5
        )
        tops.append((x, top + 18 * s, s))
    for (x0, y0, s0), (x1, y1, s1) in itertools.pairwise(tops):
        for arm in (-42, 42):
            a, b = (x0 + arm * s0, y0), (x1 + arm * s1, y1)
            poles.line(bezier(a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 26 * s1), b, steps=10), 0.8 + s1 * 0.6)
    lay(image, (84, 68, 60), poles.done(0.8))
    lorry(image, Sheet, rng)
    haze(image, (250, 214, 162), (0, 0), (0.46, 20), (0.54, 76), (0.64, 0), (1, 0))
    return finish(image, 181, 0.4)


def lorry(image, Sheet, rng):
    """Seen from the front and the side, coming towards us out of its own dust."""
    x, ground = 1216, 742
    dust = Sheet()
    for puff in range(70):
        t = puff / 69
        dust.ellipse(
            x + 130 + t * 480 + rng.gauss(0, 24),
            ground - 30 - t * 60 + rng.gauss(0, 14 + 30 * t),
            34 + 60 * t,
            22 + 46 * t,
            ink=round(210 * (1 - t) ** 0.8),
        )
    lay(image, (240, 208, 162), fade(dust.done(18), 0.75))
    shade(
        image,
        (84, 64, 56),
        Sheet()
        .polygon([(x - 90, ground), (x + 240, ground - 18), (x - 220, ground + 62), (x - 520, ground + 76)])
        .done(9),
        0.7,
    )
    load = (
        Sheet()
        .polygon(
            [
                (x + 10, ground - 268),
                (x + 86, ground - 262),
                (x + 236, ground - 214),
                (x + 236, ground - 52),
                (x + 70, ground - 40),
                (x + 10, ground - 60),
            ]
        )
        .done(0.8)
    )
    lay(image, across((0, 90), (1, 90), size=PANORAMA).convert("RGB"), load)
    lay(image, (92, 104, 98), load)
    folds = Sheet()
    for k in range(9):
        folds.line([(x + 78 + k * 18, ground - 262 + k * 6), (x + 80 + k * 18, ground - 44)], 2)
    shade(image, (110, 104, 100), ImageChops.multiply(folds.done(1), load), 0.7)
    light(image, (255, 222, 164), rim(load, -7, 4, 2), 0.75)
    cab = (
        Sheet()
        .box(x - 92, ground - 206, x + 78, ground - 22, 14)
        .polygon([(x + 70, ground - 198), (x + 108, ground - 186), (x + 108, ground - 50), (x + 70, ground - 30)])
    )
    front = cab.done(0.8)
    lay(image, (150, 62, 46), front)
    light(image, (255, 214, 160), rim(front, -6, 4, 2.5), 0.7)
    shade(image, (96, 70, 70), Sheet().box(x - 92, ground - 206, x - 40, ground - 20).done(16), 0.5)
    lay(image, (66, 74, 82), Sheet().box(x - 78, ground - 190, x + 64, ground - 122, 10).done(1))
    light(
        image,
        (255, 220, 170),
        Sheet()
        .polygon([(x + 6, ground - 188), (x + 56, ground - 188), (x + 10, ground - 124), (x - 34, ground - 124)])
        .done(3),
        0.4,
    )
    lay(
        image,
        (36, 34, 38),
        Sheet().ellipse(x + 30, ground - 146, 15, 18).box(x + 6, ground - 132, x + 54, ground - 122, 5).done(1),
    )
    lay(
        image,
        (52, 46, 46),
        Sheet()
        .box(x - 66, ground - 104, x + 52, ground - 66, 5)
        .box(x - 100, ground - 34, x + 84, ground - 14, 5)
        .done(1),
    )
    lay(image, (222, 206, 180), Sheet().box(x - 30, ground - 30, x + 16, ground - 19).done(0.8))
    for lamp in (-74, 58):
        lay(image, (255, 248, 226), Sheet().ellipse(x + lamp, ground - 52, 12, 9).done(1))
        light(image, (255, 236, 196), pool(x + lamp, ground - 52, 52, 44, PANORAMA), 0.8)
    wheels = Sheet().box(x - 86, ground - 20, x - 48, ground + 10, 8).box(x + 34, ground - 20, x + 72, ground + 10, 8)
    wheels.ellipse(x + 120, ground - 26, 17, 27).ellipse(x + 176, ground - 34, 14, 23).ellipse(
        x + 202, ground - 38, 12, 21
    )
    lay(image, (34, 32, 34), wheels.done(0.8))


def solar_roof():
    """Rows of panels on a flat roof, a technician among them, the city behind."""
    rng = random.Random(77)
    horizon = 520
    image = gradient((0, (74, 122, 160)), (0.25, (140, 174, 188)), (0.44, (236, 222, 190)), (1, (236, 222, 190)))
    glow(image, 330, 240, 900, 620, (255, 240, 204), 0.85)
    lay(image, (255, 252, 236), Mask().ellipse(330, 214, 46).done(4))
    for depth, (count, high, colour) in enumerate(
        [(50, 170, (196, 196, 186)), (34, 240, (160, 164, 160)), (26, 120, (148, 136, 120))]
    ):
        row = Mask()
        towers(row, rng, horizon + 10, 30, high, count, thin=(24, 64) if depth < 2 else (60, 170), span=(-60, WIDTH))
        mask = row.done(2 - depth * 0.6)
        lay(image, colour, mask)
        light(image, (255, 240, 206), rim(mask, 5, 2, 2), 0.4)
        haze(image, (240, 224, 192), (0, 0), (0.26, 20), (0.44, 110 - depth * 36), (0.46, 0), (1, 0))
    for x, tall in ((1420, 250), (1640, 300), (980, 180)):
        trees = Mask()
        palm(trees, x, horizon + 40, tall, rng, fronds=22)
        lay(image, (92, 108, 82), trees.done(1))
    roof = Mask().box(0, horizon, WIDTH, HEIGHT).done(1)
    lay(image, gradient((0.43, (222, 206, 176)), (0.6, (196, 178, 148)), (1, (120, 106, 90))), roof)
    lay(image, (204, 186, 156), Mask().box(0, horizon - 26, WIDTH, horizon + 12).done(1))
    shade(image, (130, 112, 98), Mask().box(0, horizon + 12, WIDTH, horizon + 24).done(5), 0.7)
    image = texture(image, 55, 4, 0.12)

    glass = gradient((0.42, (120, 156, 178)), (0.6, (46, 82, 118)), (1, (18, 40, 72)))
    for row, (s, y) in enumerate([(0.4, 578), (0.72, 668), (1.22, 846), (2.05, 1156)]):
        cast, cells, grid, legs = Mask(), Mask(), Mask(), Mask()
        for number in range(-12, 13):
            left = 880 + number * 236 * s - 120 * s
            if left > WIDTH + 60 or left < -330 * s:
                continue
            slope, deep = 54 * s, 128 * s
            corners = [(left + slope, y - deep), (left + slope + 214 * s, y - deep), (left + 214 * s, y), (left, y)]
            cells.polygon(corners)
            cast.polygon(
                [
                    (left + 40 * s, y + 20 * s),
                    (left + 290 * s, y + 20 * s),
                    (left + 360 * s, y + 54 * s),
                    (left + 110 * s, y + 54 * s),
                ]
            )
            for k in range(1, 6):
                a = left + 214 * s * k / 6
                grid.line([(a + slope, y - deep), (a, y)], 1.6 * s)
            for k in range(1, 4):
                t = k / 4
                grid.line(
                    [
                        (left + slope * (1 - t), y - deep * (1 - t)),
                        (left + slope * (1 - t) + 214 * s, y - deep * (1 - t)),
                    ],
                    1.6 * s,
                )
            for post in (34, 182):
                legs.box(left + post * s, y - 4 * s, left + (post + 9) * s, y + 30 * s)
                legs.box(left + (post + 44) * s, y - 60 * s, left + (post + 50) * s, y + 22 * s)
        shade(image, (104, 92, 86), cast.done(4 * s + 1), 0.7)
        lay(image, (120, 122, 124), legs.done(0.8))
        panel = cells.done(0.6)
        lay(image, glass, panel)
        light(image, (206, 224, 230), ImageChops.multiply(grid.done(0.4), panel), 0.5)
        gleam = Mask()
        for k in range(-3, 9):
            x = 330 + k * 430 * s
            gleam.polygon([(x, y), (x + 90 * s, y), (x + 90 * s + 54 * s, y - 128 * s), (x + 54 * s, y - 128 * s)])
        light(image, (255, 242, 214), ImageChops.multiply(gleam.done(26 * s), panel), 0.5)
        light(image, (255, 244, 214), rim(panel, 2, 3, 1), 0.75)
        if row == 1:
            technician(image, 1270, y + 84)
    haze(image, (242, 226, 192), (0, 0), (0.4, 0), (0.44, 50), (0.56, 0), (1, 0))
    return finish(image, 191, 0.36)


def technician(image, x, feet):
    man = Mask()
    walker(man, x, feet, 300, robe=False, stride=0.07)
    man.stroke([(x - 26, feet - 236), (x - 96, feet - 214)], 20, 14).box(x - 132, feet - 236, x - 92, feet - 196, 4)
    figure = man.done(0.8)
    shade(
        image,
        (104, 92, 86),
        Mask().polygon([(x - 20, feet), (x + 30, feet), (x + 300, feet + 60), (x + 200, feet + 72)]).done(6),
        0.6,
    )
    lay(image, (58, 62, 70), figure)
    vest = Mask().box(x - 36, feet - 252, x + 36, feet - 142, 8).done(1)
    lay(image, (222, 152, 58), ImageChops.multiply(vest, figure))
    lay(
        image,
        (240, 236, 222),
        Mask().ellipse(x, feet - 288, 25, 18).box(x - 30, feet - 288, x + 30, feet - 282, 3).done(0.8),
    )
    light(image, (255, 242, 208), rim(figure, 6, 3, 2), 0.7)
