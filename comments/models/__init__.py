from comments.models.comment import (
    TINTS,
    URGENT,
    WAITING_ORDER,
    Claim,
    Comment,
    Commenter,
    CommentLink,
    CommentVersion,
    random_tint,
    story_kwargs,
)
from comments.models.decision import Decision
from comments.models.mail import Mail
from comments.models.report import Appeal, Report
from comments.models.rule import Rule, RuleMatch

__all__ = [
    "TINTS",
    "URGENT",
    "WAITING_ORDER",
    "Appeal",
    "Claim",
    "Comment",
    "CommentLink",
    "CommentVersion",
    "Commenter",
    "Decision",
    "Mail",
    "Report",
    "Rule",
    "RuleMatch",
    "random_tint",
    "story_kwargs",
]
