"""A covered market."""

import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from newsroom.demo.drawings.ink import (
    SIZE,
    Mask,
    bezier,
    finish,
    glow,
    gradient,
    haze,
    lay,
    light,
    mix,
    rim,
    shade,
    texture,
    walker,
)


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
        scale = 0.15 * (17.5**near)
        floor_y = cy + 210 * scale
        colour = mix((246, 218, 174), (126, 92, 68), near**0.9)

        # The bay between the last arch and this one: side walls and vault, then the floor.
        if index:
            bay = Mask(255).polygon(arch(cx, cy - 70 * last, 300 * last, 236 * last, behind), ink=0).done()
            lay(image, gradient((0, mix(colour, (40, 26, 22), 0.5)), (1, mix(colour, (60, 40, 30), 0.2))), bay)
        floor = [(cx - 300 * last, behind), (cx + 300 * last, behind)]
        floor += [(cx + 300 * scale, floor_y), (cx - 300 * scale, floor_y)]
        paving = Mask().polygon(floor).done()
        lay(image, mix((246, 218, 172), (170, 134, 98), near), paving)
        if index % 2 == 0 and index:
            spill = [(cx - 170 * last, behind), (cx + 110 * last, behind)]
            spill += [(cx + 30 * scale, floor_y), (cx - 250 * scale, floor_y)]
            light(image, (255, 220, 158), Mask().polygon(spill).done(6 * scale), 0.55)
        if index >= 2:
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
        light(
            image,
            (255, 222, 164),
            lit.filter(ImageFilter.GaussianBlur(1 + 3 * near)),
            0.55 if index < depth - 1 else 0.2,
        )
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
    image = texture(image, 103, 2, 0.1)
    return finish(image, 101, 0.35)


MARKET_CROWD = [
    (-80, 168, True, 2),
    (60, 160, False, 2),
    (110, 150, True, 3),
    (-40, 166, True, 4),
    (92, 172, True, 5),
    (-120, 168, False, 6),
]


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
            x, y = cx + side * (222 - 38 * number) * scale, floor_y - (66 - 17 * number) * scale
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
