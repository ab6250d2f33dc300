"""On wheels: a school bus, a cycle path."""

import math
import random

from PIL import ImageChops

from newsroom.demo.drawings.ink import (
    HEIGHT,
    WIDTH,
    Mask,
    bezier,
    fade,
    finish,
    glow,
    gradient,
    haze,
    lay,
    light,
    mirror_in_water,
    mix,
    palm,
    ribbon,
    rim,
    ripples,
    shade,
    smear,
    texture,
    towers,
)
from newsroom.demo.drawings.shore import landmark


def school_bus():
    """A school bus, panned: the street streaks by, the bus stays sharp."""
    rng = random.Random(44)
    image = gradient((0, (168, 196, 208)), (0.35, (222, 224, 212)), (0.55, (244, 228, 196)), (1, (244, 228, 196)))
    glow(image, 300, 260, 900, 560, (255, 240, 206), 0.7)
    for depth, colour in enumerate([(206, 198, 180), (188, 170, 144), (170, 148, 120)]):
        houses, dark = Mask(), Mask()
        x = -60.0
        while x < WIDTH:
            width, top = rng.uniform(120, 300), 470 - depth * 60 + rng.uniform(-80, 90)
            houses.box(x, top, x + width, 820)
            for wx in range(int(x) + 24, int(x + width) - 40, 62):
                for wy in range(int(top) + 34, 760, 92):
                    dark.box(wx, wy, wx + 28, wy + 46)
            x += width + rng.uniform(10, 120)
        lay(image, colour, houses.done(2))
        shade(image, (128, 118, 112), dark.done(2), 0.7)
        haze(image, (244, 228, 198), (0, 0), (0.3, 20), (0.68, 80 - depth * 30), (1, 0))
    trees = Mask()
    for x in (90, 620, 1130, 1700):
        palm(trees, x + rng.uniform(-40, 40), 830, rng.uniform(500, 580), rng)
    lay(image, (86, 98, 70), trees.done(1))
    fence = Mask().box(0, 742, WIDTH, 850).done()
    lay(image, gradient((0.6, (226, 208, 176)), (0.72, (176, 154, 124))), fence)
    lay(image, (190, 176, 152), Mask().box(0, 850, WIDTH, 880).done())
    image = smear(image, 26)
    road = Mask().box(0, 880, WIDTH, HEIGHT).done(1)
    lay(image, gradient((0.73, (134, 128, 122)), (1, (74, 70, 70))), road)
    streaks = Mask()
    for _ in range(420):
        y = rng.uniform(884, HEIGHT)
        x = rng.uniform(-200, WIDTH)
        streaks.box(x, y, x + rng.uniform(120, 700), y + 1 + (y - 880) / 130, ink=rng.randint(30, 140))
    light(image, (200, 190, 176), streaks.done(2), 0.28)
    lay(image, (206, 198, 182), Mask().box(0, 880, WIDTH, 892).done(2))
    lay(image, (226, 220, 204), fade(Mask().box(-10, 1112, 620, 1126).box(820, 1112, 1500, 1126).done(3), 0.75))

    shade(image, (48, 44, 50), Mask().polygon([(250, 1010), (1590, 1010), (1640, 1046), (300, 1060)]).done(14), 0.9)
    # Coach work
    shell = Mask()
    shell.polygon(
        bezier((262, 990), (250, 480), (262, 440), (320, 430), steps=40)
        + bezier((1380, 430), (1448, 434), (1470, 470), (1490, 640), steps=40)
        + bezier((1490, 640), (1596, 650), (1606, 690), (1612, 800), steps=30)
        + [(1614, 990)]
    )
    coach = shell.done()
    lay(
        image,
        gradient((0.35, (250, 214, 112)), (0.45, (240, 184, 62)), (0.66, (222, 152, 38)), (0.83, (150, 94, 26))),
        coach,
    )
    light(image, (255, 246, 214), ImageChops.multiply(Mask().box(262, 434, 1400, 452).done(7), coach), 0.7)
    panes, frames = Mask(), Mask()
    for number in range(8):
        left = 306 + number * 122
        frames.box(left - 6, 498, left + 112, 652, 16)
        panes.box(left, 504, left + 106, 646, 12)
    frames.polygon([(1300, 498), (1418, 498), (1452, 652), (1300, 652)])
    panes.polygon([(1308, 506), (1410, 506), (1440, 646), (1308, 646)])
    lay(image, (64, 46, 28), frames.done())
    glass = panes.done()
    lay(image, gradient((0.4, (178, 196, 198)), (0.47, (96, 112, 116)), (0.54, (58, 66, 70))), glass)
    heads = Mask()
    for number in range(8):
        if number != 5:
            x = 358 + number * 122 + rng.uniform(-14, 14)
            heads.ellipse(x, 604 + rng.uniform(-6, 10), 21, 27).ellipse(x, 668, 44, 44)
    heads.ellipse(1370, 576, 22, 29).ellipse(1362, 656, 50, 56)
    lay(image, (38, 38, 42), ImageChops.multiply(heads.done(2.5), glass))
    gleam = Mask()
    for x in range(280, 1460, 210):
        gleam.polygon([(x, 500), (x + 54, 500), (x - 16, 650), (x - 70, 650)])
    light(image, (230, 240, 240), ImageChops.multiply(gleam.done(5), glass), 0.3)
    trim = Mask().box(264, 690, 1490, 700).box(264, 742, 1490, 750).box(264, 864, 1612, 876)
    trim.line([(1290, 490), (1290, 960)], 3).line([(1168, 490), (1168, 960)], 0.8)
    trim.line(bezier((1470, 660), (1462, 780), (1466, 880)), 3)
    lay(image, (52, 38, 28), ImageChops.multiply(trim.done(), coach))
    lay(image, (44, 38, 36), Mask().polygon([(264, 940), (1614, 940), (1612, 992), (266, 992)]).done(1))
    lay(image, (40, 38, 40), Mask().box(1570, 930, 1650, 984, 8).box(230, 930, 290, 984, 8).done())
    lamp = Mask().ellipse(1594, 826, 17, 26).done(1)
    lay(image, (252, 246, 224), lamp)
    lay(image, (178, 52, 36), Mask().box(262, 700, 280, 740, 4).box(262, 790, 280, 850, 4).done(1))
    lay(image, (214, 92, 40), Mask().box(330, 440, 372, 462, 8).box(1290, 440, 1332, 462, 8).done(1))
    stop = Mask().line([(1452, 520), (1504, 508), (1510, 560)], 5).box(1496, 556, 1526, 626, 8).done()
    lay(image, (36, 34, 36), stop)
    for x in (492, 1392):
        lay(image, (40, 30, 24), Mask().ellipse(x, 968, 118, 112).done(1))
        lay(image, (30, 29, 31), Mask().ellipse(x, 982, 92).done(1.2))
        lay(image, (62, 60, 62), Mask().ellipse(x, 982, 84).ellipse(x, 982, 72, ink=0).done(3))
        lay(image, (164, 158, 150), Mask().ellipse(x, 982, 47).done(2))
        lay(image, (96, 92, 90), Mask().ellipse(x, 982, 30).ellipse(x, 982, 18, ink=60).done(5))
    light(image, (255, 240, 206), rim(coach, 7, 9, 4), 0.5)
    return finish(image, 71, 0.35)


def cyclist(mask, x, ground, s):
    """A rider seen from the side."""
    for wheel in (-58, 58):
        mask.ellipse(x + wheel * s, ground - 40 * s, 41 * s)
        mask.ellipse(x + wheel * s, ground - 40 * s, 36.5 * s, ink=0)
        for spoke in range(8):
            angle = spoke * math.pi / 4
            mask.line(
                [
                    (x + wheel * s, ground - 40 * s),
                    (x + wheel * s + math.cos(angle) * 38 * s, ground - 40 * s + math.sin(angle) * 38 * s),
                ],
                0.8 * s,
                ink=120,
            )
    hub, seat, head, crank = (
        (x - 58 * s, ground - 40 * s),
        (x - 24 * s, ground - 104 * s),
        (x + 44 * s, ground - 106 * s),
        (x - 4 * s, ground - 42 * s),
    )
    for a, b in (
        (hub, seat),
        (hub, crank),
        (seat, crank),
        (seat, head),
        (crank, head),
        (head, (x + 58 * s, ground - 40 * s)),
    ):
        mask.line([a, b], 5 * s)
    mask.line([head, (x + 42 * s, ground - 122 * s), (x + 58 * s, ground - 126 * s)], 5 * s)
    mask.stroke([(x - 38 * s, ground - 108 * s), (x - 10 * s, ground - 108 * s)], 7 * s, 5 * s)
    mask.stroke(
        bezier((x - 26 * s, ground - 112 * s), (x - 18 * s, ground - 160 * s), (x + 14 * s, ground - 190 * s)),
        34 * s,
        38 * s,
    )
    mask.stroke(
        bezier((x + 14 * s, ground - 182 * s), (x + 22 * s, ground - 146 * s), (x + 54 * s, ground - 128 * s)),
        15 * s,
        9 * s,
    )
    mask.stroke(
        bezier(
            (x - 22 * s, ground - 110 * s),
            (x + 34 * s, ground - 104 * s),
            (x + 12 * s, ground - 66 * s),
            (x + 10 * s, ground - 32 * s),
        ),
        24 * s,
        10 * s,
    )
    mask.stroke(
        bezier(
            (x - 22 * s, ground - 110 * s),
            (x + 14 * s, ground - 96 * s),
            (x - 10 * s, ground - 60 * s),
            (x - 22 * s, ground - 50 * s),
        ),
        22 * s,
        10 * s,
    )
    mask.stroke([(x + 2 * s, ground - 29 * s), (x + 26 * s, ground - 27 * s)], 9 * s, 6 * s)
    mask.ellipse(x + 30 * s, ground - 216 * s, 17 * s, 20 * s)
    mask.polygon(
        bezier(
            (x + 6 * s, ground - 218 * s),
            (x + 14 * s, ground - 250 * s),
            (x + 52 * s, ground - 240 * s),
            (x + 52 * s, ground - 222 * s),
        )
    )


def corniche_cycle_path():
    """A marked path along the sea at first light, the city across the bay."""
    rng = random.Random(25)
    horizon = 560
    image = gradient((0, (120, 152, 176)), (0.28, (196, 204, 200)), (0.46, (246, 216, 172)), (1, (246, 216, 172)))
    clouds = Mask()
    for _ in range(44):
        clouds.ellipse(
            rng.uniform(-100, WIDTH), rng.uniform(60, 400), rng.uniform(120, 380), rng.uniform(4, 13), ink=110
        )
    light(image, (255, 232, 208), clouds.done(15), 0.6)
    glow(image, 420, 520, 820, 480, (255, 218, 150), 0.9)
    for depth, (low, high, colour) in enumerate([(20, 110, (206, 178, 150)), (24, 190, (166, 148, 136))]):
        city = Mask()
        towers(city, rng, horizon, low, high, 44, thin=(14, 36), span=(0, 1250))
        if depth:
            landmark(city, 250, horizon, 260)
        lay(image, colour, city.done(1.6 - depth * 0.5))
        haze(image, (250, 220, 174), (0, 0), (0.35, 0), (horizon / HEIGHT, 100), (1, 0))
    mirror_in_water(image, horizon, 6, 8)
    shade(
        image,
        (128, 158, 170),
        gradient((0, 0), (horizon / HEIGHT, 90), (1, 255), mode="L").point(lambda v: v if v > 90 else 0),
        0.8,
    )
    light(image, (255, 226, 170), ripples(2, horizon, 520, (14, 80), (120, 760)), 0.6)

    # Land: grass on the right, then the path sweeping towards the point where all lines meet.
    land = (
        Mask()
        .polygon(
            [
                (1330, horizon - 6),
                *bezier((1330, horizon - 4), (1180, 610), (640, 900), (300, 1220)),
                (WIDTH, 1220),
                (WIDTH, horizon - 8),
            ]
        )
        .done(1)
    )
    lay(image, gradient((0.44, (174, 158, 118)), (1, (92, 84, 56))), land)
    promenade = (
        Mask()
        .polygon(
            bezier((1330, horizon), (1180, 610), (640, 900), (300, 1220))
            + bezier((1980, 1220), (1560, 880), (1390, 640), (1344, horizon))
        )
        .done(1)
    )
    lay(image, gradient((0.46, (226, 202, 164)), (1, (156, 132, 104))), promenade)
    track = (
        Mask()
        .polygon(
            bezier((1334, horizon), (1220, 620), (850, 900), (640, 1220))
            + bezier((1640, 1220), (1440, 880), (1370, 640), (1341, horizon))
        )
        .done(1)
    )
    lay(image, gradient((0.46, (186, 128, 102)), (1, (122, 76, 60))), track)
    edges = Mask()
    edges.stroke(bezier((1335, horizon), (1222, 622), (862, 900), (664, 1220)), 1, 15).stroke(
        bezier((1341, horizon), (1370, 640), (1428, 880), (1616, 1220)), 1, 15
    )
    centre = bezier((1338, horizon), (1300, 630), (1150, 890), (1146, 1220), steps=60)
    for start in (8, 18, 27, 35, 42, 49, 55):
        dash = centre[start : start + 4]
        width = 1 + 11 * (start / 60) ** 2
        edges.stroke(dash, width, width * 1.2)
    lay(image, (240, 226, 200), fade(edges.done(1), 0.85))
    image = texture(image, 33, 2, 0.1)

    shrubs = Mask()
    for _ in range(260):
        near = rng.random() ** 2
        x, y = 1370 + near * 430 + rng.uniform(0, 360) * (0.2 + near), horizon - 4 + near * 420
        shrubs.ellipse(x, y, 10 + 60 * near, 8 + 34 * near, ink=rng.randint(170, 255))
    hedge = shrubs.done(3)
    lay(image, (84, 92, 58), hedge)
    light(image, (255, 226, 160), rim(hedge, 6, 8, 4), 0.4)
    for x, base, height in ((1420, 606, 150), (1500, 660, 240), (1650, 780, 430)):
        trees = Mask()
        palm(trees, x, base, height, rng, lean=-0.03)
        mask = trees.done(1)
        lay(image, mix((120, 116, 88), (54, 58, 42), height / 430), mask)
        light(image, (255, 226, 160), rim(mask, 5, 3, 2), 0.45)

    rail = Mask()
    line = bezier((1330, horizon - 2), (1180, 604), (640, 880), (300, 1190), steps=44)
    for share in (0, 0.5, 1):
        rail.polygon(
            ribbon(
                [(x, y - (8 + 120 * (i / 44) ** 1.6) * (0.36 + 0.64 * share)) for i, (x, y) in enumerate(line)], 1, 9
            )
        )
    for i in range(6, 45, 3):
        x, y = line[i]
        tall = 8 + 120 * (i / 44) ** 1.6
        rail.stroke([(x, y + 4), (x, y - tall)], 1 + 8 * (i / 44), 1 + 8 * (i / 44))
    bars = rail.done()
    lay(image, (70, 72, 76), bars)
    light(image, (255, 226, 170), rim(bars, 2, 3, 1), 0.6)
    posts = Mask()
    for x, base, height in ((1302, 584, 130), (1232, 626, 220), (1040, 738, 430)):
        posts.stroke([(x, base), (x, base - height)], height * 0.022, height * 0.014)
        posts.stroke(
            bezier(
                (x, base - height), (x + height * 0.02, base - height * 1.08), (x + height * 0.2, base - height * 1.06)
            ),
            height * 0.014,
            height * 0.01,
        )
        posts.stroke(
            [(x + height * 0.15, base - height * 1.06), (x + height * 0.26, base - height * 1.045)],
            height * 0.03,
            height * 0.016,
        )
    lay(image, (76, 78, 84), posts.done())

    for x, ground, s in ((1296, 676, 0.34), (1040, 1040, 1.55)):
        rider = Mask()
        cyclist(rider, x, ground, s)
        figure = rider.done()
        cast = Mask()
        cast.polygon(
            [(x - 90 * s, ground), (x + 90 * s, ground), (x + 330 * s, ground + 62 * s), (x + 170 * s, ground + 74 * s)]
        )
        shade(image, (84, 56, 52), cast.done(6 * s + 1), 0.65)
        lay(image, mix((96, 84, 78), (34, 36, 44), min(s, 1)), figure)
        light(image, (255, 222, 160), rim(figure, round(5 * s), round(3 * s), 1.6), 0.7)
    return finish(image, 111, 0.42)
