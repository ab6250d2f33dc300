"""Photos: from an upload to a file that is safe to keep, and from that to the renditions that readers get.

The names of renditions are a function of the original's name, so there is nothing to look up and nothing to migrate.
"""

import secrets
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO, NamedTuple

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_BYTES = 40 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_WIDTH = 3000
WIDTHS = (480, 960, 1440)
SQUARE = 320
ENCODINGS = {"jpg": {"format": "JPEG", "quality": 82, "progressive": True}, "webp": {"format": "WEBP", "quality": 80}}


class Sources(NamedTuple):
    """What a `<picture>` needs: addresses, `srcset` texts ("" when there are no renditions), and the size in pixels."""

    src: str
    webp: str
    jpeg: str
    width: int
    height: int


def storage_name(_photo, _filename: str) -> str:
    """Nothing of the uploaded name is kept: it may hold a person's name, a path or another extension."""
    return f"photos/{secrets.token_hex(8)}/original.jpg"


def accept(upload: IO[bytes]) -> ContentFile:
    """The upload decoded, turned upright by its EXIF and encoded anew as a JPEG without any metadata.

    Raises `ValidationError` with a sentence for the editor: not a photo, broken, or over 40 megapixels (counted before
    anything is decoded).
    """
    if getattr(upload, "size", 0) > MAX_BYTES:
        raise ValidationError(_("The file is larger than 40 MB. Save it smaller and try again."), code="too_large")
    try:
        image = Image.open(upload, formats=FORMATS)
        has_too_many_pixels = image.width * image.height > MAX_PIXELS
        if not has_too_many_pixels:
            image.load()
            image = ImageOps.exif_transpose(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        has_too_many_pixels = True
    except Exception:
        # A stranger's file in another's decoder: damaged ones raise whatever the damage leads to.
        raise ValidationError(
            _("This file cannot be read as a photo. Use a JPEG, PNG or WebP file that opens in an image viewer."),
            code="unreadable",
        ) from None
    if has_too_many_pixels:
        raise ValidationError(
            _("The photo has more than 40 megapixels. Save it smaller and try again."), code="too_many_pixels"
        )
    return from_image(image)


def from_image(image: Image.Image) -> ContentFile:
    """A Pillow image as the file that the library keeps: a JPEG at most 3,000 px wide or high."""
    profile = image.info.get("icc_profile") if image.mode == "RGB" else None
    image = _as_rgb(image)
    image.thumbnail((MAX_WIDTH, MAX_WIDTH), Image.Resampling.LANCZOS)
    return _encoded(image, {"format": "JPEG", "quality": 90, "progressive": True, "icc_profile": profile})


def rendition_name(original: str, rendition: str, extension: str) -> str:
    """`photos/1f…/original.jpg` and `w480` give `photos/1f…/w480.webp`."""
    return str(PurePosixPath(original).with_name(f"{rendition}.{extension}"))


def make_renditions(photo) -> list[str]:
    """Write every rendition of `photo` to the storage and return their names, to be kept in `photo.renditions`."""
    with photo.file.open() as file:
        original = Image.open(file, formats=FORMATS)
        original.load()
    profile = original.info.get("icc_profile")
    made = {f"w{width}": _scaled(original, width) for width in WIDTHS if width < original.width}
    made[_square_name(photo)] = ImageOps.fit(
        original,
        (SQUARE, SQUARE),
        Image.Resampling.LANCZOS,
        centering=(photo.focal_x / 100, photo.focal_y / 100),
    )
    for rendition, image in made.items():
        for extension, options in ENCODINGS.items():
            name = rendition_name(photo.file.name, rendition, extension)
            default_storage.delete(name)
            default_storage.save(name, _encoded(image, options | {"icc_profile": profile}))
    return list(made)


def sources(photo) -> Sources:
    """The photo's addresses; where renditions are not made yet, the original alone."""
    url = photo.file.url
    widths = [int(name[1:]) for name in photo.renditions if name.startswith("w")]
    srcsets = {
        extension: ", ".join(f"{_sibling(url, f'w{width}', extension)} {width}w" for width in widths)
        for extension in ENCODINGS
    }
    jpeg = f"{srcsets['jpg']}, {url} {photo.width}w" if widths else ""
    return Sources(url, srcsets["webp"], jpeg, photo.width, photo.height)


def square(photo) -> str:
    """The square cut round the focal point, or the whole photo while that is not made."""
    name = _square_name(photo)
    return _sibling(photo.file.url, name, "jpg") if name in photo.renditions else photo.file.url


def _square_name(photo):
    # With another focal point it is another picture, and an address that caches keep for ever shows one picture only.
    return f"square_{photo.focal_x}_{photo.focal_y}"


def _sibling(url, rendition, extension):
    return f"{url.rpartition('/')[0]}/{rendition}.{extension}"


def _as_rgb(image):
    if image.mode.startswith("I"):
        # 16 bits of grey, of which Pillow would keep the lower eight: everything but the darkest shade is white then.
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        image = paper
    return image.convert("RGB")


def _scaled(image, width):
    return image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)


def _encoded(image, options):
    buffer = BytesIO()
    image.save(buffer, **options)
    return ContentFile(buffer.getvalue(), name="original.jpg")
