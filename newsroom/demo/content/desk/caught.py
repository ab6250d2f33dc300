"""What the rules decided before anybody read it."""

from datetime import timedelta

from newsroom.demo.content.desk.sending import COLLEAGUE, act, sent

SENT = [
    sent(
        "caught-visa-desk",
        "coral-survey",
        "Visa Desk",
        "desk@example.com",
        "Work visa in 48 hours, no questions: https://fast-visa.example/work",
        timedelta(days=19, hours=4),
        "192.0.2.17",
    ),
    sent(
        "caught-visa-website",
        "cycle-path-opinion",
        "Ahmad Travels",
        "ahmad@example.net",
        "Nice path. For family visits look at my site.",
        timedelta(days=3, hours=1),
        "192.0.2.18",
        website="https://www.fast-visa.example/",
    ),
    sent(
        "caught-profit",
        "date-palm-interview",
        "Golden Signals",
        "signals@example.org",
        "Stop growing dates and start growing money! GUARANTEED PROFIT of 12% a week, ask how.",
        timedelta(days=5, hours=7),
        "198.51.100.61",
    ),
    sent(
        "caught-bulk",
        "e-invoicing-small-shops",
        "Till Systems",
        "news@bulkmail.example",
        "We install any till in one day and will beat every other price, call our sales office.",
        timedelta(days=1, hours=9),
        "198.51.100.62",
    ),
    sent(
        "caught-bulk-reader",
        "pearl-season-museum",
        "منى",
        "mona@bulkmail.example",
        "زرت المتحف مع طلابي يوم الثلاثاء، وأعجبهم صندوق الرسائل أكثر من السفينة. هل تُفتح القاعة العلوية أيام الجمعة؟",
        timedelta(days=2, hours=6),
        "198.51.100.63",
        acts=[act("approve", 95, COLLEAGUE, note="A reader with a throw-away address, and a good question.")],
    ),
    sent(
        "caught-trap-reader",
        "desert-crossing",
        "Parveen",
        "parveen@example.org",
        "My brother drives this road twice a month. He says the waiting is bearable and the not knowing is not. A board with a number on it would do.",
        timedelta(days=8, hours=3),
        "198.51.100.64",
        trap="https://example.org",
        acts=[
            act("undo", 240),
            act("approve", 241, note="A browser that fills in every field, not a machine."),
        ],
    ),
    sent(
        "caught-trap",
        "sadu-interview-en",
        "BestLoomDeals",
        "loom@example.com",
        "Buy loom online, best loom, cheap loom.",
        timedelta(days=4, hours=2),
        "192.0.2.19",
        trap="loom",
    ),
]
