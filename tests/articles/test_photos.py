from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from PIL import ExifTags, Image, ImageCms

from articles import photo_metadata, photos
from tests.conftest import exiftool
from tests.factories import image_bytes, make_photo, make_upload, make_user

FILES = Path(__file__).parent / "files"
INVERSES = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def opened(file):
    file.seek(0)
    return Image.open(file)


def test_an_upload_is_encoded_anew_without_what_was_behind_it():
    polyglot = image_bytes() + b"<script>alert(1)</script>"
    accepted = photos.accept(make_upload(content=polyglot))
    assert b"<script>" not in accepted.read()
    assert opened(accepted).size == (1200, 800)


def corners(image):
    """Which corner of the picture is lightest: the test's picture is light at the top left alone."""
    image, right, bottom = image.convert("L"), image.width - 4, image.height - 4
    points = {"top left": (3, 3), "top right": (right, 3), "bottom left": (3, bottom), "bottom right": (right, bottom)}
    return max(points, key=lambda name: image.getpixel(points[name]))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_each_of_the_eight_orientations_is_turned_upright(orientation):
    upright = Image.new("L", (60, 40))
    upright.paste(255, (0, 0, 20, 15))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    buffer = BytesIO()
    # As a camera stores it that was held so: the inverse of what `exif_transpose` does.
    stored = upright if orientation == 1 else upright.transpose(INVERSES[orientation])
    stored.save(buffer, "JPEG", exif=exif)
    image = opened(photos.accept(buffer))
    assert (image.size, corners(image)) == ((60, 40), "top left")


def test_place_camera_and_every_other_metadata_is_gone(tmp_path):
    path = tmp_path / "hall.jpg"
    path.write_bytes(image_bytes())
    written = ["-GPSLatitude=29.37", "-GPSLatitudeRef=N", "-Model=Camera", "-XMP:Location=Home", "-IPTC:City=Town"]
    exiftool(path, *written, "-Comment=secret", "-XMP-exif:GPSLatitude=29.37")
    with path.open("rb") as upload:
        content = photos.accept(upload).read()
    path.write_bytes(content)
    kept = exiftool(path, "-json", "-G", "-a")
    for word in ("GPS", "29.37", "Camera", "Home", "Town", "secret", "EXIF:", "XMP:", "IPTC:"):
        assert word not in kept


def test_print_colours_become_screen_colours():
    buffer = BytesIO()
    Image.new("CMYK", (40, 40), (0, 255, 255, 0)).save(buffer, "JPEG")
    red, green, blue = opened(photos.accept(buffer)).getpixel((20, 20))
    assert red > 200
    assert max(green, blue) < 80


def test_a_colour_profile_is_applied_and_not_carried_along():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    buffer = BytesIO()
    Image.new("RGB", (40, 40), (10, 200, 30)).save(buffer, "JPEG", quality=100, icc_profile=profile)
    image = opened(photos.accept(buffer))
    assert "icc_profile" not in image.info
    assert abs(image.getpixel((20, 20))[1] - 200) < 4


def test_a_damaged_colour_profile_is_no_error():
    buffer = BytesIO()
    Image.new("RGB", (40, 40), (10, 200, 30)).save(buffer, "JPEG", icc_profile=b"nonsense" * 30)
    assert opened(photos.accept(buffer)).size == (40, 40)


def test_a_heic_photo_of_a_phone_is_read_and_stands_upright():
    with (FILES / "gradient.heic").open("rb") as upload:
        photo = photos.accept(upload)
    assert opened(photo).size == (48, 64)
    assert photo.metadata.copyright_notice == "(c) Noura Salem"


@pytest.mark.parametrize("image_format", ["GIF", "WEBP", "PNG"])
def test_an_animation_is_refused_with_a_sentence(image_format):
    frames = [Image.new("RGB", (40, 40), shade) for shade in ("black", "white")]
    buffer = BytesIO()
    frames[0].save(buffer, image_format, save_all=True, append_images=frames[1:])
    with pytest.raises(ValidationError, match="library keeps still photos"):
        photos.accept(buffer)


def test_a_phones_jpeg_with_a_second_picture_is_a_photo():
    buffer = BytesIO()
    Image.new("RGB", (40, 40), "navy").save(buffer, "MPO", save_all=True, append_images=[Image.new("RGB", (40, 40))])
    image = opened(photos.accept(make_upload(content=buffer.getvalue())))
    assert image.format == "JPEG"
    assert image.getpixel((20, 20))[2] > 100


@pytest.mark.parametrize("name", ["hall.png", "hall.webp", "hall.php", "hall.jpg.html"])
def test_a_file_that_is_not_what_its_name_says_is_refused_with_the_right_name(name):
    with pytest.raises(ValidationError, match=r"holds a JPG picture. Rename it to \.jpg"):
        photos.accept(make_upload(name))


@pytest.mark.parametrize("name", ["hall.JPG", "hall.jpeg", "hall"])
def test_a_name_in_capitals_or_without_an_ending_is_none_of_our_business(name):
    assert opened(photos.accept(make_upload(name))).format == "JPEG"


@pytest.mark.parametrize("image_format", ["PNG", "WEBP", "AVIF", "GIF"])
def test_other_formats_become_a_jpeg(image_format):
    upload = make_upload(f"hall.{image_format.lower()}", image_bytes(image_format=image_format))
    assert opened(photos.accept(upload)).format == "JPEG"


def test_sixteen_bits_of_grey_keep_their_shade():
    buffer = BytesIO()
    Image.new("I;16", (40, 40), 40_000).save(buffer, "PNG")
    image = opened(photos.accept(make_upload("hall.png", buffer.getvalue())))
    assert abs(image.getpixel((20, 20))[0] - 156) < 3


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
    image = opened(photos.accept(make_upload("hall.png", buffer.getvalue())))
    assert image.getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b"\xff\xd8\xff\xe0 broken",
        image_bytes()[:2000],
        b"",
        b"GIF89a" + b"\0" * 50,
        (FILES / "gradient.heic").read_bytes()[:300],
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
def test_the_alt_text_of_a_photo_is_checked_on_every_route():
    with pytest.raises(ValidationError, match="name of a file"):
        make_photo(alt_text="IMG_0042.jpg")


@pytest.mark.django_db(transaction=True)
def test_an_upload_is_decoded_before_the_admin_holds_the_lock_that_commenters_wait_for(client, monkeypatch):
    seen, accept = [], photos.accept
    monkeypatch.setattr(photos, "accept", lambda upload: seen.append(connection.in_atomic_block) or accept(upload))
    client.force_login(make_user(group="editor"))
    data = {"file": make_upload(), "alt_text": "Officers in a hall", "focal_x": "50", "focal_y": "50"}
    assert client.post("/admin/articles/photo/add/", data).status_code == 302
    assert seen == [False]


def test_a_block_of_metadata_that_is_too_large_is_left_unread():
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + b"<a/>" * 300_000 + b"</x:xmpmeta>"
    content = BytesIO()
    Image.new("RGB", (40, 40)).save(content, "WEBP", xmp=xmp)
    assert photos.accept(content).metadata == photo_metadata.Metadata()
