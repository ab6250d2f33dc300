"""What is before the moderators once more: reported by readers, changed by its writer, or appealed."""

from datetime import timedelta

from newsroom.demo.content.desk.sending import COLLEAGUE, act, appeal, report, revise, sent

SENT = [
    # Readers still see this one.
    sent(
        "again-landlord",
        "school-bus-pilot",
        "Resident of block 4",
        "block4@example.org",
        "The woman in the corner house has complained about the bus stop for a year. Everybody in the street knows why she is at home all day.",
        timedelta(hours=23),
        "198.51.100.141",
        acts=[
            act("approve", 25),
            report(
                900, "personal_data", "203.0.113.61", "You can tell from this which house it is. Please take it down."
            ),
            report(1290, "abuse", "203.0.113.62"),
        ],
    ),
    # Three networks have hidden this one.
    sent(
        "again-delivery",
        "delivery-cost-ar",
        "زبون غاضب",
        "angry.customer@example.com",
        "كلهم لصوص، من صاحب التطبيق إلى السائق الذي على الباب. من يدافع عنهم فهو منهم.",
        timedelta(hours=11, minutes=20),
        "198.51.100.142",
        acts=[
            act("approve", 15, COLLEAGUE),
            report(90, "abuse", "203.0.113.63", "أعمل سائقًا منذ ست سنوات ولم آخذ من أحد شيئًا."),
            report(280, "abuse", "203.0.113.64"),
            report(410, "off_topic", "203.0.113.65"),
        ],
    ),
    # Approved, then changed: readers see the earlier text meanwhile.
    sent(
        "again-pump",
        "desalination-upgrade",
        "Retired operator",
        "operator@example.net",
        "The old units ran at sixty per cent for the last two summers. I kept the log of the night shift myself.",
        timedelta(hours=5, minutes=40),
        "198.51.100.143",
        acts=[
            act("approve", 6),
            revise(
                11,
                "The old units ran at seventy per cent for the last two summers. I kept the log of the night shift myself, and it is still in my garage.",
            ),
        ],
    ),
    sent(
        "again-coral",
        "coral-survey",
        "Fisherman’s daughter",
        "fishers.daughter@example.org",
        "Ask the fishermen. My father could have told them where the reef is dead, and nobody asked him.",
        timedelta(hours=9, minutes=15),
        "198.51.100.144",
        acts=[
            act("reject", 30, COLLEAGUE, reason="off_topic"),
            appeal(190, "It is about the survey: it says that local knowledge was used, and I say that it was not."),
        ],
    ),
]
