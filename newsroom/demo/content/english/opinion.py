"""Stories in English: opinion."""

from datetime import timedelta

from newsroom.demo.content.stories import comment, english

STORIES = [
    english(
        key="cycle-path-opinion",
        kind="opinion",
        headline="A cycle path is not for cyclists",
        dek="The first four kilometres by the sea have shown who needs them: people without a car, at five in the morning.",
        section="opinion",
        tags=["transport", "public-space", "heat"],
        authors=["tareq-shamlan"],
        photo="cycle-path",
        body="""
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
        published_ago=timedelta(days=4, hours=3, minutes=23),
        comments=[
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
    ),
    english(
        key="temporary-opinion",
        kind="opinion",
        headline="It is time to retire the word “temporary”",
        dek="A fence, a classroom, a permit, a man. Nothing lasts as long here as what was only put up for the time being.",
        section="opinion",
        tags=["public-space", "labour"],
        authors=["anita-rozario"],
        body="""
<p>There is a fence in my street that carries a sign. “Temporary works,” it says, “we apologise.” I moved in beside it eleven years ago. The sign has been renewed twice, and the apology with it.</p>
<p>I have become a collector. My daughter learned to read in a temporary classroom in which her teacher had learned to read. I pay for my parking at a temporary machine. The temporary bus stop near the hospital has grown a bench, a tree and a man who sells water, and when the permanent one was opened nobody went.</p>
<p>The word is so useful. What is temporary needs no foundation, no plan and no signature above the second floor. It need not be beautiful, since it will not be looked at for long. It need not be shaded or sloped for a wheelchair. It costs little this year, and next year it costs little again.</p>
<p>It would be only comical if we used it for fences. But I was a temporary resident for nineteen years before it occurred to me to buy a proper bed. Half the people I know are temporary. They have raised children, planted basil on balconies, learned whose cousin is whose, and can tell from the sound of the lift who is coming home. They live as one sits in a waiting room: upright, with the bag on their knees.</p>
<p>I do not want to argue about permits, which are for others to decide. I should like to propose a small rule of language. Whatever has stood for five years may no longer be called temporary. It must be given its name. Then one would have to look at it and ask whether it is good.</p>
<p>It may turn out that the fence was holding something up.</p>
""",
        published_ago=timedelta(days=3, hours=8, minutes=11),
        comments=[
            comment(
                "temp-george",
                "George V.",
                "george.v@example.com",
                "Thirty-four years “on a two-year contract”. I read this on my balcony next to the basil.",
                timedelta(days=3, hours=1),
            ),
            comment(
                "temp-lulwa",
                "لولوة",
                "lulwa@example.org",
                "قرأته مرتين. المدرسة التي درست فيها كانت «مؤقتة»، ثم درّست فيها، ثم تقاعدت منها.",
                timedelta(days=2, hours=20),
            ),
            comment(
                "temp-lulwa-reply",
                "Anonymous civil servant",
                "acs@example.net",
                "I believe I signed the paper for that school. It said eighteen months. We meant it, at the time.",
                timedelta(days=2, hours=9),
                reply_to="temp-lulwa",
            ),
            comment(
                "temp-lulwa-reply-2",
                "لولوة",
                "lulwa@example.org",
                "نعرف أنكم قصدتم ذلك. كانت مدرسة جيدة على كل حال.",
                timedelta(days=2, hours=3),
                reply_to="temp-lulwa-reply",
            ),
            comment(
                "temp-offtopic",
                "FX Desk",
                "fx@example.com",
                "What is the dinar doing against the euro this week?",
                timedelta(days=2),
                status="rejected",
                reason="off_topic",
            ),
        ],
    ),
    english(
        key="mistakes-opinion",
        kind="opinion",
        headline="Why we print our mistakes under the story and not in a drawer",
        dek="A note from the editors on a page that we hoped would stay short.",
        section="opinion",
        tags=["media"],
        authors=["newsroom-staff"],
        body="""
<p>Newspapers used to put their corrections on page two, in the type that is otherwise kept for tide tables. One had to know that they were there. The story itself, with the mistake in it, lay in the archive as it had been printed and misled the next person who looked.</p>
<p>On a screen there is no page two, and there is a temptation: one can mend the sentence and say nothing. Nobody would notice except those who had read it, and they are the ones to whom we owe it.</p>
<p>So we have a rule. The text is put right, and under it stands what was wrong, with the date. All such notes are also kept in one list, under <a href="/corrections/">corrections</a>. In our printed years most of them were figures, then names; once it was a photograph of the wrong island.</p>
<p>Most of them began with a letter from a reader, usually a polite one. If you find the next one, please <a href="/page/contact/">write to us</a>. We promise to be embarrassed in public.</p>
""",
        published_ago=timedelta(days=20, hours=4, minutes=11),
        comments=[
            comment(
                "mistakes-island",
                "Island pilot",
                "pilot@example.com",
                "I was the one who wrote about the island. You sent me a very nice answer.",
                timedelta(days=19, hours=12),
            ),
        ],
    ),
]
