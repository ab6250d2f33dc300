"""Small rooms: a clinic's corridor, a laboratory."""

import random

from PIL import Image, ImageChops, ImageFilter

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
    mix,
    rim,
    shade,
    texture,
    walker,
)


def clinic_corridor():
    """A clinic in the evening: doors, a shining floor, a nurse walking away from us."""
    cx, cy = 860, 560
    image = gradient((0, (186, 194, 186)), (0.5, (214, 216, 204)), (1, (166, 172, 166)))

    def at(x, y, depth):
        """A point of the near plane, brought towards the vanishing point."""
        return cx + (x - cx) * depth, cy + (y - cy) * depth

    near, far = 1.0, 0.17
    for side in (-40, 1800):
        wall = [at(side, -300, near), at(side, -300, far), at(side, 1320, far), at(side, 1320, near)]
        stencil = Mask().polygon(wall).done()
        lay(
            image,
            gradient((0, (196, 204, 194)), (0.5, (216, 220, 206)), (0.55, (150, 178, 168)), (1, (120, 150, 144))),
            stencil,
        )
        rail = Mask()
        for low, high in ((760, 800), (1270, 1320)):
            rail.polygon([at(side, low, near), at(side, low, far), at(side, high, far), at(side, high, near)])
        lay(image, (104, 132, 128), rail.done(0.8))
    lay(
        image,
        gradient((0, (170, 176, 172)), (0.4, (226, 228, 220))),
        Mask().polygon([at(-40, -300, near), at(-40, -300, far), at(1800, -300, far), at(1800, -300, near)]).done(),
    )
    floor = Mask().polygon([at(-40, 1320, near), at(-40, 1320, far), at(1800, 1320, far), at(1800, 1320, near)]).done()
    lay(image, gradient((0.55, (206, 210, 200)), (1, (132, 140, 138))), floor)
    end = Mask().polygon([at(-40, -300, far), at(1800, -300, far), at(1800, 1320, far), at(-40, 1320, far)]).done()
    lay(image, (214, 216, 204), end)
    window = Mask().box(*at(300, -60, far), *at(1440, 860, far)).done(1)
    lay(image, gradient((0.38, (250, 222, 176)), (0.56, (240, 180, 124))), window)
    lay(image, (120, 128, 124), Mask().box(cx - 2, at(0, -60, far)[1], cx + 2, at(0, 860, far)[1]).done())

    # Doors: four on each side, every other one open and lit from inside.
    depths = [(0.96, 0.74), (0.6, 0.48), (0.4, 0.33), (0.28, 0.24)]
    for number, (front, back) in enumerate(depths):
        for side in (-40, 1800):
            corners = [at(side, 120, front), at(side, 120, back), at(side, 1318, back), at(side, 1318, front)]
            door = Mask().polygon(corners).done(1)
            is_lit = (number + (side > 0)) % 2 == 0
            lay(image, (255, 232, 186) if is_lit else (164, 132, 100), door)
            if is_lit:
                inside = Mask().polygon([corners[0], corners[1], corners[2], corners[3]]).done(24)
                light(image, (255, 226, 170), inside, 0.6)
                spill = [
                    at(side, 1320, front),
                    at(side, 1320, back),
                    at(cx + (side - cx) * 0.45, 1320, back),
                    at(cx + (side - cx) * 0.3, 1320, front),
                ]
                light(image, (255, 222, 160), Mask().polygon(spill).done(14), 0.6)
            frame = Mask().line([corners[3], corners[0], corners[1], corners[2]], 13 * front)
            lay(image, (226, 226, 216), frame.done(0.8))
            plate = [
                at(side, 300, back - 0.02),
                at(side, 300, back - 0.05),
                at(side, 400, back - 0.05),
                at(side, 400, back - 0.02),
            ]
            lay(image, (58, 104, 110), Mask().polygon(plate).done(0.8))
    lamps = Mask()
    for front, back in ((0.98, 0.78), (0.62, 0.5), (0.42, 0.35), (0.29, 0.25)):
        lamps.polygon([at(620, -300, front), at(1140, -300, front), at(1140, -300, back), at(620, -300, back)])
    panel = lamps.done(1)
    lay(image, (255, 254, 244), panel)
    light(image, (255, 250, 230), lamps.done(40), 0.7)

    # The polished floor: everything above it once more, dim and smeared.
    gloss = image.transpose(Image.Transpose.FLIP_TOP_BOTTOM).filter(ImageFilter.GaussianBlur(9))
    mirrored = ImageChops.offset(gloss, 0, 2 * 900 - HEIGHT)
    lay(image, mirrored, ImageChops.multiply(floor, gradient((0.6, 0), (0.78, 0), (0.782, 120), (1, 50), mode="L")))
    haze(image, (250, 236, 206), (0, 0), (0.36, 10), (0.5, 36), (0.6, 10), (1, 0))
    glow(image, cx, 540, 360, 300, (255, 226, 176), 0.6)

    seats = Mask()
    for depth in (0.84, 0.66, 0.53, 0.44):
        x, y = at(150, 1060, depth)
        seats.box(x, y - 130 * depth, x + 150 * depth, y, 16 * depth).box(
            x + 26 * depth, y, x + 190 * depth, y + 36 * depth, 10 * depth
        )
        seats.stroke([(x + 60 * depth, y + 30 * depth), (x + 60 * depth, y + 200 * depth)], 12 * depth, 10 * depth)
        seats.stroke([(x + 170 * depth, y + 30 * depth), (x + 170 * depth, y + 200 * depth)], 12 * depth, 10 * depth)
    chairs = seats.done(0.8)
    lay(image, (54, 88, 98), chairs)
    light(image, (230, 244, 240), rim(chairs, -3, 4, 2), 0.5)

    nurse = Mask()
    x, feet, u = 1010, 930, 430
    walker(nurse, x, feet, u, robe=False, stride=0.07)
    nurse.polygon([(x - 46, feet - 360), (x + 46, feet - 360), (x + 60, feet - 170), (x - 60, feet - 170)])
    body = nurse.done(0.8)
    shade(image, (96, 112, 112), Mask().ellipse(x, feet + 4, 130, 20).done(9), 0.7)
    lay(image, (44, 96, 110), body)
    light(image, (255, 244, 220), rim(body, -5, 3, 2), 0.6)
    scarf = Mask().polygon(
        [
            *bezier((x - 54, feet - 322), (x - 30, feet - 390), (x - 48, feet - 440), (x, feet - 440)),
            *bezier((x, feet - 440), (x + 48, feet - 440), (x + 30, feet - 390), (x + 54, feet - 322)),
        ]
    )
    veil = scarf.done(0.8)
    lay(image, (52, 58, 78), veil)
    light(image, (255, 240, 210), rim(veil, -5, 3, 2), 0.5)
    trolley = Mask().box(x - 150, feet - 196, x - 70, feet - 184).box(x - 150, feet - 96, x - 70, feet - 86)
    trolley.stroke([(x - 146, feet - 210), (x - 146, feet - 12)], 7, 7).stroke(
        [(x - 74, feet - 210), (x - 74, feet - 12)], 7, 7
    )
    trolley.ellipse(x - 146, feet - 8, 9).ellipse(x - 74, feet - 8, 9).box(
        x - 140, feet - 240, x - 108, feet - 196, 3
    ).box(x - 100, feet - 226, x - 82, feet - 196, 3)
    lay(image, (120, 128, 130), trolley.done(0.8))

    return finish(image, 221, 0.55, 0.14)


def laboratory():
    """A bench by the window: a chemist at the microscope among flasks."""
    rng = random.Random(23)
    image = gradient((0, (186, 200, 200)), (0.6, (206, 212, 204)), (1, (120, 126, 124)))
    panes = Mask()
    for left in (90, 660, 1230):
        panes.box(left, 70, left + 490, 690)
    view = panes.done(1)
    lay(image, gradient((0.05, (224, 238, 240)), (0.4, (246, 238, 214)), (0.58, (250, 226, 184))), view)
    outside = Mask()
    for _ in range(40):
        x, tall = rng.uniform(40, WIDTH), rng.uniform(30, 200)
        outside.box(x, 640 - tall, x + rng.uniform(24, 70), 700)
    lay(image, (206, 208, 198), ImageChops.multiply(outside.done(5), view))
    blinds = Mask()
    for y in range(74, 360, 17):
        for left in (90, 660, 1230):
            blinds.box(left, y, left + 490, y + 8)
    lay(image, (226, 226, 214), fade(ImageChops.multiply(blinds.done(1), view), 0.7))
    light(image, (255, 246, 222), panes.done(50), 0.6)
    shelf = Mask().box(0, 706, WIDTH, 724).done(0.8)
    lay(image, (150, 154, 150), shelf)

    bench = Mask().box(0, 900, WIDTH, HEIGHT).done(1)
    lay(image, gradient((0.75, (176, 184, 182)), (0.8, (104, 114, 116)), (1, (52, 60, 64))), bench)
    lay(image, (222, 228, 224), Mask().box(0, 900, WIDTH, 916).done(1))
    image = texture(image, 71, 6, 0.08)

    chemist(image)
    wares = [
        ("flask", 170, 1.25, (196, 120, 44)),
        ("cylinder", 372, 1.1, (58, 130, 140)),
        ("flask", 520, 0.85, (90, 140, 92)),
    ]
    wares += [
        ("cylinder", 1330, 1.0, (180, 80, 56)),
        ("flask", 1490, 1.4, (52, 122, 138)),
        ("beaker", 1690, 1.1, (206, 160, 76)),
    ]
    for kind, x, s, colour in wares:
        vessel(image, kind, x, 1010 if s > 1.05 else 960, s * 1.15, colour)
    rack = (
        Mask().box(1120, 936, 1290, 948).box(1120, 850, 1290, 860).box(1122, 850, 1132, 960).box(1278, 850, 1288, 960)
    )
    tubes, fluid = Mask(), Mask()
    for k in range(6):
        x = 1142 + k * 25
        tubes.box(x, 806, x + 16, 944, 8)
        fluid.box(x + 2, 876 - rng.uniform(-16, 22), x + 14, 942, 6)
    light(image, (240, 248, 246), fade(tubes.done(0.8), 0.5), 0.8)
    lay(image, (150, 84, 60), fade(fluid.done(0.8), 0.85))
    lay(image, (112, 96, 80), rack.done(0.8))
    reflections = (
        image.crop((0, 620, WIDTH, 916))
        .transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        .resize((WIDTH, 284))
        .filter(ImageFilter.GaussianBlur(12))
    )
    flipped = image.copy()
    flipped.paste(reflections, (0, 916))
    lay(image, flipped, ImageChops.multiply(bench, gradient((0.76, 0), (0.765, 80), (0.9, 24), (1, 0), mode="L")))
    glow(image, 900, 300, 1100, 620, (255, 246, 220), 0.3)
    return finish(image, 231, 0.45, 0.13)


def chemist(image):
    """In a white coat, bent over a microscope."""
    coat = Mask().polygon(
        [
            *bezier((640, 1010), (600, 760), (640, 640), (730, 590)),
            *bezier((730, 590), (800, 560), (850, 600), (872, 660)),
            *bezier((872, 660), (960, 760), (990, 810), (1010, 862)),
            (978, 916),
            *bezier((978, 916), (930, 880), (880, 836), (846, 800)),
            (860, 1010),
        ]
    )
    cloth = coat.done(1)
    lay(image, gradient((0.48, (226, 228, 222)), (0.84, (172, 180, 180))), cloth)
    shade(image, (120, 130, 136), rim(cloth, 34, 6, 20), 0.6)
    light(image, (255, 250, 232), rim(cloth, -9, 6, 4), 0.8)
    folds = (
        Mask().line(bezier((700, 640), (690, 800), (720, 1010)), 4).line(bezier((846, 800), (820, 740), (812, 690)), 4)
    )
    shade(image, (130, 138, 142), ImageChops.multiply(folds.done(3), cloth), 0.7)
    face = (
        Mask()
        .ellipse(838, 520, 62, 74)
        .polygon([(790, 560), (850, 580), (842, 630), (770, 620)])
        .ellipse(880, 540, 24, 20)
    )
    skin = face.done(0.8)
    lay(image, (164, 118, 92), skin)
    light(image, (255, 230, 196), rim(skin, -7, 4, 4), 0.55)
    scarf = Mask().polygon(
        [
            *bezier((884, 470), (850, 424), (760, 420), (742, 520)),
            *bezier((742, 520), (726, 610), (750, 640), (830, 640)),
            *bezier((830, 640), (786, 590), (800, 510), (884, 470)),
        ]
    )
    veil = scarf.done(0.8)
    lay(image, (58, 78, 96), veil)
    light(image, (230, 240, 240), rim(veil, -5, 8, 4), 0.5)
    shade(image, (60, 56, 64), rim(veil, 18, 0, 10), 0.5)
    lay(
        image,
        (44, 40, 40),
        Mask()
        .stroke([(866, 506), (902, 512)], 4, 4)
        .ellipse(884, 516, 17, 13)
        .ellipse(884, 516, 13, 9, ink=0)
        .done(0.8),
    )
    scope = (
        Mask().box(900, 892, 1090, 916, 6).stroke(bezier((1060, 900), (1098, 800), (1050, 690), (1010, 676)), 32, 26)
    )
    scope.polygon([(888, 560), (924, 546), (1000, 716), (964, 732)]).polygon(
        [(956, 716), (1004, 702), (1016, 756), (976, 768)]
    )
    scope.box(930, 820, 1066, 836, 3).box(984, 760, 1004, 804, 3).ellipse(1074, 800, 19)
    metal = scope.done(0.8)
    lay(image, (52, 58, 64), metal)
    light(image, (246, 250, 244), rim(metal, -5, 3, 2), 0.6)
    lay(image, (164, 118, 92), Mask().ellipse(1006, 876, 36, 22).done(0.8))
    glow(image, 994, 816, 46, 34, (255, 250, 226), 0.9)


def vessel(image, kind, x, foot, s, colour):
    """One piece of glassware with something in it."""
    glass, fluid = Mask(), Mask()
    if kind == "flask":
        outline = [
            (x - 20 * s, foot - 200 * s),
            (x - 20 * s, foot - 130 * s),
            *bezier((x - 20 * s, foot - 130 * s), (x - 96 * s, foot - 30 * s), (x - 92 * s, foot)),
            *bezier((x + 92 * s, foot), (x + 96 * s, foot - 30 * s), (x + 20 * s, foot - 130 * s)),
            (x + 20 * s, foot - 200 * s),
        ]
        glass.polygon(outline).box(x - 27 * s, foot - 206 * s, x + 27 * s, foot - 197 * s, 4)
        fluid.polygon(
            [
                (x - 63 * s, foot - 66 * s),
                (x + 63 * s, foot - 66 * s),
                (x + 86 * s, foot - 5 * s),
                (x - 86 * s, foot - 5 * s),
            ]
        )
    elif kind == "cylinder":
        glass.box(x - 28 * s, foot - 230 * s, x + 28 * s, foot, 6 * s).box(
            x - 52 * s, foot - 10 * s, x + 52 * s, foot, 4
        )
        fluid.box(x - 23 * s, foot - 130 * s, x + 23 * s, foot - 12 * s)
    else:
        glass.box(x - 70 * s, foot - 140 * s, x + 70 * s, foot, 12 * s)
        fluid.box(x - 64 * s, foot - 76 * s, x + 64 * s, foot - 6 * s, 8 * s)
    shade(image, (70, 76, 78), Mask().ellipse(x, foot + 6, 110 * s, 15 * s).done(8), 0.7)
    light(image, colour, Mask().ellipse(x, foot + 22, 80 * s, 13 * s).done(10), 0.5)
    clear = glass.done(0.8)
    light(image, (226, 236, 234), fade(clear, 0.4), 0.7)
    liquid = fluid.done(1)
    lay(image, colour, fade(liquid, 0.86))
    light(image, mix(colour, (255, 255, 240), 0.6), rim(liquid, 0, 7, 3), 0.7)
    shade(image, (110, 110, 104), rim(liquid, -18, 0, 9), 0.5)
    light(image, (255, 255, 248), rim(clear, 5, 2, 1.6), 0.8)
    shade(image, (120, 130, 132), rim(clear, -4, 0, 1.6), 0.6)
    marks = Mask()
    if kind != "flask":
        for k in range(1, 9):
            marks.box(x - 14 * s, foot - (20 + k * 21) * s, x + (6 if k % 2 else 14) * s, foot - (18.6 + k * 21) * s)
        light(image, (250, 252, 248), ImageChops.multiply(marks.done(0.5), clear), 0.6)
