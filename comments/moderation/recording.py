from django.db import transaction

from articles import edition
from comments import privacy
from comments.models import Comment, Commenter, CommentVersion, Decision
from comments.moderation import screened

Status = Comment.Status


@transaction.atomic
def record(batch):
    """Take comments that were written and decided elsewhere, with their own times, in bulk and without effects.

    `batch` holds dicts with "submission" (a `Submission`), "submitted_at", "status", and for what was decided
    "decided_at", "by", "reason" and "note". A submission's parent may be one that an earlier call returned. Returns
    the comments in the same order; the pages that show them become new versions once.
    """
    comments = []
    for entry in batch:
        submission, parent = entry["submission"], entry["submission"].parent
        comments.append(
            Comment(
                article=submission.article,
                parent=parent,
                thread=parent and (parent.thread or parent),
                commenter=Commenter.objects.for_email(submission.email) if submission.email else None,
                user=submission.user,
                network_digest=privacy.network_digest(submission.network),
                name=submission.name,
                website=submission.website,
                text=submission.text,
                language=submission.language or submission.article.language,
                status=entry["status"],
                submitted_at=entry["submitted_at"],
            )
        )
    for comment in comments:
        screened.compare_by(comment)
    Comment.objects.bulk_create(comments)
    screened.keep_links(comments)
    versions = CommentVersion.objects.bulk_create(
        CommentVersion(comment=comment, text=comment.text, created_at=comment.submitted_at) for comment in comments
    )
    decisions = []
    for entry, comment, version in zip(batch, comments, versions, strict=True):
        if comment.status == Status.APPROVED:
            comment.shown_version = version
        if comment.status != Status.PENDING:
            decisions.append(
                Decision(
                    comment=comment,
                    by=entry.get("by"),
                    at=entry.get("decided_at") or comment.submitted_at,
                    from_status="" if comment.user else Status.PENDING,
                    to_status=comment.status,
                    reason=entry.get("reason", ""),
                    note=entry.get("note", ""),
                    version=version,
                )
            )
    Comment.objects.bulk_update(comments, ["shown_version"])
    Decision.objects.bulk_create(decisions)
    # In the order in which every verb of many stories locks them.
    for article_id in sorted({comment.article_id for comment in comments}):
        edition.advance_story(article_id)
    edition.advance(comments=True)
    return comments
