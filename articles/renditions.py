"""Renditions: the sizes and crops of a photo that readers get, made once from the original of the library.

A photo's row says which there are (`Photo.renditions`); their addresses follow from the original's, so a page asks neither
the database nor the storage. Their names carry a key of everything that they are made of: another focal point or credit is
another address, and what an address shows never changes.
"""

import hashlib
import io
import re
from pathlib import PurePosixPath
from typing import NamedTuple

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from articles import photo_metadata, photos

WIDTHS = (480, 960, 1440)
# By name: width to height, None for the whole photo, and the widths that are made.
CROPS = {"full": (None, WIDTHS), "wide": (3 / 2, WIDTHS), "square": (1, (320,))}
ENCODINGS = {
    "jpg": {"format": "JPEG", "quality": 82, "progressive": True},
    "webp": {"format": "WEBP", "quality": 80},
}
END_OF_JPEG = b"\xff\xd9"
ASKED_AGAIN_AFTER = 60


class Sources(NamedTuple):
    """What a `<picture>` needs: the address for `src` with its size in pixels, and `srcset` texts ("" when there are no
    renditions)."""

    src: str
    webp: str
    jpeg: str
    width: int
    height: int


def key(photo) -> str:
    """What the renditions of `photo` must carry in their names to be of today's recipe, focal point and credit."""
    parts = (CROPS, ENCODINGS, photo.focal_x, photo.focal_y, photo.credit, photo.copyright_notice)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:8]


def are_current(photo) -> bool:
    return photo.renditions.get("key") == key(photo) and "bytes" in photo.renditions


def make(photo) -> dict:
    """Write every rendition of `photo` to the storage and return what there is, to be kept in `photo.renditions`:
    `{"key": "3f2a9c1e", "bytes": 48213, "full": [480, 960], "wide": [480, 960], "square": [320]}`, widths in pixels, and
    the length of the file that `sources(photo, "full").src` names. A crop that is the whole photo is left out.

    Made again, they replace what is there, also what a run that was cut off left behind.
    """
    with photo.file.open() as file:
        original = Image.open(io.BytesIO(file.read()), formats=["JPEG"])
        original.load()
    made = {"key": key(photo)}
    for crop, (ratio, widths) in CROPS.items():
        whole = image = _cropped(original, ratio, photo.focal_x / 100, photo.focal_y / 100)
        if ratio and whole.size == original.size:
            # The whole photo has this shape.
            continue
        made[crop] = sorted({min(width, whole.width) for width in widths})
        for width in reversed(made[crop]):
            # Each from the next larger one: half the work, and no eye sees it.
            image = image.resize((width, _height(whole.size, width)), Image.Resampling.LANCZOS)
            for extension, options in ENCODINGS.items():
                metadata = photo_metadata.saving(options["format"], photo.credit, photo.copyright_notice)
                content = photos.encoded(image, **options, **metadata)
                # Both of our storages write over what is there.
                default_storage.save(_name(photo.file.name, crop, width, made["key"], extension), ContentFile(content))
                if (crop, width, extension) == ("full", made["full"][-1], "jpg"):
                    made["bytes"] = len(content)
    return made


def sources(photo, crop: str) -> Sources:
    """The addresses of one crop of `photo`; where its renditions are not made yet, those of the original alone."""
    if not photo.renditions:
        return Sources(photo.file.url, "", "", photo.width, photo.height)
    crop = crop if crop in photo.renditions else "full"
    widths = photo.renditions[crop]
    addresses = {
        extension: [(_name(photo.file.url, crop, width, photo.renditions["key"], extension), width) for width in widths]
        for extension in ENCODINGS
    }
    webp, jpeg = (", ".join(f"{url} {width}w" for url, width in addresses[name]) for name in ("webp", "jpg"))
    ratio = CROPS[crop][0]
    size = (photo.width, photo.height) if ratio is None else (ratio, 1)
    return Sources(addresses["jpg"][-1][0], webp, jpeg, widths[-1], _height(size, widths[-1]))


def names(photo) -> set[str]:
    """The storage names of the renditions that the photo's row speaks of."""
    return {
        _name(photo.file.name, crop, width, photo.renditions["key"], extension)
        for crop in CROPS
        for width in photo.renditions.get(crop, ())
        for extension in ENCODINGS
    }


def opened(name: str):
    """The file of this storage name, open for reading. Raises `FileNotFoundError` when it is not there or is cut off: a
    disk that filled up, or a copy that was stopped half-way, leaves the beginning of a file."""
    file = default_storage.open(name)
    start = file.read(8)
    if start.startswith(b"RIFF"):
        # WebP says its length behind the first four bytes, counted from the ninth.
        is_whole = int.from_bytes(start[4:], "little") + 8 == file.size
    else:
        file.seek(max(file.size - 2, 0))
        is_whole = file.read(2) == END_OF_JPEG
    if not is_whole:
        file.close()
        raise FileNotFoundError(name)
    file.seek(0)
    return file


def of_another_recipe(photo, name: str) -> str:
    """The address that stands today where a rendition of an earlier recipe, focal point or credit stood."""
    crop = re.match("[a-z]*", PurePosixPath(name).name)[0]
    return sources(photo, crop).src if crop in CROPS else photo.file.url


def is_due(photo) -> bool:
    """True once a minute for one photo: however many readers ask for a lost rendition, it is made again once."""
    return cache.add(f"renditions-due-{photo.pk}", True, ASKED_AGAIN_AFTER)


def remove(gone: set[str]):
    for name in gone:
        default_storage.delete(name)


def remove_all(original: str):
    """Delete a photo's file, by its storage name, and every rendition beside it."""
    folder = str(PurePosixPath(original).parent)
    try:
        _folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    remove({f"{folder}/{file}" for file in files})


def _name(original, crop, width, key, extension):
    """`photos/1f…/original.jpg` gives `photos/1f…/wide480_3f2a9c1e.webp`, and an address gives an address."""
    return f"{original.rpartition('/')[0]}/{crop}{width}_{key}.{extension}"


def _height(size, width):
    return max(1, round(size[1] * width / size[0]))


def _cropped(image, ratio, focal_x, focal_y):
    """The largest part of `image` in this ratio with the focal point as near to its middle as the edges allow."""
    if ratio is None:
        return image
    width = min(image.width, max(1, round(image.height * ratio)))
    height = min(image.height, max(1, round(width / ratio)))
    left = min(max(round(focal_x * image.width - width / 2), 0), image.width - width)
    top = min(max(round(focal_y * image.height - height / 2), 0), image.height - height)
    return image.crop((left, top, left + width, top + height))
