"""Close to: a calligrapher's paper, a loom, a glass of tea."""

import itertools
import math
import random
from functools import partial

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from newsroom.demo.drawings.ink import (
    HEIGHT,
    TALL,
    WIDTH,
    Mask,
    across,
    bezier,
    finish,
    glow,
    gradient,
    lay,
    light,
    mix,
    noise,
    rim,
    shade,
    texture,
)


def nib(mask, path, width, angle=-0.62):
    """What a broad reed pen held at one angle leaves along a path."""
    dx, dy = math.cos(angle) * width / 2, -math.sin(angle) * width / 2
    for (x0, y0), (x1, y1) in itertools.pairwise(path):
        mask.polygon([(x0 - dx, y0 - dy), (x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy)])
        mask.line([(x0 - dx, y0 - dy), (x0 + dx, y0 + dy)], 2)


def calligraphers_table():
    """Broad pen strokes drying on burnished paper, the reed pen beside them."""
    image = gradient((0, (226, 208, 172)), (1, (214, 194, 156)))
    image = texture(image, 91, 4, 0.12)
    image = texture(image, 92, 23, 0.12)
    image = texture(image, 93, 140, 0.22)
    rules = Mask()
    for y in (300, 520, 740, 960):
        rules.line([(-20, y + 40), (WIDTH + 20, y - 40)], 1.4)
    shade(image, (150, 120, 100), rules.done(), 0.4)

    ink = Mask()
    nib(
        ink,
        bezier((1560, 330), (1420, 300), (1290, 640), (900, 700), (560, 750), (330, 690), (300, 480), steps=120),
        96,
    )
    nib(ink, bezier((1236, 150), (1250, 320), (1228, 470), (1180, 610), steps=40), 84)
    nib(ink, bezier((1010, 210), (1022, 380), (1000, 520), (960, 660), steps=40), 84)
    nib(ink, bezier((760, 120), (640, 250), (520, 330), (700, 420), (820, 490), (800, 620), (720, 690), steps=60), 84)
    nib(
        ink,
        bezier((1650, 860), (1500, 1010), (1180, 1050), (900, 960), (760, 910), (700, 870), (620, 900), steps=80),
        76,
    )
    for x, y in ((470, 890), (372, 900), (1420, 800)):
        nib(ink, [(x, y), (x + 30, y + 40)], 74, angle=0.72)
    wet = ink.done(1)
    dry = noise(17, 3).point(lambda value: 255 - max(0, value - 150) // 2)
    lay(image, (34, 26, 26), ImageChops.multiply(wet, dry))
    light(image, (150, 130, 120), ImageChops.multiply(rim(wet, 9, 9, 5), wet), 0.28)
    thick = noise(23, 60).point(lambda value: max(0, value - 100))
    light(image, (110, 74, 50), ImageChops.multiply(wet, thick), 0.6)

    # Out of focus towards the far edge, as a lens close to the table would have it.
    soft = image.filter(ImageFilter.GaussianBlur(9))
    lay(image, soft, gradient((0, 255), (0.28, 60), (0.4, 0), (0.8, 0), (1, 170), mode="L"))

    well_shadow = Mask().ellipse(1690, 236, 190, 90).done(28)
    shade(image, (84, 66, 56), well_shadow, 0.8)
    well = Mask().ellipse(1640, 170, 150, 130).done(8)
    lay(image, (62, 92, 98), well)
    light(image, (190, 214, 210), rim(well, 30, 24, 16), 0.6)
    lay(image, (28, 24, 26), Mask().ellipse(1640, 150, 98, 74).done(8))
    light(image, (210, 200, 190), Mask().ellipse(1606, 126, 34, 12).done(8), 0.5)

    shadow = Mask().polygon([(690, 936), (1270, 1300), (1190, 1310), (684, 958)]).done(14)
    shade(image, (80, 62, 54), shadow, 0.75)
    reed = [(640, 888), (712, 892), (1420, 1240), (1360, 1310), (700, 936)]
    body = Mask().polygon(reed).done(1.2)
    lay(image, (150, 96, 50), body)
    light(
        image,
        (255, 226, 170),
        ImageChops.multiply(body, Mask().stroke([(690, 904), (1400, 1262)], 10, 26).done(6)),
        0.75,
    )
    shade(image, (90, 58, 40), rim(body, 6, -20, 8), 0.8)
    lay(image, (40, 28, 24), Mask().polygon([(624, 880), (668, 886), (716, 914), (700, 930), (650, 908)]).done(1.4))
    knots = Mask().stroke([(952, 1012), (930, 1062)], 8, 8).stroke([(1172, 1118), (1140, 1184)], 9, 9).done(2)
    shade(image, (96, 62, 42), ImageChops.multiply(knots, body), 0.8)

    glow(image, 420, 120, 1250, 900, (255, 240, 206), 0.5)
    shade(image, (96, 76, 70), across((0, 0), (0.55, 0), (1, 170)), 0.7)
    bars = Mask()
    for x in (-150, 330, 820):
        bars.polygon([(x, 0), (x + 90, 0), (x + 620, HEIGHT), (x + 490, HEIGHT)])
    shade(image, (120, 98, 84), bars.done(26), 0.34)
    return finish(image, 81, 0.55)


def sadu_cloth(width, height, woven):
    """Warp threads from the top, patterned cloth below the line `woven`: seen flat."""
    rng = random.Random(6)
    red, black, white, orange = (140, 34, 32), (34, 26, 26), (232, 220, 196), (206, 112, 42)
    cloth = Image.new("RGB", (width, height), (58, 40, 32))
    pen = ImageDraw.Draw(cloth)
    stripes = [(0, 70, red), (70, 96, black), (96, 122, white), (122, 190, red), (190, 214, black)]
    stripes += [(214, 236, orange), (236, 364, black), (364, 386, orange), (386, 410, black)]
    stripes += [(410, 478, red), (478, 504, white), (504, 530, black), (530, 600, red)]
    for left, right, colour in stripes:
        a, b = left / 600 * width, right / 600 * width
        pen.rectangle([a, woven, b, height], fill=colour)
        x = a
        while x < b:
            shade_of = mix(colour, (0, 0, 0), rng.uniform(0, 0.32))
            pen.line([x + rng.uniform(-1, 1), 0, x, woven], fill=mix(shade_of, (255, 226, 190), 0.08), width=4)
            x += 7
    # The pattern: triangles in the red bands, a ladder of diamonds in the black middle, teeth along the edges.
    step = width / 21
    for row in range(int((height - woven) / step) + 1):
        y = woven + row * step
        for centre in (0.26, 0.74):
            x = centre * width
            pen.polygon(
                [(x - step * 1.1, y + step), (x, y), (x + step * 1.1, y + step)], fill=white if row % 2 else orange
            )
        for edge in (0.058, 0.942):
            x = edge * width
            pen.polygon(
                [(x - step * 0.9, y), (x + step * 0.9, y), (x, y + step * 0.9)], fill=black if row % 3 else white
            )
        middle, beat = width / 2, row % 8
        reach = (beat if beat < 4 else 8 - beat) * step * 0.62
        for side in (-1, 1):
            pen.polygon(
                [
                    (middle + side * reach, y - 2),
                    (middle + side * (reach + step * 0.7), y + step / 2),
                    (middle + side * reach, y + step + 2),
                    (middle + side * max(reach - step * 0.7, 0), y + step / 2),
                ],
                fill=white,
            )
        if beat == 4:
            pen.polygon(
                [
                    (middle - step * 0.6, y),
                    (middle, y - step * 0.6),
                    (middle + step * 0.6, y),
                    (middle, y + step * 0.6),
                ],
                fill=orange,
            )
    for y in range(int(woven), height, 9):
        pen.line([0, y, width, y], fill=(24, 16, 16), width=1)
    return cloth


def hands_at_the_loom():
    """Two hands beat the weft into a band of sadu with a gazelle's horn."""
    Sheet = partial(Mask, size=TALL)
    image = gradient((0, (92, 72, 56)), (0.4, (150, 118, 88)), (1, (70, 52, 42)), size=TALL)
    image = texture(image, 61, 9, 0.3)
    weave = sadu_cloth(1000, 1500, 690)
    # Narrower towards the far end, where the warp runs to its peg.
    top, bottom = (430, 770), (110, 1090)
    into = perspective(
        [(top[0], 0), (top[1], 0), (bottom[1], 1500), (bottom[0], 1500)], [(0, 0), (1000, 0), (1000, 1500), (0, 1500)]
    )
    flat = weave.transform(TALL, Image.Transform.PERSPECTIVE, into, Image.Resampling.BICUBIC)
    band = Sheet().polygon([(top[0], 0), (top[1], 0), (bottom[1], 1500), (bottom[0], 1500)]).done()
    shade(image, (60, 46, 42), ImageChops.offset(band, 34, 10).filter(ImageFilter.GaussianBlur(20)), 0.8)
    lay(image, flat, band)
    heddle = Sheet().stroke([(240, 330), (980, 300)], 42, 42).done(1)
    shade(image, (40, 30, 28), ImageChops.offset(heddle, 10, 44).filter(ImageFilter.GaussianBlur(12)), 0.75)
    lay(image, (146, 96, 56), heddle)
    light(image, (255, 222, 168), rim(heddle, 0, 14, 4), 0.6)
    string = Sheet()
    for k in range(64):
        x = 384 + k * 7
        string.line([(x, 320), (x + 3, 352)], 2.4)
    lay(image, (226, 212, 184), string.done(0.6))

    horn = Sheet().stroke(bezier((470, 716), (600, 640), (760, 660), (910, 560)), 34, 9).done(1)
    shade(image, (40, 28, 26), ImageChops.offset(horn, 8, 24).filter(ImageFilter.GaussianBlur(10)), 0.8)
    lay(image, (60, 46, 40), horn)
    light(image, (255, 226, 184), rim(horn, 2, 9, 3), 0.65)
    hand(image, Sheet, [(-80, 1010), (140, 900), (300, 800)], (372, 748), 0.18, 1)
    hand(image, Sheet, [(1290, 980), (1110, 850), (960, 750)], (884, 690), math.pi - 0.1, -1)
    shade(image, (60, 46, 44), across((0, 0), (0.6, 0), (1, 190), size=TALL), 0.7)
    glow(image, 200, 160, 1000, 1000, (255, 226, 176), 0.5)
    soft = image.filter(ImageFilter.GaussianBlur(7))
    lay(image, soft, gradient((0, 255), (0.2, 40), (0.3, 0), (0.78, 0), (1, 200), mode="L", size=TALL))
    return finish(image, 201, 0.5)


def perspective(place, source):
    """The eight coefficients that bring the corners `source` of a flat picture to `place`, by elimination."""
    rows = []
    for (x, y), (u, v) in zip(place, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for i in range(8):
        pivot = max(range(i, 8), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for r in range(8):
            if r != i:
                rows[r] = [value - rows[r][i] * lead for value, lead in zip(rows[r], rows[i], strict=True)]
    return [row[8] for row in rows]


def hand(image, Sheet, arm, knuckles, heading, side):
    """A forearm in a dark sleeve and a hand whose fingers close over the work; `side` 1 for the left hand."""
    kx, ky = knuckles
    sleeve = Sheet().stroke(bezier(*arm), 250, 150).done(1)
    wrist = arm[-1]
    skin = Sheet().stroke([wrist, (kx - 20 * side, ky + 6)], 104, 112)
    skin.ellipse(kx - 18 * side, ky + 4, 62, 56)
    lines = Sheet()
    for finger, (spread, length) in enumerate([(-0.62, 118), (-0.26, 138), (0.1, 134), (0.46, 108)]):
        angle = heading + spread * side
        base = (
            kx + math.cos(heading + math.pi / 2 * side) * (finger - 1.5) * 27,
            ky + math.sin(heading + math.pi / 2 * side) * (finger - 1.5) * 27 * side,
        )
        middle = (base[0] + math.cos(angle) * length * 0.62, base[1] + math.sin(angle) * length * 0.5 - 10)
        tip = (base[0] + math.cos(angle) * length * 0.86, base[1] + math.sin(angle) * length * 0.8 + 26)
        path = bezier(base, middle, tip, steps=14)
        skin.stroke(path, 40, 26).ellipse(*tip, 13.5)
        lines.line([(x, y + 19) for x, y in path], 3)
    thumb = bezier((kx - 40 * side, ky + 40), (kx + 20 * side, ky + 88), (kx + 78 * side, ky + 70), steps=14)
    skin.stroke(thumb, 46, 28).ellipse(*thumb[-1], 14)
    figure = skin.done(0.8)
    for mask in (sleeve, figure):
        shade(image, (34, 24, 24), ImageChops.offset(mask, 14, 30).filter(ImageFilter.GaussianBlur(14)), 0.7)
    lay(image, (168, 116, 84), figure)
    shade(image, (122, 78, 62), ImageChops.multiply(lines.done(2.5), figure), 0.6)
    shade(image, (130, 86, 70), rim(figure, -8, -14, 9), 0.7)
    light(image, (255, 214, 170), rim(figure, 6, 9, 6), 0.5)
    lay(image, (32, 32, 42), sleeve)
    light(image, (255, 220, 180), rim(sleeve, 8, 12, 8), 0.35)


def glass_of_tea():
    """Tea in a waisted glass on a brass tray, steam against a dark room."""
    rng = random.Random(5)
    width, _height = TALL
    Sheet = partial(Mask, size=TALL)
    image = gradient((0, (38, 30, 30)), (0.5, (74, 52, 42)), (0.68, (96, 66, 48)), (1, (44, 30, 26)), size=TALL)
    for _ in range(26):
        x, y, r = rng.uniform(0, width), rng.uniform(20, 760), rng.uniform(24, 80)
        light(
            image,
            rng.choice([(255, 190, 110), (255, 150, 90), (190, 170, 130)]),
            Sheet().ellipse(x, y, r).done(3),
            rng.uniform(0.06, 0.3),
        )
    kettle = Sheet().ellipse(960, 800, 230, 210).box(880, 560, 1040, 620, 20).ellipse(960, 560, 30)
    kettle.stroke(bezier((760, 860), (640, 800), (660, 640), (590, 600)), 70, 26)
    kettle.stroke(bezier((1120, 660), (1330, 640), (1300, 960), (1120, 930)), 30, 30)
    pot = kettle.done(9)
    lay(image, (66, 52, 46), pot)
    light(image, (255, 214, 160), rim(pot, 26, 14, 14), 0.65)
    tray = Sheet().ellipse(590, 1270, 720, 250).done(2)
    lay(image, gradient((0.66, (150, 106, 54)), (0.84, (186, 136, 70)), (1, (96, 62, 34)), size=TALL), tray)
    rings = Sheet()
    for k in range(5):
        rings.ellipse(590, 1270, 690 - k * 50, 236 - k * 17).ellipse(590, 1270, 686 - k * 50, 233 - k * 17, ink=0)
    dots = Sheet()
    for k in range(90):
        angle = k * math.tau / 90
        dots.ellipse(590 + math.cos(angle) * 640, 1270 + math.sin(angle) * 219, 7, 4)
    shade(image, (90, 60, 40), dots.done(1), 0.6)
    light(image, (255, 226, 160), rim(tray, 10, 14, 6), 0.6)
    light(image, (255, 232, 180), ImageChops.multiply(Sheet().ellipse(280, 1180, 300, 70).done(36), tray), 0.65)

    cx, rim_y, foot = 540, 700, 1230
    shade(image, (50, 32, 26), Sheet().ellipse(cx + 90, foot + 40, 330, 92).done(22), 0.85)
    light(image, (255, 140, 50), Sheet().ellipse(cx + 190, foot + 52, 190, 40).done(26), 0.5)
    saucer = Sheet().ellipse(cx, foot + 14, 276, 82).done(1)
    lay(image, (226, 216, 200), saucer)
    shade(image, (150, 120, 100), Sheet().ellipse(cx + 8, foot + 16, 190, 52).done(10), 0.7)
    light(image, (255, 246, 226), rim(saucer, 6, 8, 3), 0.8)
    gold = Sheet().ellipse(cx, foot + 14, 268, 78).ellipse(cx, foot + 14, 260, 75, ink=0).done(0.8)
    lay(image, (186, 136, 60), gold)

    def outline(top, inset=0):
        right = bezier(
            (cx + 168 - inset, top),
            (cx + 150 - inset, 900),
            (cx + 66 - inset, 930),
            (cx + 142 - inset, 1110),
            (cx + 176 - inset, 1210),
            (cx + 96 - inset, foot),
            steps=40,
        )
        return [(2 * cx - x, y) for x, y in reversed(right)] + right

    glass = Sheet().polygon(outline(rim_y)).ellipse(cx, rim_y, 168, 34).ellipse(cx, foot, 96, 20).done(0.8)
    light(image, (150, 140, 128), glass, 0.3)
    tea = Sheet().polygon(outline(800, 12)).ellipse(cx, 800, 152, 30).done(0.8)
    lay(
        image,
        gradient((0.5, (206, 96, 26)), (0.62, (168, 60, 16)), (0.74, (196, 84, 22)), (0.84, (112, 34, 12)), size=TALL),
        tea,
    )
    light(image, (255, 190, 84), ImageChops.multiply(Sheet().ellipse(cx + 70, 1080, 90, 120).done(34), tea), 0.8)
    light(image, (255, 170, 70), ImageChops.multiply(Sheet().ellipse(cx + 60, 850, 60, 70).done(26), tea), 0.6)
    shade(image, (90, 40, 24), rim(tea, -26, 0, 14), 0.7)
    lay(image, (214, 112, 40), Sheet().ellipse(cx, 800, 152, 30).done(1))
    light(image, (255, 206, 130), Sheet().ellipse(cx, 800, 152, 30).ellipse(cx, 804, 146, 27, ink=0).done(1), 0.8)
    light(
        image, (255, 250, 240), Sheet().ellipse(cx, rim_y, 168, 34).ellipse(cx, rim_y + 2, 162, 30, ink=0).done(1), 0.75
    )
    for offset, start, end, power in ((-132, 740, 880, 0.75), (-92, 1010, 1170, 0.8), (128, 750, 840, 0.4)):
        light(
            image,
            (255, 248, 232),
            ImageChops.multiply(
                Sheet()
                .stroke(
                    bezier((cx + offset, start), (cx + offset * 0.86, (start + end) / 2), (cx + offset * 0.96, end)),
                    22,
                    8,
                )
                .done(4),
                glass,
            ),
            power,
        )
    light(image, (255, 244, 224), rim(glass, 4, 2, 2), 0.6)
    light(image, (255, 244, 224), rim(glass, -4, 2, 2), 0.4)
    spoon = Sheet().stroke([(730, 1226), (1010, 1152)], 15, 11).ellipse(724, 1230, 54, 20).done(1)
    shade(image, (60, 40, 30), ImageChops.offset(spoon, 4, 16).filter(ImageFilter.GaussianBlur(6)), 0.8)
    lay(image, (176, 166, 150), spoon)
    light(image, (255, 248, 230), rim(spoon, 1, 5, 2), 0.9)
    for x, y in ((180, 1250), (262, 1292), (214, 1200)):
        lump = (
            Sheet()
            .polygon([(x - 44, y - 16), (x, y - 34), (x + 46, y - 16), (x + 42, y + 34), (x, y + 54), (x - 42, y + 34)])
            .done(1)
        )
        shade(image, (80, 54, 36), ImageChops.offset(lump, 18, 20).filter(ImageFilter.GaussianBlur(8)), 0.7)
        lay(image, (236, 226, 208), lump)
        shade(
            image,
            (176, 150, 126),
            Sheet().polygon([(x, y + 4), (x + 46, y - 16), (x + 42, y + 34), (x, y + 54)]).done(1),
            0.7,
        )
    steam = Sheet()
    for strand in range(5):
        x = cx - 90 + strand * 44
        bend = rng.uniform(60, 140) * (-1 if strand % 2 else 1)
        steam.stroke(bezier((x, 770), (x + bend, 620), (x - bend, 420), (x + bend * 0.8, 180)), 14, 70, ink=150)
    light(
        image,
        (255, 240, 220),
        ImageChops.multiply(steam.done(24), gradient((0, 0), (0.2, 110), (0.5, 255), mode="L", size=TALL)),
        0.42,
    )
    return finish(image, 211, 0.55)
