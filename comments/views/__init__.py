from comments.views.own import appeal, edit, received, withdraw
from comments.views.person import ask, confirm, mine, stop
from comments.views.public import permalink, transparency
from comments.views.reports import report, reported
from comments.views.submitting import submit

__all__ = [
    "appeal",
    "ask",
    "confirm",
    "edit",
    "mine",
    "permalink",
    "received",
    "report",
    "reported",
    "stop",
    "submit",
    "transparency",
    "withdraw",
]
