"""Photos: from an upload to a file that is safe to keep. What readers get of it is made in `articles.renditions`."""

import io
import secrets
import threading
from itertools import chain
from pathlib import PurePath
from typing import IO

import pi_heif
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

from articles import photo_metadata
from articles.photo_metadata import Metadata

_JPEG_NAMES = ("jpg", "jpeg", "jpe", "jfif")
# The formats that are read, by Pillow's name, each with the endings that a file of it may have.
FORMATS = {
    "JPEG": _JPEG_NAMES,
    # What a JPEG becomes when a phone wrote more beside the picture (depth, a second view).
    "MPO": _JPEG_NAMES,
    "PNG": ("png",),
    "WEBP": ("webp",),
    "AVIF": ("avif",),
    "HEIF": ("heic", "heif", "hif"),
    "GIF": ("gif",),
}
READERS = [name for name in FORMATS if name != "MPO"]
# For the `accept` of a file field.
ACCEPTED = ",".join(f".{ending}" for ending in dict.fromkeys(chain(*FORMATS.values())))
MOVING_FORMATS = {"GIF", "PNG", "WEBP", "AVIF"}
MAX_BYTES = 40 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_SIDE = 3000
# A progressive JPEG is drawn anew with each scan. Ten or so are usual; a file of thousands keeps a processor for hours.
MAX_SCANS = 100
START_OF_SCAN = b"\xff\xda"

pi_heif.register_heif_opener()
# A decoded photo takes hundreds of megabytes; a server's threads together would take all there is.
_one_at_a_time = threading.Lock()
_SRGB = ImageCms.createProfile("sRGB")


class AcceptedPhoto(ContentFile):
    """An upload as the library keeps it, a JPEG without any metadata; `metadata` is what the upload said of itself."""

    def __init__(self, content: bytes, metadata: Metadata = Metadata()):  # noqa: B008 - a tuple
        super().__init__(content, name="original.jpg")
        self.metadata = metadata

    def described(self, **typed) -> dict:
        """Values for the fields of a `Photo`: what was typed, and for empty fields what the file says."""
        return self.metadata._asdict() | {name: value for name, value in typed.items() if value}


def storage_name(_photo, _filename: str) -> str:
    """Nothing of the uploaded name is kept: it may hold a person's name, a path or another extension."""
    return f"photos/{secrets.token_hex(8)}/original.jpg"


def accept(upload: IO[bytes]) -> AcceptedPhoto:
    """The upload decoded, turned upright by its EXIF and encoded anew.

    Raises `ValidationError` with a sentence for the editor: not a photo, broken, named as what it is not, moving, or
    over 40 megapixels (counted before anything is decoded).
    """
    if getattr(upload, "size", 0) > MAX_BYTES:
        raise ValidationError(_("The file is larger than 40 MB. Save it smaller and try again."), code="too_large")
    with _one_at_a_time:
        return _accepted(upload)


def _accepted(upload):
    try:
        image = Image.open(upload, formats=READERS)
        _check(image, getattr(upload, "name", None) or "")
        # A JPEG can be read at a half or a quarter of its size, which is quicker and as good.
        image.draft(None, (MAX_SIDE, MAX_SIDE))
        image.load()
        metadata = photo_metadata.read(image)
        image = ImageOps.exif_transpose(image)
    except ValidationError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except Exception:
        # A stranger's file in another's decoder: damaged ones raise whatever the damage leads to.
        raise ValidationError(
            _("This file cannot be read as a photo. Use a JPEG, PNG, WebP or HEIC file that opens in an image viewer."),
            code="unreadable",
        ) from None
    return from_image(image, metadata)


def from_image(image: Image.Image, metadata: Metadata = Metadata()) -> AcceptedPhoto:  # noqa: B008 - a tuple
    """A Pillow image as the file that the library keeps: a JPEG in sRGB, at most 3,000 px wide or high."""
    profile = image.info.get("icc_profile")
    image = _in_few_modes(image)
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    return AcceptedPhoto(encoded(_as_srgb(image, profile), format="JPEG", quality=90, progressive=True), metadata)


def encoded(image: Image.Image, **options) -> bytes:
    """The bytes of `image` saved with Pillow's options, and with nothing that the image carries in its `info`."""
    bare = image.copy()
    bare.info = {}
    buffer = io.BytesIO()
    bare.save(buffer, **options)
    return buffer.getvalue()


def _check(image, name):
    if image.width * image.height > MAX_PIXELS:
        raise _too_many_pixels()
    ending = PurePath(name).suffix[1:].lower()
    if ending and ending not in FORMATS[image.format]:
        right = FORMATS[image.format][0]
        raise ValidationError(
            _("The file is called .%(ending)s but holds a %(format)s picture. Rename it to .%(right)s and try again.")
            % {"ending": ending, "format": right.upper(), "right": right},
            code="misnamed",
        )
    if image.format in ("JPEG", "MPO") and _occurrences(image.fp, START_OF_SCAN) > MAX_SCANS:
        raise ValidationError(_("The JPEG is built in an unusual way. Open it in an image program and save it anew."))
    if image.format in MOVING_FORMATS and getattr(image, "is_animated", False):
        raise ValidationError(
            _("The file is an animation, and the library keeps still photos. Save one picture of it as JPEG or PNG."),
            code="moving",
        )


def _occurrences(file, marker):
    position = file.tell()
    file.seek(0)
    number = file.read().count(marker)
    file.seek(position)
    return number


def _too_many_pixels():
    return ValidationError(
        _("The photo has more than 40 megapixels. Save it smaller and try again."), code="too_many_pixels"
    )


def _in_few_modes(image):
    """The image as L, CMYK or RGB, on white where it was transparent, and not much larger than it is kept."""
    if image.mode.startswith("I"):
        # 16 bits of grey, of which Pillow would keep the lower eight: everything but the darkest shade is white then.
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    is_transparent = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    if image.mode in ("1", "P", "PA") or is_transparent:
        image = image.convert("RGBA" if is_transparent else "RGB")
    # First, because each further step makes another image of this size.
    if (factor := max(image.size) // MAX_SIDE) > 1:
        image = image.reduce(factor)
    if is_transparent:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image)
        image = paper
    # A copy, because the caller's image is not ours to shrink.
    return image.copy() if image.mode in ("L", "CMYK", "RGB") else image.convert("RGB")


def _as_srgb(image, profile):
    """Through the picture's own colour profile where it has a usable one: print colours are dull without."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image.convert("RGB")
