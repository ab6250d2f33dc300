"""The water: a skyline, a dhow, a desalination plant."""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from newsroom.demo.drawings.ink import (
    HEIGHT,
    SIZE,
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
    mirror_in_water,
    mix,
    rim,
    ripples,
    shade,
    towers,
    walker,
)


def skyline_at_dusk():
    """Slim towers across the bay after sunset."""
    rng = random.Random(1961)
    horizon = 760
    image = gradient(
        (0, (34, 54, 82)), (0.3, (92, 104, 124)), (0.5, (196, 148, 122)), (0.62, (238, 178, 120)), (1, (238, 178, 120))
    )
    clouds = Mask()
    for _ in range(46):
        clouds.ellipse(rng.uniform(0, WIDTH), rng.uniform(120, 560), rng.uniform(120, 420), rng.uniform(4, 18), ink=120)
    light(image, (255, 170, 130), clouds.done(16), 0.5)
    glow(image, 1240, horizon, 900, 420, (255, 190, 120), 0.8)

    for depth, (count, low, high, colour) in enumerate(
        [(60, 40, 190, (190, 140, 118)), (48, 50, 300, (122, 98, 102)), (30, 60, 420, (58, 56, 72))]
    ):
        row = Mask()
        boxes = towers(row, rng, horizon, low, high, count, span=(-40 + depth * 60, WIDTH - 40))
        if depth == 2:
            landmark(row, 560, horizon, 560)
            row.polygon(
                bezier((1050, horizon), (1066, 420), (1108, 250)) + bezier((1112, 250), (1130, 430), (1138, horizon))
            )
        mask = row.done(2.2 - depth * 0.7)
        lay(image, colour, mask)
        light(image, (255, 190, 130), rim(mask, -5, 0, 2), 0.4)
        haze(image, (240, 176, 128), (0, 0), (0.45, 0), (horizon / HEIGHT, 110 - depth * 30), (1, 110 - depth * 30))
        if depth:
            lamps = Mask()
            for x0, y0, x1, y1 in boxes:
                for y in range(int(y0) + 12, int(y1) - 10, 13):
                    for x in range(int(x0) + 6, int(x1) - 6, 9):
                        if rng.random() < 0.16:
                            lamps.box(x, y, x + 3, y + 4, ink=rng.randint(110, 255))
            light(image, (255, 214, 140), lamps.done(), 0.8)
            light(image, (255, 190, 110), lamps.done(7), 0.9)
    shore = Mask().polygon([(0, horizon - 14), (WIDTH, horizon - 10), (WIDTH, horizon + 2), (0, horizon + 2)]).done(1)
    lay(image, (40, 42, 54), shore)
    quay = Mask()
    for x in range(20, WIDTH, 58):
        quay.ellipse(x + rng.uniform(-8, 8), horizon - 18, 2.6)
    light(image, (255, 220, 160), quay.done(1), 1)
    light(image, (255, 200, 130), quay.done(9), 1)

    mirror_in_water(image, horizon, 7)
    shade(
        image,
        (104, 116, 142),
        gradient((0, 0), (horizon / HEIGHT, 60), (horizon / HEIGHT + 0.001, 130), (1, 255), mode="L").point(
            lambda v: v if v > 60 else 0
        ),
    )
    light(image, (255, 190, 130), ripples(3, horizon, 260, within=(500, 1800)), 0.2)
    shade(image, (60, 70, 96), ripples(4, horizon, 320), 0.35)
    return finish(image, 21, 0.5)


def landmark(mask, x, base, height):
    """A water tower: a tapering shaft through a globe, ending in a needle."""
    mask.stroke([(x, base), (x, base - height)], 40, 2)
    mask.ellipse(x, base - height * 0.46, height * 0.104, height * 0.1)
    mask.ellipse(x, base - height * 0.72, height * 0.048, height * 0.046)


def dhow_at_dawn():
    """A dhow under sail in the first light."""
    rng = random.Random(1765)
    horizon = 780
    image = gradient(
        (0, (110, 138, 158)),
        (0.32, (186, 186, 178)),
        (0.52, (240, 206, 164)),
        (0.66, (250, 190, 126)),
        (1, (250, 190, 126)),
    )
    clouds = Mask()
    for _ in range(60):
        y = rng.uniform(60, 520)
        clouds.ellipse(rng.uniform(-100, WIDTH), y, rng.uniform(140, 460), 3 + y * 0.02, ink=90)
    light(image, (255, 226, 200), clouds.done(14), 0.6)
    glow(image, 1230, 700, 1000, 620, (255, 196, 120), 0.9)
    glow(image, 1230, 694, 220, 220, (255, 214, 140), 0.8)
    lay(image, (255, 248, 226), Mask().ellipse(1230, 694, 46).done(1.5))

    coast = Mask()
    ridge = [(0, horizon)] + [
        (x, horizon - 10 - 20 * abs(math.sin(x / 170)) - rng.uniform(0, 5)) for x in range(0, 700, 14)
    ]
    coast.polygon([*ridge, (760, horizon)])
    towers(coast, rng, horizon, 20, 70, 26, thin=(10, 26), span=(60, 560))
    lay(image, (196, 158, 132), coast.done(2))
    far = Mask()
    dhow(far, 1560, horizon, 0.19)
    dhow(far, 1420, horizon - 1, 0.12)
    lay(image, (186, 134, 98), far.done(1))
    haze(image, (250, 196, 138), (0, 0), (0.5, 0), (0.65, 90), (1, 90))

    mirror_in_water(image, horizon, 5, swell=10)
    water = Mask().box(0, horizon, WIDTH, HEIGHT).done()
    shade(image, (150, 160, 168), ImageChops.multiply(water, gradient((0, 0), (0.65, 60), (1, 255), mode="L")))
    path = ImageChops.multiply(
        ripples(9, horizon, 620, (16, 90), (1010, 1450)), across((0, 0), (0.56, 0), (0.683, 255), (0.8, 0), (1, 0))
    )
    light(image, (255, 222, 160), path, 0.95)
    light(image, (255, 214, 168), ripples(8, horizon, 240), 0.25)

    # The reflection stands a little darker than the water, broken by the same small waves.
    boat = Mask()
    dhow(boat, 700, 866, 1.0)
    hull = boat.done()
    sail = Mask()
    sails(sail, 700, 866, 1.0)
    canvas = sail.done()
    cloth = ImageChops.multiply(canvas, Image.new("L", SIZE, 150))
    shadow = ImageOps.flip(ImageChops.lighter(hull, cloth).crop((0, 170, WIDTH, 866))).resize((WIDTH, 330))
    below = Mask().done()
    drift = 0.0
    for row in range(330):
        drift = drift * 0.8 + rng.uniform(-1, 1) * (2 + row * 0.03)
        strip = ImageChops.offset(
            shadow.crop((0, row, WIDTH, row + 1)), round(drift + math.sin(row / 7) * row * 0.035), 0
        )
        below.paste(strip, (0, 864 + row))
    below = ImageChops.multiply(
        below.filter(ImageFilter.GaussianBlur(1.6)), gradient((0, 255), (0.72, 240), (1, 30), mode="L")
    )
    shade(image, (74, 62, 62), below, 0.85)
    lay(image, across_colour((116, 84, 66), (214, 160, 112), 430, 1000), canvas)
    light(image, (255, 214, 150), rim(canvas, -10, 0, 4), 0.5)
    seams = Mask()
    for offset in range(-60, 460, 58):
        seams.line(bezier((520 + offset, 250), (560 + offset, 480), (520 + offset, 760)), 2)
    shade(image, (110, 84, 70), ImageChops.multiply(seams.done(1), canvas), 0.35)
    lay(image, (44, 32, 30), hull)
    light(image, (255, 180, 110), rim(hull, -6, 3, 2), 0.55)
    crew = Mask()
    for x, height in ((520, 62), (556, 56), (846, 58)):
        walker(crew, x, 822 - (x == 846) * 4, height, robe=False, stride=0.03)
    lay(image, (40, 30, 30), crew.done())
    light(image, (255, 232, 196), Mask().stroke([(480, 869), (900, 869)], 3, 2).done(1.5), 0.4)
    return finish(image, 31, 0.4)


def across_colour(left, right, start, end):
    """A picture running from one colour to another between two columns."""
    image = Image.new("RGB", SIZE, left)
    ramp = across((0, 0), (start / WIDTH, 0), (end / WIDTH, 255), (1, 255))
    lay(image, right, ramp)
    return image


def dhow(mask, x, water, s):
    """Hull with a high stern and a raking stem, mast and yard (and, far off, the sails)."""
    mask.polygon(
        [
            (x - 262 * s, water - 98 * s),
            (x - 166 * s, water - 92 * s),
            (x - 150 * s, water - 58 * s),
            *bezier((x - 120 * s, water - 56 * s), (x + 60 * s, water - 34 * s), (x + 330 * s, water - 96 * s)),
            *bezier((x + 322 * s, water - 80 * s), (x + 220 * s, water - 6 * s), (x + 180 * s, water + 2 * s)),
            (x - 200 * s, water + 2 * s),
            *bezier((x - 226 * s, water), (x - 246 * s, water - 40 * s), (x - 262 * s, water - 98 * s)),
        ]
    )
    mask.stroke([(x + 40 * s, water - 40 * s), (x + 76 * s, water - 560 * s)], 13 * s, 7 * s)
    mask.stroke(
        bezier((x + 296 * s, water - 150 * s), (x + 90 * s, water - 480 * s), (x - 186 * s, water - 690 * s)),
        10 * s,
        4 * s,
    )
    mask.stroke([(x - 150 * s, water - 60 * s), (x - 156 * s, water - 330 * s)], 9 * s, 5 * s)
    mask.stroke(
        bezier((x - 34 * s, water - 150 * s), (x - 140 * s, water - 300 * s), (x - 292 * s, water - 430 * s)),
        7 * s,
        3 * s,
    )
    mask.line([(x + 76 * s, water - 556 * s), (x + 318 * s, water - 96 * s)], 2 * s)
    mask.line([(x + 76 * s, water - 556 * s), (x - 150 * s, water - 90 * s)], 2 * s)
    if s < 0.5:
        sails(mask, x, water, s)


def sails(mask, x, water, s):
    mask.polygon(
        bezier((x + 290 * s, water - 152 * s), (x + 90 * s, water - 480 * s), (x - 180 * s, water - 686 * s))
        + bezier((x - 180 * s, water - 686 * s), (x - 110 * s, water - 360 * s), (x - 60 * s, water - 120 * s))
        + bezier((x - 60 * s, water - 120 * s), (x + 120 * s, water - 90 * s), (x + 290 * s, water - 152 * s))
    )
    mask.polygon(
        bezier((x - 40 * s, water - 152 * s), (x - 140 * s, water - 300 * s), (x - 288 * s, water - 428 * s))
        + bezier((x - 288 * s, water - 428 * s), (x - 262 * s, water - 260 * s), (x - 236 * s, water - 128 * s))
        + bezier((x - 236 * s, water - 128 * s), (x - 140 * s, water - 112 * s), (x - 40 * s, water - 152 * s))
    )


def pipe(image, near, far, r_near, r_far, colours, rings=9, bands=26):
    """A straight pipe in perspective, shaded round, with flanges."""
    bright, dark = colours
    (x0, y0), (x1, y1) = near, far
    canvas = Image.new("RGB", SIZE, dark)
    pen = ImageDraw.Draw(canvas)
    outline = Mask().polygon([(x0, y0 - r_near), (x1, y1 - r_far), (x1, y1 + r_far), (x0, y0 + r_near)])
    for band in range(bands):
        a, b = -1 + 2 * band / bands, -1 + 2 * (band + 1) / bands
        lit = max(0.0, math.cos((a + 0.45) * 1.75)) ** 1.6
        pen.polygon(
            [(x0, y0 + a * r_near), (x1, y1 + a * r_far), (x1, y1 + b * r_far + 1), (x0, y0 + b * r_near + 1)],
            fill=mix(dark, bright, lit),
        )
    seams = Mask()
    for ring in range(1, rings):
        t = 1 - (1 - ring / rings) ** 2.2
        x, y, r = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, r_near + (r_far - r_near) * t
        outline.box(x - r * 0.12, y - r * 1.16, x + r * 0.12, y + r * 1.16, radius=r * 0.05)
        seams.box(x + r * 0.12, y - r * 1.1, x + r * 0.2, y + r * 1.1)
    mask = outline.done()
    lay(image, canvas.filter(ImageFilter.GaussianBlur(2)), mask)
    shade(image, (90, 84, 84), ImageChops.multiply(seams.done(2), mask), 0.7)


def desalination_plant():
    """Distillation units, stacks and seawater mains in late light."""
    rng = random.Random(76)
    image = gradient((0, (138, 158, 170)), (0.35, (196, 196, 184)), (0.6, (242, 214, 168)), (1, (242, 214, 168)))
    glow(image, 1500, 620, 900, 560, (255, 214, 150), 0.8)
    back = Mask()
    for x, top, width in ((120, 120, 44), (330, 150, 44), (540, 185, 42), (1160, 240, 34), (1290, 262, 32)):
        back.stroke([(x, 720), (x, top)], width * 1.35, width)
    mask = back.done(1.5)
    lay(image, (170, 158, 144), mask)
    bands = Mask()
    for x, top in ((120, 120), (330, 150), (540, 185), (1160, 240), (1290, 262)):
        for stripe in range(3):
            bands.box(x - 34, top + 16 + stripe * 62, x + 34, top + 44 + stripe * 62)
    lay(image, (172, 96, 76), ImageChops.multiply(bands.done(1), mask))
    light(image, (255, 226, 176), rim(mask, -9, 0, 4), 0.5)

    plumes = Mask()
    for x, top in ((120, 120), (330, 150), (540, 185), (1160, 240), (1290, 262)):
        for puff in range(34):
            t = puff / 33
            plumes.ellipse(
                x - t**1.2 * 420 + rng.gauss(0, 10 + 30 * t),
                top - 8 - t * 190 + rng.gauss(0, 6 + 26 * t),
                14 + 72 * t,
                12 + 46 * t,
                ink=round(230 * (1 - t) ** 0.9),
            )
    lay(image, (244, 232, 216), fade(plumes.done(16), 0.62))

    # Long evaporator blocks: a row of ribbed vessels, hazier the further back.
    for depth, (x, y, count, size, colour) in enumerate(
        [(640, 700, 9, 0.62, (176, 162, 146)), (380, 752, 7, 0.92, (136, 126, 116)), (-60, 828, 5, 1.4, (98, 92, 88))]
    ):
        block, ribs, stairs = Mask(), Mask(), Mask()
        for number in range(count):
            left = x + number * 188 * size
            block.box(left, y - 190 * size, left + 172 * size, y + 40, radius=26 * size)
            block.ellipse(left + 86 * size, y - 190 * size, 50 * size, 22 * size)
            for rib in range(1, 6):
                ribs.box(left + rib * 28 * size, y - 186 * size, left + rib * 28 * size + 5 * size, y + 40)
            stairs.line([(left + 10 * size, y), (left + 150 * size, y - 190 * size)], 3 * size)
            stairs.line([(left, y - 214 * size), (left + 188 * size, y - 214 * size)], 3 * size)
            for post in range(0, 188, 31):
                stairs.line([(left + post * size, y - 214 * size), (left + post * size, y - 184 * size)], 2 * size)
        block.box(x, y - 70 * size, x + count * 188 * size, y + 60)
        mask = block.done(1.2 - depth * 0.2)
        lay(image, colour, mask)
        shade(image, (120, 112, 108), ImageChops.multiply(ribs.done(3), mask), 0.6)
        light(image, (255, 220, 164), rim(mask, -round(16 * size), round(10 * size), 6 * size), 0.55)
        lay(image, mix(colour, (30, 30, 34), 0.5), stairs.done())
        haze(image, (244, 218, 176), (0, 0), (0.45, 0), (0.66, 120 - depth * 50), (1, 120 - depth * 50))

    ground = Mask().polygon([(0, 870), (WIDTH, 730), (WIDTH, HEIGHT), (0, HEIGHT)]).done(2)
    lay(image, gradient((0, (214, 186, 146)), (0.62, (206, 178, 138)), (1, (96, 80, 66))), ground)
    cast = Mask().polygon([(0, 1180), (1780, 742), (1800, 760), (1800, 800), (300, 1240), (0, 1240)]).done(16)
    shade(image, (92, 80, 78), cast, 0.7)
    legs = Mask()
    for t in (0.08, 0.3, 0.5, 0.66, 0.79, 0.89):
        x, y, r = -60 + 1860 * t, 1060 - 330 * t, 150 - 136 * t
        legs.box(x - r * 0.16, y - r, x + r * 0.16, y + r * 1.3)
    lay(image, (66, 62, 62), legs.done(1))
    pipe(image, (-60, 806), (1810, 700), 66, 7, ((236, 218, 186), (92, 88, 88)), 11)
    pipe(image, (-60, 920), (1810, 716), 84, 9, ((222, 226, 220), (70, 78, 84)), 10)
    pipe(image, (-60, 1084), (1810, 736), 122, 12, ((206, 222, 222), (40, 66, 76)), 9)
    haze(image, (246, 220, 178), (0, 0), (0.5, 0), (0.62, 70), (0.72, 0), (1, 0))
    crew = Mask()
    for x, feet, height in ((1258, 1010, 214), (1340, 1002, 206)):
        walker(crew, x, feet, height, robe=False, stride=0.06)
        crew.ellipse(x, feet - height * 0.965, height * 0.066, height * 0.05)
        crew.box(x - height * 0.085, feet - height * 0.965, x + height * 0.085, feet - height * 0.945, radius=3)
    figures = crew.done()
    shade(image, (92, 80, 78), Mask().polygon([(1240, 1010), (1350, 1002), (1110, 1062), (980, 1070)]).done(7), 0.6)
    lay(image, (58, 56, 60), figures)
    light(image, (255, 222, 160), rim(figures, -5, 2, 2), 0.6)
    vests = Mask().box(1240, 836, 1276, 896, 8).box(1323, 832, 1357, 890, 8).done(1)
    lay(image, (186, 116, 60), ImageChops.multiply(vests, figures))
    hats = Mask().ellipse(1258, 803, 14, 10).ellipse(1340, 803, 13, 10).done()
    lay(image, (236, 226, 204), hats)
    return finish(image, 61, 0.45)
