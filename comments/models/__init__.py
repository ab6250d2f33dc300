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
from comments.models.rule import Rule, RuleMatch

__all__ = [
    "TINTS",
    "URGENT",
    "WAITING_ORDER",
    "Claim",
    "Comment",
    "CommentLink",
    "CommentVersion",
    "Commenter",
    "Decision",
    "Rule",
    "RuleMatch",
    "random_tint",
    "story_kwargs",
]
