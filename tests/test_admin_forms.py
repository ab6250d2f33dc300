"""Each form of the admin as a browser sends it back: every input that the page holds, the hidden ones too."""

from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Article, Author, Photo, Publication, Section, SectionPlacement, StandingPage, Tag
from newsroom.models import User
from tests.factories import (
    image_bytes,
    make_author,
    make_draft,
    make_page,
    make_photo,
    make_publication,
    make_section,
    make_story,
    make_tag,
    make_upload,
    make_user,
)

pytestmark = pytest.mark.django_db
# What changes with every save: the number of the version that readers' pages are kept under.
BOOKKEEPING = {"version"}


class BrowserForm(HTMLParser):
    """`values` is what a browser posts of the form with this id when nothing was touched: {name: [value, …]}."""

    def __init__(self, page, form_id):
        super().__init__()
        self.form_id, self.values, self.names, self.templates = form_id, {}, set(), 0
        self.is_inside, self.select, self.options, self.textarea = False, None, [], None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.templates += tag == "template"
        if self.templates:
            # A document of its own, for scripts.
            return
        if tag == "form":
            self.is_inside = attrs.get("id") == self.form_id
        if not self.is_inside or "disabled" in attrs:
            return
        if tag == "option" and self.select:
            self.options.append((attrs.get("value", ""), "selected" in attrs))
        if not attrs.get("name"):
            return
        self.names.add(attrs["name"])
        if tag == "input":
            self._input(attrs)
        elif tag == "select":
            self.select, self.options = attrs, []
        elif tag == "textarea":
            self.textarea, self.text = attrs["name"], ""

    def _input(self, attrs):
        kind = attrs.get("type", "text")
        if kind in ("checkbox", "radio"):
            if "checked" in attrs:
                self._add(attrs["name"], attrs.get("value", "on"))
        elif kind not in ("file", "submit", "button", "reset", "image"):
            self._add(attrs["name"], attrs.get("value") or "")

    def handle_data(self, data):
        if self.textarea:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "template":
            self.templates -= 1
        elif self.templates:
            return
        elif tag == "textarea" and self.textarea:
            # A browser drops the line break that follows the tag, and sends the others as CR LF.
            text = self.text.removeprefix("\r").removeprefix("\n")
            self._add(self.textarea, "\r\n".join(text.splitlines()))
            self.textarea = None
        elif tag == "select" and self.select:
            chosen = [value for value, is_selected in self.options if is_selected]
            if not chosen and "multiple" not in self.select:
                chosen = [value for value, _is_selected in self.options[:1]]
            for value in chosen:
                self._add(self.select["name"], value)
            self.select = None
        elif tag == "form":
            self.is_inside = False

    def _add(self, name, value):
        self.values.setdefault(name, []).append(value)


@pytest.fixture
def superuser():
    client = Client()
    client.user = make_user("root", is_superuser=True, email="root@example.org")
    client.force_login(client.user)
    return client


def form_of(client, model, address):
    page = client.get(address)
    assert page.status_code == 200
    form = BrowserForm(page.content.decode(), f"{model._meta.model_name}_form")
    assert "csrfmiddlewaretoken" in form.values
    return form


def sent(client, model, address, **typed):
    """The answer to the form at `address` with `typed` over what it shows; what is typed has an input there."""
    form = form_of(client, model, address)
    assert set(typed) <= form.names
    return client.post(address, form.values | typed | {"_save": "Save"})


def complaints(response):
    context = response.context
    if context is None or "adminform" not in context:
        return ""
    return [context["adminform"].form.errors, *(inline.formset.errors for inline in context["inline_admin_formsets"])]


def add_address(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")


def change_address(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def columns(row):
    """What is stored of `row`, with the ids of its lists."""
    model = type(row)
    values = model.objects.filter(pk=row.pk).values().get()
    stored = model.objects.get(pk=row.pk)
    lists = {
        field.name: sorted(getattr(stored, field.name).values_list("pk", flat=True))
        for field in model._meta.many_to_many
    }
    return {name: value for name, value in (values | lists).items() if name not in BOOKKEEPING}


# --- Rows with something in every field


def make_full_publication():
    section = make_section("Desk")
    publication = make_publication(
        name={"en": "The Harbour Post", "ar": "بريد الميناء"},
        tagline={"en": "News of the port"},
        logo=make_photo("A lighthouse in white on blue"),
        publisher="Harbour Press & Sons",
        contact_email="desk@example.org",
        default_section=section,
        comments_close_after_days=14,
        comments_a_minute=7,
        reports_to_hide=4,
        stories_a_page=33,
    )
    SectionPlacement.objects.create(publication=publication, section=section, position=1)
    SectionPlacement.objects.create(publication=publication, section=make_section("Sea"), position=2)
    return publication


def story_fields():
    photo = make_photo("A pilot boat at dawn")
    return {
        "dek": "After three days,\nships moved.",
        "body": f'<h2>At dawn</h2><p>Boats &amp; <em>ships</em> “went” out.</p><figure data-photo="{photo.pk}"></figure>',
        "featured_photo": photo,
        "featured_caption": "Dawn",
        "featured_alt_text": "A pilot boat leaves the port at dawn",
        "section": make_section("Kuwait"),
        "tags": [make_tag("Ports"), make_tag("Weather")],
        "authors": [make_author("Zahra Aziz"), make_author("Badr Salem")],
        "kind": "press_release",
        "source_organisation": "Port <Authority>",
        "dateline": "Kuwait City",
        "language": "ar",
        "translation_of": make_draft("Original"),
        "comments_open": False,
    }


def make_full_draft():
    return make_draft(**story_fields(), comments_close_at=timezone.now().replace(microsecond=0) + timedelta(days=3))


def make_full_story():
    return make_story(**story_fields())


def make_scheduled_story():
    at = timezone.now().replace(microsecond=0) + timedelta(days=1)
    return make_story(published_at=at, **story_fields())


def make_withdrawn_story():
    story = make_full_story()
    publishing.withdraw(story, by=None)
    return story


def make_full_photo():
    return make_photo(
        caption='The "new" hall',
        credit="Noura Salem / Agency",
        copyright_notice="© 2026 Agency",
        keywords="port, hall",
        focal_x=20,
        focal_y=0,
    )


def make_full_section():
    name = {"en": "Kuwait & Gulf", "ar": "الكويت"}
    return Section.objects.create(name=name, description={"en": "One line.\nAnother.", "ar": "سطر"})


def make_full_tag():
    return Tag.objects.create(name={"ar": "تدريب", "en": "Training"})


def make_full_author():
    fields = {"bio": {"en": "Writes.\nReads.", "ar": "تكتب"}, "portrait": make_photo("Noura Salem at her desk")}
    return Author.objects.create(byline={"en": "Noura Salem", "ar": "نورة سالم"}, user=make_user(), **fields)


def make_full_page():
    return make_page(slug="about", language="ar", title="من نحن", body="<h2>نحن</h2><p>نكتب &amp; نقرأ.</p>")


def make_full_account():
    fields = {"email": "Huda@example.org", "first_name": "Huda", "last_name": "O'Hara", "language": "ar"}
    user = make_user("huda", group="editor", **fields)
    user.user_permissions.add(Permission.objects.get(codename="moderate_comment"))
    return user


def make_invited_account():
    user = make_user("badr", group="reporter", email="badr@example.org")
    user.set_unusable_password()
    user.save()
    return user


FULL_ROWS = [
    make_full_draft,
    make_full_story,
    make_scheduled_story,
    make_withdrawn_story,
    make_full_photo,
    make_full_section,
    make_full_tag,
    make_full_author,
    make_full_page,
    make_full_publication,
    make_full_account,
]
EMPTY_ROWS = [make_draft, make_story, make_photo, make_section, make_tag, make_author, make_page, make_publication]


@pytest.mark.parametrize(
    "make", [*FULL_ROWS, *EMPTY_ROWS, make_user, make_invited_account], ids=lambda make: make.__name__
)
def test_a_form_that_is_sent_back_untouched_changes_nothing(superuser, make):
    row = make()
    before = columns(row)
    response = sent(superuser, type(row), change_address(row))
    assert response.status_code == 302, complaints(response)
    assert columns(row) == before


def test_an_account_of_ones_own_that_is_sent_back_untouched_changes_nothing(superuser):
    before = columns(superuser.user)
    response = sent(superuser, User, change_address(superuser.user))
    assert response.status_code == 302, complaints(response)
    assert columns(superuser.user) == before


def test_the_order_of_sections_survives_a_form_that_is_sent_back_untouched(superuser):
    publication = make_full_publication()
    before = list(SectionPlacement.objects.values())
    assert sent(superuser, Publication, change_address(publication)).status_code == 302
    assert list(SectionPlacement.objects.values()) == before


def test_the_authors_of_a_story_keep_their_order_and_readers_are_told_of_no_update(superuser):
    story = make_full_story()
    before = [author.pk for author in story.ordered_authors]
    assert sent(superuser, Article, change_address(story)).status_code == 302
    story = Article.objects.get(pk=story.pk)
    assert [author.pk for author in story.ordered_authors] == before
    assert story.updated_at is None


ADDED = [
    (Article, {"headline": "Port reopens"}),
    (Section, {"name_en": "Economy"}),
    (Tag, {"name_en": "Ports"}),
    (Author, {"byline_en": "Noura Salem"}),
    (StandingPage, {"title": "About", "slug": "about", "body": "<p>We write.</p>"}),
    (Publication, {"name_en": "The Harbour Post"}),
    (User, {"username": "huda", "email": "huda@example.org"}),
]


@pytest.mark.parametrize(("model", "typed"), ADDED, ids=lambda value: getattr(value, "__name__", ""))
def test_a_form_for_a_new_row_takes_the_little_that_is_required(superuser, groups, model, typed):
    if model is User:
        typed = typed | {"groups": str(Group.objects.get(name="editor").pk)}
    before = set(model.objects.values_list("pk", flat=True))
    response = sent(superuser, model, add_address(model), **typed)
    assert response.status_code == 302, complaints(response)
    row = model.objects.exclude(pk__in=before).get()
    for name, value in typed.items():
        field, _separator, language = name.partition("_")
        stored = getattr(row, field)
        if name == "groups":
            assert [str(group.pk) for group in stored.all()] == [value]
        else:
            assert (stored[language] if language else stored) == value


def test_a_form_for_a_new_photo_takes_a_file_and_its_alt_text(superuser):
    typed = {"file": make_upload(content=image_bytes(60, 40)), "alt_text": "A pilot boat at dawn"}
    response = sent(superuser, Photo, add_address(Photo), **typed)
    assert response.status_code == 302, complaints(response)
    photo = Photo.objects.get()
    assert (photo.alt_text, photo.width, photo.focal_x) == ("A pilot boat at dawn", 60, 50)


@pytest.mark.parametrize("model", [Article, Photo, Section, Tag, Author, StandingPage, User])
def test_a_form_for_a_new_row_that_is_sent_empty_adds_none(superuser, model):
    before = model.objects.count()
    assert sent(superuser, model, add_address(model)).status_code == 200
    assert model.objects.count() == before


@pytest.mark.parametrize(("language", "name"), [("en", "Economy"), ("ar", "اقتصاد")])
@pytest.mark.parametrize("make", [make_section, make_full_section], ids=lambda make: make.__name__)
def test_one_text_of_a_section_changes_in_one_language(superuser, make, language, name):
    section = make()
    before = columns(section)
    response = sent(superuser, Section, change_address(section), **{f"name_{language}": name})
    assert response.status_code == 302, complaints(response)
    assert columns(section) == before | {"name": before["name"] | {language: name}}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_text_of_a_section_is_emptied_in_one_language(superuser, language):
    section = make_full_section()
    before = columns(section)
    response = sent(superuser, Section, change_address(section), **{f"description_{language}": ""})
    assert response.status_code == 302, complaints(response)
    kept = {code: text for code, text in before["description"].items() if code != language}
    assert columns(section) == before | {"description": kept}


def test_changes_that_are_kept_back_stay_as_they_are_and_away_from_readers(superuser):
    story = make_full_story()
    publishing.save(story, {"headline": "New words"}, by=None)
    before, kept_back = columns(story), publishing.latest_fields(Article.objects.get(pk=story.pk))
    form = form_of(superuser, Article, change_address(story))
    assert superuser.post(change_address(story), form.values | {"_keep": "Save"}).status_code == 302
    assert columns(story) == before
    assert publishing.latest_fields(Article.objects.get(pk=story.pk)) == kept_back
