"""A month of decisions by two moderators, with second thoughts, one batch, and personal data taken out of a text."""

from datetime import timedelta

from newsroom.demo.content.desk.sending import COLLEAGUE, MODERATOR, act, sent

APPROVED = [
    sent(
        "said-umbrella",
        "lost-property",
        "Number 213",
        "umbrella213@example.com",
        "The green one with the wooden duck is mine. It was not raining; I had it against the sun.",
        timedelta(days=29, hours=4),
        "198.51.100.101",
        acts=[act("approve", 35)],
    ),
    sent(
        "said-wedding",
        "lost-property",
        "The groom",
        "groom@example.org",
        "It did take place. My aunt telephoned two hundred people in one evening. Keep the invitations.",
        timedelta(days=27, hours=9),
        "198.51.100.102",
        acts=[
            act("approve", 12, COLLEAGUE),
            act("answer", 20, COLLEAGUE, text="Congratulations! We have told the clerk, who had been worried."),
        ],
    ),
    sent(
        "said-coral-school",
        "coral-survey",
        "Dive club, girls’ school",
        "diveclub@example.net",
        "We counted three squares with them. The method is easy to learn and the water was colder than anybody had said.",
        timedelta(days=22, hours=3),
        "198.51.100.103",
        acts=[act("approve", 50)],
    ),
    sent(
        "said-mistakes-teacher",
        "mistakes-opinion",
        "Teacher of journalism",
        "teach.j@example.com",
        "I hand this column out in the first week of every course. Then I ask who has never been wrong, and we start.",
        timedelta(days=18, hours=6),
        "198.51.100.104",
        acts=[act("approve", 140, COLLEAGUE)],
    ),
    sent(
        "said-palm-bees",
        "date-palm-interview",
        "Beekeeper",
        "bees@example.org",
        "The same is true of hives. After a bad summer I find it in the honey of the third year.",
        timedelta(days=6, hours=2),
        "198.51.100.105",
        acts=[act("approve", 22)],
    ),
    sent(
        "said-shade-postman",
        "shade-opinion-ar",
        "ساعي بريد",
        "postman@example.org",
        "أعرف ظل كل شارع في منطقتي وساعته. لو سألني أحد لرسمت له الخريطة مجانًا.",
        timedelta(days=8, hours=5),
        "198.51.100.106",
        acts=[act("approve", 31, COLLEAGUE)],
    ),
    sent(
        "said-pearl-grandmother",
        "pearl-season-museum",
        "حفيدة نهّام",
        "nahham@example.net",
        "كان جدي نهّامًا، ولم يغنِّ في البيت قط. قال إن الغناء للبحر. شكرًا لأنكم كتبتم عنهم.",
        timedelta(days=4, hours=7),
        "198.51.100.107",
        acts=[act("approve", 18)],
    ),
    sent(
        "said-ink-left",
        "calligraphy-exercises",
        "Left-handed",
        "left@example.com",
        "My teacher tied my left hand to the chair for one lesson and then apologised for forty years. His sheets are in the second case.",
        timedelta(days=3, hours=1),
        "198.51.100.108",
        acts=[act("approve", 44, COLLEAGUE)],
    ),
    sent(
        "said-temporary-sign",
        "temporary-opinion",
        "Sign painter",
        "signs@example.net",
        "I painted “temporary entrance” on that building in 1999. I was paid to freshen it up twice.",
        timedelta(days=2, hours=8),
        "198.51.100.109",
        acts=[act("approve", 9)],
    ),
    sent(
        "said-tide-net",
        "red-tide-test-ar",
        "بحّار متقاعد",
        "sailor@example.com",
        "كنا نعرفها من لون الزبد قبل الفجر. المختبر أدق، لكن العين أسرع.",
        timedelta(days=1, hours=20),
        "198.51.100.110",
        acts=[act("approve", 65, COLLEAGUE)],
    ),
]

REFUSED = [
    sent(
        "refused-cello-politics",
        "lost-property",
        "Opinionated",
        "opinionated@example.com",
        "Never mind the cello. When will somebody write about the price of parking at the airport?",
        timedelta(days=26, hours=2),
        "198.51.100.111",
        acts=[act("reject", 15, reason="off_topic")],
    ),
    sent(
        "refused-coral-insult",
        "coral-survey",
        "Harbour wall",
        "harbour.wall@example.net",
        "Five countries of fools with rulers. Put them all in one boat and let it leak.",
        timedelta(days=21, hours=5),
        "198.51.100.112",
        acts=[act("reject", 7, COLLEAGUE, reason="abuse")],
    ),
    sent(
        "refused-plate",
        "desert-crossing",
        "Overtaken",
        "overtaken@example.org",
        "The white lorry that cut in before us belongs to Saad, who lives behind the blue bakery. Here is his mother’s number as well: 0000 7714 063.",
        timedelta(days=8, hours=9),
        "198.51.100.113",
        acts=[act("reject", 26, reason="personal_data")],
    ),
    sent(
        "refused-permit",
        "coral-survey",
        "Aquarium friend",
        "aquarium@example.com",
        "I can get living coral from this very reef for your tank, cut to size, no papers.",
        timedelta(days=20, hours=3),
        "198.51.100.114",
        acts=[act("reject", 88, COLLEAGUE, reason="illegal", note="Passed on to the editor.")],
    ),
    sent(
        "refused-cure",
        "red-tide-test",
        "Old recipe",
        "recipe@example.net",
        "Red tide is harmless when the fish is cooked with turmeric. My family has eaten it for years, so do not believe laboratories.",
        timedelta(days=1, hours=22),
        "198.51.100.115",
        acts=[act("reject", 11, reason="misinformation", note="Could make somebody ill.")],
    ),
    sent(
        "refused-carpets",
        "sadu-interview",
        "معرض السجاد",
        "carpets@example.com",
        "تخفيضات كبرى على السجاد الآلي هذا الأسبوع فقط، والتوصيل مجاني إلى باب البيت.",
        timedelta(days=4, hours=5),
        "198.51.100.116",
        acts=[act("reject", 6, COLLEAGUE, reason="advertising")],
    ),
    sent(
        "refused-keyboard",
        "tea-opinion-ar",
        "طفل",
        "child@example.org",
        "ببببب تتتت لللل هههههه",
        timedelta(days=1, hours=16),
        "198.51.100.117",
        acts=[act("reject", 4, reason="other", note="A child at a keyboard, it seems.")],
    ),
    sent(
        "refused-origin",
        "delivery-cost-ar",
        "زبون دائم",
        "customer@example.net",
        "كل التأخير من هؤلاء الغرباء على الدراجات، أعيدوهم من حيث أتوا.",
        timedelta(hours=11, minutes=30),
        "198.51.100.118",
        acts=[act("reject", 13, COLLEAGUE, reason="abuse")],
    ),
]

# Decided once, and then otherwise.
SECOND_THOUGHTS = [
    sent(
        "again-parking",
        "stall-rents",
        "Early customer",
        "early@example.com",
        "The rents are one thing. The other is that the car park now costs more than the tomatoes.",
        timedelta(hours=11),
        "198.51.100.121",
        acts=[
            act("reject", 10, reason="off_topic"),
            act("undo", 75, COLLEAGUE),
            act("approve", 76, COLLEAGUE, note="It is about what it costs to shop there."),
        ],
    ),
    sent(
        "again-meter",
        "temporary-opinion",
        "Meter reader",
        "meter@example.org",
        "The law says that a temporary permit which is renewed five times becomes permanent by itself.",
        timedelta(days=2, hours=19),
        "198.51.100.122",
        acts=[
            act("approve", 14, COLLEAGUE),
            act("undo", 180),
            act("reject", 181, reason="misinformation", note="There is no such law; the legal desk has looked."),
        ],
    ),
    sent(
        "again-slip",
        "cycle-path-opinion",
        "Grandfather with tricycle",
        "tricycle@example.net",
        "Three wheels, two grandchildren, no helmet law, one happy man. See you on Friday at the fountain.",
        timedelta(days=3, hours=20),
        "198.51.100.123",
        acts=[act("mark_spam", 5), act("undo", 6), act("approve", 7)],
    ),
]

REDACTED = [
    sent(
        "redacted-bus",
        "school-bus-pilot",
        "Father of three",
        "father3@example.com",
        "For everybody at the new stop who does not get the messages: call the attendant, Mrs. Samira Odeh, on 0000 6642 917. She answers even during breakfast and told me that the list was simply typed in wrong.",
        timedelta(hours=17, minutes=20),
        "198.51.100.124",
        acts=[
            act("redact", 30, words=["Mrs. Samira Odeh", "0000 6642 917"], note="Name and number of a third person."),
            act("approve", 31),
        ],
    ),
    sent(
        "redacted-rain",
        "rain-underpasses-ar",
        "جار النفق",
        "tunnel.neighbour@example.org",
        "من تعطلت سيارته عند نفق الدائري فليتصل بأبي سليمان صاحب الساحبة على 0000 5527 418، أخرج سيارة أخي ولم يأخذ شيئًا.",
        timedelta(hours=4, minutes=35),
        "198.51.100.125",
        acts=[
            act("approve", 8, COLLEAGUE),
            act("redact", 40, words=["0000 5527 418"], note="لا نعرف إن كان صاحب الرقم موافقًا على نشره."),
        ],
    ),
]

SHOPS = "Cheapest spare keys, locks and doors in town, we come at night: https://keys-and-doors.example"
SPAM = [
    sent(
        f"spam-keys-{number}",
        story,
        name,
        f"keys{number}@example.com",
        SHOPS,
        timedelta(days=6, hours=1, minutes=-2 * number),
        f"192.0.2.{60 + number}",
    )
    for number, (story, name) in enumerate(
        [
            ("date-palm-interview", "Key Man"),
            ("desert-crossing", "Door Man"),
            ("shade-opinion-ar", "Lock Man"),
            ("coral-survey", "Night Man"),
            ("mistakes-opinion", "Spare Man"),
            ("date-palm-interview", "Door and Key"),
        ],
        start=1,
    )
]
SPAM.append(
    sent(
        "spam-followers",
        "mistakes-opinion",
        "Grow Fast",
        "grow@example.net",
        "Ten thousand followers by tomorrow for your paper, real people: https://followers.example",
        timedelta(days=15, hours=2),
        "192.0.2.70",
        acts=[act("mark_spam", 3, COLLEAGUE)],
    )
)

SENT = [*APPROVED, *REFUSED, *SECOND_THOUGHTS, *REDACTED, *SPAM]
# Decided in one go.
BATCHES = [
    {
        "keys": [entry["key"] for entry in SPAM if entry["key"].startswith("spam-keys-")],
        "verb": "mark_spam",
        "ago": timedelta(days=5, hours=22),
        "by": MODERATOR,
        "reason": "advertising",
        "note": "Same text, six networks.",
    }
]
