from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.db import transaction

from articles import alt_text, body, photos, pressfiles, publishing
from articles.models import Article, Author, Section


class Command(BaseCommand):
    help = "Make a draft, or with --publish a published story, from a text file as press offices send them."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="UTF-8 text: headline, blank line, paragraphs between blank lines")
        parser.add_argument("--section", help="slug of a section")
        parser.add_argument("--author", help="slug of an author")
        parser.add_argument("--photo", type=Path, help="JPEG, PNG, WebP or HEIC for the featured photo")
        parser.add_argument("--alt", help="what the photo shows; needed where the file itself does not say")
        parser.add_argument("--publish", action="store_true", help="publish at once")

    def handle(self, *, file, section, author, photo, alt, publish, **options):
        if alt and not photo:
            raise CommandError("--alt describes a --photo, and there is none")
        press_file = _read(file)
        fields = {
            "headline": press_file.headline,
            "body": body.from_paragraphs(press_file.paragraphs),
            "kind": Article.Kind.PRESS_RELEASE,
            "section": _found(Section, section),
            "authors": [_found(Author, author)] if author else [],
        }
        story = Article()
        try:
            with transaction.atomic():
                if photo:
                    fields["featured_photo"] = _add_photo(photo, alt)
                publishing.save(story, fields, by=None, note=f"from {file.name}")
                if publish:
                    publishing.publish(story, by=None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        state = "Published" if publish else "A draft"
        self.stdout.write(f"{state}: {press_file.headline} ({len(press_file.paragraphs)} paragraphs, story {story.pk})")
        if publish:
            self.stdout.write(f"Read it at {settings.SITE_URL}{story.get_absolute_url()}")
        for line in press_file.left_out:
            self.stdout.write(f"Left out: {line}")


def _read(path):
    try:
        return pressfiles.read(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise CommandError(f"{path} is not UTF-8 text; save it as UTF-8 and try again") from None
    except pressfiles.Unusable as error:
        raise CommandError(f"{path}: {error}") from None


def _found(model, slug):
    if slug is None:
        return None
    row = model.objects.filter(slug=slug).first()
    if row is None:
        known = ", ".join(model.objects.values_list("slug", flat=True)) or "none yet"
        raise CommandError(f"there is no {model._meta.model_name} {slug!r}; there are: {known}")
    return row


def _add_photo(path, alt):
    try:
        with path.open("rb") as upload:
            file = photos.accept(upload)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}") from None
    described = file.described(alt_text=alt)
    if sentence := alt_text.problem(described["alt_text"]):
        raise ValidationError(f"--alt: {sentence}")
    return publishing.add_photo(file, by=None, **described)
