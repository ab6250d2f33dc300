from contextlib import suppress
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from articles import photos, tasks
from articles.models import Edition, Photo
from tests.factories import image_bytes, make_photo, make_upload


def opened(file):
    file.seek(0)
    return Image.open(file)


def size_of(path):
    with Image.open(path) as image:
        return image.size


def test_an_upload_is_encoded_anew_without_what_was_behind_it():
    polyglot = image_bytes() + b"<script>alert(1)</script>"
    accepted = photos.accept(make_upload(content=polyglot))
    assert b"<script>" not in accepted.read()
    assert opened(accepted).size == (1200, 800)


def test_a_photo_is_turned_upright_and_its_metadata_is_gone():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    image = opened(photos.accept(make_upload(content=image_bytes(exif=exif))))
    assert image.size == (800, 1200)
    assert not image.getexif()


@pytest.mark.parametrize("image_format", ["PNG", "WEBP"])
def test_other_formats_become_a_jpeg(image_format):
    upload = make_upload("hall.x", image_bytes(image_format=image_format))
    assert opened(photos.accept(upload)).format == "JPEG"


def test_sixteen_bits_of_grey_keep_their_shade():
    buffer = BytesIO()
    Image.new("I;16", (40, 40), 40_000).save(buffer, "PNG")
    image = opened(photos.accept(make_upload(content=buffer.getvalue())))
    assert abs(image.getpixel((20, 20))[0] - 156) < 3


def test_a_very_narrow_picture_has_renditions_too(db):
    buffer = BytesIO()
    Image.new("RGB", (4000, 2)).save(buffer, "PNG")
    photo = make_photo(file=photos.accept(make_upload(content=buffer.getvalue())))
    tasks.make_renditions.func(photo.pk)
    assert "w480" in Photo.objects.get().renditions


def test_damaged_metadata_is_refused_or_ignored_but_never_an_error():
    exif = Image.Exif()
    exif[0x0112] = 6
    content = bytearray(image_bytes(40, 40, exif=exif))
    start = content.index(b"Exif")
    for offset in range(start, start + 40):
        damaged = bytes(content[:offset]) + b"\xff" + bytes(content[offset + 1 :])
        with suppress(ValidationError):
            photos.accept(BytesIO(damaged))


def test_a_transparent_picture_stands_on_white():
    buffer = BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(buffer, "PNG")
    image = opened(photos.accept(make_upload(content=buffer.getvalue())))
    assert image.getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b"\xff\xd8\xff\xe0 broken",
        image_bytes()[:2000],
        b"",
        b"GIF89a" + b"\0" * 50,
        b"%PDF-1.7",
    ],
)
def test_what_is_no_photo_is_refused_with_a_sentence(content):
    with pytest.raises(ValidationError, match="cannot be read as a photo"):
        photos.accept(BytesIO(content))


@pytest.mark.parametrize("side", [6_400, 12_000])
def test_more_than_40_megapixels_are_refused_before_they_are_decoded(side, monkeypatch):
    """The smaller one is still below the limit at which Pillow itself begins to warn."""
    buffer = BytesIO()
    Image.new("1", (side, side)).save(buffer, "PNG")
    assert buffer.tell() < 50_000

    def decode(*args):
        raise AssertionError("decoded")

    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", decode)
    with pytest.raises(ValidationError, match="40 megapixels"):
        photos.accept(buffer)


def test_a_very_large_photo_is_kept_at_3000_pixels():
    assert opened(photos.accept(make_upload(content=image_bytes(5000, 2500)))).size == (3000, 1500)


@pytest.mark.django_db
def test_renditions_are_made_after_the_commit(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        photo = make_photo()
    assert photo.renditions == []
    assert photo.sources == (photo.file.url, "", "", 1200, 800)
    before = Edition.objects.filter(pk=1).values_list("number", flat=True).first() or 1
    [callback] = callbacks
    callback()
    photo = Photo.objects.get()
    assert photo.renditions == ["w480", "w960", "square_50_50"]
    assert photo.sources.webp.endswith("/w960.webp 960w")
    assert photo.square.endswith("/square_50_50.jpg")
    assert Edition.objects.get(pk=1).number == before + 1


@pytest.mark.django_db
def test_renditions_are_real_files_of_their_size(settings):
    photo = make_photo()
    tasks.make_renditions.func(photo.pk)
    folder = settings.MEDIA_ROOT / photo.file.name
    sizes = {path.name: size_of(path) for path in folder.parent.iterdir()}
    assert sizes == {
        "original.jpg": (1200, 800),
        "w480.jpg": (480, 320),
        "w480.webp": (480, 320),
        "w960.jpg": (960, 640),
        "w960.webp": (960, 640),
        "square_50_50.jpg": (320, 320),
        "square_50_50.webp": (320, 320),
    }


@pytest.mark.django_db
@pytest.mark.parametrize(("focal_x", "shade"), [(0, 0), (100, 255)])
def test_the_square_is_cut_round_the_focal_point(settings, focal_x, shade):
    half_black_half_white = Image.new("RGB", (1600, 800), "white")
    half_black_half_white.paste("black", (0, 0, 800, 800))
    photo = make_photo(file=photos.from_image(half_black_half_white), focal_x=focal_x)
    tasks.make_renditions.func(photo.pk)
    name = photos.rendition_name(photo.file.name, f"square_{focal_x}_50", "jpg")
    with Image.open(settings.MEDIA_ROOT / name) as square:
        # JPEG is not exact to the last shade.
        assert all(abs(square.getpixel((x, 160))[0] - shade) < 4 for x in (5, 160, 315))


@pytest.mark.django_db
def test_a_task_for_a_photo_that_is_gone_does_nothing():
    tasks.make_renditions.func(4711)


@pytest.mark.django_db
def test_the_alt_text_of_a_photo_is_checked_on_every_route():
    with pytest.raises(ValidationError, match="name of a file"):
        make_photo(alt_text="IMG_0042.jpg")
