"""The demo newspaper: its sections, people, pages, stories and comments, as plain data."""

from datetime import timedelta

PUBLICATION = {
    "name": {"en": "The Bay Courier", "ar": "بريد الجون"},
    "tagline": {"en": "News from both sides of Kuwait Bay", "ar": "أخبار الكويت من ضفتي الجون"},
    "publisher": "Bay Courier Publishing, Kuwait City",
    "contact_email": "newsroom@example.org",
}

SECTIONS = [
    {
        "slug": "kuwait",
        "name": {"en": "Kuwait", "ar": "الكويت"},
        "description": {
            "en": "Government, neighbourhoods, schools and services across the six governorates.",
            "ar": "الحكومة والأحياء والمدارس والخدمات في المحافظات الست.",
        },
    },
    {
        "slug": "region",
        "name": {"en": "Region", "ar": "المنطقة"},
        "description": {
            "en": "The Gulf and its neighbours: the sea, trade, travel and science.",
            "ar": "الخليج وجيرانه: البحر والتجارة والسفر والعلوم.",
        },
    },
    {
        "slug": "economy",
        "name": {"en": "Economy", "ar": "اقتصاد"},
        "description": {
            "en": "Work, water, power and the small firms that keep the street going.",
            "ar": "العمل والماء والكهرباء والمشاريع الصغيرة التي يقوم عليها الشارع.",
        },
    },
    {
        "slug": "culture",
        "name": {"en": "Culture", "ar": "ثقافة"},
        "description": {
            "en": "Museums, books, craft and the memory of the sea.",
            "ar": "المتاحف والكتب والحِرف وذاكرة البحر.",
        },
    },
    {
        "slug": "opinion",
        "name": {"en": "Opinion", "ar": "رأي"},
        "description": {
            "en": "Signed columns. The views are the writers’ own.",
            "ar": "مقالات موقَّعة تعبّر عن آراء أصحابها.",
        },
    },
]

TAGS = [
    {"slug": "migration", "name": {"en": "Migration", "ar": "الهجرة"}},
    {"slug": "law-enforcement", "name": {"en": "Law enforcement", "ar": "إنفاذ القانون"}},
    {"slug": "united-nations", "name": {"en": "United Nations", "ar": "الأمم المتحدة"}},
    {"slug": "labour", "name": {"en": "Labour", "ar": "العمل"}},
    {"slug": "water", "name": {"en": "Water", "ar": "المياه"}},
    {"slug": "energy", "name": {"en": "Energy", "ar": "الطاقة"}},
    {"slug": "schools", "name": {"en": "Schools", "ar": "المدارس"}},
    {"slug": "transport", "name": {"en": "Transport", "ar": "النقل"}},
    {"slug": "small-business", "name": {"en": "Small business", "ar": "المشاريع الصغيرة"}},
    {"slug": "farming", "name": {"en": "Farming", "ar": "الزراعة"}},
    {"slug": "heritage", "name": {"en": "Heritage", "ar": "التراث"}},
    {"slug": "art", "name": {"en": "Art", "ar": "الفن"}},
    {"slug": "libraries", "name": {"en": "Libraries", "ar": "المكتبات"}},
    {"slug": "sea", "name": {"en": "The sea", "ar": "البحر"}},
    {"slug": "heat", "name": {"en": "Heat", "ar": "الحر"}},
    {"slug": "islands", "name": {"en": "Islands", "ar": "الجزر"}},
    {"slug": "public-space", "name": {"en": "Public space", "ar": "الفضاء العام"}},
]

AUTHORS = [
    {
        "slug": "newsroom-staff",
        "byline": {"en": "Courier newsroom", "ar": "غرفة الأخبار"},
        "bio": {
            "en": "Reports put together by several members of the newsroom, or from statements sent to it.",
            "ar": "تقارير يشترك في إعدادها أكثر من محرر، أو تستند إلى بيانات وردت إلى غرفة الأخبار.",
        },
        "user": None,
    },
    {
        "slug": "dalal-bu-rashid",
        "byline": {"en": "Dalal Bu Rashid", "ar": "دلال بورشيد"},
        "bio": {
            "en": "Dalal Bu Rashid covers schools, transport and the municipality. She joined the Courier from local radio.",
            "ar": "تغطي دلال بورشيد شؤون المدارس والنقل والبلدية، وانتقلت إلى بريد الجون من الإذاعة المحلية.",
        },
        "user": "reporter",
    },
    {
        "slug": "tareq-shamlan",
        "byline": {"en": "Tareq Shamlan", "ar": "طارق شملان"},
        "bio": {
            "en": "Tareq Shamlan writes about water, power and work. He trained as a mechanical engineer.",
            "ar": "يكتب طارق شملان عن الماء والكهرباء وسوق العمل، وهو مهندس ميكانيكي بالدراسة.",
        },
        "user": None,
    },
    {
        "slug": "anita-rozario",
        "byline": {"en": "Anita Rozario", "ar": "أنيتا روزاريو"},
        "bio": {
            "en": "Anita Rozario edits the economy pages and has reported from Kuwait for eleven years.",
            "ar": "تشرف أنيتا روزاريو على صفحات الاقتصاد، وتعمل مراسلة في الكويت منذ أحد عشر عامًا.",
        },
        "user": None,
    },
    {
        "slug": "mubarak-al-nahham",
        "byline": {"en": "Mubarak Al-Nahham", "ar": "مبارك النهام"},
        "bio": {
            "en": "Mubarak Al-Nahham writes in Arabic on heritage, books and the sea. His column appears every other week.",
            "ar": "يكتب مبارك النهام عن التراث والكتب والبحر، وتُنشر زاويته مرة كل أسبوعين.",
        },
        "user": None,
    },
]

STANDING_PAGES = [
    {
        "slug": "about",
        "language": "en",
        "title": "About The Bay Courier",
        "body": """
<p>The Bay Courier is a small independent newspaper in Kuwait City. We publish in English and Arabic, every day of the week, and we are named after the bay that the city looks out on.</p>
<h2>What we cover</h2>
<p>We report on how the country works for the people who live in it: water and buses, classrooms and building sites, islands and archives. Some stories appear in both languages. Most are written in one, by someone who did the reporting in it.</p>
<h2>How we work</h2>
<ul>
<li>News and opinion are kept apart, and every story says which it is.</li>
<li>Where a report rests on a statement, we name the organisation that sent it.</li>
<li>We do not let the subjects of a story read it before publication.</li>
<li>We say what we got wrong. The rules are in our <a href="/page/corrections-policy/">corrections policy</a>.</li>
</ul>
<h2>Who is responsible</h2>
<p>The paper is published by Bay Courier Publishing, Kuwait City. The editor answers for everything that appears here, including the comments we approve. To reach us, see <a href="/page/contact/">contact</a>.</p>
""",
    },
    {
        "slug": "about",
        "language": "ar",
        "title": "عن بريد الجون",
        "body": """
<p>«بريد الجون» صحيفة مستقلة صغيرة تصدر من مدينة الكويت بالعربية والإنجليزية طوال أيام الأسبوع، واسمها مأخوذ من جون الكويت الذي تطل عليه المدينة.</p>
<h2>ماذا نغطي</h2>
<p>نكتب عن أحوال البلد كما يعيشها أهله والمقيمون فيه: الماء والحافلات، الفصول الدراسية ومواقع البناء، الجزر والأرشيف. بعض موادنا تُنشر باللغتين، ومعظمها يُكتب بلغة واحدة على يد من أجرى العمل الميداني بها.</p>
<h2>كيف نعمل</h2>
<ul>
<li>نفصل الخبر عن الرأي، ونذكر نوع كل مادة بوضوح.</li>
<li>إذا استند تقرير إلى بيان صحفي سمّينا الجهة التي أصدرته.</li>
<li>لا نعرض المادة على من تتناولهم قبل نشرها.</li>
<li>نعلن أخطاءنا. التفاصيل في <a href="/ar/page/corrections-policy/">سياسة التصحيح</a>.</li>
</ul>
<h2>المسؤولية</h2>
<p>تصدر الصحيفة عن دار بريد الجون للنشر في مدينة الكويت، ويتحمل رئيس التحرير مسؤولية كل ما يُنشر فيها، ومن ذلك التعليقات التي نوافق عليها. للتواصل معنا انظر صفحة <a href="/ar/page/contact/">اتصل بنا</a>.</p>
""",
    },
    {
        "slug": "contact",
        "language": "en",
        "title": "Contact",
        "body": """
<p>Write to <strong>newsroom@example.org</strong>. The address is read by an editor from seven in the morning until eleven at night, Kuwait time.</p>
<h2>What to write about</h2>
<ul>
<li><strong>A story.</strong> Tell us what you know and how you know it. We do not name a source without asking first.</li>
<li><strong>A mistake.</strong> Please give the headline and the sentence. See our <a href="/page/corrections-policy/">corrections policy</a>.</li>
<li><strong>Your comment or your data.</strong> Use the address you commented with, so that we can find it. See <a href="/page/privacy/">privacy</a>.</li>
<li><strong>A press release.</strong> Plain text, with a name and a telephone number we can call back.</li>
</ul>
<p>We read everything and answer most of it, usually within two working days.</p>
""",
    },
    {
        "slug": "contact",
        "language": "ar",
        "title": "اتصل بنا",
        "body": """
<p>راسلونا على <strong>newsroom@example.org</strong>. يقرأ البريد أحد المحررين من السابعة صباحًا حتى الحادية عشرة ليلًا بتوقيت الكويت.</p>
<h2>فيمَ تراسلنا</h2>
<ul>
<li><strong>خبر أو معلومة.</strong> أخبرنا بما تعرفه وكيف عرفته. لا نذكر اسم مصدر من دون إذنه.</li>
<li><strong>خطأ في مادة منشورة.</strong> اذكر العنوان والجملة المقصودة. انظر <a href="/ar/page/corrections-policy/">سياسة التصحيح</a>.</li>
<li><strong>تعليقك أو بياناتك.</strong> اكتب إلينا من البريد الذي علّقت به كي نتمكن من العثور عليها. انظر <a href="/ar/page/privacy/">الخصوصية</a>.</li>
<li><strong>بيان صحفي.</strong> نص عادي مع اسم ورقم هاتف يمكننا الاتصال به.</li>
</ul>
<p>نقرأ كل ما يصلنا ونجيب عن معظمه خلال يومي عمل في الغالب.</p>
""",
    },
    {
        "slug": "privacy",
        "language": "en",
        "title": "Privacy",
        "body": """
<p>You can read everything here without telling us anything. This page says what we keep if you comment, and what we do not.</p>
<h2>If you only read</h2>
<p>Readers’ pages set no cookies and load nothing from other companies: no advertising, no counters, no fonts from elsewhere.</p>
<h2>If you comment</h2>
<p>We publish the name you give, your text, and the website if you gave one.</p>
<ul>
<li><strong>Your e-mail address is never published.</strong> It is stored encrypted and used only for moderation. Nothing derived from it, such as a picture, appears on our pages.</li>
<li><strong>Your network address is not kept as such.</strong> We keep a keyed digest of it, from which the address cannot be read back. It lets us notice many comments arriving at once from one place.</li>
<li><strong>Your text</strong> is read by a moderator before anyone else sees it. We keep a record of each decision.</li>
</ul>
<h2>Having it taken down</h2>
<p>Write to us from the address you commented with, and a moderator takes your comment off the page; see <a href="/page/contact/">contact</a>.</p>
<p>What may be said in a comment is set out in the <a href="/page/comment-rules/">comment rules</a>.</p>
""",
    },
    {
        "slug": "privacy",
        "language": "ar",
        "title": "الخصوصية",
        "body": """
<p>يمكنك أن تقرأ كل ما ننشره من دون أن تخبرنا بشيء عنك. توضح هذه الصفحة ما نحتفظ به إن علّقت، وما لا نحتفظ به.</p>
<h2>إن كنت قارئًا فقط</h2>
<p>لا تضع صفحات القراء أي ملفات تعريف ارتباط (كوكيز)، ولا تحمّل شيئًا من شركات أخرى: لا إعلانات ولا عدّادات ولا خطوط من خارج الموقع.</p>
<h2>إن كتبت تعليقًا</h2>
<p>ننشر الاسم الذي تكتبه ونص التعليق، والموقع الإلكتروني إن ذكرته.</p>
<ul>
<li><strong>بريدك الإلكتروني لا يُنشر أبدًا.</strong> نخزّنه مشفّرًا ونستخدمه لمراجعة التعليقات فقط، ولا يظهر في صفحاتنا شيء مشتق منه، كصورة مثلًا.</li>
<li><strong>لا نحتفظ بعنوان شبكتك كما هو.</strong> نحتفظ ببصمة له محسوبة بمفتاح سري لا يمكن استرجاع العنوان منها، وهي تساعدنا على ملاحظة تعليقات كثيرة تصل دفعة واحدة من مكان واحد.</li>
<li><strong>نص تعليقك</strong> يقرؤه أحد المشرفين قبل أن يراه غيره، ونحتفظ بسجل لكل قرار.</li>
</ul>
<h2>رفع التعليق عن الصفحة</h2>
<p>راسلنا من البريد الذي علّقت به، فيرفع أحد المشرفين تعليقك عن الصفحة؛ انظر <a href="/ar/page/contact/">اتصل بنا</a>.</p>
<p>أما ما يُقبل في التعليقات فمبيَّن في <a href="/ar/page/comment-rules/">قواعد التعليق</a>.</p>
""",
    },
    {
        "slug": "comment-rules",
        "language": "en",
        "title": "Comment rules",
        "body": """
<p>Comments are open to everyone, in English and Arabic, without an account. A moderator reads each one before it appears, usually within a few hours. Disagreeing with us, or with the government, or with the last comment, is no reason for refusal.</p>
<h2>What we do not publish</h2>
<ol>
<li>Text that has nothing to do with the story.</li>
<li>Insults, threats, and contempt for people because of where they come from, what they believe or what work they do.</li>
<li>Other people’s telephone numbers, addresses, documents or workplaces.</li>
<li>Anything the law forbids us to publish.</li>
<li>Claims of fact that we know to be wrong and that could hurt someone.</li>
<li>Advertising.</li>
</ol>
<h2>What we change</h2>
<p>Nothing. We approve a comment as it was written or we refuse it. If yours was refused you may write another.</p>
<h2>If you see something wrong</h2>
<p>Write to us and name the comment; the time above it is a link to it. How we treat your e-mail address is described under <a href="/page/privacy/">privacy</a>.</p>
""",
    },
    {
        "slug": "comment-rules",
        "language": "ar",
        "title": "قواعد التعليق",
        "body": """
<p>التعليق مفتوح للجميع بالعربية والإنجليزية ومن دون حساب. يقرأ أحد المشرفين كل تعليق قبل ظهوره، وغالبًا ما يتم ذلك خلال ساعات قليلة. الاختلاف معنا أو مع الجهات الرسمية أو مع صاحب التعليق السابق ليس سببًا للرفض.</p>
<h2>ما لا ننشره</h2>
<ol>
<li>ما لا صلة له بموضوع المادة.</li>
<li>الشتائم والتهديد، وازدراء الناس بسبب أصلهم أو معتقدهم أو مهنتهم.</li>
<li>أرقام هواتف الآخرين وعناوينهم ووثائقهم وأماكن عملهم.</li>
<li>ما يمنعنا القانون من نشره.</li>
<li>ادعاءات نعلم أنها غير صحيحة وقد تضر بأحد.</li>
<li>الإعلانات.</li>
</ol>
<h2>ما نعدّله</h2>
<p>لا شيء. إما أن نوافق على التعليق كما كُتب أو نرفضه، ومن رُفض تعليقه فله أن يكتب غيره.</p>
<h2>إن رأيت مخالفة</h2>
<p>راسلنا واذكر التعليق؛ وقت نشره المكتوب فوقه رابط إليه. أما طريقة تعاملنا مع بريدك الإلكتروني فتجدها في صفحة <a href="/ar/page/privacy/">الخصوصية</a>.</p>
""",
    },
    {
        "slug": "corrections-policy",
        "language": "en",
        "title": "Corrections policy",
        "body": """
<p>We correct errors of fact in the story itself and say so under it. We do not quietly change what a reader may already have read.</p>
<h2>The four labels</h2>
<ul>
<li><strong>Correction:</strong> we had a fact wrong.</li>
<li><strong>Clarification:</strong> what we wrote was right but could be misread.</li>
<li><strong>Update:</strong> something has happened since.</li>
<li><strong>Retraction:</strong> the story should not have been published. We withdraw it and say why.</li>
</ul>
<p>Spelling and punctuation are put right without a note, unless the mistake was in somebody’s name.</p>
<h2>Telling us</h2>
<p>Anyone may ask for a correction; you need not be named in the story. An editor who did not write it decides, normally within one working day. The address is under <a href="/page/contact/">contact</a>, and the list of everything we have corrected is at <a href="/corrections/">corrections</a>.</p>
""",
    },
    {
        "slug": "corrections-policy",
        "language": "ar",
        "title": "سياسة التصحيح",
        "body": """
<p>نصحح الخطأ في الوقائع داخل المادة نفسها ونعلن ذلك أسفلها، ولا نغيّر في صمت ما قد يكون القارئ اطّلع عليه.</p>
<h2>أربعة مسميات</h2>
<ul>
<li><strong>تصحيح:</strong> أخطأنا في معلومة.</li>
<li><strong>توضيح:</strong> ما كتبناه صحيح لكنه قد يُفهم على غير وجهه.</li>
<li><strong>تحديث:</strong> طرأ جديد بعد النشر.</li>
<li><strong>سحب:</strong> ما كان ينبغي نشر المادة، فنسحبها ونذكر السبب.</li>
</ul>
<p>أخطاء الإملاء والترقيم تُصحح من دون إشارة، إلا إذا كان الخطأ في اسم شخص.</p>
<h2>كيف تبلغنا</h2>
<p>لكل قارئ أن يطلب التصحيح وإن لم يكن معنيًّا بالمادة. يبتّ في الطلب محرر لم يكتبها، خلال يوم عمل واحد في العادة. تجد العنوان في صفحة <a href="/ar/page/contact/">اتصل بنا</a>، وقائمة كل ما صححناه في صفحة <a href="/ar/corrections/">التصحيحات</a>.</p>
""",
    },
]

CREDIT, NOTICE = "Illustration: The Bay Courier", "© The Bay Courier"
CREDIT_AR, NOTICE_AR = "رسم: بريد الجون", "© بريد الجون"

PHOTOS = [
    {
        "key": "training-hall",
        "drawing": "training-hall",
        "alt_text": "Rows of uniformed officers, seen from behind, face a speaker at a lectern beside a lit projection screen; daylight falls from tall windows on the left.",
        "caption": "Thirty officers from several departments took the five-day course on trafficking and smuggling cases.",
        "credit": CREDIT,
        "copyright_notice": NOTICE,
        "focal_x": 52,
        "focal_y": 55,
    },
    {
        "key": "training-hall-ar",
        "drawing": "training-hall-mirrored",
        "alt_text": "صفوف من الضباط بالزي الرسمي من الخلف أمام متحدث يقف عند منصة بجوار شاشة عرض مضيئة، والضوء يدخل من نوافذ عالية على اليمين.",
        "caption": "شارك في الدورة ثلاثون ضابطًا من إدارات مختلفة في وزارة الداخلية.",
        "credit": CREDIT_AR,
        "copyright_notice": NOTICE_AR,
        "focal_x": 48,
        "focal_y": 55,
    },
    {
        "key": "desalination-plant",
        "drawing": "desalination",
        "alt_text": "Two workers in helmets stand beside three large pipes that run past a row of distillation units and striped stacks in evening light.",
        "caption": "Seawater and product mains at a distillation plant on the southern coast.",
        "credit": CREDIT,
        "copyright_notice": NOTICE,
        "focal_x": 62,
        "focal_y": 62,
    },
    {
        "key": "school-bus",
        "drawing": "school-bus",
        "alt_text": "A yellow school bus with children at the windows drives past houses and palm trees blurred by its speed.",
        "caption": "Buses on the trial routes run on a fixed timetable and report their position.",
        "credit": CREDIT,
        "copyright_notice": NOTICE,
        "focal_x": 56,
        "focal_y": 58,
    },
    {
        "key": "market-arcade",
        "drawing": "arcade",
        "alt_text": "A covered market seen through a row of pointed arches, with baskets of spices along the walls and a few shoppers in the light at the far end.",
        "caption": "Many stalls in the covered markets still write receipts by hand.",
        "credit": CREDIT,
        "copyright_notice": NOTICE,
        "focal_x": 50,
        "focal_y": 58,
    },
    {
        "key": "palm-grove",
        "drawing": "palm-grove",
        "alt_text": "Two people walk between straight rows of date palms heavy with fruit, the far trees pale in morning haze.",
        "caption": "Each row on the trial plot is given a different amount of water.",
        "credit": CREDIT,
        "copyright_notice": NOTICE,
        "focal_x": 47,
        "focal_y": 60,
    },
    {
        "key": "calligraphy",
        "drawing": "calligraphy",
        "alt_text": "A reed pen lies across a sheet of burnished paper covered with broad black pen strokes; an inkwell stands out of focus behind it.",
        "caption": "Exercise sheets were thrown away or washed for reuse, which is why so few have survived.",
        "credit": CREDIT,
        "copyright_notice": NOTICE,
        "focal_x": 45,
        "focal_y": 52,
    },
    {
        "key": "cycle-path",
        "drawing": "cycle-path",
        "alt_text": "A cyclist in a helmet rides along a red marked path beside the sea railing, with city towers across the water.",
        "caption": "The first stretch of the seafront path, an hour after sunrise.",
        "credit": CREDIT,
        "copyright_notice": NOTICE,
        "focal_x": 60,
        "focal_y": 62,
    },
    {
        "key": "library-night",
        "drawing": "library",
        "alt_text": "قارئ ينحني على كتاب مفتوح فوق طاولة طويلة بين رفوف عالية من الكتب تحت مصابيح معلقة، وفي آخر القاعة نافذة تظهر منها أضواء المدينة ليلًا.",
        "caption": "قاعة المطالعة بعد التاسعة مساءً.",
        "credit": CREDIT_AR,
        "copyright_notice": NOTICE_AR,
        "focal_x": 50,
        "focal_y": 62,
    },
    {
        "key": "dhow-dawn",
        "drawing": "dhow",
        "alt_text": "سفينة شراعية خشبية بشراعين مثلثين على بحر هادئ وقت الفجر، وخلفها قرص الشمس وسفينتان بعيدتان.",
        "caption": "سفينة من طراز السفن التي كانت تخرج إلى مغاصات اللؤلؤ.",
        "credit": CREDIT_AR,
        "copyright_notice": NOTICE_AR,
        "focal_x": 42,
        "focal_y": 52,
    },
    {
        "key": "skyline-dusk",
        "drawing": "skyline",
        "alt_text": "أبراج نحيلة مضاءة النوافذ على ضفة الجون بعد الغروب، تنعكس على ماء هادئ.",
        "caption": "المدينة من الضفة المقابلة بعد الغروب.",
        "credit": CREDIT_AR,
        "copyright_notice": NOTICE_AR,
        "focal_x": 42,
        "focal_y": 45,
    },
]


def _comment(key, name, email, text, ago, status="approved", reason="", reply_to=None, website="", by_newsroom=False):
    return {
        "key": key,
        "name": name,
        "email": email,
        "website": website,
        "text": text,
        "ago": ago,
        "status": status,
        "reason": reason,
        "reply_to": reply_to,
        "by_newsroom": by_newsroom,
    }


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
            _comment(
                "course-grace",
                "Grace Villareal",
                "grace.villareal@example.com",
                "I volunteered for some years with an embassy’s helpline, so I am glad to see trauma on the list. The first conversation decides almost everything. A woman who has had her passport taken does not walk into a police station and give dates in order; she forgets, she contradicts herself, she is afraid of the uniform. If an officer has been taught that this is what fear looks like, and not what lying looks like, half the work is done.\n\nWhat I would like to know is whether any of the thirty work at the counters of ordinary police stations. That is where people arrive, late in the evening and without an appointment.",
                timedelta(hours=2, minutes=35),
                website="https://example.org/helpline-notes",
            ),
            _comment(
                "course-newsroom",
                "The Bay Courier",
                "",
                "Thank you. The statement says only that the officers came from several departments. We have asked the ministry which ones and will add the answer to the story if we get it.",
                timedelta(hours=1, minutes=50),
                reply_to="course-grace",
                by_newsroom=True,
            ),
            _comment(
                "course-bader",
                "بدر ع.",
                "bader@example.net",
                "خطوة طيبة، والأهم منها أن يعرف العامل نفسه رقم الخط الذي يتصل به. أقترح ملصقات بلغات العمال في مواقف الحافلات وسكن العمالة.",
                timedelta(hours=2, minutes=5),
            ),
            _comment(
                "course-rajan",
                "Rajan P.",
                "rajan.p@example.com",
                "Agreed about the counters. And a translator who is not a colleague of the employer.",
                timedelta(hours=1, minutes=20),
                reply_to="course-grace",
            ),
            _comment(
                "course-lina",
                "Lina Haddad",
                "lina.h@example.org",
                "Are the course materials public? I teach criminology and would happily use them in class.",
                timedelta(minutes=48),
                status="pending",
            ),
            _comment(
                "course-khaled",
                "Khaled",
                "khaled.q8@example.com",
                "Five days is short. In the bank where I work the fraud course alone takes two weeks and we only look at cheques.",
                timedelta(minutes=22),
                status="pending",
            ),
            _comment(
                "course-neighbour",
                "A neighbour",
                "neighbour@example.net",
                "Then send them to the flat above mine, I will give you the number of the building and the name and telephone of the owner and you can all call him.",
                timedelta(hours=1, minutes=35),
                status="rejected",
                reason="personal_data",
            ),
            _comment(
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
        "key": "trafficking-course-ar",
        "language": "ar",
        "kind": "press_release",
        "headline": "تدريب ثلاثين ضابطًا على التحقيق في قضايا الاتجار بالأشخاص وتهريب المهاجرين",
        "dek": "دورة استمرت خمسة أيام نظمتها وزارة الداخلية والمنظمة الدولية للهجرة تناولت الأدلة الرقمية ومقابلة الضحايا وعلامات الصدمة النفسية.",
        "dateline": "مدينة الكويت",
        "source_organisation": "وزارة الداخلية الكويتية والمنظمة الدولية للهجرة",
        "section": "kuwait",
        "tags": ["migration", "law-enforcement", "united-nations", "labour"],
        "authors": ["newsroom-staff"],
        "photo": "training-hall-ar",
        "featured_caption": "",
        "body": """
<p>أنهى ثلاثون ضابطًا من وزارة الداخلية دورة في كيفية بناء القضايا الجنائية ضد المتاجرين بالأشخاص ومهربي المهاجرين، بحسب بيان للوزارة والمنظمة الدولية للهجرة، وهي وكالة الأمم المتحدة المعنية بالهجرة.</p>
<p>وحملت الدورة عنوان «التحقيقات الجنائية والإلكترونية في قضايا الاتجار بالأشخاص وتهريب المهاجرين»، واستمرت خمسة أيام من 11 إلى 15 فبراير. ونظمتها الإدارة العامة للتدريب في الوزارة بالتعاون مع بعثة المنظمة في الكويت، وجاء المشاركون فيها من إدارات مختلفة. أما هدفها المعلن فهو رفع قدرة العاملين في إنفاذ القانون على مكافحة الاتجار بالبشر.</p>
<h2>من المؤشرات إلى غرفة المقابلة</h2>
<p>وتحدث رئيس بعثة المنظمة في الكويت مازن أبو الحسن بعد انتهاء الجلسة، فعدّد محاور الدورة:</p>
<ul>
<li>المؤشرات التي تُعرف بها قضايا الاتجار بالأشخاص؛</li>
<li>الاتفاقيات الدولية والتشريعات الكويتية ذات الصلة؛</li>
<li>استخدام تقنية المعلومات في التحقيق في هذه القضايا؛</li>
<li>أعراض الصدمة النفسية لدى الضحايا؛</li>
<li>الإعداد لمقابلة المشتبه بهم والضحايا.</li>
</ul>
<p>وذكر أبو الحسن ثلاثة عناصر لا تقوم المكافحة من دونها: منع الجريمة، وحماية المتضررين منها ومساعدتهم، وملاحقة مرتكبيها قضائيًّا. وقال إن المنظمة تعتز بعلاقة تمتد سنوات مع الوزارة أثمرت عددًا من ورش العمل المشتركة.</p>
<h2>حقوق وواجبات</h2>
<p>ومن جانب الوزارة، أكد المدير العام للإدارة العامة للتدريب العميد عبدالقادر أحمد الشعبان أهمية عمل المنظمة في صون حقوق العمالة الأجنبية. وقال إن إدارته تريد للضباط من مختلف الرتب أن يعرفوا بدقة ما للعامل الوافد من حقوق وما عليهم تجاهه، ولذلك تنظم الدورات مع جهات محلية ودولية.</p>
<p>وأشار إلى أن مكتب المنظمة افتُتح في الكويت عام 1991، وأن الدولة أصبحت عضوًا فاعلًا فيها عام 2017. وقدّر نسبة العمالة الأجنبية المتعاقدة من مختلف الجنسيات بما بين 60 و70 في المئة، ولم يحدد البيان الأساس الذي حُسبت عليه النسبة.</p>
<p>واستذكر العميد الشعبان الأمير الراحل الشيخ صباح الأحمد الجابر الصباح، المعروف بقائد العمل الإنساني، وما عُرف عنه من حرص على معاملة الوافدين باحترام وتمكينهم من العمل في راحة. وأضاف أن دورات أخرى للكوادر الوطنية ستُعقد تباعًا مع ما يجري من تعديلات على قوانين العمل والهجرة.</p>
<h2>قانون ومركز إيواء ولجنة</h2>
<p>ووضع أبو الحسن الدورة ضمن خطوات سبقتها، وذكر منها ثلاثًا:</p>
<ol>
<li>القانون رقم 91 لسنة 2013 بشأن مكافحة الاتجار بالأشخاص وتهريب المهاجرين؛</li>
<li>مركز لإيواء العمالة الوافدة؛</li>
<li>لجنة وطنية دائمة تتولى تنفيذ الاستراتيجية الوطنية لمنع الجريمتين.</li>
</ol>
<p>ويورد البيان إلى جانب اللجنة وزارات الخارجية والداخلية والعدل والهيئة العامة للقوى العاملة، ويشير إلى أهداف الأمم المتحدة للتنمية المستدامة التي تدعو إلى إجراءات عاجلة وفعالة للقضاء على العمل القسري والرق الحديث والاتجار بالبشر.</p>
<p><em>يستند هذا التقرير إلى بيان صادر عن الوزارة والمنظمة، ولم يحضر «بريد الجون» الدورة.</em></p>
""",
        "status": "published",
        "published_ago": timedelta(hours=2, minutes=30),
        "updated_ago": None,
        "comments_open": True,
        "translation_of": "trafficking-course",
        "corrections": [],
        "comments": [
            _comment(
                "course-ar-um-salem",
                "أم سالم",
                "um.salem@example.com",
                "جميل أن يتضمن التدريب الجانب النفسي. عملت معلمة مع أطفال مروا بظروف قاسية، والسؤال الأول الذي يُطرح عليهم قد يفتح الكلام أو يغلقه إلى الأبد.",
                timedelta(hours=2, minutes=10),
            ),
            _comment(
                "course-ar-faisal",
                "فيصل م.",
                "faisal@example.org",
                "هل ستُنشر أعداد القضايا التي أُحيلت إلى المحاكم؟ التدريب جيد، لكن الرقم هو الذي يقول لنا إن كان قد نفع.",
                timedelta(hours=1, minutes=30),
            ),
            _comment(
                "course-ar-huda",
                "هدى",
                "huda.k@example.net",
                "سؤال في محله يا أخ فيصل، وأضيف إليه: كم ضحية دخلت مركز الإيواء وكم عادت إلى بلدها معززة مكرمة؟",
                timedelta(minutes=55),
                reply_to="course-ar-faisal",
            ),
            _comment(
                "course-ar-nasser",
                "ناصر",
                "nasser@example.com",
                "أتمنى أن تشمل الدورات القادمة موظفي المنافذ والمطار.",
                timedelta(minutes=15),
                status="pending",
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
            _comment(
                "water-omar",
                "Omar S.",
                "omar.s@example.com",
                "Is the output in the table right? I worked at the plant until I retired and no unit of that series ever gave 30.",
                timedelta(hours=6, minutes=30),
            ),
            _comment(
                "water-newsroom",
                "The Bay Courier",
                "",
                "You are right, and we have corrected it. The maintenance department confirms 25 million litres a day for each of the four units.",
                timedelta(hours=4),
                reply_to="water-omar",
                by_newsroom=True,
            ),
            _comment(
                "water-jo",
                "Jo Lindqvist",
                "jo@example.org",
                "What happens to the old tubes? Copper alloy of that weight must be worth a fair part of the bill.",
                timedelta(hours=2, minutes=10),
            ),
            _comment(
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
            _comment(
                "bus-sunita",
                "Sunita M.",
                "sunita.m@example.com",
                "Our children are on route 14. The attendant knows every name after one week, which is more than I can say of myself at parents’ evening.",
                timedelta(hours=22),
            ),
            _comment(
                "bus-abu-yousef",
                "Abu Yousef",
                "abu.yousef@example.net",
                "Twelve dinars each for four children is a lot, even with the reduction. Private drivers charge less, I know they have no belts, but people count.",
                timedelta(hours=19, minutes=40),
            ),
            _comment(
                "bus-sunita-reply",
                "Sunita M.",
                "sunita.m@example.com",
                "That is fair. The school told us there is a fund for large families, ask at the office, it is not on the form.",
                timedelta(hours=18),
                reply_to="bus-abu-yousef",
            ),
            _comment(
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
        "key": "library-night-hours",
        "language": "ar",
        "kind": "news",
        "headline": "مكتبة الشرق العامة تفتح أبوابها حتى منتصف الليل",
        "dek": "بعد تجربة في موسم الاختبارات، تمديد دائم لساعات المطالعة خمس ليالٍ في الأسبوع، والطلبة أكثر المستفيدين.",
        "dateline": "الشرق",
        "source_organisation": "",
        "section": "culture",
        "tags": ["libraries", "public-space"],
        "authors": ["dalal-bu-rashid"],
        "photo": "library-night",
        "featured_caption": "",
        "body": """
<p>في التاسعة والنصف مساءً لا يُسمع في قاعة المطالعة سوى تقليب الورق وصوت المكيّف. على الطاولة الطويلة طالبتا طب تتقاسمان مصباحًا، وإلى جانبهما رجل في الستين ينسخ بخط يده صفحات من ديوان نافد.</p>
<p>قبل أشهر كان الحارس يطفئ الأنوار في الثامنة. أما الآن فستبقى مكتبة الشرق العامة مفتوحة حتى منتصف الليل، من الأحد إلى الخميس، بصورة دائمة.</p>
<p>وقالت أمينة المكتبة لطيفة الدويسان إن الفكرة بدأت تجربةً لثلاثة أسابيع في موسم الاختبارات. «توقعنا ثلاثين زائرًا في الليلة، فجاءنا مئة وأربعون، وكان علينا أن نستعير كراسي من مسرح المدرسة المجاورة».</p>
<h2>من يأتي ليلًا؟</h2>
<p>أظهر سجل الزوار أن ثلثي القادمين بعد الثامنة دون الخامسة والعشرين، وأن كثيرين منهم يعيشون في بيوت لا يجدون فيها غرفة هادئة. لكن المكتبة رصدت فئة لم تكن في الحسبان: عاملون ينهون مناوباتهم في العاشرة، ويأتون لقراءة الصحف أو تعلّم لغة.</p>
<p>ويقول بلال، وهو عامل في مطعم قريب، إنه يقضي في المكتبة ساعة كل ليلة قبل أن يعود إلى سكنه. «أتعلم العربية من كتب الأطفال. أنهيت ستة عشر كتابًا، وأعيد الآن قراءة المفضل عندي، وهو عن سلحفاة».</p>
<h2>كلفة الضوء</h2>
<p>تحتاج الساعات الجديدة إلى أربعة موظفين إضافيين بدوام جزئي، وإلى حارس ثانٍ. وغطت المكتبة الكلفة بإغلاق صباح السبت، وهو أقل الأوقات ازدحامًا، وبتركيب مصابيح موفرة فوق الطاولات عوضًا عن إنارة السقف كلها.</p>
<p>وتبقى الإعارة متوقفة بعد التاسعة إلى أن يكتمل جهاز الإعارة الذاتية، وقسم الأطفال مغلقًا بعد السابعة. أما المقهى الصغير عند المدخل فسيعمل حتى الحادية عشرة، بشرط واحد علّقته الدويسان على بابه: «القهوة هنا، والكتاب هناك، ولا يلتقيان».</p>
""",
        "status": "published",
        "published_ago": timedelta(days=1, hours=6),
        "updated_ago": None,
        "comments_open": True,
        "translation_of": None,
        "corrections": [],
        "comments": [
            _comment(
                "library-shaikha",
                "شيخة",
                "shaikha@example.com",
                "أنا من طالبات الطب اللاتي لا يجدن مكانًا هادئًا في البيت. شكرًا لكل من سهر على الفكرة.",
                timedelta(days=1, hours=1),
            ),
            _comment(
                "library-abu-ali",
                "أبو علي",
                "abu.ali@example.org",
                "ليت مكتبات الأحياء الأخرى تحذو حذوها ولو ليلة واحدة في الأسبوع.",
                timedelta(hours=20),
            ),
            _comment(
                "library-match",
                "مشجع",
                "fan@example.net",
                "متى تبدأ مباراة الليلة وعلى أي قناة؟",
                timedelta(hours=15),
                status="rejected",
                reason="off_topic",
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
            _comment(
                "invoice-priya",
                "Priya Nair",
                "priya.nair@example.com",
                "I set up the lists for a chain of bakeries. The trick is to start with the twenty things that make four fifths of the takings and call the rest “other”. You can always divide “other” later, and nobody ever does.",
                timedelta(days=1, hours=20),
                website="https://example.com/ledger-to-list",
            ),
            _comment(
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
            _comment(
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
            _comment(
                "cycle-mohan",
                "Mohan",
                "mohan.k@example.net",
                "I am one of the 611 maybe. I clean windows. Before the path I had two accidents in one year. Please write also about the lights near the end, three are broken since long time.",
                timedelta(days=3, hours=20),
            ),
            _comment(
                "cycle-eleanor",
                "Eleanor Pryce",
                "e.pryce@example.org",
                "I am one of the forty in tight clothes and I support all three points. The kerb at the northern car park took the skin off my shin.",
                timedelta(days=3, hours=9),
                reply_to="cycle-mohan",
            ),
            _comment(
                "cycle-jassim",
                "جاسم",
                "jassim@example.com",
                "مقال منصف. الظل أولًا، ثم كل شيء بعده.",
                timedelta(days=2, hours=12),
            ),
        ],
    },
    {
        "key": "pearl-season-museum",
        "language": "ar",
        "kind": "news",
        "headline": "متحف صغير يعيد موسم الغوص يومًا بيوم",
        "dek": "كل صباح يتغير معروض واحد، فمن زار المتحف في أول الموسم لن يرى ما يراه زائر آخره.",
        "dateline": "الصوابر",
        "source_organisation": "",
        "section": "culture",
        "tags": ["heritage", "sea"],
        "authors": ["mubarak-al-nahham"],
        "photo": "dhow-dawn",
        "featured_caption": "",
        "body": """
<p>في اليوم الأول من الموسم لا يجد الزائر في القاعة إلا حبلًا وسلة فارغة وكيس تمر. وفي اليوم العاشر يضاف دفتر النوخذة وقد سُجلت فيه أول الديون. وفي اليوم الخمسين تكون القاعة قد امتلأت حتى يصعب المرور بين المعروضات، كما كان يصعب المرور على ظهر السفينة.</p>
<p>هكذا قرر «بيت المحار»، وهو متحف خاص في بيت قديم من طابقين، أن يروي موسم الغوص: لا دفعة واحدة، بل يومًا بيوم، على امتداد أربعة أشهر.</p>
<p>وقال القائم على المتحف عبدالعزيز بوقماز إن الفكرة جاءته من دفتر ورثه عن جد أمه. «الدفتر لا يحكي بطولات. يقول: اليوم هواء، واليوم لا شيء، واليوم مرض فلان. أردت أن يشعر الزائر بطول الأيام، لأن الطول هو القصة».</p>
<h2>ما يُلمس وما لا يُلمس</h2>
<p>يُسمح للزوار بأن يحملوا حجر الغوص ليعرفوا ثقله، وأن يضعوا على أنوفهم مشبكًا صُنع على مثال «الفطام» القديم. وفي غرفة معتمة يستطيع من شاء أن يحبس أنفاسه مع تسجيل لصوت البحر مدته دقيقة وعشرون ثانية، وقليلون يصلون إلى نهايته.</p>
<p>أما اللآلئ فلا يعرض المتحف منها إلا سبعًا، أكبرها في حجم حبة عدس. ويرى بوقماز في ذلك أمانة للتاريخ: «من غاص عمره كله ربما لم يرَ لؤلؤة كبيرة. ملأنا المتاحف بالدانات حتى نسينا أن أكثر المحار فارغ».</p>
<h2>أصوات النساء</h2>
<p>خُصص الطابق العلوي لمن بقين على البر. هناك تسجيلات لثماني نساء يروين ما سمعنه من أمهاتهن: كيف كان يُقسَّم الأرز على الشهور، وكيف كان يُعرف من لون الراية البعيدة أن السفينة عائدة بكامل رجالها.</p>
<p>وفي آخر يوم من الموسم، يوم «القفال»، ستُفرغ القاعة كلها في ساعة واحدة بحضور الجمهور، ولا يبقى فيها سوى الدفتر مفتوحًا على صفحة الحساب الأخيرة.</p>
""",
        "status": "published",
        "published_ago": timedelta(days=5, hours=5),
        "updated_ago": timedelta(days=4, hours=6),
        "comments_open": True,
        "translation_of": None,
        "corrections": [
            {
                "kind": "clarification",
                "text": "يُسمح بحمل حجر الغوص المعروض في المدخل، وهو نسخة حديثة. أما الأحجار الأصلية فمحفوظة خلف الزجاج ولا تُلمس.",
                "ago": timedelta(days=4, hours=6),
            }
        ],
        "comments": [
            _comment(
                "pearl-noura",
                "نورة بنت حمد",
                "noura@example.com",
                "جدتي كانت تعرف السفينة من صوت النهّام قبل أن تراها. ليتهم يضيفون شيئًا عن الأغاني.",
                timedelta(days=4, hours=20),
            ),
            _comment(
                "pearl-newsroom",
                "بريد الجون",
                "",
                "شكرًا لك. أخبرنا القائم على المتحف أن أمسية لأغاني البحر ستقام في منتصف الموسم، وسنعلن موعدها.",
                timedelta(days=4, hours=15),
                reply_to="pearl-noura",
                by_newsroom=True,
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
            _comment(
                "palm-fahad",
                "Fahad B.",
                "fahad.b@example.com",
                "We did the chopped fronds last year on the advice of an uncle. Fewer weeds too. Watch for beetles, turn it once in spring.",
                timedelta(days=6, hours=14),
            ),
            _comment(
                "palm-tess",
                "Tess",
                "tess@example.org",
                "More interviews like this, please. I want to know what is under row seven.",
                timedelta(days=5, hours=22),
            ),
        ],
    },
    {
        "key": "shade-opinion-ar",
        "language": "ar",
        "kind": "opinion",
        "headline": "الظل مرفق عام",
        "dek": "نخطط للماء والكهرباء والطريق، ونترك الظل للمصادفة. وقد عرف أجدادنا قيمته حين ضيّقوا السكيك.",
        "dateline": "",
        "source_organisation": "",
        "section": "opinion",
        "tags": ["heat", "public-space"],
        "authors": ["mubarak-al-nahham"],
        "photo": "skyline-dusk",
        "featured_caption": "",
        "body": """
<p>من يقف عند موقف حافلة في الظهيرة يعرف أن في المدينة اقتصادًا لا تذكره الميزانيات: متر مربع من الظل، وعشرة أشخاص يتقاسمونه. يقفون صفًّا خلف عمود الإنارة، ويتحركون معه كلما تحركت الشمس كأنهم عقارب ساعة.</p>
<p>نحن نحسب حاجة الحي من الماء والكهرباء ومواقف السيارات قبل أن يوضع أول حجر فيه. ولم أسمع بمخطط حُسبت فيه حاجة الحي من الظل.</p>
<h2>حكمة السكيك</h2>
<p>لم تكن السكة القديمة ضيقة لأن أهلها عجزوا عن توسيعها. كان الجدار يظلل الجدار المقابل، فيمشي المرء من بيته إلى السوق وقدمه لا تطأ شمسًا إلا عند التقاطعات. وكان «الليوان» أمام الدكان ملكًا لصاحبه وراحةً للمارة في آن واحد، ولم يكن أحد يسأل: من يدفع ثمن الظل؟</p>
<p>ثم جاءت السيارة فصار الشارع لها، واتسع حتى لم يعد جدار يظلل جدارًا. ولا أدعو إلى هدم ما بُني، فالحنين لا يبرّد رصيفًا. أدعو إلى ثلاثة أمور أيسر من ذلك.</p>
<h2>ثلاثة مقترحات</h2>
<ol>
<li>أن يُرسم لكل حي «مسار ظليل» واحد يصل المدرسة بالمسجد والجمعية والحديقة، ولا ينقطع ظله أكثر من ثلاثين خطوة.</li>
<li>أن يُزرع في كل موقف سيارات شجرة لكل أربع سيارات، من السدر لا من النخيل، فالنخلة كريمة بثمرها بخيلة بظلها.</li>
<li>أن تُعامل مظلة موقف الحافلة معاملة إشارة المرور: إن تعطلت أُصلحت في يومها.</li>
</ol>
<p>سيقال إن الناس لا يمشون في هذا الحر. والصحيح أن كثيرين يمشون لأنهم لا يملكون غير المشي، وأن غيرهم سيمشي إن وجد أين يمشي. رأيت ذلك في حديقة زُرع فيها صف من السدر قبل عشرين عامًا: الجانب المشمس منها خالٍ، وفي الجانب الآخر لا تجد مقعدًا.</p>
<p>من زرع ذلك الصف لم يجلس في ظله. وهذا هو تعريف المرفق العام: أن يدفع ثمنه من لا يراه، لمن لا يعرفه.</p>
""",
        "status": "published",
        "published_ago": timedelta(days=9, hours=4),
        "updated_ago": None,
        "comments_open": True,
        "translation_of": None,
        "corrections": [],
        "comments": [
            _comment(
                "shade-salwa",
                "سلوى",
                "salwa@example.net",
                "عبارة «النخلة كريمة بثمرها بخيلة بظلها» تستحق أن تُعلّق في مكاتب التخطيط.",
                timedelta(days=8, hours=10),
            ),
            _comment(
                "shade-yaqoub",
                "يعقوب",
                "yaqoub@example.com",
                "السدر يحتاج إلى صبر، ونحن نريد كل شيء قبل الافتتاح.",
                timedelta(days=7, hours=19),
                reply_to="shade-salwa",
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
            _comment(
                "coral-stefan",
                "Stefan",
                "stefan.d@example.com",
                "Buoys work. Where I used to dive they put in six and the scars had closed in four years.",
                timedelta(days=11, hours=8),
            ),
        ],
    },
    {
        "key": "boatbuilder-interview-ar",
        "language": "ar",
        "kind": "interview",
        "headline": "آخر «القلاليف» في الدوحة: السفينة تُبنى بالعين لا بالورق",
        "dek": "جمعة بن راشد الصوري يعلّم ثلاثة شبان صنعة ورثها عن أبيه، ويقول إن أصعب ما فيها الانتظار.",
        "dateline": "الدوحة",
        "source_organisation": "",
        "section": "region",
        "tags": ["heritage", "sea"],
        "authors": ["mubarak-al-nahham"],
        "photo": None,
        "featured_caption": "",
        "body": """
<p>في ورشة مفتوحة على البحر تفوح منها رائحة زيت السمك والخشب، يجلس جمعة بن راشد الصوري على جذع ساج ويشير بعصاه إلى لوح يراه معوجًّا ولا نراه نحن كذلك.</p>
<p><strong>كم سفينة بنيت؟</strong></p>
<p>بيدي تسع عشرة، ومع أبي لا أعدّها. الصغيرة تأخذ ستة أشهر والكبيرة سنتين إن توافر الخشب. والخشب لا يتوافر.</p>
<p><strong>هل ترسمها أولًا على الورق؟</strong></p>
<p>لا. الورق مستوٍ والسفينة ليس فيها خط مستوٍ. أضع «البيص»، وهو أساسها، ثم أمشي حولها أيامًا. من يراني يظن أنني لا أعمل. اللوح الأول أصعب من المئة التي بعده، لأنه يأمرها جميعًا.</p>
<p><strong>وماذا يتعلم تلاميذك؟</strong></p>
<p>عندي ثلاثة. الأول مهندس، والثاني ترك المدرسة، والثالثة طالبة فنون وهي أحسنهم عينًا. في السنة الأولى لا يمسكون إلا الفتيل: نحشو به ما بين الألواح. يملّون، ومن لم يملّ علّمته بعد ذلك.</p>
<h2>من يشتري؟</h2>
<p><strong>من يطلب سفينة خشبية اليوم؟</strong></p>
<p>متحف طلب واحدة، وفندق طلب نصف سفينة ليجعلها طاولة استقبال. قلت لهم: أيَّ نصف تريدون؟ فلم يفهموا النكتة. لكن أكثر عملي إصلاح. في الخليج كله سفن قديمة يريد أصحابها أن تبقى، ويأتون إليّ من كل ساحل.</p>
<p><strong>أتخاف على الصنعة؟</strong></p>
<p>كنت أخاف. ثم رأيت الطالبة تمرر كفها على اللوح وعيناها مغمضتان، كما كان يفعل أبي. لم أعلّمها ذلك. الصنعة تعرف طريقها إن بقي الباب مفتوحًا.</p>
<p><strong>وما الذي ينقصكم؟</strong></p>
<p>الظل، وخشب الساج، وزائر لا يسأل عن السعر قبل أن يسأل عن الاسم. كل سفينة لها اسم، وأنا لا أبدأ حتى أعرفه.</p>
<p><em>اختُصرت المقابلة وحُررت.</em></p>
""",
        "status": "published",
        "published_ago": timedelta(days=15, hours=3),
        "updated_ago": None,
        "comments_open": False,
        "translation_of": None,
        "corrections": [],
        "comments": [
            _comment(
                "boat-talal",
                "طلال",
                "talal@example.org",
                "«الورق مستوٍ والسفينة ليس فيها خط مستوٍ». هذه وحدها درس في الهندسة.",
                timedelta(days=14, hours=6),
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
