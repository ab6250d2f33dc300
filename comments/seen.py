"""What a page showed of a comment, carried by its form, so that nobody decides on what they did not see."""

from django.db.models import Max, OuterRef, Subquery

from comments.models import Comment, CommentVersion


def value(comment):
    """`id:status:version`, of a comment with its versions prefetched, or with `latest_number` from `with_numbers`."""
    number = getattr(comment, "latest_number", None) or latest(comment).number
    return f"{comment.pk}:{comment.status}:{number}"


def with_numbers(comments):
    """Each of `comments` with the number of its latest text as `latest_number`."""
    numbers = CommentVersion.objects.filter(comment=OuterRef("pk")).order_by().values("comment")
    return comments.annotate(latest_number=Subquery(numbers.annotate(latest=Max("number")).values("latest")))


def latest(comment):
    return max(comment.versions.all(), key=lambda version: version.number)


def as_seen(comment, seen):
    """`comment`, versions prefetched, with the status and, as `seen_version`, the text of `seen`, which is a `value`, or
    what it holds after the id. Of what cannot be read no text was seen: the verbs then refuse as if it had changed."""
    status, _colon, number = seen.removeprefix(f"{comment.pk}:").partition(":")
    if status in Comment.Status:
        comment.status = status
    comment.seen_version = next(
        (version for version in comment.versions.all() if str(version.number) == number), CommentVersion(text="")
    )
    return comment
