"""Stories in English: the region."""

from datetime import timedelta

from newsroom.demo.content.stories import comment, english

STORIES = [
    english(
        key="coral-survey",
        kind="news",
        headline="Divers from five countries count the northern Gulf’s corals by one method",
        dek="A shared chart, a shared alphabet of damage and a rope: the first joint survey finds more living reef than expected, in deeper water.",
        dateline="Qaruh Island",
        section="region",
        tags=["sea", "islands", "heat", "science"],
        authors=["newsroom-staff"],
        photo="reef",
        body="""
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
        published_ago=timedelta(days=24, hours=6, minutes=9),
        comments=[
            comment(
                "coral-stefan",
                "Stefan",
                "stefan.d@example.com",
                "Buoys work. Where I used to dive they put in six and the scars had closed in four years.",
                timedelta(days=22, hours=8),
            )
        ],
    ),
    english(
        key="cargo-line",
        kind="news",
        headline="One small ship, four ports, every Thursday: spare parts find a shorter way round the Gulf",
        dek="A line for goods that are too heavy for aircraft and too few for a container begins its second year, and is full.",
        dateline="Shuwaikh",
        section="region",
        tags=["sea", "transport", "small-business"],
        authors=["anita-rozario"],
        photo="harbour",
        body="""
<p>The <em>Umm Al-Khair</em> is eighty-four metres long, which is short for a cargo ship, and the only one in the harbour whose captain greets the cargo by name. “That is the bakery oven,” said Joseph Fernandes, pointing with his cup. “Those are the lift doors. The tall one is a dentist.”</p>
<p>For a year she has sailed a circle of four ports, always on the same days. Her operator, Bandar Lines, set the service up for goods that fall between two stools: too heavy for an aircraft, too few to fill a container and too urgent to wait until somebody else’s container has room. It expected to fill half the hold. Since spring it has turned cargo away.</p>
<table>
<thead><tr><th scope="col">Port</th><th scope="col">Arrives</th><th scope="col">Sails</th></tr></thead>
<tbody>
<tr><td>Shuwaikh</td><td>Wednesday, evening</td><td>Thursday, noon</td></tr>
<tr><td>Dammam</td><td>Saturday, early</td><td>Saturday, night</td></tr>
<tr><td>Manama</td><td>Sunday, noon</td><td>Monday, early</td></tr>
<tr><td>Doha</td><td>Monday, night</td><td>Tuesday, early</td></tr>
</tbody>
</table>
<h2>Eleven days to two</h2>
<p>The saving is in time. A gearbox for a date-packing line used to take eleven days by road, most of them spent in queues. It now takes two and a half. Lenders have noticed: a workshop that can promise a repair by Saturday needs a smaller store of parts, and so a smaller loan.</p>
<p>Customs is done once, on board, by officers of the first two ports who sail along on alternate weeks. It was the hardest thing to arrange and the thing that everybody now wants for themselves.</p>
<figure data-photo="dhow-dawn" data-alt="A wooden dhow with two three-cornered sails on calm water at dawn, two more dhows far off." data-caption="The same round, by sail: until the 1950s dhows carried mixed cargo from port to port along both shores."></figure>
<p>The circle is an old one. Fernandes keeps a photocopy of a dhow captain’s account book in the wheelhouse, with the same four names in the same order, and beside them rice, rope, mangrove poles and “one clock, for the customs”.</p>
<p>A second ship has been chartered from next month. She is larger, and will carry forty percent more and, the captain fears, nobody’s oven in particular.</p>
""",
        published_ago=timedelta(hours=10, minutes=8),
        comments=[
            comment(
                "cargo-lift",
                "Lift engineer",
                "lifts@example.com",
                "Those may well be my doors. They arrived on Saturday as promised and are hanging straight.",
                timedelta(hours=7, minutes=30),
            ),
            comment(
                "cargo-road",
                "Suresh",
                "suresh.t@example.org",
                "Good for the ship, but please write also about us who drive. When the parts go by sea the lorries go home empty, and nobody pays for empty.",
                timedelta(hours=6, minutes=40),
            ),
            comment(
                "cargo-road-reply",
                "The Bay Courier",
                "",
                "We did, nine days ago: see “Ninety kilometres of waiting” in the Region section. We would like to hear more about the empty runs; the address is on the contact page.",
                timedelta(hours=5, minutes=50),
                reply_to="cargo-road",
                by_newsroom=True,
            ),
            comment(
                "cargo-private",
                "Marwan",
                "marwan.b@example.net",
                "Does she take private household goods? I have a piano in Manama and a daughter in Salmiya who plays.",
                timedelta(hours=2, minutes=20),
                status="pending",
            ),
        ],
    ),
    english(
        key="red-tide-test",
        kind="press_release",
        headline="Five coastal laboratories agree on one test for red tide",
        dek="A sample taken anywhere in the northern Gulf will be counted in the same way, and a warning will mean the same thing on every beach.",
        dateline="Salmiya",
        source_organisation="Northern Gulf Coast Network",
        section="region",
        tags=["sea", "science"],
        authors=["newsroom-staff"],
        photo="laboratory",
        body="""
<p>Five laboratories on the northern Gulf will from now on use one method to detect red tide, the sudden growth of algae that kills fish and drives bathers from the water. The Northern Gulf Coast Network, to which all five belong, announced the agreement after a meeting in Salmiya.</p>
<p>Until now each laboratory counted in its own way. The same bottle of sea water, sent round as a trial two years ago, came back with results that differed by a factor of six. “Two of us would have closed the beach,” said Dr. Kawthar Nejem, who led the comparison. “Two would have gone swimming. One had broken the bottle.”</p>
<h2>Three colours</h2>
<p>The new method prescribes how deep a sample is taken, how soon it must be looked at and how many fields are counted under the microscope. Its result is one of three:</p>
<ul>
<li><strong>green:</strong> no action;</li>
<li><strong>amber:</strong> fish farms are told to watch the oxygen in their pens, and samples are taken daily;</li>
<li><strong>red:</strong> bathing and shellfish gathering stop until two clear samples.</li>
</ul>
<p>A warning from one laboratory reaches the other four, and the harbour masters, within the hour.</p>
<figure data-photo="reef" data-caption="Divers of the same network counted corals by a common method this year."></figure>
<p>The network says that its coral survey, for which divers from five countries used the same knotted rope, had shown what could be gained. It will publish all counts, with the names of the algae, on the first of each month.</p>
<p><em>This report is based on a statement by the network.</em></p>
""",
        published_ago=timedelta(days=2, hours=5, minutes=12),
        comments=[
            comment(
                "tide-fisher",
                "بو محمد",
                "bu.mohammad@example.com",
                "نحن نعرف المدّ الأحمر من رائحته قبل أن يصل إلى المختبر بيومين. لكن الألوان الثلاثة فكرة واضحة، خاصة لمن لا يعرف البحر.",
                timedelta(days=2),
            ),
            comment(
                "tide-bottle",
                "Gita",
                "gita@example.org",
                "I would like to know more about the bottle.",
                timedelta(days=1, hours=19),
            ),
        ],
    ),
    english(
        key="desert-crossing",
        kind="news",
        headline="Ninety kilometres of waiting: a night with the drivers on the desert road",
        dek="The lorries stand nose to tail until the gate opens. In between there is tea, a barber, and a man who sells sleep by the hour.",
        dateline="Western desert road",
        section="region",
        tags=["transport", "labour"],
        authors=["tareq-shamlan"],
        photo="desert-road",
        body="""
<p>The road is straight for ninety kilometres, and for the last eleven of them it is a queue. At sunset on Sunday there were 340 lorries in it. They carried cement, chicken, marble, hospital beds and, in one case, another lorry.</p>
<p>Drivers measure the queue in meals. “Two dinners and a breakfast,” said Gurdeep Singh, who has driven this road for nineteen years and keeps a pressure cooker behind the seat. He had eaten one dinner.</p>
<p>The crossing opens at six in the morning and closes at ten at night. Papers are checked in one hall, loads in another, and a lorry that is sent back from the second to the first begins again. Where no paper is missing, the whole thing takes fifty minutes. On average, the drivers’ association says, it takes nineteen hours.</p>
<h2>A town that moves</h2>
<p>Around the waiting a town has grown that moves as the queue moves. There is a barber with a mirror on a tent pole, and a tyre man. A retired driver, Abu Rami, has four mattresses in the shade of a trailer and rents them for half a dinar an hour; for another hundred fils he will move your lorry up when the line moves, and has never scratched one.</p>
<figure data-photo="palm-grove" data-caption="Much of what waits was picked the day before. Growers say that a third of its life on the shelf is spent on the road."></figure>
<p>What spoils is the worst of it. Refrigerated loads must keep their engines running, and a night in the queue burns about forty litres. Kumar Thapa, with tomatoes, had slept in pieces of twenty minutes, getting up each time to look at the thermometer. “They are four degrees,” he said. “I am not four degrees.”</p>
<h2>Numbers on the windscreen</h2>
<p>Something may change. Since last month one lane has been reserved for lorries whose papers are sent ahead and which are given a time to arrive. A number is chalked on the windscreen. In its first three weeks the lane took 410 lorries through in a little over an hour each.</p>
<p>It is used at a third of its capacity. The reason, drivers say, is that the time is given to the freight agent, and the agent may sell it.</p>
<p>At five in the morning the engines started, one after another, from the front, like a rumour. Singh folded the blanket, looked at his watch, and put on rice.</p>
""",
        published_ago=timedelta(days=9, hours=2, minutes=12),
        comments=[
            comment(
                "desert-wife",
                "Simran",
                "simran@example.com",
                "My husband is number two hundred and something tonight. I read him this on the phone and he asked me to say that Abu Rami did scratch one, in 2016.",
                timedelta(days=8, hours=16),
            ),
            comment(
                "desert-agent",
                "Freight office",
                "freight@example.org",
                "It is not true that agents sell the slots. We charge a handling fee.",
                timedelta(days=8, hours=3),
            ),
            comment(
                "desert-agent-reply",
                "Harold N.",
                "harold.n@example.net",
                "I have read the second sentence three times now, looking for the difference.",
                timedelta(days=7, hours=22),
                reply_to="desert-agent",
            ),
            comment(
                "desert-agent-rude",
                "no more patience",
                "npat@example.com",
                "You people are leeches and I hope you sit in that queue in August with no water.",
                timedelta(days=7, hours=20),
                reply_to="desert-agent",
                status="rejected",
                reason="abuse",
            ),
            comment(
                "desert-late",
                "Bilal R.",
                "bilal.r@example.com",
                "The chalk lane was closed again this morning. The guard said it is closed on the days when there is a queue.",
                timedelta(minutes=26),
                status="pending",
            ),
        ],
    ),
    english(
        key="turtle-nests",
        kind="news",
        headline="Volunteers count nine turtle nests on the southern islands",
        dek="It is the best season since the count began.",
        dateline="Umm Al-Maradim Island",
        section="region",
        tags=["sea", "islands", "science"],
        authors=["newsroom-staff"],
        body="""
<p>Nine nests of green and hawksbill turtles were found on two southern islands this summer, three more than in any year since volunteers began to walk the beaches at dawn.</p>
<p>Each nest was marked with a ring of palm sticks and left alone. Eight have hatched; the ninth was taken by a crab, “which is also how it is supposed to work”, said the organiser, Ghada Bishara.</p>
<p>Boat owners are asked not to land on the eastern beaches after dark until the end of the season, and to switch off deck lights, which hatchlings take for the moon.</p>
""",
        published_ago=timedelta(days=71, hours=3, minutes=23),
    ),
]
