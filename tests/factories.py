"""Plain functions that make what a test needs, through the verbs that the application itself uses."""

from datetime import timedelta
from io import BytesIO
from itertools import count

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from articles import photos, publishing
from articles.models import Article, Author, Edition, Publication, Section, StandingPage, Tag
from comments import moderation
from comments.models import Comment
from newsroom.groups import set_up_groups
from newsroom.models import User

_numbers = count(1)


def make_user(username="", group=None, **fields):
    user = User.objects.create_user(username or f"user{next(_numbers)}", password="secret", is_staff=True, **fields)
    if group:
        set_up_groups()
        user.groups.add(Group.objects.get(name=group))
    return user


def make_publication(**fields):
    Edition.objects.get_or_create(pk=1)
    return Publication.objects.update_or_create(pk=1, defaults={"name": {"en": "The Harbour Post"}} | fields)[0]


def make_section(name="Kuwait", **fields):
    return Section.objects.create(name={"en": name}, **fields)


def make_tag(name="Training", **fields):
    return Tag.objects.create(name={"en": name}, **fields)


def make_author(byline="Noura Salem", **fields):
    return Author.objects.create(byline={"en": byline}, **fields)


def make_page(slug="privacy", language="en", **fields):
    fields = {"title": "Privacy", "body": "<p>We keep little.</p>"} | fields
    return StandingPage.objects.create(slug=slug, language=language, **fields)


def image_bytes(width=1200, height=800, image_format="JPEG", **options):
    buffer = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(buffer, image_format, **options)
    return buffer.getvalue()


def make_upload(name="hall.jpg", content=None, content_type="image/jpeg"):
    return SimpleUploadedFile(name, content or image_bytes(), content_type)


def make_photo(alt_text="Officers listen in a lecture hall", file=None, **fields):
    return publishing.add_photo(file or photos.accept(make_upload()), by=None, alt_text=alt_text, **fields)


def make_draft(headline="Port reopens after storm", by=None, **fields):
    story = Article()
    publishing.save(story, {"headline": headline, "body": "<p>The port opened at dawn.</p>"} | fields, by=by)
    return Article.objects.get(pk=story.pk)


def make_story(headline="Port reopens after storm", published_at=None, by=None, **fields):
    """A published story; an hour old, unless a time is given."""
    story = make_draft(headline, by=by, **fields)
    publishing.publish(story, by=by, at=published_at or timezone.now() - timedelta(hours=1))
    return Article.objects.get(pk=story.pk)


def make_stories(number, **fields):
    """Many at once, a minute apart, the newest first."""
    now = timezone.now()
    return publishing.record(
        {
            "fields": {"headline": f"Story number {next(_numbers)}", "body": "<p>Text.</p>"} | fields,
            "status": "published",
            "published_at": now - timedelta(minutes=index + 1),
        }
        for index in range(number)
    )


def make_submission(article, **fields):
    number = next(_numbers)
    defaults = {
        "text": f"I was there that day, number {number}.",
        "name": "Huda",
        "email": f"reader{number}@example.org",
        "network": f"198.51.100.{number % 250 + 1}",
    }
    return moderation.Submission(article=article, **defaults | fields)


def make_comment(article, status="pending", by=None, now=None, **fields):
    comment = moderation.submit(make_submission(article, **fields), now=now)
    verb = {"approved": moderation.approve, "rejected": moderation.reject, "spam": moderation.mark_spam}.get(status)
    if verb:
        verb(comment, by)
    return Comment.objects.get(pk=comment.pk)


def make_comments(article, number, status="approved", **fields):
    """Many at once, a minute apart."""
    now = timezone.now()
    return moderation.record(
        [
            {
                "submission": make_submission(article, **fields),
                "status": status,
                "submitted_at": now - timedelta(minutes=index + 1),
            }
            for index in range(number)
        ]
    )
