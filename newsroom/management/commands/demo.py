import os
import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import BaseCommand
from django.db import transaction
from django.utils import timezone

from articles import edition, photos, publishing
from articles.models import Article, Author, Correction, Publication, Section, SectionPlacement, StandingPage, Tag
from comments import moderation
from comments.models import Comment
from newsroom.demo import content
from newsroom.demo.drawings import DRAWINGS
from newsroom.groups import set_up_groups
from newsroom.models import User
from newsroom.settings import kept_secret

ACCOUNTS = ("admin", "editor", "reporter", "moderator")
FIELDS_OF_A_STORY = ("headline", "dek", "dateline", "kind", "source_organisation", "body", "featured_caption")


class Command(BaseCommand):
    help = "Fill an empty newsroom with demo stories, comments and accounts; in a newsroom with stories, only say the accounts."

    def handle(self, **options):
        set_up_groups()
        password = os.environ.get("DEMO_PASSWORD") or kept_secret("demo_password", lambda: secrets.token_urlsafe(9))
        people = make_accounts(password)
        if Article.objects.exists():
            self.stdout.write("There are stories already; the demo adds none.")
        else:
            # Drawing takes seconds: before the transaction, so that nobody waits for its lock.
            self.stdout.write("Drawing the photos of the demo ...")
            files = {name: photos.from_image(draw()) for name, draw in DRAWINGS.items()}
            with transaction.atomic():
                make_newsroom(people, files, timezone.now())
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


def make_newsroom(people, files, now):
    """Everything in `newsroom.demo.content`, with times that count back from `now`."""
    sections = {entry["slug"]: Section.objects.create(**entry) for entry in content.SECTIONS}
    publication, _made = Publication.objects.update_or_create(
        pk=1, defaults=content.PUBLICATION | {"default_section": sections[content.SECTIONS[0]["slug"]]}
    )
    for position, section in enumerate(sections.values()):
        SectionPlacement.objects.create(publication=publication, section=section, position=position)
    StandingPage.objects.bulk_create(StandingPage(**entry) for entry in content.STANDING_PAGES)
    tags = {entry["slug"]: Tag.objects.create(**entry) for entry in content.TAGS}
    authors = {
        entry["slug"]: Author.objects.create(**entry | {"user": people.get(entry["user"])}) for entry in content.AUTHORS
    }
    library = {entry["key"]: make_photo(entry, files, people["editor"]) for entry in content.PHOTOS}
    stories = {}
    for entry in content.STORIES:
        stories[entry["key"]] = make_story(entry, people, now, sections, tags, authors, library, stories)
    for entry in content.STORIES:
        make_comments(entry["comments"], stories[entry["key"]], people, now)
    edition.advance()


def make_photo(entry, files, editor):
    fields = {name: entry[name] for name in ("caption", "credit", "copyright_notice", "focal_x", "focal_y")}
    return publishing.add_photo(files[entry["drawing"]], by=editor, alt_text=entry["alt_text"], **fields)


def make_story(entry, people, now, sections, tags, authors, library, stories):
    fields = {name: entry[name] for name in FIELDS_OF_A_STORY} | {
        "section": sections[entry["section"]],
        "tags": [tags[slug] for slug in entry["tags"]],
        "authors": [authors[slug] for slug in entry["authors"]],
        "featured_photo": library.get(entry["photo"]),
        "language": entry["language"],
        "comments_open": entry["comments_open"],
        "translation_of": stories.get(entry["translation_of"]),
    }
    published_ago, updated_ago = entry["published_ago"], entry["updated_ago"]
    status = "published" if entry["status"] == "scheduled" else entry["status"]
    published_at = now - published_ago if published_ago is not None else None
    is_unpublished = status in ("draft", "in_review", "ready")
    [story] = publishing.record(
        [
            {
                "fields": fields,
                "status": status,
                "published_at": published_at,
                "updated_at": now - updated_ago if updated_ago else None,
                "by": people["reporter"] if is_unpublished else people["editor"],
                "at": min(now, published_at or now - timedelta(hours=1)),
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


def make_comments(entries, story, people, now):
    """The comments in the order of the list; an answer comes after what it answers."""
    made = {}
    for entry in entries:
        submission = moderation.Submission(
            article=story,
            text=entry["text"],
            name=entry["name"],
            email=entry["email"],
            website=entry["website"],
            parent=made.get(entry["reply_to"]),
            user=people["editor"] if entry["by_newsroom"] else None,
        )
        submitted_at = now - entry["ago"]
        is_decided = entry["status"] != Comment.Status.PENDING
        [made[entry["key"]]] = moderation.record(
            [
                {
                    "submission": submission,
                    "status": entry["status"],
                    "submitted_at": submitted_at,
                    "decided_at": min(now, submitted_at + timedelta(minutes=9)) if is_decided else None,
                    "by": people["moderator"] if is_decided else None,
                    "reason": entry["reason"],
                }
            ]
        )
