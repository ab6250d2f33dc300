"""The English stories of the demo, the lead first, with their comments. Times count back from the moment the demo is made."""

from datetime import timedelta

from newsroom.demo.content.comments import comment

STORIES = [
    {
        "key": "trafficking-course",
        "language": "en",
        "kind": "press_release",
        "headline": "Thirty officers trained to investigate trafficking and migrant smuggling",
        "dek": "A five-day course run by the Interior Ministry and the UN migration agency covered digital evidence, interviews and the signs of trauma in victims.",
        "dateline": "Kuwait City",
        "source_organisation": "Kuwait Ministry of Interior and IOM",
        "section": "kuwait",
        "tags": ["migration", "law-enforcement", "united-nations", "labour"],
        "authors": ["newsroom-staff"],
        "photo": "training-hall",
        "featured_caption": "",
        "body": """
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
        "status": "published",
        "published_ago": timedelta(hours=3),
        "updated_ago": None,
        "comments_open": True,
        "translation_of": None,
        "corrections": [],
        "comments": [
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
    },
    {
        "key": "desalination-upgrade",
        "language": "en",
        "kind": "news",
        "headline": "Oldest units at Ras Zaitoun water plant to be rebuilt one winter at a time",
        "dek": "Engineers will replace the tubes in four distillers over four cool seasons, so that no summer is short of capacity.",
        "dateline": "Ras Zaitoun",
        "source_organisation": "",
        "section": "economy",
        "tags": ["water", "energy"],
        "authors": ["tareq-shamlan"],
        "photo": "desalination-plant",
        "featured_caption": "",
        "body": """
<p>The four oldest distillers at the Ras Zaitoun desalination plant are to be taken apart and rebuilt, one each winter, in a programme that its engineers say will add twenty years to equipment that was due to be scrapped.</p>
<p>Work on the first unit begins when demand falls at the end of the hot season. Each rebuild takes about five months, most of it spent cutting out some 11,000 corroded tubes and fitting new ones of titanium. The shells, which are thick and in good order, stay where they are.</p>
<p>“People imagine a plant like this as one big machine,” said Salma Al-Wazzan, who runs the maintenance department. “It is a row of kettles. If you are careful you can mend one kettle while the rest stay on the fire.”</p>
<h2>Less steam for the same water</h2>
<p>New tubes carry heat better than old ones lined with scale. The department expects each rebuilt unit to need about an eighth less steam for every cubic metre of water, and to give slightly more of it.</p>
<table>
<thead><tr><th>Per unit</th><th>Today</th><th>After the rebuild</th></tr></thead>
<tbody>
<tr><td>Daily output, million litres</td><td>25</td><td>28</td></tr>
<tr><td>Days out of service a year</td><td>41</td><td>18</td></tr>
<tr><td>Age of tubes, years</td><td>33</td><td>new</td></tr>
</tbody>
</table>
<p>Rebuilding will cost a little over half the price of new distillers of the same size, according to a paper given to contractors this week. It does not include the intake, where a separate team is replacing the screens that keep jellyfish and seaweed out of the pumps.</p>
<h2>Why not membranes?</h2>
<p>Most new plants around the Gulf push seawater through membranes, which takes less energy than boiling it. Al-Wazzan does not dispute the arithmetic. But the bay is warm, shallow and often cloudy with plankton, and membranes have to be protected from all three. Distillers put up with bad water, she said, and the power station next door has steam to spare.</p>
<p>A membrane line is planned further along the coast, where the water is deeper. Until it opens, Ras Zaitoun supplies about one glass in nine that the country drinks.</p>
<p>Households should notice nothing. The reservoirs hold several days’ supply, and a unit is emptied only after they have been filled. “If anyone turns a tap and thinks of me,” Al-Wazzan said, “I have done something wrong.”</p>
""",
        "status": "published",
        "published_ago": timedelta(hours=8),
        "updated_ago": timedelta(hours=4),
        "comments_open": True,
        "translation_of": None,
        "corrections": [
            {
                "kind": "correction",
                "text": "An earlier version of this story gave the present daily output of one unit as 30 million litres. It is 25 million litres.",
                "ago": timedelta(hours=4),
            }
        ],
        "comments": [
            comment(
                "water-omar",
                "Omar S.",
                "omar.s@example.com",
                "Is the output in the table right? I worked at the plant until I retired and no unit of that series ever gave 30.",
                timedelta(hours=6, minutes=30),
            ),
            comment(
                "water-newsroom",
                "The Bay Courier",
                "",
                "You are right, and we have corrected it. The maintenance department confirms 25 million litres a day for each of the four units.",
                timedelta(hours=4),
                reply_to="water-omar",
                by_newsroom=True,
            ),
            comment(
                "water-jo",
                "Jo Lindqvist",
                "jo@example.org",
                "What happens to the old tubes? Copper alloy of that weight must be worth a fair part of the bill.",
                timedelta(hours=2, minutes=10),
            ),
            comment(
                "water-filter",
                "Home Filter Offers",
                "sales@example.net",
                "Do not trust tap water. Our home filter removes everything, free fitting this week.",
                timedelta(hours=5),
                status="rejected",
                reason="advertising",
                website="https://example.com/home-filters",
            ),
        ],
    },
    {
        "key": "school-bus-pilot",
        "language": "en",
        "kind": "news",
        "headline": "A timetable, a seat belt and a name on the list: school bus trial widens to 22 routes",
        "dek": "Parents in three districts can now see when the bus is coming. Morning queues outside the first schools have halved.",
        "dateline": "Hawally",
        "source_organisation": "",
        "section": "kuwait",
        "tags": ["schools", "transport"],
        "authors": ["dalal-bu-rashid"],
        "photo": "school-bus",
        "featured_caption": "",
        "body": """
<p>At ten to six the street outside the Al-Manar apartment block is dark and already warm. Nine children stand in a row by the kerb with their bags on their backs. At six minutes to six a yellow bus turns the corner, and an attendant steps down with a list.</p>
<p>“Before, we waited between half past five and whenever,” said Reem Abdulwahab, whose two sons ride the bus. “Now if it is four minutes late I get a message that it is four minutes late.”</p>
<p>The trial that brought the timetable began last term with six routes. From Sunday it covers 22, serving eleven schools in three districts. Each bus reports its position, every seat has a belt, and an attendant ticks off each child getting on and getting off.</p>
<h2>Cars in a line</h2>
<p>What persuaded the district to extend it was less the buses than the cars. A count made outside the first four schools found an average of 212 cars waiting at the gate at the end of the day. After one term the figure was 104.</p>
<p>“Every car that is not there is a child we do not have to lead across the road between bumpers,” said Mona Sabti, deputy head of a primary school on the third route. Afternoon lessons on the street side have become possible again, she added, because the hooting has stopped.</p>
<h2>What it costs</h2>
<p>A seat costs parents 12 dinars a month, with a reduction for second and third children. Fares pay about two thirds of the cost; the rest comes from the district’s transport budget. A full account is promised for the end of the school year, and so is a decision on whether to go on.</p>
<p>Not everyone is content. Drivers say that the timetable was drawn up on a day without rain, and two routes have been late more often than not. Families in the newest blocks, where there is no pavement, have asked for the stop to be moved to the mosque car park.</p>
<p>Sabti keeps a list of such requests on the back of her door. There are 31. “It is a good sign,” she said. “Nobody writes to complain about a bus they do not take.”</p>
""",
        "status": "published",
        "published_ago": timedelta(days=1, hours=2),
        "updated_ago": None,
        "comments_open": True,
        "translation_of": None,
        "corrections": [],
        "comments": [
            comment(
                "bus-sunita",
                "Sunita M.",
                "sunita.m@example.com",
                "Our children are on route 14. The attendant knows every name after one week, which is more than I can say of myself at parents’ evening.",
                timedelta(hours=22),
            ),
            comment(
                "bus-abu-yousef",
                "Abu Yousef",
                "abu.yousef@example.net",
                "Twelve dinars each for four children is a lot, even with the reduction. Private drivers charge less, I know they have no belts, but people count.",
                timedelta(hours=19, minutes=40),
            ),
            comment(
                "bus-sunita-reply",
                "Sunita M.",
                "sunita.m@example.com",
                "That is fair. The school told us there is a fund for large families, ask at the office, it is not on the form.",
                timedelta(hours=18),
                reply_to="bus-abu-yousef",
            ),
            comment(
                "bus-angry",
                "Fed up",
                "fedup@example.com",
                "Only an idiot would drive like the men on that route, they should all be sent home.",
                timedelta(hours=16),
                status="rejected",
                reason="abuse",
            ),
        ],
    },
    {
        "key": "e-invoicing-small-shops",
        "language": "en",
        "kind": "analysis",
        "headline": "The till roll’s last years: what e-invoicing would ask of the smallest shops",
        "dek": "Big retailers are ready. For a spice stall with one scale and two brothers, the hard part is neither the tax nor the telephone.",
        "dateline": "Kuwait City",
        "source_organisation": "",
        "section": "economy",
        "tags": ["small-business"],
        "authors": ["anita-rozario"],
        "photo": "market-arcade",
        "featured_caption": "",
        "body": """
<p>Ebrahim Qallaf sells cardamom, dried limes and eleven kinds of pepper from a shop three metres wide. His accounts are kept in a ledger with a green cloth spine, the ninth of its kind. The first eight are on a shelf above the saffron.</p>
<p>He is the customer whom every plan for electronic invoicing has in mind and few of its authors have met. Across the Gulf, governments are moving from paper receipts to invoices that are made by software, checked by software and kept for years. Wherever it has been tried, supermarkets needed a few months. Shops such as his needed years.</p>
<h2>Three costs, and one that is not counted</h2>
<p>The Courier asked fourteen owners in two markets what they thought such a change would cost. Most named the device first. In fact it is the cheapest part.</p>
<table>
<thead><tr><th>Item</th><th>First year, dinars</th><th>Later years, dinars</th></tr></thead>
<tbody>
<tr><td>Telephone or small till with printer</td><td>60–140</td><td>0–20</td></tr>
<tr><td>Software for one user</td><td>36–90</td><td>36–90</td></tr>
<tr><td>Help with setting up the list of goods</td><td>50–200</td><td>10–40</td></tr>
</tbody>
</table>
<p>The third line is where it goes wrong. A supermarket has a code for everything it sells. Qallaf has a mixture that he calls “the usual”, of which no two customers get the same. Somebody has to sit down with each shopkeeper and turn habits into a list, and that somebody has to be paid.</p>
<p>The cost that nobody counts is time at the counter. With a ledger, a sale is written down when the shop is empty. With a till it is typed in while the customer waits. On an ordinary Thursday evening, by our own count with a stopwatch, that added nineteen seconds to a sale, and there were eighty sales.</p>
<h2>What has worked elsewhere</h2>
<p>Schemes that went well have three things in common. They began with sales between firms and left the public for later. They let the smallest shops send one total a day in place of every receipt. And they paid for people, not machines: trainers who spoke the shopkeepers’ languages and came to the shop.</p>
<blockquote><p>“Give me the telephone for nothing and I will put it in the drawer. Give me a girl who sits here for two afternoons and I will use it.”</p></blockquote>
<p>That was Qallaf’s neighbour, who sells rope. He meant his niece, who has done exactly this for her father’s shop and now does it for six others, at ten dinars an afternoon.</p>
<h2>What the shops would get</h2>
<p>There is something in it for them. Eight of the fourteen had been refused a loan because they could not show what they earned. A year of invoices is the sort of proof a bank can read. Three had lost a dispute with a wholesaler for want of paper.</p>
<p>Qallaf himself is not against it. He has worked out that his green ledgers, kept since he took over from his uncle, cover some 400,000 sales. “I can tell you what your grandmother bought,” he said. “Can your computer?”</p>
""",
        "status": "published",
        "published_ago": timedelta(days=2, hours=1),
        "updated_ago": None,
        "comments_open": True,
        "translation_of": None,
        "corrections": [],
        "comments": [
            comment(
                "invoice-priya",
                "Priya Nair",
                "priya.nair@example.com",
                "I set up the lists for a chain of bakeries. The trick is to start with the twenty things that make four fifths of the takings and call the rest “other”. You can always divide “other” later, and nobody ever does.",
                timedelta(days=1, hours=20),
                website="https://example.com/ledger-to-list",
            ),
            comment(
                "invoice-hamad",
                "Hamad",
                "hamad@example.org",
                "Nineteen seconds matters more than it sounds. On a feast day the queue is out of the door.",
                timedelta(days=1, hours=3),
            ),
        ],
    },
    {
        "key": "calligraphy-exercises",
        "language": "en",
        "kind": "news",
        "headline": "The practice sheets nobody was meant to keep go on show",
        "dek": "An exhibition of calligraphers’ exercises finds its drama in second attempts, blots and a teacher’s red ink.",
        "dateline": "Kuwait City",
        "source_organisation": "",
        "section": "culture",
        "tags": ["art", "heritage"],
        "authors": ["anita-rozario"],
        "photo": "calligraphy",
        "featured_caption": "",
        "body": """
<p>On the third wall of the exhibition hangs a sheet on which one letter has been written 144 times. In the top row it leans. In the fourth it is too thin. Near the bottom there is one, ringed in red, that is right, and then eleven more that are not.</p>
<p>“He saw it, he could not do it again, and he went on until the ink ran out,” said Nadia Qasem, who put the show together. “That is the whole of the art in one sheet.”</p>
<p><em>Second Hand</em>, at the Dar Al-Waraq gallery, brings together 63 exercise sheets by pupils and masters. Such sheets were never meant to last. Paper was dear, and a page of practice was washed and used again, or turned upside down and filled once more across the first writing until it was black. Those that survive did so by accident: as wrapping, as the lining of a chest, as a bookmark.</p>
<h2>Lent by a stationer</h2>
<p>More than half come from the family of a stationer who bought up the stock of other shops for forty years and looked through none of it. His granddaughter found the sheets pressed between boards, in the order in which a pupil had made them. For the first time it is possible to watch somebody get better.</p>
<p>The labels are short and technical. They name the cut of the reed and the angle at which it was held, and say where the pupil lifted it too soon. A table in the last room is set with reeds, ink and paper, and visitors may try. By the end of the first evening there was a queue, and a good deal of ink on the floor.</p>
<p>Qasem has framed the best of what visitors leave behind and hung it by the exit, unsigned. Next to it is a sheet by a master that shows the same letter. It has been crossed out.</p>
<p><em>The exhibition is open daily except Fridays from ten until eight. Entry is free.</em></p>
""",
        "status": "published",
        "published_ago": timedelta(days=3, hours=4),
        "updated_ago": None,
        "comments_open": True,
        "translation_of": None,
        "corrections": [],
        "comments": [
            comment(
                "ink-mariam",
                "Mariam Alwan",
                "mariam@example.com",
                "Went on Saturday with my daughter, who is seven and now holds her pencil at forty-five degrees and will not be told otherwise.",
                timedelta(days=1, hours=18),
            ),
        ],
    },
    {
        "key": "cycle-path-opinion",
        "language": "en",
        "kind": "opinion",
        "headline": "A cycle path is not for cyclists",
        "dek": "The first four kilometres by the sea have shown who needs them: people without a car, at five in the morning.",
        "dateline": "",
        "source_organisation": "",
        "section": "opinion",
        "tags": ["transport", "public-space", "heat"],
        "authors": ["tareq-shamlan"],
        "photo": "cycle-path",
        "featured_caption": "",
        "body": """
<p>I was against it. I should say so at once, since I said so at the time to anyone who would listen. A red path along the sea, in a country where the saddle burns your hand for five months of the year, seemed to me a thing built to be photographed.</p>
<p>Then my car was in the workshop for nine days and I borrowed a bicycle from the man downstairs.</p>
<p>At five in the morning the path is full. Not of people in tight clothes with water bottles; they come later and stay for an hour. At five it is cooks. It is the men who wash the glass of the towers, hotel cleaners, a baker with flour on his shoes, two security guards on one bicycle. They used to ride on the hard shoulder of the ring road with no lights. Now they have a strip of asphalt three metres wide on which no one can kill them by looking at a telephone.</p>
<p>I counted, as I do. In nine mornings, between five and six, I saw 611 people on bicycles. Forty or so were riding for pleasure.</p>
<h2>What is missing</h2>
<p>The path begins at a car park and ends at a car park. It was drawn by someone who thought that cyclists arrive by car. To get on to it the cooks and the cleaners lift their bicycles over a kerb as high as my knee, and at the other end they go back to the ring road.</p>
<p>Three things would mend this, and none needs a consultant:</p>
<ol>
<li>a ramp at every side street, eleven in all;</li>
<li>eight hundred metres of path from the southern end to the market, where the work is;</li>
<li>trees on the land side, now, so that in six years there is shade.</li>
</ol>
<p>The trees matter most. The objection about the heat, which was mine, is true from nine until five. It is not true at dawn or after dark, which is when people who work with their hands travel. With shade it would be true for fewer hours still.</p>
<p>We build for the person we imagine. The person imagined here had a car, a helmet and a free Saturday. The one who came has a shift at six. It would be a pity, having built the thing for the wrong people by mistake, not to finish it for the right ones on purpose.</p>
""",
        "status": "published",
        "published_ago": timedelta(days=4, hours=3),
        "updated_ago": None,
        "comments_open": True,
        "translation_of": None,
        "corrections": [],
        "comments": [
            comment(
                "cycle-mohan",
                "Mohan",
                "mohan.k@example.net",
                "I am one of the 611 maybe. I clean windows. Before the path I had two accidents in one year. Please write also about the lights near the end, three are broken since long time.",
                timedelta(days=3, hours=20),
            ),
            comment(
                "cycle-eleanor",
                "Eleanor Pryce",
                "e.pryce@example.org",
                "I am one of the forty in tight clothes and I support all three points. The kerb at the northern car park took the skin off my shin.",
                timedelta(days=3, hours=9),
                reply_to="cycle-mohan",
            ),
            comment(
                "cycle-jassim",
                "جاسم",
                "jassim@example.com",
                "مقال منصف. الظل أولًا، ثم كل شيء بعده.",
                timedelta(days=2, hours=12),
            ),
        ],
    },
    {
        "key": "date-palm-interview",
        "language": "en",
        "kind": "interview",
        "headline": "“A palm remembers a bad summer for three years”",
        "dek": "Huda Marafi-Lund has spent a decade giving date palms less water than they would like. She explains what they told her.",
        "dateline": "Wafra",
        "source_organisation": "",
        "section": "economy",
        "tags": ["farming", "water", "heat"],
        "authors": ["tareq-shamlan"],
        "photo": "palm-grove",
        "featured_caption": "",
        "body": """
<p>The trial plot lies behind a windbreak at the southern end of the farms: twelve rows of date palms, twenty to a row, each row on its own pipe. Huda Marafi-Lund, who leads the research, walks it every morning before six.</p>
<p><strong>What are you trying to find out?</strong></p>
<p>How little water is enough. A grown palm here is commonly given far more than it uses. The rest goes down past the roots and takes the salt with it, or it doesn’t, and then the salt stays. We wanted to know where the edge is.</p>
<p><strong>And where is it?</strong></p>
<p>Later than farmers fear and sooner than I hoped. We can take away about a third, if we take it away at the right time. In the weeks after the fruit has set you must not touch the water at all. In autumn you can be quite rude to them.</p>
<p><strong>What happens if you get it wrong?</strong></p>
<p>Nothing. That is the trouble. The tree looks well and the fruit is fine. Then the next year there are fewer bunches, and the year after that fewer still. A palm remembers a bad summer for three years. Most experiments are paid for two.</p>
<p><strong>How did you get ten?</strong></p>
<p>By being cheap. We have no laboratory, we have pipes and a scale. We weigh every bunch. My students think it is romantic for the first hundred.</p>
<h2>Salt, and a sieve</h2>
<p><strong>You mentioned salt. Is the groundwater getting worse?</strong></p>
<p>On this plot it is about a fifth saltier than when we began. Dates bear it better than anything else you could plant, which is why people stop worrying about it. They should not. There is a point at which the roots can no longer drink, however much you pour.</p>
<p><strong>What would you tell a grower with fifty trees and no money?</strong></p>
<p>Put the dead fronds on the ground. All of them, chopped, a hand deep. It costs an afternoon and saves more water than any device I have been asked to test. And buy a sieve. Half the drippers I see are blocked with sand, so one tree drowns and its neighbour goes thirsty, and the owner tells me that the variety is weak.</p>
<p><strong>Do you have a favourite row?</strong></p>
<p>Seven. It gets the least, and it ought to have given up in the fourth year. I have no explanation for row seven. I bring it visitors.</p>
<p><em>The interview was shortened and edited.</em></p>
""",
        "status": "published",
        "published_ago": timedelta(days=7, hours=2),
        "updated_ago": None,
        "comments_open": True,
        "translation_of": None,
        "corrections": [],
        "comments": [
            comment(
                "palm-fahad",
                "Fahad B.",
                "fahad.b@example.com",
                "We did the chopped fronds last year on the advice of an uncle. Fewer weeds too. Watch for beetles, turn it once in spring.",
                timedelta(days=6, hours=14),
            ),
            comment(
                "palm-tess",
                "Tess",
                "tess@example.org",
                "More interviews like this, please. I want to know what is under row seven.",
                timedelta(days=5, hours=22),
            ),
        ],
    },
    {
        "key": "coral-survey",
        "language": "en",
        "kind": "news",
        "headline": "Divers from five countries count the northern Gulf’s corals by one method",
        "dek": "A shared chart, a shared alphabet of damage and a rope: the first joint survey finds more living reef than expected, in deeper water.",
        "dateline": "Qaruh Island",
        "source_organisation": "",
        "section": "region",
        "tags": ["sea", "islands", "heat"],
        "authors": ["newsroom-staff"],
        "photo": None,
        "featured_caption": "",
        "body": """
<p>The rope is fifty metres long and knotted every half metre. A diver lays it across the reef, swims back along it and writes down what lies under each knot: living coral, dead coral, sand, weed, rubbish. Then the rope is lifted and laid again.</p>
<p>Over eleven weeks, volunteers from five countries have done this 1,340 times. Their results, presented in Kuwait on Monday, are the first for the northern Gulf in which every reef was counted in the same way.</p>
<p>“Each of us had numbers,” said Idris Halloum, a marine biologist who coordinated the survey. “You could not add them up. One counted colonies, another took photographs from a boat, a third only went where it was pretty.”</p>
<h2>Deeper than before</h2>
<p>On the shallow reefs, down to about five metres, a little under a fifth of the knots lay over living coral. That is no better than the scattered older figures suggested. Between eight and twelve metres the share was nearly a third, and on two banks that few people had dived it was more than half.</p>
<p>The deeper water is a degree or two cooler in late summer. Whether corals are moving there, or were always there and not looked at, the survey cannot say. It can say where to look next time, since every rope has been marked on a chart.</p>
<h2>Anchors</h2>
<p>The commonest damage was not from heat. In three places out of four it was from anchors, which leave a straight white scar that any diver can recognise. The authors ask for mooring buoys at nine sites, so that boats have something else to tie up to. Four could be laid before next summer, Halloum said, “for the price of one good boat engine”.</p>
<p>The survey will be repeated every second year. The rope, now rather green, stays in Kuwait, and a copy has been sent to each of the other four.</p>
""",
        "status": "published",
        "published_ago": timedelta(days=12, hours=6),
        "updated_ago": None,
        "comments_open": True,
        "translation_of": None,
        "corrections": [],
        "comments": [
            comment(
                "coral-stefan",
                "Stefan",
                "stefan.d@example.com",
                "Buoys work. Where I used to dive they put in six and the scars had closed in four years.",
                timedelta(days=11, hours=8),
            ),
        ],
    },
    {
        "key": "market-parking",
        "language": "en",
        "kind": "news",
        "headline": "Old market to lose its eastern car park for six months",
        "dek": "Traders were told that the site would be closed for drainage works.",
        "dateline": "Kuwait City",
        "source_organisation": "",
        "section": "kuwait",
        "tags": ["small-business", "transport"],
        "authors": ["newsroom-staff"],
        "photo": None,
        "featured_caption": "",
        "body": """
<p>The car park on the eastern side of the old market will close for six months while the drains beneath it are renewed, traders have been told.</p>
<p>A notice handed to shopkeepers on Tuesday gives the number of spaces as 340. Customers are asked to use the multi-storey garage by the bus station, from which a free minibus is to run every ten minutes between nine in the morning and ten at night.</p>
<p>“Ten minutes is a long time with a sack of rice,” said one shopkeeper, who has asked for a loading bay to be kept open in the mornings.</p>
<p>The works are to be carried out in two halves, so that the lane to the fish market can always be reached.</p>
""",
        "status": "withdrawn",
        "published_ago": timedelta(days=18),
        "updated_ago": None,
        "comments_open": False,
        "translation_of": None,
        "corrections": [
            {
                "kind": "retraction",
                "text": "This story was based on a notice that had been replaced before we published. No closure is planned. We have withdrawn it and apologise to the traders.",
                "ago": timedelta(days=17, hours=12),
            }
        ],
        "comments": [],
    },
    {
        "key": "failaka-ferry",
        "language": "en",
        "kind": "news",
        "headline": "Failaka ferry to sail on winter weekends again",
        "dek": "Two crossings each way, room for bicycles, and for the first time a late boat back.",
        "dateline": "Salmiya",
        "source_organisation": "",
        "section": "kuwait",
        "tags": ["islands", "transport", "sea"],
        "authors": ["dalal-bu-rashid"],
        "photo": None,
        "featured_caption": "",
        "body": """
<p>The passenger ferry to Failaka Island will run again on winter weekends, with two crossings in each direction and a boat back after sunset for people who want to stay for the evening.</p>
<p>The timetable, drawn up by the operator Bandar Lines, keeps to what regular passengers asked for in a survey last year: one early departure for those who fish, one at ten for families, and a return late enough to see the stars.</p>
<table>
<thead><tr><th>Crossing</th><th>Leaves Salmiya</th><th>Leaves Failaka</th></tr></thead>
<tbody>
<tr><td>First</td><td>6.30</td><td>13.00</td></tr>
<tr><td>Second</td><td>10.00</td><td>19.30</td></tr>
</tbody>
</table>
<p>A crossing takes about an hour and a quarter. The vessel carries 180 passengers and, on a rack built over the summer, twenty bicycles. There are no cars for hire on the island, and the walk from the jetty to the archaeological site is longer than it looks on a map.</p>
<p>“We had families who missed the last boat because they were watching the sunset,” said Captain Adel Bu Hamra, who has made the crossing for sixteen years. “So we moved the last boat. It was easier than moving the sun.”</p>
<h2>Wind</h2>
<p>Crossings are cancelled when waves in the channel pass a metre and a half. That happened on five days last season. A message is sent to ticket holders by five in the morning, and the fare is returned without being asked for.</p>
<p>Visitors are requested to bring water and to take their rubbish home. Dogs may travel on the open deck.</p>
""",
        "status": "scheduled",
        "published_ago": timedelta(days=-1),
        "updated_ago": None,
        "comments_open": True,
        "translation_of": None,
        "corrections": [],
        "comments": [],
    },
    {
        "key": "construction-hours-heat",
        "language": "en",
        "kind": "analysis",
        "headline": "The thermometer or the clock? How to decide when it is too hot to build",
        "dek": "A fixed midday break is easy to enforce. It also misses the worst hour in the evening, when the air is wet.",
        "dateline": "Kuwait City",
        "source_organisation": "",
        "section": "economy",
        "tags": ["heat", "labour"],
        "authors": ["tareq-shamlan"],
        "photo": None,
        "featured_caption": "",
        "body": """
<p>On most sites the rule about heat is a rule about time. Between certain hours, in certain months, outdoor work stops. An inspector needs a watch and nothing else, and that is its great merit.</p>
<p>Its weakness is that the body has no watch. What exhausts a man carrying blocks is heat, humidity, sun and wind together, and these do not keep office hours. On a dry day with a north wind, one in the afternoon can be bearable in the shade. On a still evening with the sea air lying over the city, seven o’clock can be worse than noon.</p>
<h2>One number for four things</h2>
<p>There is an index that puts the four together. It is read from three thermometers: an ordinary one, one wrapped in wet cloth and one inside a black globe. Armies and athletics clubs have used it for decades. The instrument fits in a hand and costs about as much as a good drill.</p>
<p>A builder in Jahra, Mihrath Contracting, kept one on a site for a whole summer and allowed the Courier to see the readings. On 61 of 92 days the index passed the level at which heavy work is advised against outside the hours of the break. On 14 days it stayed below that level for at least an hour inside them.</p>
<h2>Why the clock survives</h2>
<p>“I believe the instrument,” said Munir Daher, the site manager. “But a foreman will argue with an instrument. He will hold it in the shade. Nobody argues with three o’clock.”</p>
<p>The sensible answer may be both. Keep the clock as the floor, for everyone, and ask large sites to stop earlier or start later when the index says so, with the readings posted at the gate where the workers can see them. Daher did this for a whole season. He lost eleven hours of work, he reckons, and no men.</p>
""",
        "status": "in_review",
        "published_ago": None,
        "updated_ago": None,
        "comments_open": True,
        "translation_of": None,
        "corrections": [],
        "comments": [],
    },
    {
        "key": "radio-archive-draft",
        "language": "en",
        "kind": "news",
        "headline": "Volunteers listen their way through 3,000 hours of old radio",
        "dek": "The tapes have no labels. The only way to know what is on them is to sit down and hear them.",
        "dateline": "Kuwait City",
        "source_organisation": "",
        "section": "culture",
        "tags": ["heritage"],
        "authors": ["dalal-bu-rashid"],
        "photo": None,
        "featured_caption": "",
        "body": """
<p>Every Tuesday evening, in a room above a record shop, eight people put on headphones and write down what they hear. A recipe. A weather report. A man reading the names of ships. Somebody tuning an oud and giving up.</p>
<p>The tapes, about 3,000 hours of them, were rescued from a store that was to be cleared. They carry numbers but no titles, and the book that explained the numbers is lost.</p>
<p>“We thought it would be songs,” said Wafaa Issa, who started the group. “It is mostly people clearing their throats. But then at minute forty there is a voice, and the man next to you takes off his headphones and says: that is my aunt.”</p>
<p>So far the group has listened to 212 hours.</p>
""",
        "status": "draft",
        "published_ago": None,
        "updated_ago": None,
        "comments_open": True,
        "translation_of": None,
        "corrections": [],
        "comments": [],
    },
]
