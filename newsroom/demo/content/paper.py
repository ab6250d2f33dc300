"""Who publishes the demo newspaper, who writes in it, and how it is ordered."""

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
    {"slug": "rain", "name": {"en": "Rain", "ar": "المطر"}},
    {"slug": "science", "name": {"en": "Science", "ar": "العلوم"}},
    {"slug": "health", "name": {"en": "Health", "ar": "الصحة"}},
    {"slug": "sport", "name": {"en": "Sport", "ar": "الرياضة"}},
    {"slug": "media", "name": {"en": "Media", "ar": "الإعلام"}},
    {"slug": "public-space", "name": {"en": "Public space", "ar": "الفضاء العام"}},
]

AUTHORS = [
    {
        "slug": "newsroom-staff",
        "portrait": None,
        "byline": {"en": "Courier newsroom", "ar": "غرفة الأخبار"},
        "bio": {
            "en": "Reports put together by several members of the newsroom, or from statements sent to it.",
            "ar": "تقارير يشترك في إعدادها أكثر من محرر، أو تستند إلى بيانات وردت إلى غرفة الأخبار.",
        },
        "user": None,
    },
    {
        "slug": "dalal-bu-rashid",
        "portrait": "portrait-dalal",
        "byline": {"en": "Dalal Bu Rashid", "ar": "دلال بورشيد"},
        "bio": {
            "en": "Dalal Bu Rashid covers schools, transport and the municipality. She joined the Courier from local radio, where she read the traffic for six years, and still plans her mornings by it.",
            "ar": "تغطي دلال بورشيد شؤون المدارس والنقل والبلدية، وانتقلت إلى بريد الجون من الإذاعة المحلية بعدما قدّمت نشرة المرور ست سنوات.",
        },
        "user": "reporter",
    },
    {
        "slug": "tareq-shamlan",
        "portrait": "portrait-tareq",
        "byline": {"en": "Tareq Shamlan", "ar": "طارق شملان"},
        "bio": {
            "en": "Tareq Shamlan writes about water, power and work. He trained as a mechanical engineer and likes to count things himself, preferably before breakfast.",
            "ar": "يكتب طارق شملان عن الماء والكهرباء وسوق العمل، وهو مهندس ميكانيكي بالدراسة، يفضّل أن يعدّ الأشياء بنفسه قبل أن يصدّق رقمًا.",
        },
        "user": None,
    },
    {
        "slug": "anita-rozario",
        "portrait": "portrait-anita",
        "byline": {"en": "Anita Rozario", "ar": "أنيتا روزاريو"},
        "bio": {
            "en": "Anita Rozario edits the economy pages and has reported from Kuwait for eleven years, mostly from behind somebody’s counter.",
            "ar": "تشرف أنيتا روزاريو على صفحات الاقتصاد، وتعمل مراسلة في الكويت منذ أحد عشر عامًا، قضت أكثرها في الأسواق والدكاكين.",
        },
        "user": None,
    },
    {
        "slug": "mubarak-al-nahham",
        "portrait": "portrait-mubarak",
        "byline": {"en": "Mubarak Al-Nahham", "ar": "مبارك النهام"},
        "bio": {
            "en": "Mubarak Al-Nahham writes in Arabic on heritage, books and the sea. He collects account books of dhow captains, and his column appears every other week.",
            "ar": "يكتب مبارك النهام عن التراث والكتب والبحر، ويجمع دفاتر النواخذة القديمة، وتُنشر زاويته مرة كل أسبوعين.",
        },
        "user": None,
    },
]
