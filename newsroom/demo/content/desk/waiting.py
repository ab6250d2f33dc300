"""What waits for the moderators in the morning."""

from datetime import timedelta

from newsroom.demo.content.desk.sending import sent

SENT = [
    # Honest first comments.
    sent(
        "waits-night-nurse",
        "library-night-hours-en",
        "Night nurse",
        "night.nurse@example.org",
        "Thank you from those of us who finish at ten. Until now the only warm room with a table at that hour was a burger restaurant.",
        timedelta(hours=20, minutes=12),
        "198.51.100.11",
    ),
    sent(
        "waits-bus-driver",
        "school-bus-pilot",
        "Driver of route 9",
        "route9@example.com",
        "I drive one of these buses. Please tell parents that four minutes late is the speed bumps and not the tea.",
        timedelta(hours=14, minutes=40),
        "198.51.100.12",
    ),
    sent(
        "waits-umm-lujain",
        "delivery-cost-ar",
        "أم لجين",
        "um.lujain@example.org",
        "صرت أطلب مرة واحدة في الأسبوع وأعطي المندوب ما كنت أدفعه رسومًا. اقرؤوا خانة «رسوم الخدمة» في آخر الفاتورة، فهي ليست له.",
        timedelta(hours=10, minutes=5),
        "198.51.100.13",
    ),
    sent(
        "waits-plumber",
        "desalination-upgrade",
        "A plumber",
        "plumber@example.net",
        "Half of what they will gain at the plant is lost between the roof tank and the tap. I could show you ten houses before lunch.",
        timedelta(hours=6, minutes=20),
        "198.51.100.14",
    ),
    sent(
        "waits-first-year",
        "rain-underpasses-ar",
        "طالبة هندسة",
        "eng.student@example.com",
        "هل الأرقام المذكورة عن سعة المضخات منشورة في مكان ما؟ أحتاجها لمشروع تخرجي وسأذكر المصدر.",
        timedelta(hours=3, minutes=30),
        "198.51.100.15",
    ),
    sent(
        "waits-translator",
        "trafficking-course",
        "Court interpreter",
        "interpreter@example.org",
        "A small point about the wording: the law speaks of “exploitation”, and in the hearings that I interpret everything turns on that word and not on “trafficking”.",
        timedelta(minutes=57),
        "198.51.100.16",
    ),
    # Two links, and harmless.
    sent(
        "waits-two-links",
        "solar-school-roofs",
        "Ravi Menon",
        "ravi.menon@example.com",
        "For those who asked how dust changes the yield, two measurements from this region: https://example.org/dust-2024 and https://example.org/dust-2025. Both say: wash every three weeks.",
        timedelta(hours=3, minutes=58),
        "198.51.100.17",
    ),
    # The name of a regular, from another address.
    sent(
        "waits-impersonator",
        "flooded-underpasses",
        "Vikram S.",
        "vikram.the.real.one@example.net",
        "I take back everything I said above. The engineers are right about nothing, and nobody should read this paper.",
        timedelta(hours=2, minutes=20),
        "198.51.100.18",
    ),
    # The one to read first.
    sent(
        "waits-threat",
        "school-bus-pilot",
        "You will see",
        "willsee@example.com",
        "To the attendant who shouted at my car on Thursday: I know where you live, and next time nobody will be standing beside you.",
        timedelta(hours=5, minutes=45),
        "198.51.100.19",
    ),
    # Somebody else's telephone number and flat, in an honest complaint.
    sent(
        "waits-phone",
        "desalination-upgrade",
        "Block 4",
        "block4@example.org",
        "No water on our floor since Monday. The man in charge is Mr. Yaqoub on the third floor, 0000 5519 284, ring him until he answers!",
        timedelta(hours=4, minutes=50),
        "198.51.100.20",
    ),
    # A quarrel that has left the story behind.
    sent(
        "waits-quarrel-1",
        "football-lights",
        "North stand",
        "north.stand@example.com",
        "Anyone who complains about noise at eleven supports the other team. You lost the cup in 2009 and you are still in bed about it.",
        timedelta(hours=6, minutes=55),
        "198.51.100.21",
        reply_to="foot-sleep",
    ),
    sent(
        "waits-quarrel-2",
        "football-lights",
        "South stand",
        "south.stand@example.org",
        "2009! The referee gave you that cup, and the whole quarter knows whose cousin he was.",
        timedelta(hours=6, minutes=41),
        "198.51.100.22",
        reply_to="foot-sleep",
    ),
    sent(
        "waits-quarrel-3",
        "football-lights",
        "North stand",
        "north.stand@example.com",
        "Say his name then, coward. And move your grey pick-up, it has stood on the goal line since Eid.",
        timedelta(hours=6, minutes=30),
        "198.51.100.21",
        reply_to="foot-sleep",
    ),
    # The listed words, dressed up so that a list would not know them; and a reader who quotes them to warn others.
    sent(
        "waits-tashkeel",
        "delivery-cost-ar",
        "فرصة ذهبية",
        "golden@example.net",
        "دع عنك التوصيل وتعب الشوارع. رِبْحٌ مَضْمُونٌ كل أسبوع من دون رأس مال، والتفاصيل على الخاص.",
        timedelta(hours=7, minutes=15),
        "192.0.2.31",
    ),
    sent(
        "waits-tatweel",
        "solar-school-roofs-ar",
        "مستثمر",
        "investor@example.com",
        "لوح شمسي واحد باسمك: ربـــح مضمـــون عشر سنوات، والعدد محدود.",
        timedelta(hours=2, minutes=45),
        "192.0.2.32",
    ),
    sent(
        "waits-warning",
        "tea-opinion-ar",
        "متقاعد من البنك",
        "bank.retired@example.org",
        "بمناسبة «الاستكانة الثانية»: على هذا الفنجان سمعت زميلًا يعرض «ربح مضمون». ثلاثون عامًا في البنك ولم أر ربحًا مضمونًا واحدًا.",
        timedelta(hours=11, minutes=20),
        "198.51.100.23",
    ),
    # From the network with a rule: a guest of the hotel, and one of those for whom the rule was made.
    sent(
        "waits-hotel-guest",
        "cargo-line",
        "Hotel guest",
        "guest@example.com",
        "I am in town to buy exactly such spare parts. Four ports in one week is faster than my own company’s lorry.",
        timedelta(hours=8, minutes=10),
        "203.0.113.40",
    ),
    sent(
        "waits-hotel-ad",
        "stall-rents",
        "Cold Rooms Ltd",
        "cold.rooms@example.net",
        "Traders! Cold rooms for rent by the week, ask for the market price.",
        timedelta(hours=8, minutes=50),
        "203.0.113.41",
    ),
    # Answers under comments that readers see.
    sent(
        "waits-reply-grace",
        "trafficking-course",
        "Desk sergeant, retired",
        "sergeant.ret@example.net",
        "I sat at such a counter for nineteen years. Nobody taught us this. We wrote “statement contradictory” and went on to the next one, and I still think of some of them.",
        timedelta(hours=1, minutes=5),
        "198.51.100.24",
        reply_to="course-grace",
    ),
    sent(
        "waits-reply-um-salem",
        "trafficking-course-ar",
        "سائق حافلة مدرسية",
        "bus.driver@example.org",
        "صدقتِ يا أم سالم، والملصق وحده لا يكفي: من لا يحسن القراءة يحتاج إلى من يقرأ له.",
        timedelta(minutes=49),
        "198.51.100.25",
        reply_to="course-ar-um-salem",
    ),
    sent(
        "waits-reply-sara",
        "delivery-cost-ar",
        "صاحب مطعم صغير",
        "small.kitchen@example.com",
        "أختي سارة، العمولة عندي بلغت الثلث. لو طلبتِ بالهاتف لأعطيتك الطبق وفوقه الحلوى.",
        timedelta(hours=7, minutes=25),
        "198.51.100.26",
        reply_to="delivery-sara",
    ),
    # One that takes a while to read.
    sent(
        "waits-long",
        "desert-crossing",
        "Driver since 1994",
        "since1994@example.org",
        """
You asked in your story why nobody writes down how long the waiting takes. I have written it down since 1994, in school exercise books, one for each year. My wife says they are my second family.

In the nineties it was four hours, on a bad day seven. There was one officer and he knew our names. Then came the computer, and for two years it was eleven hours, because the computer and the officer did not agree and neither would give way. After that it became better than ever before: two hours and twenty minutes on average in the whole of one year. I have the sums here.

What made it slow again was not the border but the appointment. On paper each lorry has its half hour. But a lorry is not a dentist’s patient. If the car park at kilometre 40 is full, you cannot reach your appointment, and whoever misses it goes to the end. So everybody comes the evening before, and that is why the car park is full.

What would help? I have thought about it in many nights. First, a number instead of an hour: you draw it at kilometre 90 and a board shows how far they have got. Second, toilets at kilometre 60; I say this for the young ones, some of whom are women now. Third, let those with medicines and those with empty trucks through on the left. They did this for a week in 2016, it worked, and then it stopped, and no one has ever told us why.

I do not complain. The road has fed six people. But if somebody in an office would like the exercise books, I will bring them, all of them, and wait while they are copied. I am used to it.
""".strip(),
        timedelta(hours=16, minutes=35),
        "198.51.100.27",
    ),
]
