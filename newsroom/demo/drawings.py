"""Pictures of the demo newspaper, drawn with Pillow alone and the same on every machine."""

import itertools
import math
import random
from functools import partial

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

WIDTH, HEIGHT = SIZE = (1800, 1200)
OVERSAMPLE = 2


# Geometry


def mix(a, b, t):
    """The colour (or point) a share t of the way from a to b."""
    return tuple(round(x + (y - x) * t) for x, y in zip(a, b, strict=True))


def bezier(*points, steps=24):
    """Points along a Bézier curve of any degree."""
    line = []
    for step in range(steps + 1):
        t, hull = step / steps, list(points)
        while len(hull) > 1:
            hull = [(p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t) for p, q in itertools.pairwise(hull)]
        line.append(hull[0])
    return line


def ribbon(path, start, end):
    """The outline of a stroke along path whose width runs from start to end."""
    left, right = [], []
    for i, (x, y) in enumerate(path):
        before, after = path[max(i - 1, 0)], path[min(i + 1, len(path) - 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1
        half = (start + (end - start) * i / max(len(path) - 1, 1)) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return left + right[::-1]


class Mask:
    """A greyscale stencil drawn at twice the size, so that its edges come out smooth."""

    def __init__(self, ink=0):
        self.image = Image.new("L", (WIDTH * OVERSAMPLE, HEIGHT * OVERSAMPLE), ink)
        self.pen = ImageDraw.Draw(self.image)

    def polygon(self, points, ink=255):
        self.pen.polygon([(x * OVERSAMPLE, y * OVERSAMPLE) for x, y in points], fill=ink)
        return self

    def box(self, x0, y0, x1, y1, radius=0, ink=255):
        corners = [value * OVERSAMPLE for value in (x0, y0, x1, y1)]
        if radius:
            self.pen.rounded_rectangle(corners, radius * OVERSAMPLE, fill=ink)
        else:
            self.pen.rectangle(corners, fill=ink)
        return self

    def ellipse(self, x, y, rx, ry=None, ink=255):
        ry = rx if ry is None else ry
        self.pen.ellipse([value * OVERSAMPLE for value in (x - rx, y - ry, x + rx, y + ry)], fill=ink)
        return self

    def line(self, points, width, ink=255):
        scaled = [(x * OVERSAMPLE, y * OVERSAMPLE) for x, y in points]
        self.pen.line(scaled, fill=ink, width=max(1, round(width * OVERSAMPLE)), joint="curve")
        return self

    def stroke(self, path, start, end, ink=255):
        return self.polygon(ribbon(path, start, end), ink)

    def done(self, blur=0):
        small = self.image.reduce(OVERSAMPLE)
        return small.filter(ImageFilter.GaussianBlur(blur)) if blur else small


# Light and surface


def gradient(*stops, mode="RGB"):
    """Top to bottom through (share of the height, colour)."""
    column = Image.new(mode, (1, HEIGHT))
    pixels = column.load()
    for y in range(HEIGHT):
        share = y / (HEIGHT - 1)
        for (a, first), (b, second) in itertools.pairwise(stops):
            if share <= b or b == stops[-1][0]:
                t = min(max((share - a) / ((b - a) or 1), 0), 1)
                pixels[0, y] = (
                    mix(first, second, t) if isinstance(first, tuple) else round(first + (second - first) * t)
                )
                break
    return column.resize(SIZE)


def across(*stops):
    """Left to right through (share of the width, strength 0-255)."""
    return gradient(*stops, mode="L").resize((HEIGHT, WIDTH)).rotate(90, expand=True).resize(SIZE)


def lay(image, fill, mask):
    """Opaque paint (a colour or another picture) through a stencil."""
    image.paste(fill, (0, 0, *SIZE), mask)


def fade(mask, strength):
    return mask.point(lambda value: round(value * strength))


def light(image, colour, mask, strength=1.0):
    """Add light of one colour through a stencil."""
    lit = ImageChops.screen(image, Image.new("RGB", SIZE, colour))
    image.paste(lit, (0, 0), fade(mask, strength))


def shade(image, colour, mask, strength=1.0):
    """Multiply by a colour through a stencil."""
    dark = ImageChops.multiply(image, Image.new("RGB", SIZE, colour))
    image.paste(dark, (0, 0), fade(mask, strength))


def pool(x, y, rx, ry):
    """The stencil of a soft round of light."""
    disc = ImageOps.invert(Image.radial_gradient("L")).point(lambda value: round(255 * (value / 255) ** 2))
    stencil = Image.new("L", SIZE)
    stencil.paste(disc.resize((round(rx * 2), round(ry * 2))), (round(x - rx), round(y - ry)))
    return stencil


def glow(image, x, y, rx, ry, colour, strength=1.0):
    """A soft round of light."""
    light(image, colour, pool(x, y, rx, ry), strength)


def haze(image, colour, *stops):
    """Air between us and the distance: a colour whose strength (0-255) runs with the height."""
    lay(image, colour, gradient(*stops, mode="L"))


def rim(mask, dx, dy, blur=1.5):
    """The edge of a shape that a light from the other side would catch."""
    return ImageChops.subtract(mask, ImageChops.offset(mask, dx, dy)).filter(ImageFilter.GaussianBlur(blur))


def noise(seed, cell=1, size=SIZE):
    """Grey noise in grains of the given size, the same for the same seed."""
    width, height = size[0] // cell + 2, size[1] // cell + 2
    speckle = Image.frombytes("L", (width, height), random.Random(seed).randbytes(width * height))
    return speckle.resize((width * cell, height * cell), Image.Resampling.BICUBIC).crop((0, 0, *size))


def texture(image, seed, cell=1, amount=0.2):
    """Uneven tone, as paper, plaster and film have it."""
    speckle = noise(seed, cell).point(lambda value: round(128 + (value - 128) * amount))
    return ImageChops.soft_light(image, Image.merge("RGB", (speckle,) * 3))


def vignette(image, strength=0.45):
    ring = Image.radial_gradient("L").resize((int(WIDTH * 1.25), int(HEIGHT * 1.25)))
    left, top = (ring.width - WIDTH) // 2, (ring.height - HEIGHT) // 2
    ring = ring.crop((left, top, left + WIDTH, top + HEIGHT)).point(lambda value: round(255 * (value / 255) ** 2.2))
    shade(image, (30, 26, 30), ring, strength)


def finish(image, seed, dark=0.45, amount=0.15):
    """What a lens and a film add: falling corners, a little softness, grain."""
    vignette(image, dark)
    image = image.filter(ImageFilter.GaussianBlur(0.7))
    image = texture(image, seed + 1, 3, amount * 0.4)
    return texture(image, seed, 1, amount)


def smear(image, length):
    """Sideways motion blur."""
    return image.resize((max(WIDTH // length, 2), HEIGHT), Image.Resampling.BOX).resize(SIZE, Image.Resampling.BICUBIC)


def mirror_in_water(image, horizon, seed, swell=14):
    """Everything above the horizon again below it, broken by small waves."""
    depth = HEIGHT - horizon
    source = image.crop((0, max(horizon - depth, 0), WIDTH, horizon)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    source = source.resize((WIDTH, depth)).filter(ImageFilter.GaussianBlur(2))
    rng, drift = random.Random(seed), 0.0
    for row in range(depth):
        near = row / depth
        drift = drift * 0.86 + rng.uniform(-1, 1) * swell * (0.15 + near)
        wave = math.sin(row / (3 + near * 16)) * swell * near
        strip = ImageChops.offset(source.crop((0, row, WIDTH, row + 1)), round(drift * 0.5 + wave), 0)
        image.paste(strip, (0, horizon + row))


def ripples(seed, top, count, width=(20, 160), within=(0, WIDTH)):
    """Short flat strokes of light on water, longer and further apart towards us."""
    rng, mask = random.Random(seed), Mask()
    for _ in range(count):
        near = rng.random() ** 1.7
        y = top + 4 + near * (HEIGHT - top)
        x = rng.uniform(*within)
        half = rng.uniform(*width) * (0.25 + near)
        mask.ellipse(x, y, half, 0.8 + near * 3.2, ink=rng.randint(90, 255))
    return mask.done()


# Things that stand in more than one picture


def palm(mask, x, base, height, rng, lean=0.0, reach=0.42, fronds=26):
    """A date palm: a slightly leaning trunk and arching, feathered fronds."""
    crown = (x + lean * height, base - height)
    trunk = bezier((x, base), (x + lean * height * 0.2, base - height * 0.5), crown)
    mask.stroke(trunk, height * 0.05, height * 0.034)
    for i in range(2, len(trunk)):
        ring = [(trunk[i][0] - height * 0.022, trunk[i][1]), (trunk[i][0] + height * 0.022, trunk[i][1])]
        mask.stroke(ring, height * 0.012, height * 0.012)
    mask.ellipse(crown[0], crown[1] + height * 0.02, height * 0.04, height * 0.05)
    length = height * reach
    for number in range(fronds):
        angle = math.pi * (-0.16 + 1.32 * number / (fronds - 1)) + rng.uniform(-0.09, 0.09)
        long = length * rng.uniform(0.8, 1.08)
        tip = (crown[0] + math.cos(angle) * long, crown[1] - math.sin(angle) * long * 0.8 + long * 0.3)
        bend = (crown[0] + math.cos(angle) * long * 0.55, crown[1] - math.sin(angle) * long * 0.85 - long * 0.1)
        spine = bezier(crown, bend, tip, steps=26)
        mask.stroke(spine, height * 0.012, 1)
        for i in range(3, len(spine) - 1):
            (px, py), (qx, qy) = spine[i], spine[i + 1]
            heading = math.atan2(qy - py, qx - px)
            leaf = long * 0.2 * math.sin(math.pi * (0.12 + 0.84 * i / len(spine))) * rng.uniform(0.8, 1.15)
            for side in (-0.75, 0.75):
                end = (px + math.cos(heading + side) * leaf, py + math.sin(heading + side) * leaf + leaf * 0.18)
                mask.stroke([(px, py), end], height * 0.008, 0.6)


def walker(mask, x, feet, height, robe=True, stride=0.1, bag=False):
    """A person on foot, seen from far enough to be nobody."""
    u = height
    mask.ellipse(x, feet - u * 0.925, u * 0.052, u * 0.068)
    mask.polygon([(x - u * 0.03, feet - u * 0.88), (x + u * 0.03, feet - u * 0.88), (x, feet - u * 0.8)])
    if robe:
        mask.polygon(
            [
                *bezier(
                    (x - u * 0.045, feet - u * 0.86), (x - u * 0.13, feet - u * 0.84), (x - u * 0.12, feet - u * 0.55)
                ),
                (x - u * (0.1 + stride), feet - u * 0.02),
                (x + u * (0.08 + stride * 0.6), feet - u * 0.02),
                *bezier(
                    (x + u * 0.12, feet - u * 0.55), (x + u * 0.13, feet - u * 0.84), (x + u * 0.045, feet - u * 0.86)
                ),
            ]
        )
        mask.polygon(
            [
                (x - u * 0.06, feet - u * 0.96),
                (x + u * 0.06, feet - u * 0.96),
                (x + u * 0.095, feet - u * 0.78),
                (x - u * 0.095, feet - u * 0.78),
            ]
        )
    else:
        mask.box(x - u * 0.1, feet - u * 0.85, x + u * 0.1, feet - u * 0.45, radius=u * 0.05)
        for foot in (-stride, stride):
            mask.stroke([(x + foot * u * 0.2, feet - u * 0.5), (x + foot * u, feet)], u * 0.1, u * 0.055)
        for hand in (-1, 1):
            mask.stroke(
                bezier(
                    (x + hand * u * 0.09, feet - u * 0.82),
                    (x + hand * u * 0.15, feet - u * 0.62),
                    (x + hand * u * 0.12 - stride * u * 0.3, feet - u * 0.44),
                ),
                u * 0.055,
                u * 0.035,
            )
    if bag:
        mask.box(x - u * 0.19, feet - u * 0.8, x - u * 0.05, feet - u * 0.52, radius=u * 0.04)


def towers(mask, rng, base, low, high, count, thin=(26, 70), span=(0, WIDTH)):
    """A row of city blocks, a few of them slim and tall; returns their boxes."""
    boxes = []
    for _ in range(count):
        width = rng.uniform(*thin)
        x = rng.uniform(*span)
        height = low + (high - low) * rng.random() ** 2.4
        mask.box(x, base - height, x + width, base)
        if rng.random() < 0.35:
            mask.box(x + width * 0.2, base - height * 1.06, x + width * 0.8, base - height)
        if height > (low + high) * 0.5:
            mask.stroke([(x + width / 2, base - height), (x + width / 2, base - height * 1.16)], 4, 1)
        boxes.append((x, base - height, x + width, base))
    return boxes


# The pictures


def training_hall(seed=1991, mirrored=False):
    """Thirty officers seen from the back, a speaker at a lectern, daylight from one side."""
    rng = random.Random(seed)
    image = gradient((0, (134, 122, 106)), (0.55, (158, 142, 122)), (1, (74, 66, 58)))

    ceiling = Mask().polygon([(0, -20), (WIDTH, -20), (1400, 190), (400, 190)]).done()
    lay(image, gradient((0, (66, 60, 54)), (0.16, (112, 103, 91)), (1, (112, 103, 91))), ceiling)
    panels = Mask()
    for near, far in ((0.06, 0.3), (0.42, 0.62), (0.72, 0.88)):
        for left, right in ((0.16, 0.32), (0.68, 0.84)):
            corners = []
            for depth, share in ((near, left), (near, right), (far, right), (far, left)):
                edge = 400 * depth
                corners.append((edge + (WIDTH - 2 * edge) * share, -20 + 210 * depth))
            panels.polygon(corners)
    light(image, (255, 240, 210), panels.done(1.5), 0.75)
    light(image, (255, 236, 200), panels.done(40), 0.5)

    side = Mask().polygon([(0, -20), (400, 190), (400, 800), (0, 1100)]).done()
    lay(image, gradient((0, (110, 101, 90)), (1, (76, 68, 60))), side)
    dim = Mask().polygon([(WIDTH, -20), (1400, 190), (1400, 800), (WIDTH, 1100)]).done()
    lay(image, gradient((0, (132, 114, 94)), (0.8, (98, 82, 66)), (1, (60, 50, 44))), dim)
    batten = Mask()
    for share in (0.16, 0.36, 0.53, 0.68, 0.81, 0.92):
        x = WIDTH - 400 * share
        batten.line([(x, -20 + 210 * share), (x, 1100 - 300 * share)], 3)
    shade(image, (120, 110, 104), batten.done(1), 0.6)

    panes, bars = Mask(), Mask()
    for x0, x1 in ((18, 148), (196, 284), (322, 378)):
        top, bottom = (lambda x: 110 + x * 0.36), (lambda x: 800 - x * 0.34)
        panes.polygon([(x0, top(x0)), (x1, top(x1)), (x1, bottom(x1)), (x0, bottom(x0))])
        middle = (x0 + x1) / 2
        bars.line([(middle, top(middle)), (middle, bottom(middle))], 4)
        for share in (0.33, 0.66):
            left, right = top(x0) + (bottom(x0) - top(x0)) * share, top(x1) + (bottom(x1) - top(x1)) * share
            bars.line([(x0, left), (x1, right)], 4)
    lay(image, gradient((0, (250, 246, 232)), (0.5, (246, 240, 222)), (0.8, (222, 214, 194))), panes.done(1.2))
    lay(image, (150, 140, 124), bars.done())

    plinth = Mask().box(400, 730, 1400, 800).done()
    lay(image, (70, 60, 51), plinth)

    frame = Mask().box(552, 246, 1172, 634).done()
    lay(image, (40, 37, 35), frame)
    screen = Mask().box(562, 256, 1162, 624).done()
    lay(image, gradient((0.2, (232, 238, 238)), (0.52, (206, 218, 222))), screen)
    slide = Mask()
    nodes = [(680, 470), (770, 390), (790, 530), (890, 450), (960, 540), (990, 395), (1070, 470)]
    for a, b in ((0, 1), (0, 2), (1, 3), (2, 3), (3, 5), (3, 4), (4, 6), (5, 6)):
        slide.line([nodes[a], nodes[b]], 3, ink=170)
    for (x, y), size in zip(nodes, (15, 11, 11, 23, 11, 14, 11), strict=True):
        slide.ellipse(x, y, size)
    lay(image, (62, 104, 118), slide.done(1))
    heading = Mask().box(610, 292, 905, 312, 4).box(610, 330, 800, 342, 4, ink=150).done(1.2)
    lay(image, (70, 92, 102), heading)
    marked = Mask().ellipse(890, 450, 23).done(1)
    lay(image, (166, 58, 46), marked)
    light(image, (170, 190, 196), Mask().box(530, 226, 1194, 656).done(70), 0.5)

    speaker = Mask()
    speaker.polygon(
        [
            *bezier((1262, 566), (1214, 574), (1210, 640)),
            (1206, 760),
            (1350, 760),
            *bezier((1346, 640), (1342, 574), (1294, 566)),
        ]
    )
    body = speaker.done()
    lay(image, (34, 36, 42), body)
    light(image, (255, 236, 200), rim(body, 7, 2, 2), 0.4)
    shirt = Mask().polygon([(1264, 564), (1292, 564), (1278, 622)]).done()
    lay(image, (214, 210, 200), shirt)
    lay(image, (122, 30, 30), Mask().polygon([(1275, 574), (1281, 574), (1284, 618), (1278, 628), (1272, 618)]).done())
    head = Mask().ellipse(1278, 522, 27, 36).box(1266, 540, 1290, 572, 8).done()
    lay(image, (146, 106, 82), head)
    light(image, (255, 226, 190), rim(head, 12, 0, 4), 0.35)
    lay(image, (30, 26, 24), Mask().ellipse(1278, 500, 29, 22).box(1250, 500, 1255, 520).done(1))
    lay(image, (146, 106, 82), Mask().ellipse(1278, 518, 22, 20).done(2))
    shade(image, (120, 92, 84), Mask().ellipse(1266, 524, 10, 30).done(5), 0.5)
    features = Mask().ellipse(1268, 516, 4, 2.4).ellipse(1288, 516, 4, 2.4).ellipse(1278, 539, 8, 2.4)
    shade(image, (70, 46, 40), features.done(1.4), 0.9)
    lectern = Mask().polygon([(1212, 668), (1344, 668), (1334, 820), (1222, 820)]).done()
    lay(image, gradient((0.55, (116, 78, 48)), (0.68, (64, 42, 28))), lectern)
    lay(image, (150, 108, 70), Mask().polygon([(1200, 654), (1356, 654), (1346, 674), (1210, 674)]).done())
    lay(image, (20, 20, 20), Mask().line(bezier((1290, 656), (1296, 620), (1282, 602)), 3).ellipse(1281, 600, 5).done())

    beams = Mask()
    for x, spread in ((60, 330), (230, 260), (350, 200)):
        beams.polygon([(x, 180 + x * 0.3), (x + 60, 240 + x * 0.3), (x + 620 + spread, 1200), (x + 300, 1200)])
    light(image, (255, 226, 172), beams.done(44), 0.34)
    light(image, (255, 240, 210), panes.done(40), 0.85)
    haze(image, (214, 190, 156), (0, 0), (0.4, 16), (0.66, 44), (1, 0))

    # Nine, eight, seven and six: the far rows pale and sharp, the nearest dark and out of focus.
    rows = [(9, 762, 0.62, 122, 0.9), (8, 832, 0.84, 168, 0.8), (7, 926, 1.16, 240, 1.2), (6, 1072, 1.66, 352, 5)]
    for index, (count, y, scale, gap, blur) in enumerate(rows):
        near = index / (len(rows) - 1)
        cloth, caps, hair, skin, marks = Mask(), Mask(), Mask(), Mask(), Mask()
        for number in range(count):
            x = 880 + (number - (count - 1) / 2) * gap + rng.uniform(-0.05, 0.05) * gap
            officer_from_behind(
                cloth, caps, hair, skin, marks, x, y + rng.uniform(-7, 7) * scale, scale, rng.random() < 0.72, rng
            )
        fabric = cloth.done(blur)
        lay(image, mix((84, 92, 102), (24, 27, 35), near), fabric)
        light(image, (255, 228, 184), rim(fabric, round(13 * scale), round(7 * scale), 4 * scale), 0.75 - 0.1 * near)
        lay(image, mix((150, 132, 90), (92, 78, 50), near), marks.done(blur))
        neck = skin.done(blur)
        lay(image, mix((128, 92, 72), (66, 46, 38), near), neck)
        light(image, (255, 214, 170), rim(neck, round(10 * scale), 0, 2.5 * scale), 0.4)
        crop = hair.done(blur)
        lay(image, mix((46, 38, 34), (18, 15, 15), near), crop)
        light(image, (255, 220, 180), rim(crop, round(7 * scale), round(4 * scale), 4 * scale), 0.4)
        top = caps.done(blur)
        lay(image, mix((66, 74, 86), (27, 30, 40), near), top)
        light(image, (255, 232, 192), rim(top, round(9 * scale), round(8 * scale), 3 * scale), 0.8 - 0.1 * near)
    return finish(ImageOps.mirror(image) if mirrored else image, 11, 0.5)


def officer_from_behind(cloth, caps, hair, skin, marks, x, y, s, covered, rng):
    """One seated officer: shoulders, collar, neck, ears, and a cap or the back of a head."""
    tilt = rng.uniform(-5, 5) * s
    cloth.polygon(
        [
            *bezier(
                (x - 24 * s, y + 56 * s),
                (x - 60 * s, y + 74 * s),
                (x - 100 * s, y + 82 * s),
                (x - 112 * s, y + 150 * s),
            ),
            (x - 122 * s, y + 420 * s),
            (x + 122 * s, y + 420 * s),
            *bezier(
                (x + 112 * s, y + 150 * s),
                (x + 100 * s, y + 82 * s),
                (x + 60 * s, y + 74 * s),
                (x + 24 * s, y + 56 * s),
            ),
        ]
    )
    skin.box(x - 21 * s, y + 20 * s, x + 21 * s, y + 66 * s, radius=8 * s)
    skin.ellipse(x - 38 * s + tilt, y + 6 * s, 7 * s, 13 * s).ellipse(x + 38 * s + tilt, y + 6 * s, 7 * s, 13 * s)
    skin.ellipse(x + tilt, y + 2 * s, 35 * s, 44 * s)
    hair.ellipse(x + tilt, y - 12 * s, 37.5 * s, 41 * s).box(
        x - 26 * s + tilt, y, x + 26 * s + tilt, y + 36 * s, 14 * s
    )
    for side in (-1, 1):
        strap = [(x + side * 52 * s, y + 73 * s), (x + side * 94 * s, y + 88 * s)]
        marks.stroke(strap, 7 * s, 8 * s, ink=170)
    cloth.polygon(
        [(x - 30 * s, y + 50 * s), (x + 30 * s, y + 50 * s), (x + 36 * s, y + 68 * s), (x - 36 * s, y + 68 * s)]
    )
    if covered:
        caps.polygon(
            bezier((x - 39 * s + tilt, y - 8 * s), (x + tilt, y + 4 * s), (x + 39 * s + tilt, y - 8 * s))
            + bezier((x + 40 * s + tilt, y - 26 * s), (x + 66 * s + tilt, y - 46 * s), (x + 46 * s + tilt, y - 60 * s))
            + bezier((x + 30 * s + tilt, y - 74 * s), (x + tilt, y - 80 * s), (x - 30 * s + tilt, y - 74 * s))
            + bezier((x - 46 * s + tilt, y - 60 * s), (x - 66 * s + tilt, y - 46 * s), (x - 40 * s + tilt, y - 26 * s))
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


def bookcase(seed, width, height, rows):
    """A wall of books seen flat, to be laid into perspective."""
    rng = random.Random(seed)
    wall = Image.new("RGB", (width, height), (44, 29, 20))
    pen = ImageDraw.Draw(wall)
    spines = [
        (128, 52, 40),
        (66, 74, 70),
        (150, 118, 74),
        (54, 62, 88),
        (98, 74, 52),
        (176, 156, 120),
        (84, 38, 40),
        (58, 82, 66),
    ]
    pitch = height / rows
    for row in range(rows):
        floor, x = (row + 1) * pitch - 12, 14.0
        while x < width - 14:
            if x % 420 < 14:
                pen.rectangle([x, 0, x + 12, height], fill=(92, 62, 40))
                x += 15
                continue
            thick, tall = rng.uniform(8, 25), pitch * rng.uniform(0.56, 0.84)
            if rng.random() < 0.05:
                x += rng.uniform(14, 40)
                continue
            colour = mix(rng.choice(spines), (70, 52, 40), rng.uniform(0, 0.6))
            pen.rectangle([x, floor - tall, x + thick, floor], fill=colour)
            pen.line([x + thick, floor - tall, x + thick, floor], fill=mix(colour, (0, 0, 0), 0.6), width=2)
            for band in (0.2, 0.78):
                if rng.random() < 0.5:
                    y = floor - tall * band
                    pen.line([x + 1, y, x + thick - 2, y], fill=mix(colour, (230, 200, 140), 0.45), width=3)
            x += thick + 0.8
        pen.rectangle([0, floor, width, floor + 12], fill=(112, 76, 48))
        pen.rectangle([0, floor + 12, width, floor + 24], fill=(20, 13, 10))
    return wall


def library_at_night():
    """A reading aisle after dark: shelves both sides, lamps, one reader."""
    vanish_x, vanish_y, end = 900, 560, 700
    image = Image.new("RGB", SIZE, (24, 18, 16))

    # A wall running to the vanishing point; one projective transform serves both sides.
    deep, drop = 1000 / vanish_x, 760
    into = (deep, 0, 0, -drop / vanish_x, 1.0, drop - vanish_y, -1 / vanish_x, 0)
    walls = [
        bookcase(seed, 3600, 1500, 9).transform(SIZE, Image.Transform.PERSPECTIVE, into, Image.Resampling.BICUBIC)
        for seed in (5, 8)
    ]
    outline = [(0, vanish_y - 640), (end, vanish_y - 640 * (1 - end / vanish_x))]
    outline += [(end, vanish_y + 700 * (1 - end / vanish_x)), (0, vanish_y + 700)]
    left = Mask().polygon(outline).done()

    floor = (
        Mask()
        .polygon(
            [
                (0, vanish_y + 700),
                (end, vanish_y + 155),
                (WIDTH - end, vanish_y + 155),
                (WIDTH, vanish_y + 700),
                (WIDTH, HEIGHT),
                (0, HEIGHT),
            ]
        )
        .done()
    )
    lay(image, gradient((0, (120, 84, 54)), (0.58, (150, 106, 66)), (1, (62, 42, 30))), floor)
    boards = Mask()
    for share in range(-22, 23):
        boards.line([(vanish_x + share * 20, vanish_y + 120), (vanish_x + share * 110, HEIGHT + 40)], 1.6)
    shade(image, (90, 70, 60), ImageChops.multiply(boards.done(), floor), 0.5)
    ceiling = Mask().polygon([(0, 0), (WIDTH, 0), (WIDTH - end, vanish_y - 142), (end, vanish_y - 142)]).done()
    lay(image, gradient((0, (34, 26, 22)), (0.36, (92, 68, 48))), ceiling)

    lay(image, walls[0], left)
    lay(image, ImageOps.mirror(walls[1]), ImageOps.mirror(left))

    back = Mask().box(end, vanish_y - 142, WIDTH - end, vanish_y + 155).done()
    lay(image, (112, 82, 56), back)
    # A dark copy of the room, and the room itself wherever lamplight falls.
    lamps = [(0.1, 1.0), (0.42, 0.62), (0.64, 0.37), (0.78, 0.22)]
    dim = ImageChops.multiply(image, Image.new("RGB", SIZE, (66, 54, 56)))
    pools = Image.new("L", SIZE)
    for _, scale in lamps:
        for side in (-1, 1):
            x = vanish_x + side * 330 * scale
            for px, py, rx, ry in ((x + side * 250 * scale, 60, 760, 700), (x, 560, 620, 200)):
                pools = ImageChops.add(pools, pool(px, vanish_y + py * scale, rx * scale, ry * scale))
    image = Image.composite(ImageChops.multiply(image, Image.new("RGB", SIZE, (255, 226, 182))), dim, fade(pools, 0.95))
    light(image, (150, 92, 42), pools.filter(ImageFilter.GaussianBlur(30)), 0.5)
    window = Mask().box(800, 452, 1000, 640)
    for shift in (0, 68, 136):
        window.box(798 + shift, 452, 800 + shift, 640, ink=0)
    window.box(866, 452, 871, 640, ink=0).box(933, 452, 938, 640, ink=0).box(800, 540, 1000, 544, ink=0)
    lay(image, gradient((0.36, (26, 44, 74)), (0.54, (84, 104, 128))), window.done())
    city = Mask()
    rng = random.Random(3)
    for _ in range(40):
        city.ellipse(rng.uniform(806, 994), rng.uniform(585, 634), 1.6)
    light(image, (255, 206, 130), city.done(1), 0.9)

    for _, scale in reversed(lamps):
        y = vanish_y - 400 * scale
        cords, shades, bulbs = Mask(), Mask(), Mask()
        for side in (-1, 1):
            x = vanish_x + side * 330 * scale
            cords.line([(x, y - 420 * scale), (x, y)], 3 * scale + 0.5)
            shades.polygon(
                bezier((x - 92 * scale, y + 44 * scale), (x - 78 * scale, y - 40 * scale), (x, y - 44 * scale))
                + bezier((x, y - 44 * scale), (x + 78 * scale, y - 40 * scale), (x + 92 * scale, y + 44 * scale))
            )
            bulbs.ellipse(x, y + 44 * scale, 88 * scale, 13 * scale)
        lay(image, (30, 24, 22), cords.done())
        lay(image, (34, 52, 48), shades.done(0.8 + 1.5 * (scale > 0.9)))
        lay(image, (255, 232, 176), bulbs.done(1 + 1.5 * (scale > 0.9)))
        light(image, (255, 190, 104), bulbs.done(30 * scale + 4), 0.9)

    table = Mask().polygon([(590, 856), (1210, 856), (1400, 1040), (400, 1040)]).done(1)
    lay(image, gradient((0.7, (150, 98, 56)), (0.87, (92, 56, 32))), table)
    lay(
        image,
        (54, 33, 21),
        Mask().box(400, 1040, 1400, 1072).box(440, 1072, 478, HEIGHT).box(1322, 1072, 1360, HEIGHT).done(1),
    )
    glow(image, 850, 930, 420, 120, (255, 206, 132), 0.75)
    book = Mask().polygon([(760, 900), (868, 908), (976, 900), (1004, 948), (868, 960), (732, 948)]).done()
    lay(image, (240, 226, 194), book)
    shade(image, (150, 120, 90), Mask().line([(868, 908), (868, 960)], 6).done(4), 0.8)
    stack = Mask().box(1090, 872, 1214, 894).done()
    lay(image, (110, 44, 36), Mask().box(1080, 916, 1220, 938).done())
    lay(image, (60, 78, 84), Mask().box(1094, 894, 1212, 916).done())
    lay(image, (158, 132, 88), stack)
    reader = Mask()
    reader.polygon(
        [
            *bezier((836, 800), (760, 800), (742, 884)),
            (730, 916),
            (790, 924),
            (940, 924),
            (1000, 916),
            *bezier((990, 884), (972, 800), (896, 800)),
        ]
    )
    figure = reader.done(1)
    lay(image, (44, 46, 56), figure)
    light(image, (255, 196, 120), rim(figure, 8, -3, 4), 0.4)
    light(image, (255, 196, 120), rim(figure, -8, -3, 4), 0.4)
    face = Mask().ellipse(867, 782, 31, 38).done(1.2)
    lay(image, (150, 104, 76), face)
    light(image, (255, 206, 140), ImageChops.multiply(face, Mask().box(800, 796, 940, 830).done(9)), 0.6)
    crown = Mask().ellipse(867, 756, 45, 46).ellipse(867, 770, 41, 34).done(1.2)
    lay(image, (30, 24, 23), crown)
    light(image, (255, 190, 116), rim(crown, 7, 7, 4), 0.45)
    light(image, (255, 190, 116), rim(crown, -7, 7, 4), 0.45)
    hands = Mask().ellipse(752, 922, 26, 13).ellipse(984, 922, 26, 13).done(1)
    lay(image, (170, 120, 88), hands)
    return finish(image, 51, 0.6)


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


def arch(x, y, half, rise, foot):
    """The outline of a pointed opening whose springing line is y."""
    return [
        (x - half, foot),
        (x - half, y),
        *bezier((x - half, y), (x - half, y - rise * 0.7), (x, y - rise), steps=20),
        *bezier((x, y - rise), (x + half, y - rise * 0.7), (x + half, y), steps=20),
        (x + half, foot),
    ]


def market_arcade():
    """An old covered market: arch behind arch, light falling between them."""
    rng = random.Random(52)
    cx, cy = 900, 640
    image = gradient((0, (250, 234, 200)), (1, (250, 226, 180)))
    glow(image, cx, cy - 40, 500, 500, (255, 246, 220), 1)
    depth, scale, floor_y = 8, 0.0, cy
    for index in range(depth):
        near = index / (depth - 1)
        last, behind = scale, floor_y
        scale = 0.15 * (21**near)
        floor_y = cy + 210 * scale
        colour = mix((244, 214, 168), (92, 66, 52) if index < depth - 1 else (44, 33, 30), near**0.9)

        # The bay between the last arch and this one: side walls and vault, then the floor.
        if index:
            bay = Mask(255).polygon(arch(cx, cy - 70 * last, 300 * last, 236 * last, behind), ink=0).done()
            lay(image, gradient((0, mix(colour, (40, 26, 22), 0.5)), (1, mix(colour, (60, 40, 30), 0.2))), bay)
        floor = [(cx - 300 * last, behind), (cx + 300 * last, behind)]
        floor += [(cx + 300 * scale, floor_y), (cx - 300 * scale, floor_y)]
        paving = Mask().polygon(floor).done()
        lay(image, mix((246, 216, 168), (132, 98, 70), near), paving)
        if index % 2 == 0 and index:
            spill = [(cx - 170 * last, behind), (cx + 110 * last, behind)]
            spill += [(cx + 30 * scale, floor_y), (cx - 250 * scale, floor_y)]
            light(image, (255, 220, 158), Mask().polygon(spill).done(6 * scale), 0.55)
        if 2 <= index <= 6:
            stalls(image, cx, floor_y, scale, near, rng)
        for x, height, robe, at in MARKET_CROWD:
            if at == index:
                shopper(image, cx + x * scale, floor_y - 8 * scale, height * scale, robe, near)

        front = Mask(255).polygon(arch(cx, cy - 70 * scale, 240 * scale, 200 * scale, floor_y), ink=0)
        wall = front.done(0.8 if near < 0.9 else 5)
        lay(
            image,
            gradient((0, mix(colour, (24, 18, 18), 0.3)), (0.5, colour), (1, mix(colour, (30, 22, 20), 0.3))),
            wall,
        )
        lit = ImageChops.subtract(wall, ImageChops.offset(wall, round(7 * scale), round(-5 * scale)))
        light(image, (255, 222, 164), lit.filter(ImageFilter.GaussianBlur(1 + 3 * near)), 0.55)
        if 2 <= index <= 5:
            top, y = cy - 258 * scale, cy - 150 * scale
            lantern = Mask().line([(cx, top), (cx, y)], 2 * scale + 0.4)
            lantern.polygon(
                [(cx + a * scale, y + b * scale) for a, b in ((-12, 0), (12, 0), (19, 28), (0, 44), (-19, 28))]
            )
            lay(image, mix((150, 110, 70), (50, 34, 26), near), lantern.done())
            glow(image, cx, y + 20 * scale, 64 * scale, 64 * scale, (255, 206, 120), 0.85)
        if index in (3, 5):
            shaft = [
                (cx + 70 * scale, -20),
                (cx + 230 * scale, -20),
                (cx - 20 * scale, floor_y),
                (cx - 260 * scale, floor_y),
            ]
            light(image, (255, 228, 172), Mask().polygon(shaft).done(14 + 12 * near), 0.3)
        if near < 0.8:
            haze(image, (254, 230, 186), (0, round(20 * (1 - near))), (0.52, round(44 * (1 - near))), (1, 0))
    return finish(image, 101, 0.45)


MARKET_CROWD = [(-80, 168, True, 2), (60, 160, False, 2), (110, 150, True, 3), (-40, 166, True, 4), (92, 172, True, 5)]


def shopper(image, x, feet, height, robe, near):
    """One passer-by with the light behind, and the shadow thrown towards us."""
    person = Mask()
    walker(person, x, feet, height, robe=robe, stride=0.06)
    u = height
    cast = [(x - u * 0.08, feet), (x + u * 0.08, feet), (x - u * 0.12, feet + u * 0.42), (x - u * 0.34, feet + u * 0.4)]
    shade(image, (96, 70, 58), Mask().polygon(cast).done(3), 0.55)
    figure = person.done()
    lay(image, mix((158, 126, 98), (44, 36, 36), near), figure)
    light(image, (255, 238, 196), rim(figure, -max(2, round(u * 0.016)), 3, 2), 0.6)


def stalls(image, cx, floor_y, scale, near, rng):
    """Sacks and baskets along both sides of one bay, under striped awnings."""
    colours = [(156, 66, 42), (204, 150, 66), (112, 100, 62), (182, 104, 54)]
    wares, stencil = Image.new("RGB", SIZE, mix((196, 160, 118), (74, 54, 40), near)), Mask()
    pen = ImageDraw.Draw(wares)
    for side in (-1, 1):
        for number in range(3):
            x, y = cx + side * (262 - 24 * number) * scale, floor_y - (66 - 17 * number) * scale
            heap = bezier((x - 29 * scale, y + 2), (x, y - rng.uniform(30, 46) * scale), (x + 29 * scale, y + 2))
            colour = colours[(number + (side > 0)) % 4]
            pen.polygon(heap, fill=mix(mix(colour, (250, 220, 170), 0.35), mix(colour, (40, 28, 24), 0.2), near))
            rest = [(x + 24 * scale, y + 36 * scale), (x - 24 * scale, y + 36 * scale)]
            pen.polygon(
                [(x - 29 * scale, y), (x + 29 * scale, y), *rest], fill=mix((196, 160, 118), (74, 54, 40), near)
            )
            stencil.polygon(heap + rest)
    mask = stencil.done()
    lay(image, wares, mask)
    if near > 0.4:
        light(image, (255, 232, 180), rim(mask, -2, 3, 2), 0.4)
    awning = Mask()
    for side in (-1, 1):
        corners = ((296, -104), (176, -74), (176, -58), (296, -66))
        awning.polygon([(cx + side * a * scale, floor_y + (b - 118) * scale) for a, b in corners])
    lay(image, mix((186, 118, 92), (104, 48, 38), near), awning.done(1))


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


DRAWINGS = {
    "training-hall": training_hall,
    "training-hall-mirrored": partial(training_hall, seed=2017, mirrored=True),
    "skyline": skyline_at_dusk,
    "dhow": dhow_at_dawn,
    "palm-grove": palm_grove,
    "library": library_at_night,
    "desalination": desalination_plant,
    "school-bus": school_bus,
    "calligraphy": calligraphers_table,
    "arcade": market_arcade,
    "cycle-path": corniche_cycle_path,
}
