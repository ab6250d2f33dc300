"""The standing pages of the demo newspaper, in both languages."""

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
<li><strong>Your network address is not kept as such.</strong> For 30 days we keep a keyed digest of it, from which the address cannot be read back. It lets us notice many comments arriving at once from one place.</li>
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
<li><strong>لا نحتفظ بعنوان شبكتك كما هو.</strong> نحتفظ لمدة 30 يومًا ببصمة له محسوبة بمفتاح سري لا يمكن استرجاع العنوان منها، وهي تساعدنا على ملاحظة تعليقات كثيرة تصل دفعة واحدة من مكان واحد.</li>
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
<p>Nothing but one thing: somebody’s telephone number, address or name that does not belong there may be taken out. The place then says that it was removed by the newsroom. Otherwise we approve a comment as it was written or we refuse it. If yours was refused you may write another.</p>
<h2>When comments close</h2>
<p>Thirty days after a story appeared, on most stories. Comments that were published stay.</p>
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
<p>لا شيء سوى أمر واحد: قد نحذف رقم هاتف أو عنوانًا أو اسمًا لشخص لا شأن له بالأمر، ونذكر في موضعه أن فريق التحرير حذفه. وما عدا ذلك فإما أن نوافق على التعليق كما كُتب أو نرفضه، ومن رُفض تعليقه فله أن يكتب غيره.</p>
<h2>متى يُغلق باب التعليق</h2>
<p>بعد ثلاثين يومًا من نشر المادة في معظم الأحيان، وتبقى التعليقات المنشورة في مكانها.</p>
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
