"""What photographers and agencies write into files: with exiftool, as they do."""

from io import BytesIO

import pytest
from PIL import ExifTags, Image

from articles import photo_metadata, photos
from tests.conftest import exiftool
from tests.factories import image_bytes, make_upload


def written(tmp_path, *arguments):
    """The metadata that an upload brings after exiftool wrote into it."""
    path = tmp_path / "hall.jpg"
    path.write_bytes(image_bytes(60, 40))
    exiftool(path, *arguments)
    with path.open("rb") as upload:
        return photos.accept(upload).metadata


def test_the_older_block_is_read_in_utf_8(tmp_path):
    found = written(
        tmp_path,
        *("-codedcharacterset=utf8", "-IPTC:Caption-Abstract=ضباط في قاعة محاضرات", "-IPTC:By-line=نورة سالم"),
        *("-IPTC:Credit=وكالة", "-IPTC:CopyrightNotice=© وكالة", "-IPTC:Keywords=تدريب", "-IPTC:Keywords=شرطة"),
    )
    assert found.caption == "ضباط في قاعة محاضرات"
    assert found.credit == "نورة سالم / وكالة"
    assert found.copyright_notice == "© وكالة"
    assert found.keywords == "تدريب, شرطة"


def test_the_older_block_is_read_in_latin_1(tmp_path):
    found = written(tmp_path, "-charset", "iptc=latin", "-IPTC:Caption-Abstract=Café in Málaga", "-IPTC:By-line=José")
    assert (found.caption, found.credit) == ("Café in Málaga", "José")


def test_xmp_goes_before_the_older_block(tmp_path):
    found = written(
        tmp_path,
        *("-XMP-dc:Description=New words", "-IPTC:Caption-Abstract=Old words", "-XMP-dc:Creator=Noura Salem"),
        *("-XMP-dc:Creator=Yusuf Ali", "-XMP-photoshop:Credit=Agency", "-XMP-dc:Rights=© Agency"),
        *("-XMP-dc:Subject=training", "-XMP-dc:Subject=police"),
    )
    assert found == photo_metadata.Metadata(
        "", "New words", "Noura Salem, Yusuf Ali / Agency", "© Agency", "training, police"
    )


def test_exif_serves_where_there_is_nothing_else(tmp_path):
    found = written(tmp_path, "-EXIF:Artist=Noura Salem", "-EXIF:Copyright=© Noura", "-EXIF:ImageDescription=A hall")
    assert found == photo_metadata.Metadata("", "A hall", "Noura Salem", "© Noura", "")


@pytest.mark.parametrize(
    ("arguments", "alternative"),
    [
        (["-XMP-iptcCore:AltTextAccessibility=Officers in a hall"], "Officers in a hall"),
        (["-XMP-iptcCore:AltTextAccessibility-ar=ضباط في قاعة"], "ضباط في قاعة"),
        (
            [
                "-XMP-iptcCore:AltTextAccessibility-fr=Des officiers",
                "-XMP-iptcCore:AltTextAccessibility-ar=ضباط في قاعة",
                "-XMP-iptcCore:AltTextAccessibility-en-US=Officers in a hall",
            ],
            "Officers in a hall",
        ),
        (["-XMP-iptcCore:AltTextAccessibility=Untitled design (98)"], ""),
        (["-XMP-iptcCore:AltTextAccessibility=IMG_0042.jpg"], ""),
    ],
)
def test_the_alt_text_is_read_in_the_papers_first_language_that_has_one(tmp_path, arguments, alternative):
    assert written(tmp_path, *arguments).alt_text == alternative


@pytest.mark.parametrize("words", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM100MEDIA", "Untitled", "IMG_0042.JPG"])
def test_what_a_camera_writes_by_itself_is_no_caption(tmp_path, words):
    assert written(tmp_path, f"-EXIF:ImageDescription={words}").caption == ""


@pytest.mark.parametrize("words", ["© 2026", "Copyright (c) 2026", "   "])
def test_a_notice_that_names_nobody_is_none(tmp_path, words):
    assert written(tmp_path, f"-EXIF:Copyright={words}").copyright_notice == ""


def test_a_caption_that_begins_like_a_cameras_name_is_kept(tmp_path):
    caption = "Sony opened its first office in Kuwait City on Sunday, with the minister of trade among the guests."
    assert written(tmp_path, f"-XMP-dc:Description={caption}").caption == caption


def test_what_turns_the_page_or_is_too_long_is_made_harmless(tmp_path):
    found = written(
        tmp_path, f"-XMP-dc:Description=one\u202e two {'word ' * 200}", "-XMP-dc:Rights=<b>\u200b© Agency</b>"
    )
    assert found.caption.startswith("one two word")
    assert len(found.caption) <= 500
    assert found.copyright_notice == "<b>© Agency</b>"


def test_a_photo_that_says_nothing_is_no_error():
    assert photos.accept(make_upload()).metadata == photo_metadata.Metadata()


@pytest.mark.parametrize(
    "xmp",
    [
        b"<",
        b"<x:xmpmeta/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/">text</x:xmpmeta>',
    ],
)
def test_a_damaged_block_says_nothing(xmp):
    content = BytesIO()
    Image.new("RGB", (40, 40)).save(content, "JPEG", xmp=xmp)
    assert photos.accept(content).metadata == photo_metadata.Metadata()


def test_what_is_written_is_read_by_others(tmp_path):
    path = tmp_path / "hall.jpg"
    options = photo_metadata.saving("JPEG", "نورة سالم & <Agency>", "© وكالة")
    path.write_bytes(photos.encoded(Image.new("RGB", (40, 40)), format="JPEG", **options))
    said = exiftool(
        path, "-charset", "exif=utf8", "-XMP:Credit", "-XMP:Rights", "-EXIF:Artist", "-EXIF:Copyright", "-s3"
    )
    assert said.splitlines() == ["نورة سالم & <Agency>", "© وكالة", "نورة سالم & <Agency>", "© وكالة"]


def test_without_credit_and_notice_nothing_is_written():
    assert photo_metadata.saving("JPEG", "", "") == {}


def test_typed_words_go_before_those_of_the_file():
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Somebody"
    exif[ExifTags.Base.Copyright] = "© Agency".encode()
    described = photos.accept(make_upload(content=image_bytes(exif=exif))).described(credit="Noura", caption="")
    assert (described["credit"], described["copyright_notice"], described["caption"]) == ("Noura", "© Agency", "")


def test_a_default_that_is_in_no_language_goes_before_the_papers_second_one(tmp_path):
    found = written(tmp_path, "-XMP-dc:Description=In the hall", "-XMP-dc:Description-ar=في القاعة")
    assert found.caption == "In the hall"


def test_a_credit_that_names_the_photographer_does_not_name_them_twice(tmp_path):
    found = written(tmp_path, "-XMP-dc:Creator=Noura Salem", "-XMP-photoshop:Credit=Noura Salem/KUNA")
    assert found.credit == "Noura Salem/KUNA"


def test_a_long_text_without_a_space_is_cut_and_not_lost(tmp_path):
    assert len(written(tmp_path, f"-XMP-dc:Description={'漢' * 600}").caption) == 500
