"""Signed links: each is for one purpose and good for that alone, and expires. A token holds an id, never an address or
anything made from one.

To one comment (`comment`): on the received page and in mails. To an address (`confirm`, `mine`, `stop`): only ever mailed to
that address. `key` is no link: it stays in the browser of whoever has confirmed an address there.
"""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from comments.models import story_kwargs

HOUR, DAY = 3600, 24 * 3600
# Purpose: for how many seconds it is good.
GOOD_FOR = {
    "comment": 7 * DAY,
    "confirm": 3 * DAY,
    "mine": DAY,
    "stop": 400 * DAY,
    "key": 400 * DAY,
}


def token(purpose, pk):
    """A token for the row `pk`: a comment's for the purpose `comment`, a commenter's for the others."""
    return signing.dumps(pk, salt=_salt(purpose))


def read(purpose, value):
    """The id in a token; None when it is not one for this purpose, or too old."""
    try:
        pk = signing.loads(value, salt=_salt(purpose), max_age=GOOD_FOR[purpose])
    except signing.BadSignature:
        return None
    return pk if type(pk) is int else None


def _salt(purpose):
    return f"comments.links.{purpose}"


def comment_path(comment, name="received"):
    """The address of a comment's own page, or of an act on it: `received`, `edit`, `withdraw` or `appeal`."""
    return reverse(f"comments:{name}", kwargs=story_kwargs(comment.article) | {"token": token("comment", comment.pk)})


def commenter_path(purpose, commenter_id):
    """The address of the page for `confirm`, `mine` or `stop`."""
    return reverse(f"comments:{purpose}", args=[token(purpose, commenter_id)])


def absolute(path):
    return f"{settings.SITE_URL}{path}"
