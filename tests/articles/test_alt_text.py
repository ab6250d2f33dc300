import pytest

from articles import alt_text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Untitled design (98)",
            "untitled design",
            "Untitled",
            "unnamed (1)",
            "image",
            "Image 3",
            "image (2)",
            "photo",
        ),
        *("IMG_0042.jpg", "IMG_0042", "DSC_1234", "PXL_20260211_101500", "Screenshot 2026-02-11 at 10.15.00"),
        *("WhatsApp Image 2026-02-11 at 10.15.00", "WhatsApp Image 2026-02-11 at 10.15.00 AM.jpeg", "hall-final.PNG"),
        *("20260211_101500", "download (1)", "logo", "placeholder", "a photo", "featured image", "98", "...", "صورة"),
        *("تصميم بدون عنوان", "d41d8cd98f00b204e9800998ecf8427e", "picture1", "صورة 12", "n/a", "alt text"),
        *("IMG-20260211-WA0003", "IMG_E0042", "DJI_0042", "FB_IMG_1739270000", "Copy of IMG_0042", "IMG_0042-scaled"),
        *(
            "image-3-1024x683",
            "untitled-design-98",
            "Untitled design (98) (1)",
            "Design sans titre (4)",
            "MVIMG_2026",
            "WhatsApp Image",
            "signal-2026-02-11",
        ),
    ],
)
def test_a_file_name_or_a_tools_default_is_refused_with_its_own_words(text):
    assert text in str(alt_text.problem(text))


@pytest.mark.parametrize("text", ["", "   ", None, "\n"])
def test_no_alt_text_is_refused(text):
    assert "Say in a few words" in str(alt_text.problem(text))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Officers in a lecture hall listen to a speaker",
            "Image of the old port, painted in 1934",
            "The Amir",
            "Dhow",
        ),
        *(
            "Photo of the year 2026: a diver surfaces",
            "Untitled, an oil painting by Salem",
            "Logo of the ministry on a wall",
        ),
        *(
            "ضباط في قاعة محاضرات",
            "صورة جوية للميناء",
            "Screenshot of the ministry's new form",
            "Picture postcard of Failaka",
        ),
    ],
)
def test_a_description_passes(text):
    assert alt_text.problem(text) is None
