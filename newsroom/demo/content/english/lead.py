"""The first story of the English front page."""

from datetime import timedelta

from newsroom.demo.content.stories import comment, english

STORIES = [
    english(
        key="trafficking-course",
        kind="press_release",
        headline="Thirty officers trained to investigate trafficking and migrant smuggling",
        dek="A five-day course run by the Interior Ministry and the UN migration agency covered digital evidence, interviews and the signs of trauma in victims.",
        dateline="Kuwait City",
        source_organisation="Kuwait Ministry of Interior and IOM",
        section="kuwait",
        tags=["migration", "law-enforcement", "united-nations", "labour"],
        authors=["newsroom-staff"],
        photo="training-hall",
        body="""
<p>Thirty officers of the Interior Ministry have finished a course on how to build criminal cases against people who traffic workers or smuggle migrants, according to a statement by the ministry and the International Organization for Migration (IOM), the United Nations agency for migration.</p>
<p>The course, entitled “Criminal and electronic investigations into cases of trafficking in persons and smuggling of migrants”, ran for five days, from 11 to 15 February. It was organised by the ministry’s General Department of Training together with the IOM’s mission in Kuwait, and drew its participants from several departments. Its stated purpose was to make law enforcement staff better at fighting human trafficking.</p>
<h2>From warning signs to the interview room</h2>
<p>Mazen Abu Al-Hassan, who heads the IOM mission in Kuwait, spoke after the session and listed what had been taught:</p>
<ul>
<li>the indicators by which a trafficking case can be recognised;</li>
<li>international agreements and Kuwait’s own legislation on the subject;</li>
<li>the use of information technology in investigating such cases;</li>
<li>the symptoms of psychological trauma in victims;</li>
<li>the preparation of interviews, both with suspects and with victims.</li>
</ul>
<p>He named three parts without which the crime cannot be fought: preventing it, protecting and assisting those who suffer it, and prosecuting those who commit it. The agency, he said, takes pride in a relationship with the ministry that goes back years and has produced a number of joint workshops.</p>
<h2>Rights and duties</h2>
<p>For the ministry, Brigadier General Abdul Qader Ahmed Al-Shaaban, Director General of the General Department of Training, stressed how much the agency’s work matters for the rights of foreign workers. His department, he said, wants officers of different ranks to have a precise understanding of the rights that expatriate workers hold and of what officers owe them, and arranges courses with local and international bodies for that reason.</p>
<p>He recalled that the IOM opened its office in Kuwait in 1991 and that the country became an active member of the organisation in 2017. He put the share of foreign contract workers, of various nationalities, at 60 to 70 percent; the statement does not say what the figure is a share of.</p>
<p>The brigadier general also paid tribute to the late Amir, Sheikh Sabah Al-Ahmad Al-Jaber Al-Sabah, known as the Humanitarian Leader, for his humanitarian work and for his insistence that expatriates be treated with respect and be able to work in comfort. More courses for national staff are to follow, he added, as Kuwait’s labour and immigration laws are amended.</p>
<h2>A law, a shelter and a committee</h2>
<p>Abu Al-Hassan set the course among the steps the country has taken so far. He mentioned three:</p>
<ol>
<li>law No. 91/2013, which deals with human trafficking and the smuggling of migrants;</li>
<li>a shelter for expatriate workers;</li>
<li>a permanent national committee in charge of carrying out the strategy against both crimes.</li>
</ol>
<p>Alongside that committee, the statement counts the ministries of foreign affairs, interior and justice and the Public Authority for Manpower among the institutions involved. It points as well to the United Nations’ Sustainable Development Goals, which call for swift and effective action to end forced labour, modern slavery and trafficking.</p>
<p><em>This report is based on a statement by the ministry and the IOM. The Courier did not attend the course.</em></p>
""",
        published_ago=timedelta(hours=3, minutes=3),
        comments=[
            comment(
                "course-grace",
                "Grace Villareal",
                "grace.villareal@example.com",
                "I volunteered for some years with an embassy’s helpline, so I am glad to see trauma on the list. The first conversation decides almost everything. A woman who has had her passport taken does not walk into a police station and give dates in order; she forgets, she contradicts herself, she is afraid of the uniform. If an officer has been taught that this is what fear looks like, and not what lying looks like, half the work is done.\n\nWhat I would like to know is whether any of the thirty work at the counters of ordinary police stations. That is where people arrive, late in the evening and without an appointment.",
                timedelta(hours=2, minutes=35),
                website="https://example.org/helpline-notes",
            ),
            comment(
                "course-newsroom",
                "The Bay Courier",
                "",
                "Thank you. The statement says only that the officers came from several departments. We have asked the ministry which ones and will add the answer to the story if we get it.",
                timedelta(hours=1, minutes=50),
                reply_to="course-grace",
                by_newsroom=True,
            ),
            comment(
                "course-bader",
                "بدر ع.",
                "bader@example.net",
                "خطوة طيبة، والأهم منها أن يعرف العامل نفسه رقم الخط الذي يتصل به. أقترح ملصقات بلغات العمال في مواقف الحافلات وسكن العمالة.",
                timedelta(hours=2, minutes=5),
            ),
            comment(
                "course-rajan",
                "Rajan P.",
                "rajan.p@example.com",
                "Agreed about the counters. And a translator who is not a colleague of the employer.",
                timedelta(hours=1, minutes=20),
                reply_to="course-grace",
            ),
            comment(
                "course-lina",
                "Lina Haddad",
                "lina.h@example.org",
                "Are the course materials public? I teach criminology and would happily use them in class.",
                timedelta(minutes=48),
                status="pending",
            ),
            comment(
                "course-khaled",
                "Khaled",
                "khaled.q8@example.com",
                "Five days is short. In the bank where I work the fraud course alone takes two weeks and we only look at cheques.",
                timedelta(minutes=22),
                status="pending",
            ),
            comment(
                "course-neighbour",
                "A neighbour",
                "neighbour@example.net",
                "Then send them to the flat above mine, I will give you the number of the building and the name and telephone of the owner and you can all call him.",
                timedelta(hours=1, minutes=35),
                status="rejected",
                reason="personal_data",
            ),
            comment(
                "course-visa",
                "Fast Visa Desk",
                "offers@example.com",
                "Any visa any country in 48 hours!!! Transfer, family, visit. Best price guaranteed, write now: https://example.com/visa-express https://example.com/visa-express-2",
                timedelta(hours=2, minutes=50),
                status="spam",
                website="https://example.com/visa-express",
            ),
        ],
    ),
]
