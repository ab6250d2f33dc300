"""What every picture of the demo is made with: shapes, light, grain. Pillow alone, and the same on every machine."""

import itertools
import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

# Most pictures; a stencil or a sheet of another size is made by `size=`, and paint goes by the size of its picture.
WIDTH, HEIGHT = SIZE = (1800, 1200)
TALL = (1200, 1500)
PANORAMA = (2400, 1000)


OVERSAMPLE = 2


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

    def __init__(self, ink=0, size=SIZE):
        self.image = Image.new("L", (size[0] * OVERSAMPLE, size[1] * OVERSAMPLE), ink)
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
        return soften(self.image.reduce(OVERSAMPLE), blur)


def soften(stencil, blur):
    """The stencil out of focus. Only where there is ink, and small when that makes no difference: blurring is what a
    picture spends its time on."""
    ink = stencil.getbbox()
    if not blur or ink is None:
        return stencil
    reach = math.ceil(blur * 3) + 4
    box = (
        max(0, ink[0] - reach),
        max(0, ink[1] - reach),
        min(stencil.width, ink[2] + reach),
        min(stencil.height, ink[3] + reach),
    )
    part = stencil.crop(box)
    if blur >= 5:
        small = part.reduce(3).filter(ImageFilter.GaussianBlur(blur / 3))
        soft = small.resize(part.size, Image.Resampling.BICUBIC)
    else:
        soft = part.filter(ImageFilter.GaussianBlur(blur))
    blurred = Image.new("L", stencil.size)
    blurred.paste(soft, box)
    return blurred


def gradient(*stops, mode="RGB", size=SIZE):
    """Top to bottom through (share of the height, colour)."""
    height = size[1]
    column = Image.new(mode, (1, height))
    pixels = column.load()
    for y in range(height):
        share = y / (height - 1)
        for (a, first), (b, second) in itertools.pairwise(stops):
            if share <= b or b == stops[-1][0]:
                t = min(max((share - a) / ((b - a) or 1), 0), 1)
                pixels[0, y] = (
                    mix(first, second, t) if isinstance(first, tuple) else round(first + (second - first) * t)
                )
                break
    return column.resize(size)


def across(*stops, size=SIZE):
    """Left to right through (share of the width, strength 0-255)."""
    return gradient(*stops, mode="L", size=size[::-1]).rotate(90, expand=True)


def lay(image, fill, mask):
    """Opaque paint (a colour or another picture) through a stencil."""
    if box := mask.getbbox():
        image.paste(fill.crop(box) if isinstance(fill, Image.Image) else fill, box, mask.crop(box))


def fade(mask, strength):
    return mask.point(lambda value: round(value * strength))


def light(image, colour, mask, strength=1.0):
    """Add light of one colour through a stencil."""
    _blend(ImageChops.screen, image, colour, mask, strength)


def shade(image, colour, mask, strength=1.0):
    """Multiply by a colour through a stencil."""
    _blend(ImageChops.multiply, image, colour, mask, strength)


def _blend(chop, image, colour, mask, strength):
    if box := mask.getbbox():
        part = image.crop(box)
        image.paste(chop(part, Image.new("RGB", part.size, colour)), box, fade(mask.crop(box), strength))


def pool(x, y, rx, ry, size=SIZE):
    """The stencil of a soft round of light."""
    # Pillow's gradient is 181 where the circle meets the sides of its square, and 255 in the corners only.
    disc = Image.radial_gradient("L").point(lambda value: round(255 * max(0, 1 - value / 181) ** 1.6))
    stencil = Image.new("L", size)
    stencil.paste(disc.resize((round(rx * 2), round(ry * 2))), (round(x - rx), round(y - ry)))
    return stencil


def glow(image, x, y, rx, ry, colour, strength=1.0):
    """A soft round of light."""
    light(image, colour, pool(x, y, rx, ry, image.size), strength)


def haze(image, colour, *stops):
    """Air between us and the distance: a colour whose strength (0-255) runs with the height."""
    lay(image, colour, gradient(*stops, mode="L", size=image.size))


def rim(mask, dx, dy, blur=1.5):
    """The edge of a shape that a light from the other side would catch."""
    return soften(ImageChops.subtract(mask, ImageChops.offset(mask, dx, dy)), blur)


def noise(seed, cell=1, size=SIZE):
    """Grey noise in grains of the given size, the same for the same seed."""
    width, height = size[0] // cell + 2, size[1] // cell + 2
    speckle = Image.frombytes("L", (width, height), random.Random(seed).randbytes(width * height))
    return speckle.resize((width * cell, height * cell), Image.Resampling.BICUBIC).crop((0, 0, *size))


def texture(image, seed, cell=1, amount=0.2):
    """Uneven tone, as paper, plaster and film have it."""
    speckle = noise(seed, cell, image.size).point(lambda value: round(128 + (value - 128) * amount))
    return ImageChops.soft_light(image, Image.merge("RGB", (speckle,) * 3))


def vignette(image, strength=0.45):
    ring = Image.radial_gradient("L").resize((int(image.width * 1.25), int(image.height * 1.25)))
    left, top = (ring.width - image.width) // 2, (ring.height - image.height) // 2
    ring = ring.crop((left, top, left + image.width, top + image.height))
    shade(image, (30, 26, 30), ring.point(lambda value: round(255 * (value / 255) ** 2.2)), strength)


def finish(image, seed, dark=0.45, amount=0.15):
    """What a lens and a film add: falling corners, a little softness, grain."""
    vignette(image, dark)
    image = image.filter(ImageFilter.GaussianBlur(0.7))
    image = texture(image, seed + 1, 3, amount * 0.4)
    return texture(image, seed, 1, amount)


def smear(image, length):
    """Sideways motion blur."""
    narrow = image.resize((max(image.width // length, 2), image.height), Image.Resampling.BOX)
    return narrow.resize(image.size, Image.Resampling.BICUBIC)


def mirror_in_water(image, horizon, seed, swell=14):
    """Everything above the horizon again below it, broken by small waves."""
    width, height = image.size
    depth = height - horizon
    source = image.crop((0, max(horizon - depth, 0), width, horizon)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    source = source.resize((width, depth)).filter(ImageFilter.GaussianBlur(2))
    rng, drift = random.Random(seed), 0.0
    for row in range(depth):
        near = row / depth
        drift = drift * 0.86 + rng.uniform(-1, 1) * swell * (0.15 + near)
        wave = math.sin(row / (3 + near * 16)) * swell * near
        strip = ImageChops.offset(source.crop((0, row, width, row + 1)), round(drift * 0.5 + wave), 0)
        image.paste(strip, (0, horizon + row))


def ripples(seed, top, count, width=(20, 160), within=(0, WIDTH), size=SIZE):
    """Short flat strokes of light on water, longer and further apart towards us."""
    rng, mask = random.Random(seed), Mask(size=size)
    for _ in range(count):
        near = rng.random() ** 1.7
        y = top + 4 + near * (size[1] - top)
        x = rng.uniform(*within)
        half = rng.uniform(*width) * (0.25 + near)
        mask.ellipse(x, y, half, 0.8 + near * 3.2, ink=rng.randint(90, 255))
    return mask.done()


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
