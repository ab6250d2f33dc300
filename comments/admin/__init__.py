from comments.admin.comment import CommentAdmin
from comments.admin.rule import RuleAdmin

__all__ = ["CommentAdmin", "RuleAdmin"]
