"""Arabic letters that are typed for one another: with or without their points, by a Persian, an Urdu, a Kurdish keyboard."""

_ALIKE = {
    "ا": "ٱٲٳٵ",
    "ه": "ةۃہھە",
    "ي": "ىیېۍێےؠ",
    "ك": "کڪګ",
    "و": "ۄۅۆۇۈۉۊۋۏ",
}
# Each of them, and the letter that it is compared as.
AS = {alike: letter for letter, many in _ALIKE.items() for alike in many}
# Letters by category that show no letter: the sign that stretches a word, the hamza that stands high beside one.
NO_LETTERS = "\u0640\u0674"
