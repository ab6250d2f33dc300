"""The verbs of a comment. Nothing else writes its status or what readers see of it; each verb is one transaction and
leaves a `Decision`, and moderation deletes nothing.
"""

from comments.moderation.closing import why_closed
from comments.moderation.deciding import (
    VERBS,
    approve,
    decide_many,
    last_act,
    mark_spam,
    redact,
    reject,
    reopen,
    undo,
    undo_many,
)
from comments.moderation.forgetting import forget
from comments.moderation.person import confirm, erase, resume_mail, stop_mail
from comments.moderation.recording import record
from comments.moderation.refusals import (
    PARENT_NOT_SHOWN,
    AlreadyDecided,
    Closed,
    Duplicate,
    Fixed,
    Flooded,
    Gone,
    NoAppeal,
    NothingToRedact,
    NotShown,
    ParentNotShown,
    Refused,
    TextChanged,
    Unchanged,
    Withdrawn,
    ago,
    name_of,
)
from comments.moderation.reporting import report
from comments.moderation.rescreening import fill, missing, rescreen
from comments.moderation.submitting import Submission, answer, submit
from comments.moderation.writing import (
    appeal,
    changeable_until,
    has_appealed,
    may_appeal,
    revise,
    why_fixed,
    withdraw,
)

__all__ = [
    "PARENT_NOT_SHOWN",
    "VERBS",
    "AlreadyDecided",
    "Closed",
    "Duplicate",
    "Fixed",
    "Flooded",
    "Gone",
    "NoAppeal",
    "NotShown",
    "NothingToRedact",
    "ParentNotShown",
    "Refused",
    "Submission",
    "TextChanged",
    "Unchanged",
    "Withdrawn",
    "ago",
    "answer",
    "appeal",
    "approve",
    "changeable_until",
    "confirm",
    "decide_many",
    "erase",
    "fill",
    "forget",
    "has_appealed",
    "last_act",
    "mark_spam",
    "may_appeal",
    "missing",
    "name_of",
    "record",
    "redact",
    "reject",
    "reopen",
    "report",
    "rescreen",
    "resume_mail",
    "revise",
    "stop_mail",
    "submit",
    "undo",
    "undo_many",
    "why_closed",
    "why_fixed",
    "withdraw",
]
