"""Stories in English: Kuwait."""

from datetime import timedelta

from newsroom.demo.content.stories import comment, english

STORIES = [
    english(
        key="school-bus-pilot",
        kind="news",
        headline="A timetable, a seat belt and a name on the list: school bus trial widens to 22 routes",
        dek="Parents in three districts can now see when the bus is coming. Morning queues outside the first schools have halved.",
        dateline="Hawally",
        section="kuwait",
        tags=["schools", "transport"],
        authors=["dalal-bu-rashid"],
        photo="school-bus",
        body="""
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
        published_ago=timedelta(days=1, hours=2, minutes=27),
        comments=[
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
    ),
    english(
        key="market-parking",
        kind="news",
        headline="Old market to lose its eastern car park for six months",
        dek="Traders were told that the site would be closed for drainage works.",
        dateline="Kuwait City",
        section="kuwait",
        tags=["small-business", "transport"],
        authors=["newsroom-staff"],
        body="""
<p>The car park on the eastern side of the old market will close for six months while the drains beneath it are renewed, traders have been told.</p>
<p>A notice handed to shopkeepers on Tuesday gives the number of spaces as 340. Customers are asked to use the multi-storey garage by the bus station, from which a free minibus is to run every ten minutes between nine in the morning and ten at night.</p>
<p>“Ten minutes is a long time with a sack of rice,” said one shopkeeper, who has asked for a loading bay to be kept open in the mornings.</p>
<p>The works are to be carried out in two halves, so that the lane to the fish market can always be reached.</p>
""",
        status="withdrawn",
        published_ago=timedelta(days=18, minutes=8),
        comments_open=False,
        corrections=[
            {
                "kind": "retraction",
                "text": "This story was based on a notice that had been replaced before we published. No closure is planned. We have withdrawn it and apologise to the traders.",
                "ago": timedelta(days=17, hours=12),
            }
        ],
    ),
    english(
        key="failaka-ferry",
        kind="news",
        headline="Failaka ferry to sail on winter weekends again",
        dek="Two crossings each way, room for bicycles, and for the first time a late boat back.",
        dateline="Salmiya",
        section="kuwait",
        tags=["islands", "transport", "sea"],
        authors=["dalal-bu-rashid"],
        body="""
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
        status="scheduled",
    ),
    english(
        key="flooded-underpasses",
        kind="analysis",
        headline="Why the same eleven underpasses fill every time it rains",
        dek="The pumps are strong enough and the drains are clean. What is missing is somewhere for the water to go, and a person with a key.",
        dateline="Kuwait City",
        section="kuwait",
        tags=["rain", "transport", "public-space"],
        authors=["dalal-bu-rashid", "tareq-shamlan"],
        photo="flooded-street",
        body="""
<p>It rained for forty minutes early yesterday, a little before the dawn prayer. By six o’clock eleven underpasses were shut, and they were the same eleven as last year and the year before. A driver who knows the city can list them without a map. So can the men who run the recovery trucks, two of whom were parked above the deepest of them before the first drop fell.</p>
<p>“I don’t look at the sky,” said one, who gave his name as Anwar. “I look at the forecast, and then I go to my place. Everybody in this work has a place.”</p>
<p>If the water is so punctual, why is it not expected? The Courier spent three weeks with drainage plans, two retired engineers and a tape measure. The short answer is that the underpasses do not flood because something is broken. They flood because they do exactly what they were drawn to do.</p>
<h2>A bowl with a straw</h2>
<p>An underpass is a bowl. Rain that falls on its slopes runs to the lowest point, where a grating leads to a chamber, and in the chamber pumps lift the water to the storm drain in the street above. Everything then depends on whether the drain above has room.</p>
<p>It usually has not. The drains of the older districts were laid for a storm that was thought to come once in five years, at a time when a third of the ground was sand. Sand drinks. Asphalt, interlocking tiles and the concrete of private car parks do not. We measured four blocks around the worst underpass on old and new aerial photographs: open ground has shrunk from 31 percent to 6.</p>
<p>“The pipe is the same pipe,” said Farida Quraini, who designed drains for the municipality for twenty-six years and now teaches. “We doubled the roof that empties into it and we are surprised at the pipe.”</p>
<figure data-photo="cycle-path" data-caption="The seafront path slopes to the water and was dry an hour after the rain."></figure>
<p>When the drain is full, the pumps push against a closed door. Some of what they lift comes straight back through the gratings of the next street and runs down the slope again. Yesterday, at the underpass beside the old bus depot, we put table-tennis balls into the stream that left the pump outlet. Nine of twenty were back at the bottom within a quarter of an hour.</p>
<h2>What the numbers say</h2>
<p>For each underpass we compared the area that drains to it with the capacity of its pumps and of the pipe they empty into. The pumps are adequate nearly everywhere. The pipe is not.</p>
<table>
<caption>Three of the eleven, litres a second</caption>
<thead><tr><th scope="col">Underpass</th><th scope="col">Water arriving</th><th scope="col">Pumps</th><th scope="col">Room in the drain</th></tr></thead>
<tbody>
<tr><td>Old bus depot</td><td>410</td><td>520</td><td>180</td></tr>
<tr><td>Al-Manar roundabout</td><td>290</td><td>300</td><td>140</td></tr>
<tr><td>Stadium, eastern side</td><td>350</td><td>260</td><td>310</td></tr>
</tbody>
</table>
<p>Only at the stadium would stronger pumps help. They are the remedy that has been bought most often all the same, because a pump can be ordered in spring, delivered in summer and photographed in autumn. A pipe means digging up a street.</p>
<h2>The man with the key</h2>
<p>There is a smaller reason, and it was the one that the people on the spot talked about most. Seven of the eleven pumping stations start by themselves when a float rises. At the other four a technician has to unlock the cabinet. The technicians are told by telephone, by a supervisor, who is told by an operator, who waits for the first report of water.</p>
<p>We asked for the log of one such station. On the last five occasions the pump was switched on between 52 and 94 minutes after the rain had begun. The bowl takes about 35 minutes to fill.</p>
<blockquote><p>“By the time I come, my colleague’s car is under the water that I have come to pump out. I mean this as a fact. It happened.”</p></blockquote>
<p>The technician who said so has looked after the cabinet for eleven years. He lives twelve minutes away and would go at the first cloud, he says, if the rules allowed him to take the key home.</p>
<h2>What could be done, in the order of price</h2>
<p>None of the engineers we spoke to believes that the city can be made to carry a heavy storm without a puddle. All of them thought that eleven could become three. Their lists differed little:</p>
<ol>
<li><strong>Floats on the last four stations.</strong> The parts cost less than a family car for all four together, and fitting them takes a day each.</li>
<li><strong>A barrier and a red light at the top of each slope,</strong> worked by the same float. Nobody drives into water that they have been stopped in front of. Most of the cars that drown, drown in the first half hour.</li>
<li><strong>Somewhere to wait.</strong> A storm is an hour long. If the water could be held for that hour, the old pipe would manage the rest by noon. Quraini has marked nine school yards and parks next to the worst slopes that could be lowered by the height of a chair and let fill. They would be wet for a morning, four or five times a year.</li>
<li><strong>A wider pipe,</strong> where nothing else will do. She counts two places.</li>
</ol>
<p>The third proposal is the one that people smile at, and it is the one that has the best record elsewhere. A sunken basketball court is a basketball court on 360 days. On the other five it is a tank that nobody had to build twice.</p>
<h2>Who decides</h2>
<p>The slopes belong to one authority, the pumps to a second and the drains to a third. The school yards belong to a fourth. Each of the four answered our questions courteously and at length, and each suggested that we also put them to the others.</p>
<p>There is a committee. It has met, according to its own minutes, six times in four years, always in the month after a flood. At the last meeting it was agreed that the matter was urgent and that a consultant should be asked to rank the underpasses.</p>
<p>Anwar can do that for nothing. He holds up his fingers: the depot first, then Al-Manar, then the stadium. He tows about fourteen cars on a wet morning and charges by what he thinks the driver can bear. What would he do if they put in the lights and the barriers?</p>
<p>“Sleep,” he said. “I am fifty-three. I would sleep, God willing, and I would listen to it on the roof like other people.”</p>
<p><em>How we counted: drained areas were taken from the survey department’s contour maps and checked on foot; pump capacities from the plates on the machines; room in the drains from the design drawings, less a tenth for silt. The working sheet can be had from the newsroom.</em></p>
""",
        published_ago=timedelta(hours=7, minutes=6),
        updated_ago=timedelta(hours=2, minutes=10),
        corrections=[
            {
                "kind": "update",
                "text": "After publication the roads authority told us that floats had been ordered for two of the four stations that are switched on by hand. It gave no date.",
                "ago": timedelta(hours=2, minutes=10),
            }
        ],
        comments=[
            comment(
                "flood-eng",
                "Retired, drains",
                "drains.ret@example.com",
                "At last somebody has written that the pumps are not the problem. I sat in that committee for two years. We had excellent biscuits.",
                timedelta(hours=6, minutes=20),
            ),
            comment(
                "flood-hessa",
                "حصة الفارس",
                "hessa.f@example.org",
                "أسكن فوق نفق المنار مباشرة. الماء يصل إلى الدرجة الثالثة من سلم العمارة، والمضخة تبدأ عملها حين نكون قد انتهينا من نقل الأحذية إلى الطابق الأول.",
                timedelta(hours=5, minutes=55),
                reply_to="flood-eng",
            ),
            comment(
                "flood-vik",
                "Vikram S.",
                "vikram.s@example.com",
                "Same here on the other side of the roundabout (I read your comment with a translator, sorry). Do you know if the building has asked for sandbags? We got forty from the municipality, you have to go in person.",
                timedelta(hours=5, minutes=20),
                reply_to="flood-hessa",
            ),
            comment(
                "flood-hessa-2",
                "حصة الفارس",
                "hessa.f@example.org",
                "شكرًا يا فيكرام، لم نكن نعلم. Thank you, I will go tomorrow.",
                timedelta(hours=4, minutes=48),
                reply_to="flood-vik",
            ),
            comment(
                "flood-newsroom",
                "The Bay Courier",
                "",
                "The sandbags are given out at the municipal depot in each governorate between eight and one. You need a civil ID and a car that you do not mind getting sandy.",
                timedelta(hours=4, minutes=5),
                reply_to="flood-hessa-2",
                by_newsroom=True,
            ),
            comment(
                "flood-vik-2",
                "Vikram S.",
                "vikram.s@example.com",
                "And a cousin with a pick-up.",
                timedelta(hours=3, minutes=50),
                reply_to="flood-newsroom",
            ),
            comment(
                "flood-noor",
                "Noor",
                "noor.k@example.net",
                "Sunken basketball court please.",
                timedelta(hours=4, minutes=30),
            ),
            comment(
                "flood-dissent",
                "J. Abernethy",
                "j.abernethy@example.org",
                "I admire the table-tennis balls, but the piece is too kind to the idea of flooding school yards. I have worked with such basins in two countries. They do hold water. They also hold everything the water has picked up on the way: engine oil, nappies, the contents of whatever sewer has surcharged. After each filling somebody must clean and disinfect the court before a child sets foot on it, and that somebody has to be employed, equipped and supervised on the 360 dry days as well, or he will not be there on the 361st.\n\nIn the first city there was such a team. In the second there was a contract, then a shorter contract, then a padlock on the gate. The padlock is still there. The children play in the street beside a perfectly good sunken court full of leaves.\n\nSo by all means lower the yards. But put the cleaner in the budget before the excavator, and print his name on the gate.",
                timedelta(hours=3, minutes=5),
            ),
            comment(
                "flood-dissent-reply",
                "Farah",
                "farah.d@example.com",
                "This. My kids’ school has a “multi-use hall” which has had one use since 2019: storing chairs.",
                timedelta(hours=2, minutes=25),
                reply_to="flood-dissent",
            ),
            comment(
                "flood-withdrawn",
                "Depot driver",
                "depot@example.net",
                "I drive the night bus from the depot and can tell you who has the key and where he spends the evening.",
                timedelta(hours=5, minutes=40),
                status="withdrawn",
            ),
            comment(
                "flood-caps",
                "ENOUGH",
                "enough@example.com",
                "THREE CARS. I HAVE LOST THREE CARS IN THAT TUNNEL. THE INSURANCE SAYS ACT OF GOD. IT IS NOT AN ACT OF GOD IT IS AN ACT OF NOBODY. PRINT THIS",
                timedelta(hours=3, minutes=20),
                status="pending",
            ),
            comment(
                "flood-abuse",
                "Straight talk",
                "straight@example.org",
                "What do you expect from that department. Donkeys, every one of them, and the reporters who drink tea with them are no better.",
                timedelta(hours=2, minutes=40),
                status="pending",
            ),
            comment(
                "flood-address",
                "Eyewitness",
                "eyewitness@example.net",
                "The supervisor who comes late is my neighbour. Al-Manar, block 3, street 9, house 14, the green gate. Go and ring his bell at four in the morning and ask him where the key is.",
                timedelta(hours=1, minutes=55),
                status="pending",
            ),
            comment(
                "flood-long",
                "Abdulaziz M. (hydraulics)",
                "abdulaziz.m@example.org",
                "Allow me a longer note, because the table is right and the conclusion drawn from it is only half right.\n\nFirst, the figure for “room in the drain” assumes that the drain is empty when the rain begins. In the older districts it is not. Groundwater has risen by about two metres in thirty years, most of it from watered gardens and leaking mains, and it seeps into every joint of the old pipes. I have lowered a lamp into a manhole after five weeks without a cloud and seen a steady flow a hand deep. That is a fifth of the section gone before the first drop.\n\nSecond, the sea. The outfalls have flaps, and the flaps close when the tide is high. If the storm comes at high water, which yesterday it did, the pipe is a bottle with a cork in it. No pump can help and no wider pipe either; it would be a wider bottle. This is why your underpasses near the coast fill on some nights and not on others with the same rain. Put the tide table beside your list of dates and you will see it at once. I did this in 1998 on squared paper and was told that it was interesting.\n\nThird, the floats. I am for them. But a float that starts a pump which pushes against a closed flap will burn out the motor in one night, and then next year the headline will be that the new floats have failed. They must be wired to a level gauge in the outfall, so that the pump waits for the tide. The part costs forty dinars. Somebody must think of it, that is all.\n\nThe school yards are the best of the four ideas exactly because they do not care about the tide: they wait. I would add the roofs. A flat roof with a raised lip and a narrow spout holds the first ten millimetres for an hour. We have several square kilometres of flat roofs and we slope them carefully, at some expense, so that they empty into the street as fast as possible.\n\nI should be glad to show your reporters the squared paper.",
                timedelta(minutes=50),
                status="pending",
            ),
            comment(
                "flood-spam",
                "Car Battery 24",
                "battery@example.com",
                "Water damage? New battery at your door in 30 minutes, all models. https://example.com/battery24",
                timedelta(hours=6, minutes=5),
                status="spam",
                website="https://example.com/battery24",
            ),
            comment(
                "flood-rumour",
                "Knows somebody",
                "knows@example.org",
                "They keep the pumps off on purpose because the tow companies pay them. Everybody knows it.",
                timedelta(hours=4, minutes=20),
                status="rejected",
                reason="misinformation",
            ),
        ],
    ),
    english(
        key="football-lights",
        kind="news",
        headline="After two dark winters the lights go on again over the quarter’s football ground",
        dek="Neighbours, a retired electrician and 71 lamps from a closed car showroom have given a district its evenings back.",
        dateline="Jahra",
        section="kuwait",
        tags=["public-space", "sport"],
        authors=["dalal-bu-rashid"],
        photo="football",
        body="""
<p>At eight minutes past seven somebody’s uncle threw a switch behind the changing room, and for a moment nothing happened. Then the first mast began to hum, the second flickered, and a roar went up from the wall that could be heard at the bakery two streets away.</p>
<p>The ground in the old quarter has a pitch, two goals and a history of producing left-backs. For two winters it has had no light. Thieves took the cable, the spare cable turned out to be the wrong gauge, and the file went from one desk to another. Evening games moved to a car park.</p>
<p>It was the car park that settled the matter. “A boy broke his wrist on a speed bump,” said Hamad Eissa, who coaches the under-twelves. “His mother came to me, not angry, with a notebook. She asked: what exactly do we need?”</p>
<h2>A list on a fridge</h2>
<p>They needed 640 metres of cable, four control boxes and lamps. The cable was paid for by a collection that began on the notebook’s first page and ended, eleven weeks later, on its last. The lamps came from a car showroom that was closing down. A retired electrician, Yaqoub Mandani, wired the boxes on his dining table and tested them on his neighbours’ garage.</p>
<p>“My wife says that it is the first thing I have finished since 1994,” he said.</p>
<p>The municipality, which owns the masts, has inspected the work and taken it over. It will pay for the electricity until eleven each night. The switch is in a steel box, and the mother with the notebook has the second key.</p>
<p>The first match ended four all. Nobody could say who had played for whom after half-time, since so many people had come down from the wall.</p>
""",
        published_ago=timedelta(hours=13, minutes=11),
        comments=[
            comment(
                "foot-badr",
                "Badr",
                "badr.j@example.com",
                "I played on that pitch in 1988, left-back. Well done.",
                timedelta(hours=11),
            ),
            comment(
                "foot-mum",
                "Umm Khaled",
                "umm.khaled@example.net",
                "I am not “the mother with the notebook”, but I know her, and she would want me to say that page four was the baker.",
                timedelta(hours=10, minutes=10),
            ),
            comment(
                "foot-mum-reply",
                "Hamad E. (coach)",
                "coach.hamad@example.org",
                "Page four was the baker, twice.",
                timedelta(hours=9, minutes=25),
                reply_to="foot-mum",
            ),
            comment(
                "foot-sleep",
                "Across the road",
                "across@example.com",
                "Spare a thought for those of us whose bedrooms face the masts. Until eleven is fine. Last night it was twenty to twelve.",
                timedelta(hours=8),
            ),
            comment(
                "foot-three",
                "Saud",
                "saud@example.net",
                "Same time Thursday?",
                timedelta(hours=1, minutes=5),
                status="pending",
            ),
            comment(
                "foot-bet",
                "TipMaster",
                "tips@example.com",
                "Sure wins every week, local and international league, join the channel https://example.net/tips",
                timedelta(hours=7),
                status="spam",
            ),
        ],
    ),
    english(
        key="clinic-evenings",
        kind="press_release",
        headline="Forty clinics to keep evening hours for patients with diabetes and high blood pressure",
        dek="Appointments between four and nine are meant for people who cannot leave work in the morning, says the society that ran the trial.",
        dateline="Kuwait City",
        source_organisation="Friends of the Clinics Society",
        section="kuwait",
        tags=["health"],
        authors=["newsroom-staff"],
        photo="clinic",
        body="""
<p>Forty neighbourhood clinics will offer evening appointments to patients with diabetes, high blood pressure and asthma from the beginning of next month, the Friends of the Clinics Society said in a statement that was given to newsrooms in advance.</p>
<p>The hours, from four in the afternoon until nine, follow a trial at six clinics. There the share of patients who missed their check-up fell from 38 to 14 percent in a year. Most of those who came in the evening had not been seen by a doctor for more than twelve months.</p>
<h2>What changes</h2>
<ul>
<li>Appointments can be made by telephone or at the desk, up to four weeks ahead.</li>
<li>Blood is taken in the same visit; results follow by message within two days.</li>
<li>A nurse who speaks Hindi, Bengali or Tagalog is on duty on at least two evenings a week.</li>
<li>Repeat prescriptions are filled until half past nine.</li>
</ul>
<p>“Nobody forgets that they have diabetes,” said Dr. Shurooq Al-Attal, who evaluated the trial. “They forget the appointment because it is at ten in the morning and the foreman says no.”</p>
<p>The society, a charity that pays for equipment and training, says it will publish the figures of all forty clinics every six months.</p>
<p><em>This report is based on a statement by the society, which asked that it not be published before the hour above.</em></p>
""",
        status="embargoed",
        note="Embargo of the sender. Do not call the clinics before it ends.",
    ),
    english(
        key="lost-property",
        kind="news",
        headline="A prayer rug, nine single shoes and a cello: the buses’ lost property goes on show",
        dek="Owners have until the end of the month.",
        dateline="Kuwait City",
        section="kuwait",
        tags=["transport"],
        authors=["newsroom-staff"],
        body="""
<p>Everything that was left on the city’s buses in the past year and never asked for has been laid out on tables at the central station: 212 umbrellas, 64 lunch boxes, a prayer rug, nine single shoes, a box of wedding invitations and a cello.</p>
<p>Owners may collect their things between nine and six until the end of the month, if they can describe them. “The cello is the easy one,” said the clerk, Teresa Gomes. “For the umbrellas we ask what the weather was like.”</p>
<p>What remains goes to charity shops. The wedding, as far as anyone could find out, took place.</p>
""",
        published_ago=timedelta(days=40, hours=5, minutes=9),
        comments=[
            comment(
                "lost-cello",
                "A violist",
                "violist@example.com",
                "It would be a cellist, wouldn’t it.",
                timedelta(days=39, hours=20),
            ),
        ],
    ),
]
