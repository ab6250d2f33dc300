from comments.admin.comment import CommentAdmin
from comments.admin.decision import DecisionAdmin
from comments.admin.rule import RuleAdmin

__all__ = ["CommentAdmin", "DecisionAdmin", "RuleAdmin"]
