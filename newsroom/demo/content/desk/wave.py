"""One advertisement, nine times in forty minutes: the same link, nearly the same text, other names and other networks."""

from datetime import timedelta

from newsroom.demo.content.desk.sending import sent

LINK = "https://quick-gift.example/start"
ENGLISH = f"I did not believe it either. Two hours a day from home, paid every Friday, no boss: {LINK}"
ARABIC = f"لم أصدق في البداية. ساعتان في اليوم من البيت والدفع كل خميس: {LINK}"

SENT = [
    sent(f"wave-{number}", story, name, f"{box}@example.net", text, timedelta(hours=1, minutes=minutes), network)
    for number, (story, name, box, text, minutes, network) in enumerate(
        [
            ("trafficking-course", "Melissa", "melissa.gift", ENGLISH, 41, "198.51.100.201"),
            ("solar-school-roofs", "Jason T", "jason.gift", ENGLISH, 38, "203.0.113.9"),
            ("flooded-underpasses", "Maria", "maria.gift", ENGLISH, 35, "192.0.2.140"),
            (
                "school-bus-pilot",
                "Kevin",
                "kevin.gift",
                ENGLISH.replace("Friday", "friday") + " !!",
                31,
                "203.0.113.77",
            ),
            ("rain-underpasses-ar", "سامر", "samer.gift", ARABIC, 27, "2001:db8:40::5"),
            ("football-lights", "Angela", "angela.gift", f"Honestly: {ENGLISH}", 22, "198.51.100.202"),
            ("trafficking-course-ar", "ريم", "reem.gift", ARABIC, 16, "2001:db8:41::5"),
            ("library-night-hours-en", "Bruno", "bruno.gift", ENGLISH, 9, "203.0.113.78"),
            ("solar-school-roofs-ar", "وليد", "waleed.gift", ARABIC.replace("البيت", "البيــت"), 1, "192.0.2.141"),
        ],
        start=1,
    )
]
