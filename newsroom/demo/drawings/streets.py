"""In the streets: a flooded one before dawn, a football ground at night."""

import random

from PIL import Image, ImageChops

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
    pool,
    rim,
    ripples,
    shade,
    texture,
    walker,
)


def flooded_street():
    """A street under water after a night of rain, before the lamps go out."""
    rng = random.Random(11)
    horizon, cx = 700, 980
    image = gradient((0, (34, 52, 74)), (0.28, (74, 96, 116)), (0.48, (176, 158, 146)), (0.58, (238, 190, 140)))
    clouds = Mask()
    for _ in range(50):
        y = rng.uniform(-20, 500)
        clouds.ellipse(rng.uniform(-100, WIDTH), y, rng.uniform(160, 460), rng.uniform(8, 30), ink=130)
    shade(image, (96, 104, 124), clouds.done(20), 0.6)
    glow(image, cx, horizon - 30, 620, 360, (255, 210, 150), 0.8)

    blocks = [(60, 0.2), (150, 0.3), (270, 0.42), (420, 0.58), (600, 0.78), (830, 1.0)]
    for depth, (reach, size) in enumerate(blocks):
        colour = mix((206, 164, 136), (46, 44, 54), depth / 5)
        for side in (-1, 1):
            near, far = cx + side * (reach + 260 * size), cx + side * reach
            tall = horizon - (330 + rng.uniform(-60, 120)) * size
            face = Mask().polygon(
                [(far, horizon), (far, tall + 40 * size), (near + side * 140, tall), (near + side * 140, horizon + 10)]
            )
            if depth > 2:
                face.box(min(far, near), tall - 16 * size, max(far, near), tall + 34 * size)
            wall = face.done(1.4 - depth * 0.2)
            lay(image, colour, wall)
            light(image, (255, 206, 150), rim(wall, side * 4, 2, 2), 0.35)
            windows, signs = Mask(), Mask()
            for column in range(4):
                x = far + side * (26 + column * 62) * size
                for row in range(4):
                    y = tall + (70 + row * 66) * size
                    if y < horizon - 100 * size:
                        windows.box(
                            min(x, x + side * 30 * size),
                            y,
                            max(x, x + side * 30 * size),
                            y + 38 * size,
                            ink=rng.choice((50, 60, 70, 255)),
                        )
                if rng.random() < 0.8:
                    edges = sorted((x - side * 8 * size, x + side * 46 * size))
                    signs.box(
                        edges[0], horizon - 84 * size, edges[1], horizon - 62 * size, 3, ink=rng.choice((140, 200, 255))
                    )
                    signs.box(edges[0], horizon - 56 * size, edges[1], horizon - 8 * size, ink=90)
            lay(image, (255, 206, 132), fade(windows.done(0.8), 0.75))
            lamp = [(255, 190, 110), (140, 206, 200), (240, 130, 96)][(depth + (side > 0)) % 3]
            light(image, lamp, signs.done(1), 0.85)
            light(image, lamp, signs.done(16), 0.5)
        haze(image, (246, 200, 156), (0, 0), (0.3, 12), (0.58, 60 - depth * 11), (0.6, 0), (1, 0))

    posts = Mask()
    lamps = [(cx + side * (90 + 470 * s), horizon - 400 * s, s) for s in (0.26, 0.5, 1.0) for side in (-1, 1)]
    for x, y, s in lamps:
        bend = 1 if x < cx else -1
        posts.stroke([(x, horizon + 6), (x, y)], 12 * s, 7 * s).stroke(
            bezier((x, y), (x, y - 26 * s), (x + bend * 74 * s, y - 26 * s)), 7 * s, 5 * s
        )
    lay(image, (34, 34, 42), posts.done(0.8))
    for x, y, s in lamps:
        bulb = (x + (74 if x < cx else -74) * s, y - 20 * s)
        lay(image, (255, 240, 206), Mask().ellipse(*bulb, 20 * s, 7 * s).done(1))
        glow(image, *bulb, 150 * s, 120 * s, (255, 214, 150), 0.95)

    car(image, cx + 190, horizon + 36, 1.0)
    mirror_in_water(image, horizon + 40, 12, swell=16)
    shade(image, (112, 122, 142), gradient((0, 0), (0.616, 0), (0.617, 60), (1, 235), mode="L"))
    light(image, (255, 220, 170), ripples(5, horizon + 46, 300, (20, 130)), 0.3)
    shade(image, (60, 66, 84), ripples(6, horizon + 46, 300, (20, 150)), 0.4)
    # The car's own waves, and its lamps on the water.
    wake = Mask()
    for number in range(5):
        wake.stroke(
            bezier(
                (cx + 20 - number * 70, horizon + 52 + number * 30),
                (cx + 180, horizon + 74 + number * 36),
                (cx + 380 + number * 90, horizon + 50 + number * 28),
            ),
            3 + number,
            2,
        )
    light(image, (255, 232, 196), wake.done(2), 0.5)
    for side in (-1, 1):
        light(image, (255, 236, 190), pool(cx + 190 + side * 96, horizon + 190, 60, 260), 0.65)

    kerb = Mask().polygon([(0, 1042), (330, 1010), (560, 1200), (0, 1200)])
    stone = kerb.done(1)
    lay(image, gradient((0.84, (88, 84, 88)), (1, (40, 38, 44))), stone)
    light(image, (255, 214, 160), rim(stone, -4, 6, 2), 0.5)
    wader = Mask()
    walker(wader, 470, 1070, 520, robe=False, stride=0.09)
    wader.stroke([(520, 800), (522, 560)], 7, 6)
    wader.polygon(
        [
            *bezier((330, 590), (372, 430), (524, 420)),
            *bezier((524, 420), (680, 432), (714, 596)),
            *bezier((714, 596), (620, 560), (522, 572)),
            *bezier((522, 572), (420, 560), (330, 590)),
        ]
    )
    figure = ImageChops.multiply(wader.done(1), Mask(255).box(0, 1046, WIDTH, HEIGHT, ink=0).done(2))
    below = ImageChops.offset(figure.transpose(Image.Transpose.FLIP_TOP_BOTTOM), 0, 2 * 1046 - HEIGHT)
    shade(
        image,
        (52, 54, 68),
        ImageChops.multiply(below, gradient((0, 0), (0.87, 0), (0.872, 220), (1, 90), mode="L")),
        0.8,
    )
    lay(image, (30, 32, 42), figure)
    light(image, (255, 220, 166), rim(figure, -6, 3, 2.5), 0.6)
    rings = Mask()
    for r in (60, 96, 140):
        rings.ellipse(476, 1052, r, r * 0.16).ellipse(476, 1052, r - 4, r * 0.16 - 3, ink=0)
    light(image, (255, 226, 184), rings.done(1.5), 0.35)
    return finish(image, 161, 0.5)


def car(image, x, ground, s):
    """A car head on, its lamps lit."""
    body = Mask().box(x - 150 * s, ground - 116 * s, x + 150 * s, ground - 10 * s, 34 * s)
    body.polygon(
        [
            (x - 128 * s, ground - 110 * s),
            (x - 92 * s, ground - 188 * s),
            (x + 92 * s, ground - 188 * s),
            (x + 128 * s, ground - 110 * s),
        ]
    )
    shell = body.done(0.8)
    lay(image, (40, 44, 56), shell)
    light(image, (255, 214, 170), rim(shell, 0, 7, 3), 0.5)
    glass = (
        Mask()
        .polygon(
            [
                (x - 106 * s, ground - 116 * s),
                (x - 80 * s, ground - 178 * s),
                (x + 80 * s, ground - 178 * s),
                (x + 106 * s, ground - 116 * s),
            ]
        )
        .done(1)
    )
    lay(image, (96, 106, 118), glass)
    lay(
        image,
        (36, 36, 44),
        Mask()
        .ellipse(x + 40 * s, ground - 128 * s, 22 * s, 26 * s)
        .box(x + 8 * s, ground - 118 * s, x + 72 * s, ground - 112 * s)
        .done(1.5),
    )
    lay(image, (24, 26, 32), Mask().box(x - 60 * s, ground - 72 * s, x + 60 * s, ground - 44 * s, 6).done(1))
    for side in (-1, 1):
        lay(image, (255, 250, 232), Mask().ellipse(x + side * 108 * s, ground - 72 * s, 24 * s, 15 * s).done(1.5))
        glow(image, x + side * 108 * s, ground - 72 * s, 150 * s, 130 * s, (255, 236, 190), 0.9)


def football_under_lights():
    """A neighbourhood ground at night: four masts, long shadows, dust in the beams."""
    rng = random.Random(9)
    horizon = 600
    image = gradient((0, (16, 26, 46)), (0.3, (34, 50, 74)), (0.5, (84, 88, 100)))
    stars = Mask()
    for _ in range(70):
        stars.ellipse(rng.uniform(0, WIDTH), rng.uniform(0, 330), rng.uniform(0.6, 1.6), ink=rng.randint(60, 190))
    light(image, (226, 232, 240), stars.done(), 0.6)
    houses, lit = Mask(), Mask()
    x = -30.0
    while x < WIDTH:
        width, top = rng.uniform(90, 190), horizon - rng.uniform(70, 190)
        houses.box(x, top, x + width, horizon + 4)
        if rng.random() < 0.4:
            houses.box(x + width * 0.3, top - 22, x + width * 0.5, top)
        for wx in range(int(x) + 14, int(x + width) - 20, 34):
            for wy in range(int(top) + 18, horizon - 40, 40):
                if rng.random() < 0.36:
                    lit.box(wx, wy, wx + 13, wy + 17, ink=rng.randint(120, 255))
        x += width + rng.uniform(-4, 16)
    for px, tall in ((250, 150), (1010, 130), (1560, 160)):
        palm(houses, px, horizon, tall, rng, fronds=16)
    lay(image, (30, 38, 54), houses.done(1.2))
    light(image, (255, 204, 130), lit.done(1), 0.75)
    wall = Mask().box(0, horizon - 34, WIDTH, horizon + 4).done(1)
    lay(image, (96, 92, 86), wall)
    crowd = Mask()
    for _ in range(90):
        x = rng.uniform(20, WIDTH - 20)
        crowd.ellipse(x, horizon - 46 + rng.uniform(-5, 5), 7, 9).box(x - 11, horizon - 38, x + 11, horizon - 8, 7)
    people = crowd.done(0.8)
    lay(image, (40, 42, 52), people)
    light(image, (255, 240, 210), rim(people, 0, 3, 1.2), 0.6)

    ground = Mask().box(0, horizon, WIDTH, HEIGHT).done()
    lay(image, gradient((0.5, (118, 136, 88)), (0.66, (86, 118, 70)), (1, (38, 66, 44))), ground)
    bands = Mask()
    for k in range(-14, 15, 2):
        bands.polygon(
            [
                (900 + k * 70, horizon),
                (900 + (k + 1) * 70, horizon),
                (900 + (k + 1) * 330, HEIGHT),
                (900 + k * 330, HEIGHT),
            ]
        )
    light(image, (150, 170, 96), ImageChops.multiply(bands.done(2), ground), 0.2)
    lines = Mask()
    lines.stroke([(-20, 668), (WIDTH + 20, 668)], 5, 5).stroke([(640, 668), (240, HEIGHT)], 4, 14)
    for r, w in ((1, 9),):
        lines.ellipse(1220, 930, 330 * r, 104 * r).ellipse(1220, 930, 330 * r - w, 104 * r - w * 0.5, ink=0)
    lay(image, (226, 228, 208), fade(ImageChops.multiply(lines.done(1.2), ground), 0.75))
    image = texture(image, 29, 3, 0.16)

    goal = Mask()
    for gx in (150, 420):
        goal.stroke([(gx, 690), (gx, 560)], 7, 7)
    goal.stroke([(147, 560), (423, 560)], 7, 7)
    net = Mask()
    for step in range(19):
        net.line([(150 + step * 15, 563), (132 + step * 16, 640)], 1)
    for step in range(6):
        net.line([(148 - step * 3, 566 + step * 15), (422 + step * 3, 566 + step * 15)], 1)
    light(image, (230, 234, 226), net.done(0.6), 0.4)
    lay(image, (240, 240, 228), goal.done(0.6))

    masts = [(120, 90, 1.0), (1690, 70, 1.05), (640, 250, 0.5), (1270, 240, 0.5)]
    posts = Mask()
    for x, y, s in masts:
        posts.stroke([(x, horizon + 4), (x, y)], 17 * s, 9 * s).box(x - 74 * s, y - 36 * s, x + 74 * s, y + 30 * s)
    lay(image, (40, 44, 54), posts.done(0.8))
    for x, y, s in masts:
        lamps = Mask()
        for column in range(4):
            for row in range(2):
                lamps.ellipse(x - 54 * s + column * 36 * s, y - 18 * s + row * 31 * s, 13 * s)
        beam = Mask().polygon(
            [
                (x - 60 * s, y),
                (x + 60 * s, y),
                (x + (900 - x) * 0.9 + 460 * s, 1010),
                (x + (900 - x) * 0.9 - 460 * s, 1010),
            ]
        )
        light(
            image,
            (216, 226, 230),
            ImageChops.multiply(beam.done(30), gradient((0, 255), (0.45, 90), (0.85, 0), mode="L")),
            0.3,
        )
        glow(image, x, y, 420 * s, 340 * s, (236, 240, 232), 0.85)
        lay(image, (255, 255, 248), lamps.done(1.4))
    # Where each stands, how tall, which team, which way and how far into the stride.
    for x, feet, tall, team, way, stride in (
        (300, 716, 124, 0, 1, 0.3),
        (760, 792, 172, 1, 1, 0.9),
        (960, 758, 148, 0, 1, 0.7),
        (1560, 742, 138, 1, -1, 0.8),
        (1200, 900, 240, 0, -1, 1.0),
        (1420, 968, 280, 1, -1, 0.55),
        (560, 1010, 300, 1, 1, 1.1),
    ):
        footballer(image, x, feet, tall, ((186, 62, 50), (222, 224, 216))[team], way, stride)
    lay(image, (250, 248, 240), Mask().ellipse(1082, 664, 12).done(1))
    shade(image, (34, 50, 40), Mask().ellipse(1082, 868, 18, 5).done(3), 0.6)
    dust = noise_cloud(rng)
    light(image, (206, 200, 180), dust, 0.22)
    return finish(image, 171, 0.5)


def footballer(image, x, feet, tall, shirt, way, stride):
    """Running to the right (`way` 1) or left, lit from all four masts, with a shadow for each."""
    u = tall

    def at(dx, dy):
        return x + way * dx * u, feet - dy * u

    for lean in (-0.95, 0.8, -0.28):
        reach = u * 0.75
        cast = [(x - u * 0.07, feet), (x + u * 0.07, feet)]
        cast += [(x + reach * lean + u * 0.06, feet + u * 0.34), (x + reach * lean - u * 0.06, feet + u * 0.34)]
        shade(image, (34, 50, 40), Mask().polygon(cast).done(3), 0.42)
    hip, neck = at(0, 0.5), at(0.1 * stride, 0.82)
    limbs = Mask()
    # One leg forward with a bent knee, one stretched out behind; arms the other way round.
    front = [hip, at(0.2 * stride, 0.32), at(0.12 * stride, 0.04)]
    back = [hip, at(-0.1 * stride, 0.26), at(-0.36 * stride, 0.1 + 0.1 * stride)]
    for upper, knee, ankle in (front, back):
        limbs.stroke([upper, knee], u * 0.11, u * 0.075).stroke([knee, ankle], u * 0.075, u * 0.045)
        limbs.ellipse(*knee, u * 0.037)
        limbs.stroke([ankle, (ankle[0] + way * u * 0.09, ankle[1] + u * 0.025)], u * 0.05, u * 0.035)
    for reach in (0.22, -0.2):
        elbow = at(0.08 * stride + reach * stride * 0.8, 0.62)
        limbs.stroke([neck, elbow], u * 0.075, u * 0.055)
        limbs.stroke([elbow, (elbow[0] + way * u * 0.13, elbow[1] - u * 0.07)], u * 0.05, u * 0.04)
    head = at(0.13 * stride, 0.93)
    limbs.ellipse(*head, u * 0.058, u * 0.07)
    limbs.stroke([neck, head], u * 0.06, u * 0.06)
    skin = limbs.done(0.7)
    lay(image, (112, 80, 62), skin)
    hair = Mask().ellipse(head[0] - way * u * 0.012, head[1] - u * 0.022, u * 0.058, u * 0.052).done(0.7)
    lay(image, (34, 28, 28), hair)
    jersey = Mask().stroke([(neck[0], neck[1] - u * 0.03), at(0.02 * stride, 0.5)], u * 0.22, u * 0.17)
    for reach in (0.22, -0.2):
        elbow = at(0.08 * stride + reach * stride * 0.8, 0.62)
        sleeve = (neck[0] + (elbow[0] - neck[0]) * 0.7, neck[1] + (elbow[1] - neck[1]) * 0.7)
        jersey.stroke([neck, sleeve], u * 0.1, u * 0.085)
    cloth = jersey.done(0.7)
    lay(image, shirt, cloth)
    shorts = Mask()
    for _upper, knee, _ankle in (front, back):
        hem = (hip[0] + (knee[0] - hip[0]) * 0.66, hip[1] + (knee[1] - hip[1]) * 0.66)
        shorts.stroke([(hip[0], hip[1] - u * 0.03), hem], u * 0.15, u * 0.13)
    trousers = shorts.done(0.7)
    lay(image, (40, 46, 62), trousers)
    for shape in (skin, cloth, trousers):
        light(image, (250, 250, 236), rim(shape, -3, 3, 1.6), 0.5)
        shade(image, (96, 96, 110), rim(shape, round(-u * 0.03), round(-u * 0.02), u * 0.015), 0.4)


def noise_cloud(rng):
    """Dust kicked up along the ground."""
    cloud = Mask()
    for _ in range(46):
        cloud.ellipse(
            rng.uniform(300, 1600),
            rng.uniform(820, 1080),
            rng.uniform(60, 200),
            rng.uniform(10, 36),
            ink=rng.randint(50, 170),
        )
    return cloud.done(24)
