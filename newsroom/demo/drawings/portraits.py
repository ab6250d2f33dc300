"""Portraits of the demo's writers: cut-paper heads, each on a ground of its own colour."""

from functools import partial

from PIL import Image, ImageChops

from newsroom.demo.drawings.ink import (
    Mask,
    bezier,
    finish,
    glow,
    gradient,
    lay,
    light,
    mix,
    rim,
    shade,
    soften,
    texture,
)

SQUARE = (1200, 1200)
Sheet = partial(Mask, size=SQUARE)
SKIN = (186, 138, 106)


def portrait(ground, coat, covering, cloth, seed, glasses=False, beard=False, skin=SKIN):
    """Head and shoulders; `covering` is "ghutra", "scarf", "bun" or "short", drawn in the colour `cloth`."""
    image = gradient((0, mix(ground, (255, 240, 214), 0.34)), (1, mix(ground, (20, 20, 28), 0.22)), size=SQUARE)
    image = texture(image, seed, 7, 0.12)
    glow(image, 330, 300, 720, 720, (255, 238, 206), 0.5)
    if covering == "bun":
        hair(image, Sheet().ellipse(700, 250, 120, 108).ellipse(610, 440, 236, 250), cloth)
    if covering == "ghutra":
        back = Sheet().polygon(
            [
                *bezier((392, 360), (330, 560), (300, 800), (250, 930)),
                (950, 930),
                *bezier((950, 930), (900, 800), (870, 560), (808, 360)),
            ]
        )
        paper(image, back, mix(cloth, (90, 84, 80), 0.24))
    shoulders = Sheet().polygon(
        [
            *bezier((496, 800), (420, 880), (200, 880), (120, 1210)),
            (1080, 1210),
            *bezier((1080, 1210), (1000, 880), (780, 880), (704, 800)),
        ]
    )
    paper(image, shoulders, coat)
    neck = Sheet().polygon([(512, 700), (688, 700), (704, 830), (600, 930), (496, 830)])
    paper(image, neck, mix(skin, (70, 40, 34), 0.24))
    if covering in ("short", "bun", "scarf"):
        collar = Sheet().polygon([(496, 812), (600, 950), (560, 1010), (440, 866)])
        collar.polygon([(704, 812), (600, 950), (640, 1010), (760, 866)])
        paper(image, collar, mix(coat, (255, 250, 240), 0.24))
    else:
        paper(
            image, Sheet().polygon([(500, 806), (700, 806), (676, 900), (524, 900)]), mix(coat, (120, 116, 110), 0.16)
        )
    face = Sheet().polygon(
        [
            *bezier((410, 470), (400, 300), (800, 300), (790, 470)),
            *bezier((790, 470), (800, 640), (720, 790), (600, 792)),
            *bezier((600, 792), (480, 790), (400, 640), (410, 470)),
        ]
    )
    head = paper(image, face, skin)
    side = ImageChops.multiply(
        Sheet().polygon([(640, 260), (830, 260), (830, 820), (560, 820), (668, 640), (612, 560)]).done(3), head
    )
    shade(image, (196, 156, 142), side, 0.6)
    brows = (
        Sheet()
        .stroke(bezier((462, 486), (506, 462), (554, 482)), 7, 15)
        .stroke(bezier((646, 482), (694, 462), (738, 486)), 15, 7)
    )
    shade(image, (70, 50, 46), brows.done(1), 0.85)
    shade(image, (120, 80, 70), Sheet().stroke(bezier((552, 700), (600, 722), (648, 700)), 9, 9).done(1.5), 0.8)
    shade(
        image,
        (140, 98, 84),
        Sheet().stroke(bezier((598, 520), (626, 590), (630, 616), (590, 624)), 5, 11).done(1.5),
        0.7,
    )
    if glasses:
        frames = (
            Sheet()
            .line([(574, 536), (626, 536)], 8)
            .line([(422, 520), (448, 530)], 8)
            .line([(752, 530), (782, 520)], 8)
        )
        for x in (510, 690):
            frames.ellipse(x, 540, 66, 58).ellipse(x, 540, 56, 48, ink=0)
        lay(image, (40, 36, 38), frames.done(0.8))
        for x in (510, 690):
            light(
                image,
                (255, 255, 250),
                Sheet().polygon([(x - 30, 590), (x - 4, 590), (x + 34, 492), (x + 8, 492)]).done(2),
                0.22,
            )
    else:
        lids = (
            Sheet()
            .stroke(bezier((474, 546), (508, 560), (546, 544)), 6, 10)
            .stroke(bezier((654, 544), (692, 560), (726, 546)), 10, 6)
        )
        shade(image, (80, 52, 46), lids.done(1), 0.85)
    if beard:
        chin = Sheet().polygon(
            [
                *bezier((414, 560), (430, 760), (500, 850), (600, 852)),
                *bezier((600, 852), (700, 850), (770, 760), (786, 560)),
                *bezier((786, 560), (740, 680), (700, 668), (600, 664)),
                *bezier((600, 664), (500, 668), (460, 680), (414, 560)),
            ]
        )
        chin.stroke(bezier((550, 706), (600, 724), (650, 706)), 15, 15, ink=0)
        hair(image, chin, (60, 52, 50))
    if covering == "ghutra":
        veil = Sheet().polygon(
            [
                *bezier((384, 520), (360, 260), (470, 200), (600, 200)),
                *bezier((600, 200), (730, 200), (840, 260), (816, 520)),
                *bezier((816, 520), (880, 700), (900, 830), (960, 940)),
                (836, 960),
                *bezier((836, 960), (800, 760), (806, 560), (776, 424)),
                *bezier((776, 424), (690, 376), (510, 376), (424, 424)),
                *bezier((424, 424), (394, 560), (400, 760), (364, 960)),
                (240, 940),
                *bezier((240, 940), (300, 830), (320, 700), (384, 520)),
            ]
        )
        drape = paper(image, veil, cloth)
        folds = Sheet()
        for a, b in ((330, 300), (372, 340), (828, 860), (870, 900)):
            folds.line(bezier((600 + (a - 600) * 0.9, 440), (a, 700), (b, 950)), 5)
        shade(image, (170, 164, 158), ImageChops.multiply(folds.done(3), drape), 0.8)
        cord = (
            Sheet()
            .stroke(bezier((380, 356), (480, 296), (720, 296), (820, 356)), 30, 30)
            .stroke(bezier((386, 312), (480, 254), (720, 254), (814, 312)), 30, 30)
        )
        paper(image, cord, (34, 30, 32))
    elif covering == "scarf":
        wrap = Sheet().polygon(
            [
                *bezier((400, 620), (340, 240), (470, 170), (600, 170)),
                *bezier((600, 170), (740, 170), (870, 240), (806, 620)),
                *bezier((806, 620), (840, 800), (780, 960), (600, 1000)),
                *bezier((600, 1000), (420, 960), (360, 800), (400, 620)),
            ]
        )
        wrap.polygon(
            [
                *bezier((444, 470), (440, 330), (760, 330), (756, 470)),
                *bezier((756, 470), (764, 640), (700, 778), (600, 780)),
                *bezier((600, 780), (500, 778), (436, 640), (444, 470)),
            ],
            ink=0,
        )
        veil = paper(image, wrap, cloth)
        folds = (
            Sheet()
            .line(bezier((420, 700), (520, 860), (760, 900)), 6)
            .line(bezier((404, 760), (500, 940), (690, 970)), 5)
            .line(bezier((500, 250), (430, 330), (410, 520)), 5)
        )
        shade(image, mix(cloth, (40, 34, 40), 0.6), ImageChops.multiply(folds.done(3), veil), 0.6)
    elif covering == "bun":
        hair(
            image,
            Sheet().polygon(
                [
                    *bezier((386, 560), (350, 220), (850, 220), (814, 560)),
                    *bezier((814, 560), (790, 420), (700, 350), (560, 352)),
                    *bezier((560, 352), (470, 370), (420, 440), (386, 560)),
                ]
            ),
            cloth,
        )
    else:
        hair(
            image,
            Sheet().polygon(
                [
                    *bezier((394, 520), (350, 210), (850, 200), (808, 520)),
                    *bezier((808, 520), (780, 420), (760, 390), (700, 376)),
                    *bezier((700, 376), (600, 400), (500, 390), (446, 380)),
                    *bezier((446, 380), (420, 430), (410, 470), (394, 520)),
                ]
            ),
            cloth,
        )
    return finish(image, seed, 0.38, 0.14)


def paper(image, sheet, colour):
    """A shape cut from paper: a soft shadow under it and a lit edge. Returns its stencil."""
    shape = sheet.done(0.6)
    dropped = Image.new("L", SQUARE)
    dropped.paste(shape, (8, 14))
    shade(image, (96, 78, 78), soften(dropped, 9), 0.55)
    lay(image, colour, shape)
    light(image, (255, 244, 222), rim(shape, 6, 6, 2), 0.45)
    shade(image, (120, 104, 104), rim(shape, -10, -8, 7), 0.5)
    return shape


def hair(image, sheet, colour):
    shape = sheet.done(0.6)
    lay(image, colour, shape)
    light(image, (255, 232, 204), rim(shape, 7, 8, 4), 0.4)
