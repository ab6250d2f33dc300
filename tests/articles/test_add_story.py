from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles import pressfiles
from articles.models import Article
from tests.factories import image_bytes, make_author, make_section

PRESS_FILE = """\
Untitled design (7)

Harbour Authority and Pilots’ Union Agree on “Quiet Nights”

The Harbour Authority said on Sunday that ships will sound their horns less at night. “The town sleeps,” said its director.

The rule begins in March,
and is tried for a year.

{space}

Add a Comment

Your email address will not be published. Required fields are marked *
""".replace("{space}", " ")


def add_story(*arguments):
    out = StringIO()
    call_command("add_story", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.fixture
def press_file(tmp_path):
    path = tmp_path / "release.txt"
    path.write_text(PRESS_FILE, encoding="utf-8")
    return path


def test_a_release_becomes_a_headline_and_paragraphs():
    story = pressfiles.read(PRESS_FILE)
    assert story.headline == "Harbour Authority and Pilots’ Union Agree on “Quiet Nights”"
    assert [paragraph[:12] for paragraph in story.paragraphs] == ["The Harbour ", "The rule beg"]
    assert story.paragraphs[1] == "The rule begins in March, and is tried for a year."


def test_what_is_left_out_is_reported():
    assert pressfiles.read(PRESS_FILE).left_out == [
        "image title: Untitled design (7)",
        "page furniture: Add a Comment",
        "page furniture: Your email address will not be published. Required fields are marked *",
    ]


def test_a_file_without_image_title_or_form_is_taken_whole():
    story = pressfiles.read("\ufeffHeadline here\r\n\r\nFirst.\r\n\r\nSecond.")
    assert (story.headline, story.paragraphs, story.left_out) == ("Headline here", ["First.", "Second."], [])


def test_a_paragraph_that_speaks_of_comments_is_no_form():
    story = pressfiles.read("Headline\n\nAdd a comment\n\nThe minister did so, and then the story went on for long.")
    assert story.paragraphs[0] == "Add a comment"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "no headline"),
        ("IMG_1.jpg\n\n", "no headline"),
        ("Only a headline\n\nAdd a comment", "no text"),
        ("x" * 201 + "\n\ntext", "at most 200"),
    ],
)
def test_a_file_without_a_story_says_what_is_missing(source, message):
    with pytest.raises(pressfiles.Unusable, match=message):
        pressfiles.read(source)


@pytest.mark.django_db
def test_the_command_makes_a_draft(press_file):
    report = add_story(press_file)
    story = Article.objects.get()
    assert (story.status, story.kind) == ("draft", "press_release")
    assert story.body.startswith("<p>The Harbour Authority said on Sunday")
    assert "Left out: image title: Untitled design (7)" in report


@pytest.mark.django_db
def test_the_command_publishes_with_section_author_and_photo(press_file, tmp_path):
    section, author = make_section(), make_author()
    photo = tmp_path / "harbour.jpg"
    photo.write_bytes(image_bytes())
    options = ["--section", section.slug, "--author", author.slug, "--photo", photo, "--alt", "A pilot boat at night"]
    add_story(press_file, *options, "--publish")
    story = Article.objects.published().get()
    assert (story.section, story.ordered_authors) == (section, [author])
    assert story.featured_photo.alt_text == "A pilot boat at night"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--section", "nowhere"], "there is no section 'nowhere'; there are: none yet"),
        (["--photo", "missing.jpg", "--alt", "A boat"], "missing.jpg cannot be read"),
        (["--photo", "hall.jpg"], "Say in a few words"),
        (["--photo", "hall.jpg", "--alt", "IMG_1.jpg"], "name of a file"),
    ],
)
def test_a_wrong_option_ends_in_one_sentence_and_no_story(press_file, options, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("hall.jpg").write_bytes(image_bytes())
    with pytest.raises(CommandError, match=message):
        add_story(press_file, *options)
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "latin.txt"
    path.write_bytes("Überschrift\n\nText".encode("latin-1"))
    with pytest.raises(CommandError, match="not UTF-8"):
        add_story(path)
