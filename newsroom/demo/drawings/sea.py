"""On the sea and beside it: a harbour, a reef, a boatyard."""

import math
import random
from functools import partial

from PIL import Image, ImageChops, ImageDraw

from newsroom.demo.drawings.ink import (
    HEIGHT,
    SIZE,
    TALL,
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
    rim,
    ripples,
    shade,
    texture,
    walker,
)

BOXES = [(150, 66, 52), (58, 96, 104), (188, 140, 70), (92, 100, 108), (112, 74, 60), (70, 84, 66), (196, 186, 168)]


def harbour_cranes():
    """Gantry cranes over a container ship in the first hour of light."""
    rng = random.Random(1912)
    horizon = 850
    image = gradient((0, (70, 92, 116)), (0.34, (150, 150, 152)), (0.58, (236, 186, 142)), (0.72, (250, 208, 156)))
    clouds = Mask()
    for _ in range(54):
        y = rng.uniform(40, 560)
        clouds.ellipse(rng.uniform(-100, WIDTH), y, rng.uniform(120, 420), 3 + y * 0.022, ink=100)
    light(image, (255, 206, 168), clouds.done(12), 0.55)
    glow(image, 420, 800, 1000, 620, (255, 212, 150), 0.85)
    lay(image, (255, 242, 214), Mask().ellipse(420, 742, 40).done(2))

    far = Mask()
    for x in (1180, 1340, 1640):
        gantry(far, x, horizon, 0.5, drop=0.3)
    far.box(900, horizon - 34, WIDTH, horizon)
    for x in range(920, WIDTH, 34):
        far.box(x, horizon - 34 - rng.choice((14, 28, 42, 56)), x + 31, horizon - 20)
    lay(image, (186, 156, 138), far.done(2))
    haze(image, (250, 206, 156), (0, 0), (0.5, 40), (0.7, 120), (1, 120))

    cranes = Mask()
    gantry(cranes, 1010, horizon + 4, 1.18, drop=0.42)
    gantry(cranes, 1500, horizon + 4, 1.18, drop=0.2)
    steel = cranes.done(0.6)
    lay(image, gradient((0, (62, 70, 84)), (0.7, (112, 98, 96))), steel)
    light(image, (255, 206, 150), rim(steel, -4, 0, 1.5), 0.55)

    cargo_ship(image, rng, horizon)
    haze(image, (252, 210, 158), (0, 0), (0.56, 0), (0.7, 60), (0.72, 0), (1, 0))
    mirror_in_water(image, horizon + 22, 6, swell=12)
    shade(image, (132, 138, 150), gradient((0, 0), (0.726, 0), (0.7261, 70), (1, 255), mode="L"))
    path = ImageChops.multiply(
        ripples(3, horizon + 22, 520, (16, 90), (180, 720)), Mask().ellipse(430, 1050, 210, 260).done(60)
    )
    light(image, (255, 222, 166), path, 0.9)
    light(image, (255, 214, 168), ripples(8, horizon + 22, 260), 0.22)

    tug = Mask().polygon([(300, 940), (312, 968), (500, 968), (528, 926), (470, 938)])
    tug.box(372, 884, 446, 942, 6).box(388, 852, 430, 890, 4).line([(410, 852), (410, 806)], 4).box(446, 896, 462, 940)
    boat = tug.done()
    shade(image, (76, 66, 70), Mask().ellipse(410, 992, 150, 22).done(10), 0.7)
    lay(image, (44, 40, 46), boat)
    light(image, (255, 206, 150), rim(boat, -4, 2, 1.5), 0.5)
    light(image, (255, 236, 206), Mask().stroke([(528, 962), (300, 970), (120, 984)], 7, 1).done(2), 0.5)
    birds = Mask()
    for x, y, s in ((640, 380, 1), (700, 340, 0.8), (590, 318, 0.7), (770, 420, 0.6), (250, 460, 0.9), (850, 300, 0.5)):
        birds.stroke(bezier((x - 24 * s, y - 5 * s), (x - 10 * s, y - 16 * s), (x, y)), 2, 4 * s)
        birds.stroke(bezier((x, y), (x + 10 * s, y - 16 * s), (x + 24 * s, y - 6 * s)), 4 * s, 2)
    lay(image, (70, 70, 80), birds.done(0.8))
    return finish(image, 131, 0.42)


def gantry(mask, x, base, s, drop):
    """A ship-to-shore crane: four legs, a latticed boom out over the water, stays, and a box on its cables."""
    deck = base - 420 * s
    for leg in (-92, 92):
        mask.stroke([(x + leg * s * 1.12, base), (x + leg * s, deck)], 20 * s, 13 * s)
    mask.stroke([(x - 100 * s, base - 130 * s), (x + 100 * s, base - 130 * s)], 15 * s, 15 * s)
    mask.stroke([(x - 100 * s, base - 130 * s), (x + 94 * s, deck)], 6 * s, 6 * s)
    left, right = x - 520 * s, x + 250 * s
    for y in (deck - 26 * s, deck):
        mask.stroke([(left, y), (right, y)], 7 * s, 7 * s)
    for step in range(44):
        a, b = left + step * 17.5 * s, left + (step + 1) * 17.5 * s
        ends = [(a, deck), (b, deck - 26 * s)] if step % 2 else [(a, deck - 26 * s), (b, deck)]
        mask.line(ends, 2.6 * s)
    apex = (x - 40 * s, deck - 250 * s)
    mask.stroke([(x - 92 * s, deck), apex], 12 * s, 8 * s).stroke([(x + 92 * s, deck), apex], 10 * s, 7 * s)
    for reach in (-500, -280, 236):
        mask.line([apex, (x + reach * s, deck - 20 * s)], 3.4 * s)
    mask.box(x + 116 * s, deck - 78 * s, x + 220 * s, deck - 20 * s)
    trolley = x - 330 * s
    mask.box(trolley - 34 * s, deck, trolley + 34 * s, deck + 14 * s)
    mask.box(trolley + 36 * s, deck + 6 * s, trolley + 66 * s, deck + 44 * s)
    load = deck + 420 * s * drop
    for cable in (-26, -10, 10, 26):
        mask.line([(trolley + cable * s, deck), (trolley + cable * 1.3 * s, load)], 1.6 * s)
    mask.box(trolley - 52 * s, load, trolley + 52 * s, load + 42 * s)


def cargo_ship(image, rng, horizon):
    """Hull, bridge and stacks of containers, side on."""
    paint, stencil = Image.new("RGB", SIZE, (60, 50, 50)), Mask()
    pen = ImageDraw.Draw(paint)
    for bay in range(12):
        left = 560 + bay * 76
        for tier in range(rng.choice((3, 4, 4, 5, 5))):
            top = horizon - 132 - (tier + 1) * 33
            colour = mix(rng.choice(BOXES), (214, 170, 132), 0.28)
            pen.rectangle([left, top, left + 73, top + 32], fill=colour)
            for rib in range(5, 72, 6):
                pen.line([left + rib, top + 3, left + rib, top + 29], fill=mix(colour, (40, 34, 36), 0.22), width=2)
            pen.line([left, top + 31, left + 73, top + 31], fill=mix(colour, (20, 18, 20), 0.6), width=3)
            stencil.box(left, top, left + 74, top + 33)
    bridge = [(1490, horizon - 360), (1600, horizon - 360), (1600, horizon - 110), (1478, horizon - 110)]
    pen.polygon(bridge, fill=(206, 190, 172))
    stencil.polygon(bridge).box(1466, horizon - 378, 1618, horizon - 356).box(1606, horizon - 300, 1660, horizon - 110)
    pen.rectangle([1460, horizon - 380, 1620, horizon - 356], fill=(176, 160, 146))
    pen.rectangle([1606, horizon - 300, 1660, horizon - 110], fill=(134, 62, 50))
    for row in range(5):
        pen.rectangle([1492, horizon - 342 + row * 44, 1592, horizon - 328 + row * 44], fill=(70, 74, 84))
    load = stencil.done()
    lay(image, paint, load)
    light(image, (255, 214, 160), rim(load, -4, 3, 2), 0.4)
    hull = Mask().polygon(
        [
            *bezier((462, horizon - 168), (520, horizon - 130), (640, horizon - 128)),
            (1690, horizon - 124),
            (1706, horizon - 156),
            (1760, horizon - 156),
            *bezier((1752, horizon - 60), (1740, horizon), (1700, horizon + 24)),
            (560, horizon + 24),
            *bezier((528, horizon), (500, horizon - 70), (462, horizon - 168)),
        ]
    )
    plates = hull.done()
    lay(
        image, gradient((0.58, (54, 66, 82)), (0.68, (36, 42, 54)), (0.69, (120, 52, 44)), (0.72, (84, 38, 36))), plates
    )
    light(image, (255, 206, 150), rim(plates, -7, 4, 3), 0.55)
    seams = Mask()
    for x in range(620, 1720, 92):
        seams.line([(x, horizon - 120), (x, horizon - 24)], 1.6)
    shade(image, (90, 84, 84), ImageChops.multiply(seams.done(1), plates), 0.5)


def reef_survey():
    """A diver follows a knotted rope along a reef; light falls from the surface."""
    rng = random.Random(1340)
    image = gradient((0, (150, 206, 202)), (0.2, (70, 150, 162)), (0.55, (26, 92, 116)), (1, (10, 42, 62)))
    glow(image, 760, -60, 1100, 700, (206, 246, 232), 0.85)
    shafts = Mask()
    for _ in range(15):
        x, spread = rng.uniform(420, 1120), rng.uniform(30, 120)
        foot = x + (x - 760) * 1.9
        shafts.polygon(
            [(x, -10), (x + spread * 0.4, -10), (foot + spread * 2, 1150), (foot, 1150)], ink=rng.randint(60, 190)
        )
    light(
        image,
        (176, 232, 222),
        ImageChops.multiply(shafts.done(18), gradient((0, 255), (0.5, 120), (0.95, 0), mode="L")),
        0.5,
    )

    shoal = Mask()
    for _ in range(90):
        x, y = rng.gauss(1290, 170), rng.gauss(330, 62)
        s = rng.uniform(0.6, 1.3)
        shoal.ellipse(x, y, 15 * s, 5 * s).polygon([(x + 12 * s, y), (x + 24 * s, y - 6 * s), (x + 24 * s, y + 6 * s)])
    lay(image, (34, 88, 104), shoal.done(1.2))

    for depth, (floor, colour, count) in enumerate(
        [(800, (46, 104, 116), 50), (930, (24, 74, 88), 40), (1080, (9, 34, 48), 34)]
    ):
        bank = Mask()
        ridge = [
            (x, floor - 60 * math.sin(x / 310 + depth * 2) - 26 * math.sin(x / 97 + depth))
            for x in range(-40, 1880, 20)
        ]
        bank.polygon([(-40, HEIGHT), *ridge, (1880, HEIGHT)])
        for _ in range(count):
            x = rng.uniform(-20, WIDTH)
            y = floor - 60 * math.sin(x / 310 + depth * 2) - 26 * math.sin(x / 97 + depth) + 8
            size = rng.uniform(20, 62) * (0.6 + depth * 0.55)
            kind = rng.random()
            if kind < 0.45:
                branch(bank, x, y, size * 0.9, math.pi / 2, 4, rng)
            elif kind < 0.8:
                bank.ellipse(x, y, size, size * 0.62)
            else:
                for blade in range(9):
                    bank.stroke(
                        bezier((x, y), (x + (blade - 4) * 4, y - size), (x + (blade - 4) * size * 0.3, y - size * 1.6)),
                        6,
                        1,
                    )
        stone = bank.done(2.2 - depth * 0.5 + (3 if depth == 2 else 0))
        lay(image, colour, stone)
        light(image, (160, 220, 206), rim(stone, 0, 7, 3), 0.36 - depth * 0.08)
        if depth < 2:
            specks = Mask()
            for _ in range(240):
                specks.ellipse(
                    rng.uniform(0, WIDTH), rng.uniform(floor - 80, floor + 190), rng.uniform(2, 9), rng.uniform(1, 5)
                )
            tint = (196, 120, 96) if depth else (150, 160, 130)
            light(image, tint, ImageChops.multiply(specks.done(1.5), stone), 0.45)
        if depth == 1:
            survey_rope(image)
            diver(image, rng)
        haze(image, (52, 128, 144), (0, 0), (0.5, 0), (0.8, 60 - depth * 26), (1, 10))
    motes = Mask()
    for _ in range(260):
        motes.ellipse(rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT), rng.uniform(0.8, 2.6), ink=rng.randint(60, 200))
    light(image, (206, 240, 232), motes.done(0.8), 0.4)
    return finish(image, 141, 0.5)


def branch(mask, x, y, length, angle, depth, rng):
    """A branching coral."""
    tip = (x + math.cos(angle) * length, y - math.sin(angle) * length)
    mask.stroke([(x, y), tip], 4 + depth * 3, 2 + depth * 2.4)
    mask.ellipse(*tip, 2 + depth * 1.3)
    if depth > 1:
        for turn in (-0.5, 0.06, 0.55):
            branch(
                mask, *tip, length * rng.uniform(0.58, 0.78), angle + turn + rng.uniform(-0.16, 0.16), depth - 1, rng
            )


def survey_rope(image):
    line = bezier((-30, 930), (420, 800), (900, 840), (1300, 850), (1840, 770), steps=60)
    rope = Mask().stroke(line, 9, 4)
    for number in range(2, 60, 3):
        rope.ellipse(*line[number], 9 - number * 0.08, 8 - number * 0.08)
    cord = rope.done(0.8)
    shade(image, (10, 40, 56), ImageChops.offset(cord, 6, 16), 0.6)
    lay(image, (232, 216, 158), cord)
    shade(image, (120, 110, 90), rim(cord, 0, -4, 1.5), 0.6)


def diver(image, rng):
    """Level in the water, head towards us on the left, a slate in the hand."""
    x, y = 800, 640
    body = Mask()
    body.stroke(bezier((x - 90, y + 6), (x + 10, y - 16), (x + 150, y + 4)), 58, 66)
    body.ellipse(x - 122, y + 6, 32, 30)
    body.stroke(bezier((x + 140, y), (x + 240, y + 6), (x + 316, y - 30)), 42, 17)
    body.stroke(bezier((x + 140, y + 12), (x + 230, y + 46), (x + 330, y + 44)), 42, 17)
    for fx, fy, lift in ((x + 310, y - 28, -34), (x + 324, y + 44, 12)):
        body.polygon([(fx - 6, fy - 8), (fx + 116, fy + lift - 22), (fx + 126, fy + lift + 16), (fx - 2, fy + 10)])
    body.stroke(bezier((x - 66, y + 18), (x - 76, y + 84), (x - 136, y + 112)), 26, 14)
    body.polygon([(x - 196, y + 98), (x - 134, y + 86), (x - 118, y + 132), (x - 184, y + 146)])
    tank = Mask().box(x - 50, y - 56, x + 118, y - 18, 17).ellipse(x - 54, y - 36, 12, 10)
    figure, bottle = body.done(0.8), tank.done(0.8)
    lay(image, (18, 40, 54), figure)
    light(image, (150, 222, 216), rim(figure, 0, 8, 3), 0.6)
    lay(image, (206, 156, 66), bottle)
    shade(image, (90, 70, 50), rim(bottle, 0, -14, 4), 0.7)
    lay(image, (170, 214, 216), Mask().ellipse(x - 142, y + 2, 15, 12).done(1.2))
    lay(
        image,
        (224, 226, 210),
        Mask().polygon([(x - 192, y + 101), (x - 140, y + 91), (x - 126, y + 128), (x - 182, y + 140)]).done(1),
    )
    bubbles = Mask()
    for _ in range(46):
        rise = rng.random()
        bx, by, r = x - 130 + rng.gauss(0, 10 + 46 * rise), y - 30 - rise * 520, rng.uniform(2.5, 6) + rise * 8
        bubbles.ellipse(bx, by, r).ellipse(bx, by, r * 0.72, ink=60)
    light(image, (226, 250, 244), bubbles.done(0.8), 0.7)


def boatyard():
    """The ribs of a wooden hull on the slip, tall against the evening."""
    rng = random.Random(44)
    width, height = TALL
    Sheet = partial(Mask, size=TALL)
    image = gradient(
        (0, (104, 132, 150)), (0.36, (190, 186, 172)), (0.6, (246, 210, 158)), (0.7, (250, 216, 166)), size=TALL
    )
    clouds = Sheet()
    for _ in range(30):
        clouds.ellipse(
            rng.uniform(-60, width), rng.uniform(60, 620), rng.uniform(100, 300), rng.uniform(4, 15), ink=100
        )
    light(image, (255, 226, 190), clouds.done(12), 0.5)
    glow(image, 900, 900, 800, 620, (255, 220, 160), 0.85)
    sea = Sheet().box(0, 930, width, 1010).done(1)
    lay(image, (150, 158, 152), sea)
    light(image, (255, 226, 176), ripples(4, 932, 120, (10, 60), size=(width, 1010)).crop((0, 0, *TALL)), 0.5)
    sand = Sheet().polygon([(0, 1000), (width, 984), (width, height), (0, height)]).done(2)
    lay(image, gradient((0.66, (226, 196, 150)), (1, (128, 98, 70)), size=TALL), sand)
    image = texture(image, 19, 3, 0.1)

    cast = Sheet().polygon([(180, 1310), (860, 1300), (520, 1460), (-160, 1500), (-160, 1400)]).done(16)
    shade(image, (96, 76, 66), cast, 0.75)
    cx, keel, sheer = 600, 1290, 420

    def section(half, top, foot):
        """The outline of one rib, from the keel to the sheer on both sides."""
        right = bezier(
            (cx, foot),
            (cx + half * 0.9, foot - 6),
            (cx + half * 1.06, foot - (foot - top) * 0.5),
            (cx + half, top),
            steps=30,
        )
        return [(2 * cx - x, y) for x, y in reversed(right)], right

    for number in range(9):
        near = number / 8
        half, top, foot = 190 + 230 * near**0.8, sheer + 170 - 130 * near, keel - 120 + 112 * near
        port, starboard = section(half, top, foot)
        frame = Sheet()
        frame.stroke(port, 13 + 12 * near, 20 + 18 * near).stroke(starboard, 20 + 18 * near, 13 + 12 * near)
        rib = frame.done(1.4 - near)
        lay(image, mix((196, 152, 108), (92, 58, 38), near), rib)
        light(image, (255, 222, 164), rim(rib, -5 - round(4 * near), 3, 2), 0.6)
        if number in (3, 6):
            beam = Sheet().box(cx - half + 8, top + 30, cx + half - 8, top + 44 + 8 * near).done(1)
            lay(image, mix((190, 146, 104), (100, 66, 44), near), beam)
            light(image, (255, 226, 170), rim(beam, 0, 4, 1.5), 0.6)
    stem = Sheet().stroke(bezier((cx, keel + 24), (cx - 4, 900), (cx + 2, 560), (cx + 10, 240)), 58, 26).done(0.8)
    lay(image, (88, 54, 36), stem)
    light(image, (255, 220, 160), rim(stem, -10, 2, 3), 0.75)
    props = Sheet()
    for x, top, foot in ((96, 820, 1330), (1104, 820, 1326), (230, 1040, 1380), (980, 1040, 1376)):
        props.stroke([(x, foot), (cx + (x - cx) * 0.8, top)], 18, 13)
    for y in (1316, 1352):
        props.box(cx - 150, y, cx + 150, y + 26, 3)
    timber = props.done(0.8)
    lay(image, (72, 50, 38), timber)
    light(image, (255, 220, 160), rim(timber, -4, 2, 1.5), 0.5)
    crew = Sheet()
    walker(crew, 1040, 1350, 292, robe=False, stride=0.07)
    walker(crew, 330, 1322, 262, robe=False, stride=0.05)
    men = crew.done(0.8)
    shade(image, (96, 76, 66), Sheet().polygon([(1020, 1350), (1070, 1350), (890, 1424), (770, 1430)]).done(7), 0.6)
    lay(image, (50, 42, 42), men)
    light(image, (255, 220, 160), rim(men, -4, 2, 1.8), 0.65)
    chips = Sheet()
    for _ in range(240):
        x, y = rng.gauss(620, 250), rng.uniform(1340, 1490)
        chips.stroke([(x, y), (x + rng.uniform(-16, 16), y + rng.uniform(-5, 5))], rng.uniform(2, 5), 1.5)
    light(image, (255, 226, 176), fade(chips.done(0.8), 0.8), 0.6)
    return finish(image, 151, 0.42)
