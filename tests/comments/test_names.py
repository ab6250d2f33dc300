"""Names that would pass for the newsroom, and the square beside a name."""

import re

import pytest

from comments import names
from comments.forms import CommentForm
from comments.models import TINTS, Comment
from tests.comments.test_submit import data_for, post
from tests.factories import make_comment, make_comments, make_publication, make_story, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def publication():
    return make_publication(name={"en": "The Bay Courier", "ar": "بريد الجون"})


@pytest.mark.parametrize(
    "name",
    [
        "Newsroom",
        "NEWSROOM",
        "the newsroom",
        "Huda, Newsroom",
        "Huda | newsroom",
        "Huda (news-room)",
        "N e w s r o o m",
        "N.e.w.s.r.o.o.m",
        "News Room",
        "NewsroomTeam",
        "_newsroom_",
        "!Newsroom!",
        "|Newsroom|",
        "@newsroom",
        "Newsroom1",
        "Newsr00m",
        "Nevvsroorn",
        "NEWSRΘΘM",
        "Newsrθθm",
        "Newsr๐๐m",  # Thai zeros
        "ꓠꓰꓪꓢꓣꓳꓳꓟ",
        "Νewsroom",  # Greek capital nu
        "NEWSRΟΟM",  # Greek capital omicron
        "Nеwsrооm",  # Cyrillic small ie and o
        "Νеԝѕrооm",
        "ɴᴇᴡsʀᴏᴏᴍ",
        "Ｎｅｗｓｒｏｏｍ",
        "𝐍𝐞𝐰𝐬𝐫𝐨𝐨𝐦",
        "Ñéwsrööm",
        "N\u0335ewsroom",
        "News\u200droom",
        "News\u00adroom",
        "News\u2060room",
        "\u202emoorsweN\u202c Newsroom",
        "Newsroom ✓",
        "✔️ Newsroom ☑",
        "هيئة التحرير",
        "هيئه التحرير",
        "هَيْئَةُ التـــحرير",
        "سلمى، هيئة التحرير",
        "ﻫﻴﺌﺔ ﺍﻟﺘﺤﺮﻳﺮ",
        "هیئة التحریر",
        "The Bay Courier",
        "bay courier",
        "BayCourier",
        "Bay\u00a0Courier",
        "Bay Couríer editor",
        "Bay CourIer",
        "بريد الجون",
        "بَريد الجُون",
    ],
)
def test_a_name_that_passes_for_the_newsroom_is_refused_with_the_text_kept(client, name):
    response = post(client, make_story(), name=name)
    page = response.content.decode()
    assert response.status_code == 422
    assert "This name is kept for the newsroom" in page
    assert 'aria-invalid="true"' in re.search(r'<input[^>]*name="name"[^>]*>', page)[0]
    assert "A fair account of the day." in page
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        *("Huda", "Emily Post", "Newsome Broom", "A. Courier", "Salma of the Bay", "O’Brien-Smith", "x"),
        *("دلال بورشيد", "بريد", "هيئة", "محمد التحرير", "Ньюсрум", "Νίκος", "日本 太郎", "नूरा"),
    ],
)
def test_a_name_of_a_reader_is_taken(client, name):
    assert post(client, make_story(), name=name).status_code == 303
    assert Comment.objects.get().name == name


def test_the_badge_of_every_interface_language_is_kept(settings, publication):
    settings.LANGUAGES = [("en", "English")]
    assert not names.is_kept("هيئة التحرير", publication)


def test_the_name_of_a_paper_that_is_called_by_one_word_leaves_other_names_alone(publication):
    publication.name = {"en": "The Post"}
    assert names.is_kept("The Post", publication)
    assert not names.is_kept("Emily Post", publication)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Huda ✓", "Huda"),
        ("✔️Huda☑", "Huda"),
        ("Huda ✅ \u2713\ufe0e", "Huda"),
        ("Huda 🛡️ ⭐ 🏅", "Huda"),
        ("Huda √", "Huda"),
        ("Huda 👩🏽‍⚕️ Salem", "Huda Salem"),
        ("Huda 🅽🅴🆆🆂", "Huda"),
        ("ⒽⓊⒹⒶ Salem", "Salem"),
        ("Huda ®", "Huda"),
        ("دلال ✔", "دلال"),
    ],
)
def test_what_imitates_a_badge_is_taken_out_of_a_name(typed, kept):
    story = make_story()
    form = CommentForm(story, data_for(story, name=typed))
    assert form.is_valid()
    assert form.cleaned_data["name"] == kept


def test_a_name_of_nothing_but_check_marks_is_none(client):
    response = post(client, make_story(), name="✓ ✔️ ☑")
    assert response.status_code == 422
    assert "Give the name" in response.content.decode()


def test_the_badge_stands_outside_the_name_and_on_the_newsrooms_comments_alone(client):
    story = make_story()
    make_comment(story, status="approved", name='</bdi><span class="badge">Newsroom</span>')
    page = client.get(story.get_absolute_url()).content.decode()
    assert page.count('class="badge"') == 0
    make_comment(story, name="Dalal", user=make_user(), email="")
    page = client.get(story.get_absolute_url()).content.decode()
    assert '<bdi>Dalal</bdi> <span class="badge">Newsroom</span>' in page
    assert page.count('class="badge"') == 1


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Huda", "H"),
        ("rajan p.", "RP"),
        ("Grace van der Villareal", "GV"),
        ("(Huda)", "H"),
        ("e\u0301lan", "É"),
        ("ßar", "S"),
        ("الكندري", "ك"),
        ("سالم الكندري", "س"),
        ("بدر ع.", "ب"),
        ("محمد Ali", "م"),
        ("Ali Ali", "AA"),
        ("آل", "آ"),
        ("日本 太郎", "日太"),
        ("123 !", "•"),
        ("–", "•"),
    ],
)
def test_the_square_shows_the_first_letters_of_the_name(name, letters):
    assert Comment(name=name).initials == letters


def test_the_tint_of_the_square_comes_by_chance_and_not_from_who_wrote():
    same = {"name": "Huda", "email": "huda@example.org", "network": "198.51.100.7", "text": "The same."}
    comments = make_comments(make_story(), 100, **same)
    tints = {comment.tint for comment in comments}
    assert tints == set(range(TINTS))


def test_every_tint_has_its_rule():
    with open("static/css/site.css") as file:
        found = set(map(int, re.findall(r"\.tint-(\d)", file.read())))
    assert found == set(range(TINTS))
