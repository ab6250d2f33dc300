"""Rules as a small newsroom has gathered them. `ago` is when a rule was made, `expires_in` how long it still holds."""

from datetime import timedelta


def rule(kind, pattern, action, ago, *, reason="", note="", expires_in=None):
    return dict(locals())


RULES = [
    rule(
        "words",
        "guaranteed profit",
        "spam",
        timedelta(days=64),
        reason="advertising",
        note="The trading groups. In two months no reader has used these words.",
    ),
    rule(
        "words",
        "ربح مضمون",
        "flag",
        timedelta(days=63),
        reason="advertising",
        note="بالعربية نكتفي بالتنبيه: قد يكتبها قارئ يحذّر من هذه العروض.",
    ),
    rule(
        "words",
        "know where you live",
        "urgent",
        timedelta(days=40),
        reason="abuse",
        note="Read at once, and show the editor before you decide.",
    ),
    rule(
        "domain",
        "fast-visa.example",
        "spam",
        timedelta(days=33),
        reason="advertising",
        note="Sells visas that do not exist.",
    ),
    rule(
        "email_domain",
        "bulkmail.example",
        "reject",
        timedelta(days=33),
        reason="advertising",
        note="Throw-away addresses, so far used for advertising only.",
    ),
    rule(
        "network",
        "203.0.113.0/24",
        "flag",
        timedelta(days=4),
        note="Forty advertisements in one night came from here. A hotel uses it too, so look before you decide.",
        expires_in=timedelta(days=10),
    ),
]
