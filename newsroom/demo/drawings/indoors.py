"""Large rooms: a lecture hall, a library at night."""

import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from newsroom.demo.drawings.ink import (
    HEIGHT,
    SIZE,
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
    mix,
    pool,
    rim,
    shade,
)


def training_hall(seed=1991, mirrored=False):
    """Thirty officers seen from the back, a speaker at a lectern, daylight from one side."""
    rng = random.Random(seed)
    image = gradient((0, (154, 141, 122)), (0.55, (186, 168, 144)), (1, (92, 82, 72)))

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
    shade(image, (90, 62, 54), features.done(1.8), 0.6)
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
        lay(image, mix((94, 106, 120), (38, 44, 58), near), fabric)
        light(image, (255, 228, 184), rim(fabric, round(13 * scale), round(7 * scale), 4 * scale), 0.75 - 0.1 * near)
        lay(image, mix((150, 132, 90), (92, 78, 50), near), marks.done(blur))
        neck = skin.done(blur)
        lay(image, mix((140, 102, 80), (92, 64, 52), near), neck)
        light(image, (255, 214, 170), rim(neck, round(10 * scale), 0, 2.5 * scale), 0.4)
        crop = hair.done(blur)
        lay(image, mix((46, 38, 34), (18, 15, 15), near), crop)
        light(image, (255, 220, 180), rim(crop, round(7 * scale), round(4 * scale), 4 * scale), 0.4)
        top = caps.done(blur)
        lay(image, mix((72, 84, 104), (36, 42, 60), near), top)
        light(image, (255, 232, 192), rim(top, round(9 * scale), round(8 * scale), 3 * scale), 0.8 - 0.1 * near)
    return finish(ImageOps.mirror(image) if mirrored else image, 11, 0.34)


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
