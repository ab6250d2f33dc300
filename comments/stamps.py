"""The stamp of the comment form: it signs the story and the UTC day, so it is the same for every reader, and proves
only that the form was fetched within the last three days."""

from datetime import UTC, date, timedelta

from django.core.signing import BadSignature, Signer
from django.utils import timezone

DAYS_GOOD = 3


def _signer():
    return Signer(salt="comments.stamp", sep=".")


def today():
    return timezone.now().astimezone(UTC).date()


def stamp(article, day: date | None = None) -> str:
    """`2026-11-23.<signature>`; the story's id is signed but not repeated."""
    day = (day or today()).isoformat()
    return f"{day}.{_signer().signature(f'{article.pk}.{day}')}"


def is_good(article, value: str) -> bool:
    day, _dot, signature = value.partition(".")
    try:
        _signer().unsign(f"{article.pk}.{day}.{signature}")
    except BadSignature:
        return False
    return day in {(today() - timedelta(days=age)).isoformat() for age in range(DAYS_GOOD)}
