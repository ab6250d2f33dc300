"""What screening is asked with, and where its answers are kept."""

from comments import names, screening
from comments.models import Comment, CommentLink, Rule, RuleMatch

# Beyond these nobody compares; they only bound what one comment can store.
LINKS_KEPT, NAME_KEY_LENGTH = 50, 200


def findings(comment, submission, now):
    """Every rule that fires on a comment that is about to be stored; see `screening.findings`."""
    subject = screening.Subject(
        text=submission.text,
        name=submission.name,
        website=submission.website,
        email=submission.email,
        commenter=comment.commenter_id,
        network=submission.network,
        trap=submission.trap,
    )
    approved = Comment.objects.filter(status=Comment.Status.APPROVED)
    key = name_key(submission.name)
    facts = screening.Facts(
        is_known=comment.commenter_id is not None and approved.filter(commenter=comment.commenter_id).exists(),
        has_name_of_another=bool(key)
        and approved.filter(name_key=key, commenter__isnull=False).exclude(commenter=comment.commenter_id).exists(),
    )
    return screening.findings(subject, facts, Rule.objects.in_force(now))


def name_key(name):
    return "".join(names.folded(name))[:NAME_KEY_LENGTH]


def compare_by(comment, found=None):
    """Set on `comment`, unsaved, what it is sorted and grouped by; `found` are its findings, where it was screened."""
    comment.text_digest = screening.text_digest(comment.text)
    comment.name_key = name_key(comment.name)
    if found is not None:
        comment.flags = sum(finding.action != RuleMatch.Action.NOTE for finding in found)


def keep_links(comments):
    """Store the links of each comment, in the place of those that it had."""
    CommentLink.objects.filter(comment__in=comments).delete()
    CommentLink.objects.bulk_create(
        CommentLink(comment=comment, address=address)
        for comment in comments
        for address in screening.links(comment.text, comment.website)[:LINKS_KEPT]
    )


def keep_matches(comment, version, found):
    RuleMatch.objects.bulk_create(
        RuleMatch(
            comment=comment,
            version=version,
            rule_id=finding.rule,
            code=finding.code,
            label=finding.label[:200],
            action=finding.action,
            places=[list(place) for place in finding.places],
            note=finding.note[:300],
        )
        for finding in found
    )
