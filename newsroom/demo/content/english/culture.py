"""Stories in English: culture."""

from datetime import timedelta

from newsroom.demo.content.stories import comment, english

STORIES = [
    english(
        key="calligraphy-exercises",
        kind="news",
        headline="The practice sheets nobody was meant to keep go on show",
        dek="An exhibition of calligraphers’ exercises finds its drama in second attempts, blots and a teacher’s red ink.",
        dateline="Kuwait City",
        section="culture",
        tags=["art", "heritage"],
        authors=["anita-rozario"],
        photo="calligraphy",
        body="""
<p>On the third wall of the exhibition hangs a sheet on which one letter has been written 144 times. In the top row it leans. In the fourth it is too thin. Near the bottom there is one, ringed in red, that is right, and then eleven more that are not.</p>
<p>“He saw it, he could not do it again, and he went on until the ink ran out,” said Nadia Qasem, who put the show together. “That is the whole of the art in one sheet.”</p>
<p><em>Second Hand</em>, at the Dar Al-Waraq gallery, brings together 63 exercise sheets by pupils and masters. Such sheets were never meant to last. Paper was dear, and a page of practice was washed and used again, or turned upside down and filled once more across the first writing until it was black. Those that survive did so by accident: as wrapping, as the lining of a chest, as a bookmark.</p>
<h2>Lent by a stationer</h2>
<p>More than half come from the family of a stationer who bought up the stock of other shops for forty years and looked through none of it. His granddaughter found the sheets pressed between boards, in the order in which a pupil had made them. For the first time it is possible to watch somebody get better.</p>
<p>The labels are short and technical. They name the cut of the reed and the angle at which it was held, and say where the pupil lifted it too soon. A table in the last room is set with reeds, ink and paper, and visitors may try. By the end of the first evening there was a queue, and a good deal of ink on the floor.</p>
<p>Qasem has framed the best of what visitors leave behind and hung it by the exit, unsigned. Next to it is a sheet by a master that shows the same letter. It has been crossed out.</p>
<p><em>The exhibition is open daily except Fridays from ten until eight. Entry is free.</em></p>
""",
        published_ago=timedelta(days=3, hours=4, minutes=20),
        comments=[
            comment(
                "ink-mariam",
                "Mariam Alwan",
                "mariam@example.com",
                "Went on Saturday with my daughter, who is seven and now holds her pencil at forty-five degrees and will not be told otherwise.",
                timedelta(days=1, hours=18),
            )
        ],
    ),
    english(
        key="radio-archive-draft",
        kind="news",
        headline="Volunteers listen their way through 3,000 hours of old radio",
        dek="The tapes have no labels. The only way to know what is on them is to sit down and hear them.",
        dateline="Kuwait City",
        section="culture",
        tags=["heritage"],
        authors=["dalal-bu-rashid"],
        body="""
<p>Every Tuesday evening, in a room above a record shop, eight people put on headphones and write down what they hear. A recipe. A weather report. A man reading the names of ships. Somebody tuning an oud and giving up.</p>
<p>The tapes, about 3,000 hours of them, were rescued from a store that was to be cleared. They carry numbers but no titles, and the book that explained the numbers is lost.</p>
<p>“We thought it would be songs,” said Wafaa Issa, who started the group. “It is mostly people clearing their throats. But then at minute forty there is a voice, and the man next to you takes off his headphones and says: that is my aunt.”</p>
<p>So far the group has listened to 212 hours.</p>
""",
        status="draft",
    ),
    english(
        key="sadu-interview-en",
        kind="interview",
        headline="“The mistake stays in. It is the signature”",
        dek="Munira Al-Dhafeeri weaves sadu on a loom that can be rolled up and carried on a shoulder. She talks about wool, arithmetic and what her grandmother refused to write down.",
        dateline="Jahra",
        section="culture",
        tags=["heritage", "art"],
        authors=["mubarak-al-nahham"],
        photo="loom",
        body="""
<p>The loom takes up the whole of the corridor. It is two sticks, four pegs and eleven metres of stretched wool, and to get to the kitchen one steps over it. Munira Al-Dhafeeri sits at the near end with a gazelle’s horn in her hand and does not look up until the row is finished.</p>
<p><strong>How long is a row?</strong></p>
<p>As long as a breath, if nobody speaks to me. You have just made this one two breaths.</p>
<p><strong>Who taught you?</strong></p>
<p>My grandmother, and she taught nothing. She let me hold the wool. For two years I held wool. Then one day she went to pray and left the row open, and when she came back it was closed. She looked at it for a long time and said: the tea is getting cold.</p>
<p><strong>There are no patterns on paper?</strong></p>
<p>It is counting. Black, black, white, over two, under one. If you write it down you will look at the paper. My grandmother could neither read nor write, and she had in her head a table that my daughter, who studies mathematics, needed a computer to draw.</p>
<h2>Wool and plastic</h2>
<p><strong>Your red is darker than what one sees in the shops.</strong></p>
<p>That is the wool, not the dye. Wool drinks. What you see in the shops is acrylic, and acrylic only gets wet. I buy fleeces after the shearing, from a man who thinks I am mad because I smell them.</p>
<figure data-photo="market-arcade" data-caption="She buys dye in the covered market, from the third stall on the left, “because he admits what he doesn’t have”."></figure>
<p><strong>In the middle band there is a diamond that is not like the others.</strong></p>
<p>So you can see. The mistake stays in. It is the signature. If I take it out, I lose an evening, and the piece loses its date: that is the evening on which my sister telephoned to say that she had had a boy.</p>
<p><strong>Do young women come to learn?</strong></p>
<p>They come, and they ask how many hours it takes. I tell them four hundred for a tent divider. Those who come back the week after are my pupils. I have six. One is a dentist; she has wonderful hands and no patience whatever.</p>
<p><strong>What will you do with this one?</strong></p>
<p>Finish it. Then I have to step over nothing to get to the kitchen, and after two days I shall not be able to bear it.</p>
<p><em>The conversation was held in Arabic, shortened and edited.</em></p>
""",
        published_ago=timedelta(days=4, hours=18, minutes=12),
        translation_of="sadu-interview",
        comments=[
            comment(
                "sadu-dentist",
                "The dentist",
                "dentist@example.com",
                "I object to “no patience whatever”. I have been on the same bag since March.",
                timedelta(days=4, hours=2),
            ),
            comment(
                "sadu-maths",
                "Oluwaseun A.",
                "seun@example.org",
                "Is the daughter’s table published anywhere? Over two, under one with a mirrored middle is a nice group-theory exercise.",
                timedelta(days=3, hours=11),
            ),
            comment(
                "sadu-alia",
                "عالية",
                "alia@example.net",
                "لأول مرة أفهم لماذا لم تكن جدتي تعدّ بصوت عالٍ.",
                timedelta(days=3, hours=4),
            ),
        ],
    ),
    english(
        key="library-night-hours-en",
        kind="news",
        headline="Sharq Public Library to stay open until midnight",
        dek="A trial in the examination season has become permanent, five nights a week. Students come for the quiet; so do men who have just finished a shift.",
        dateline="Sharq",
        section="culture",
        tags=["libraries", "public-space"],
        authors=["dalal-bu-rashid"],
        photo="library-night",
        featured_alt_text="A reader bends over an open book at a long table between tall shelves under hanging lamps; city lights show in a window at the end of the room.",
        featured_caption="The reading room after nine in the evening.",
        body="""
<p>At half past nine in the evening the only sounds in the reading room are pages and the air conditioning. Two medical students share a lamp at the long table. Beside them a man in his sixties is copying out, by hand, a volume of poems that is no longer in print.</p>
<p>Some months ago the guard would have turned off the lights at eight. From now on the Sharq Public Library stays open until midnight, Sunday to Thursday, for good.</p>
<p>“We expected thirty visitors a night,” said the librarian, Latifa Al-Duwaisan, of the trial that was held during the examinations. “A hundred and forty came, and we had to borrow chairs from the theatre of the school next door.”</p>
<p>Two thirds of those who come after eight are under twenty-five. But the register also shows a group that nobody had thought of: people who finish work at ten and come to read a newspaper or to learn a language. Bilal, who works in a restaurant nearby, spends an hour a night with the children’s books. “I have finished sixteen,” he said. “Now I am reading the best one again. It is about a tortoise.”</p>
<p>The café by the entrance is open until eleven, on one condition, which the librarian has hung on its door: “Coffee here, books there, and the two shall not meet.”</p>
<p><em>Translated from the Arabic and shortened.</em></p>
""",
        published_ago=timedelta(days=1, hours=4, minutes=27),
        translation_of="library-night-hours",
        comments=[
            comment(
                "library-en-tortoise",
                "Ruth",
                "ruth.o@example.com",
                "Title of the tortoise book, please. Asking for a colleague who is learning.",
                timedelta(hours=23),
            ),
            comment(
                "library-en-newsroom",
                "The Bay Courier",
                "",
                "Bilal says that it has no title any more, because the cover has come off. It is on the second shelf, and it is green.",
                timedelta(hours=21),
                reply_to="library-en-tortoise",
                by_newsroom=True,
            ),
        ],
    ),
    english(
        key="bookshop-reopens",
        kind="news",
        headline="A bookshop reopens with the stock it closed with",
        dek="The shutters of Dar Al-Murjan had been down for 31 years.",
        dateline="Kuwait City",
        section="culture",
        tags=["libraries", "heritage"],
        authors=["anita-rozario"],
        body="""
<p>When the grandsons of its founder raised the shutter of Dar Al-Murjan last week, they found a calendar, a cup and about four thousand books, in the order in which they had been left 31 years ago.</p>
<p>They have dusted them and changed nothing else. The prices, in pencil on the last page, are honoured. A school atlas with two countries too many costs 750 fils; a manual for a typewriter, 400.</p>
<p>“People come in for one book and stay for the smell,” said Ziyad Murjan, the elder. New books will be sold from next year, on a separate table, “so that they don’t frighten the others”.</p>
""",
        published_ago=timedelta(days=118, hours=6, minutes=4),
        comments=[
            comment(
                "bookshop-atlas",
                "Tim",
                "tim.w@example.net",
                "I bought the atlas. Sorry, everyone.",
                timedelta(days=117, hours=3),
            ),
        ],
    ),
]
