"""Stories in English: the economy."""

from datetime import timedelta

from newsroom.demo.content.stories import comment, english

STORIES = [
    english(
        key="desalination-upgrade",
        kind="news",
        headline="Oldest units at Ras Zaitoun water plant to be rebuilt one winter at a time",
        dek="Engineers will replace the tubes in four distillers over four cool seasons, so that no summer is short of capacity.",
        dateline="Ras Zaitoun",
        section="economy",
        tags=["water", "energy"],
        authors=["tareq-shamlan"],
        photo="desalination-plant",
        body="""
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
<figure data-photo="skyline-dusk" data-alt="Slim towers with lit windows across the bay after sunset, mirrored in calm water." data-caption="The city at the end of the pipe. About one glass in nine comes from Ras Zaitoun."></figure>
<h2>Why not membranes?</h2>
<p>Most new plants around the Gulf push seawater through membranes, which takes less energy than boiling it. Al-Wazzan does not dispute the arithmetic. But the bay is warm, shallow and often cloudy with plankton, and membranes have to be protected from all three. Distillers put up with bad water, she said, and the power station next door has steam to spare.</p>
<p>A membrane line is planned further along the coast, where the water is deeper. Until it opens, Ras Zaitoun supplies about one glass in nine that the country drinks.</p>
<p>Households should notice nothing. The reservoirs hold several days’ supply, and a unit is emptied only after they have been filled. “If anyone turns a tap and thinks of me,” Al-Wazzan said, “I have done something wrong.”</p>
""",
        published_ago=timedelta(hours=8, minutes=10),
        updated_ago=timedelta(hours=4),
        corrections=[
            {
                "kind": "correction",
                "text": "An earlier version of this story gave the present daily output of one unit as 30 million litres. It is 25 million litres.",
                "ago": timedelta(hours=4),
            }
        ],
        comments=[
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
    ),
    english(
        key="e-invoicing-small-shops",
        kind="analysis",
        headline="The till roll’s last years: what e-invoicing would ask of the smallest shops",
        dek="Big retailers are ready. For a spice stall with one scale and two brothers, the hard part is neither the tax nor the telephone.",
        dateline="Kuwait City",
        section="economy",
        tags=["small-business"],
        authors=["anita-rozario"],
        photo="market-arcade",
        body="""
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
        published_ago=timedelta(days=2, hours=1, minutes=19),
        comments=[
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
    ),
    english(
        key="date-palm-interview",
        kind="interview",
        headline="“A palm remembers a bad summer for three years”",
        dek="Huda Marafi-Lund has spent a decade giving date palms less water than they would like. She explains what they told her.",
        dateline="Wafra",
        section="economy",
        tags=["farming", "water", "heat"],
        authors=["tareq-shamlan"],
        photo="palm-grove",
        body="""
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
        published_ago=timedelta(days=7, hours=2, minutes=20),
        comments=[
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
    ),
    english(
        key="construction-hours-heat",
        kind="analysis",
        headline="The thermometer or the clock? How to decide when it is too hot to build",
        dek="A fixed midday break is easy to enforce. It also misses the worst hour in the evening, when the air is wet.",
        dateline="Kuwait City",
        section="economy",
        tags=["heat", "labour"],
        authors=["tareq-shamlan"],
        body="""
<p>On most sites the rule about heat is a rule about time. Between certain hours, in certain months, outdoor work stops. An inspector needs a watch and nothing else, and that is its great merit.</p>
<p>Its weakness is that the body has no watch. What exhausts a man carrying blocks is heat, humidity, sun and wind together, and these do not keep office hours. On a dry day with a north wind, one in the afternoon can be bearable in the shade. On a still evening with the sea air lying over the city, seven o’clock can be worse than noon.</p>
<h2>One number for four things</h2>
<p>There is an index that puts the four together. It is read from three thermometers: an ordinary one, one wrapped in wet cloth and one inside a black globe. Armies and athletics clubs have used it for decades. The instrument fits in a hand and costs about as much as a good drill.</p>
<p>A builder in Jahra, Mihrath Contracting, kept one on a site for a whole summer and allowed the Courier to see the readings. On 61 of 92 days the index passed the level at which heavy work is advised against outside the hours of the break. On 14 days it stayed below that level for at least an hour inside them.</p>
<h2>Why the clock survives</h2>
<p>“I believe the instrument,” said Munir Daher, the site manager. “But a foreman will argue with an instrument. He will hold it in the shade. Nobody argues with three o’clock.”</p>
<p>The sensible answer may be both. Keep the clock as the floor, for everyone, and ask large sites to stop earlier or start later when the index says so, with the readings posted at the gate where the workers can see them. Daher did this for a whole season. He lost eleven hours of work, he reckons, and no men.</p>
""",
        status="in_review",
    ),
    english(
        key="solar-school-roofs",
        kind="news",
        headline="Thirty-two school roofs to make their own electricity by the spring term",
        dek="Panels go up first where the wiring is newest. In the holidays the schools will supply the streets around them.",
        dateline="Farwaniya",
        section="economy",
        tags=["energy", "schools"],
        authors=["tareq-shamlan"],
        photo="solar-roof",
        body="""
<p>The roof of the girls’ secondary school in block six used to hold four water tanks, two broken satellite dishes and a chair. Since last week it has held 418 solar panels as well, in rows that are tilted to the south and raised by the height of a bucket, so that they can be washed from below.</p>
<p>It is the first of 32 schools that are to make part of their own electricity by the spring term. The district’s buildings office chose them by a simple rule: flat roof, no taller neighbour on the southern side, and wiring that has been renewed within ten years.</p>
<p>“People think that the panels are the project,” said Sabiha Ramadan, the engineer in charge. “The panels are the last afternoon. The project is the fuse box.”</p>
<h2>When the children are away</h2>
<p>A school is an odd customer. It needs most when the sun is high and the air conditioning runs, which suits the panels, and nothing at all for the hottest ten weeks of the year, when it is shut. In those weeks the current will flow the other way, into the homes and shops of the same streets, at the very hours when the grid is strained.</p>
<table>
<caption>An average school of the first group</caption>
<thead><tr><th scope="col">Month</th><th scope="col">Used, MWh</th><th scope="col">Made, MWh</th></tr></thead>
<tbody>
<tr><td>January</td><td>31</td><td>22</td></tr>
<tr><td>May</td><td>74</td><td>36</td></tr>
<tr><td>July, closed</td><td>9</td><td>38</td></tr>
</tbody>
</table>
<p>Over the year the panels should cover about two fifths of what a school uses. The rest comes, as before, from the power stations on the coast.</p>
<figure data-photo="desalination-plant" data-caption="The coast still carries the load: a combined power and water station at the end of the day."></figure>
<h2>Dust</h2>
<p>The enemy is not heat, though heat costs a few percent. It is dust. After one storm last month the first roof lost a quarter of its output until it was cleaned. Each school has been given a trolley with a soft brush and a hose, and a caretaker who has been shown how to use it, for two hours before sunrise on the first day of the week.</p>
<p>Pupils have found a use of their own. The third form has hung a display beside the canteen that shows what the roof is making at this moment. It is given in kilowatts and, by popular demand, in kettles.</p>
""",
        published_ago=timedelta(hours=5, minutes=14),
        comments=[
            comment(
                "solar-ines",
                "Ines Carvalho",
                "ines.c@example.com",
                "Finally somebody mentions the fuse box. We fitted panels on a warehouse and spent more on the board than on the glass.",
                timedelta(hours=4, minutes=10),
            ),
            comment(
                "solar-teacher",
                "مدرّسة علوم",
                "science.teacher@example.org",
                "طالباتي يحسبن كل صباح كم إبريقًا من الشاي صنعه السقف. أفضل درس في وحدات القياس أعطيته في حياتي.",
                timedelta(hours=3, minutes=30),
            ),
            comment(
                "solar-teacher-reply",
                "Ines Carvalho",
                "ines.c@example.com",
                "How many kettles on a good day? هل يمكن أن نعرف الرقم القياسي؟",
                timedelta(hours=2, minutes=55),
                reply_to="solar-teacher",
            ),
            comment(
                "solar-teacher-2",
                "مدرّسة علوم",
                "science.teacher@example.org",
                "112 حتى الآن، عند الظهر تمامًا.",
                timedelta(hours=2, minutes=15),
                reply_to="solar-teacher-reply",
            ),
            comment(
                "solar-ad",
                "SunBright Roofs",
                "office@example.net",
                "Dear homeowner, why should only schools save? We fit premium German-type panels on villas, pay nothing for six months, 25 year guarantee. Call our showroom today and mention this newspaper for 10% off.",
                timedelta(hours=1, minutes=40),
                status="pending",
                website="https://example.com/sunbright",
            ),
            comment(
                "solar-links",
                "energyfacts",
                "facts@example.org",
                "Read the TRUTH about solar https://example.com/solar-truth-1 https://example.com/solar-truth-2 https://example.net/panel-fires https://example.net/panel-fires-part-2 https://example.org/subsidy-scandal https://example.org/who-profits",
                timedelta(minutes=35),
                status="pending",
            ),
            comment(
                "solar-july",
                "Wafaa",
                "wafaa@example.com",
                "Who is paid for the July current, the school or the ministry? If it is the school, ours would like a new library.",
                timedelta(hours=1, minutes=15),
                status="pending",
            ),
        ],
    ),
    english(
        key="stall-rents",
        kind="news",
        headline="Vegetable market freezes stall rents for a year",
        dek="Traders had asked for two.",
        dateline="Kuwait City",
        section="economy",
        tags=["small-business"],
        authors=["anita-rozario"],
        body="""
<p>Rents for the 214 stalls of the central vegetable market will stay as they are for another year, the market’s management told traders on Wednesday. A rise of eight percent had been planned for next month.</p>
<p>Traders had asked for two years. “One is better than none, and none is what we were offered in the morning,” said Abbas Safar, who speaks for the potato and onion row.</p>
<p>In return the stallholders will pay for their own awnings, which are to be of one colour. They have until the end of the season to agree which.</p>
""",
        published_ago=timedelta(hours=12, minutes=11),
        comments=[
            comment(
                "rents-green",
                "Green row",
                "green.row@example.net",
                "Green. Obviously green.",
                timedelta(hours=10, minutes=40),
            ),
            comment(
                "rents-red",
                "Tomato man",
                "tomato@example.org",
                "Obviously red.",
                timedelta(hours=10, minutes=5),
                reply_to="rents-green",
            ),
        ],
    ),
]
