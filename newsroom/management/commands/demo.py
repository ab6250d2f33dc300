import os
import re
import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import BaseCommand, call_command
from django.db import transaction
from django.utils import timezone

from articles import edition, photos, publishing
from articles.models import (
    Article,
    Author,
    Correction,
    Publication,
    Section,
    SectionPlacement,
    StandingPage,
    Tag,
)
from newsroom.demo import content
from newsroom.demo.comments import make_comments, make_rules
from newsroom.demo.drawings import DRAWINGS
from newsroom.groups import set_up_groups
from newsroom.models import User
from newsroom.settings import kept_secret

ACCOUNTS = ("admin", "editor", "reporter", "moderator")
FIELDS_OF_A_STORY = (
    *("headline", "dek", "dateline", "kind", "source_organisation"),
    *("featured_alt_text", "featured_caption"),
)
FIGURE = re.compile(r'(<figure data-photo=")([^"]+)(")')
# Tomorrow before breakfast; and the full hour, four to five hours ahead.
FUTURE = {
    "scheduled": lambda now: (now + timedelta(days=1)).replace(hour=6, minute=30, second=0, microsecond=0),
    "embargoed": lambda now: (now + timedelta(hours=5)).replace(minute=0, second=0, microsecond=0),
}


class Command(BaseCommand):
    help = "Fill an empty newsroom with demo stories, comments and accounts; in a newsroom with stories, only say the accounts."

    def handle(self, **options):
        set_up_groups()
        password = os.environ.get("DEMO_PASSWORD") or kept_secret("demo_password", lambda: secrets.token_urlsafe(9))
        people = make_accounts(password)
        if Article.objects.exists():
            self.stdout.write("There are stories already; the demo adds none.")
            # They are made after the newsroom is stored; a run that was cut off meanwhile has left photos without.
            call_command("make_renditions", verbosity=0)
        else:
            # Drawing takes seconds: before the transaction, so that nobody waits for its lock.
            self.stdout.write("Drawing the photos of the demo ...")
            files = {name: photos.from_image(draw()) for name, draw in DRAWINGS.items()}
            with transaction.atomic():
                make_newsroom(people | {"noura": make_colleague()}, files, timezone.now())
        self.stdout.write(f"Sign in at {settings.SITE_URL}/admin/ as {', '.join(people)} with the password {password}")


def make_accounts(password):
    """The four demo accounts by name, each with the demo password."""
    people = {}
    for name in ACCOUNTS:
        user, _made = User.objects.get_or_create(username=name, defaults={"first_name": name.capitalize()})
        user.is_staff = True
        user.is_superuser = name == "admin"
        user.set_password(password)
        user.save()
        user.groups.set(Group.objects.filter(name=name))
        people[name] = user
    return people


def make_colleague():
    """A second moderator, for decisions that one of two has made; nobody signs in with this account."""
    colleague, is_new = User.objects.get_or_create(username="noura", defaults={"first_name": "Noura"})
    if is_new:
        colleague.set_unusable_password()
        colleague.save()
    return colleague


def make_newsroom(people, files, now):
    """Everything in `newsroom.demo.content`, with times that count back from `now`. What is there already by its slug is
    used as it is."""
    sections = {entry["slug"]: found_or_made(Section, entry) for entry in content.SECTIONS}
    publication = name_publication(sections)
    if not publication.section_order.exists():
        for position, section in enumerate(sections.values()):
            SectionPlacement.objects.create(publication=publication, section=section, position=position)
    for entry in content.STANDING_PAGES:
        StandingPage.objects.get_or_create(slug=entry["slug"], language=entry["language"], defaults=entry)
    tags = {entry["slug"]: found_or_made(Tag, entry) for entry in content.TAGS}
    library = {entry["key"]: make_photo(entry, files, people["editor"]) for entry in content.PHOTOS}
    authors = {
        entry["slug"]: found_or_made(
            Author, entry | {"user": people.get(entry["user"]), "portrait": library.get(entry["portrait"])}
        )
        for entry in content.AUTHORS
    }
    stories = {}
    # A translation refers to its original, which may be of either language.
    for entry in sorted(content.STORIES, key=lambda entry: entry["translation_of"] is not None):
        stories[entry["key"]] = make_story(entry, people, now, sections, tags, authors, library, stories)
    make_rules(people, now)
    make_comments(stories, people, now)
    edition.advance()


def found_or_made(model, entry):
    return model.objects.get_or_create(slug=entry["slug"], defaults=entry)[0]


def name_publication(sections):
    """The publication's row with the demo's name and the like where nobody has written another."""
    publication, _made = Publication.objects.get_or_create(pk=1)
    values = content.PUBLICATION | {"default_section": sections[content.SECTIONS[0]["slug"]]}
    for name, value in values.items():
        if getattr(publication, name) in (Publication._meta.get_field(name).get_default(), None):
            setattr(publication, name, value)
    publication.save()
    return publication


def closing_time(published_at):
    """As the verb would have given it on the day."""
    days = Publication.current().comments_close_after_days
    return (published_at + timedelta(days=days)).replace(microsecond=0) if published_at and days else None


def make_photo(entry, files, editor):
    fields = {name: entry[name] for name in ("caption", "credit", "copyright_notice", "focal_x", "focal_y")}
    return publishing.add_photo(files[entry["drawing"]], by=editor, alt_text=entry["alt_text"], **fields)


def make_story(entry, people, now, sections, tags, authors, library, stories):
    published_at = time_of_publication(entry, now)
    fields = {name: entry[name] for name in FIELDS_OF_A_STORY} | {
        "body": with_photos(entry["body"], library),
        "section": sections[entry["section"]],
        "tags": [tags[slug] for slug in entry["tags"]],
        "authors": [authors[slug] for slug in entry["authors"]],
        "featured_photo": library.get(entry["photo"]),
        "language": entry["language"],
        "comments_open": entry["comments_open"],
        "comments_close_at": closing_time(published_at),
        "translation_of": stories.get(entry["translation_of"]),
    }
    updated_ago = entry["updated_ago"]
    is_unpublished = published_at is None
    [story] = publishing.record(
        [
            {
                "fields": fields,
                "status": "published" if entry["status"] in FUTURE else entry["status"],
                "published_at": published_at,
                "updated_at": now - updated_ago if updated_ago else None,
                "by": people["reporter"] if is_unpublished else people["editor"],
                "at": min(now, published_at or now - timedelta(hours=1)),
                "note": entry["note"],
            }
        ]
    )
    Correction.objects.bulk_create(
        Correction(
            article=story, kind=correction["kind"], text=correction["text"], corrected_at=now - correction["ago"]
        )
        for correction in entry["corrections"]
    )
    return story


def with_photos(body, library):
    """The body with the ids of photos where the content names their keys. Raises KeyError for a key that is none."""
    return FIGURE.sub(lambda figure: f"{figure[1]}{library[figure[2]].pk}{figure[3]}", body)


def time_of_publication(entry, now):
    """When readers get the story; None for one that has not been published."""
    if entry["status"] in FUTURE:
        return FUTURE[entry["status"]](timezone.localtime(now))
    return now - entry["published_ago"] if entry["published_ago"] is not None else None
