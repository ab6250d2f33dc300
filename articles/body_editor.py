"""The rich text editor of a body: which extensions it has, in which words, and the dialogue that picks photos.

What it can hold is what `articles.body` allows: an element that it did not know would be lost when a story is saved.
"""

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from articles import body, photos

# What they export stands beside the library's own extensions, and before those of the same name.
MODULES = ("js/body-editor.js", "js/body-photos.js", "js/body-paste.js")
RIGHT_TO_LEFT = [code for code, _name in settings.LANGUAGES if LANG_INFO[code]["bidi"]]

# By the names that the library and our modules give to the buttons.
BUTTONS = {
    "heading2": _("Heading"),
    "heading3": _("Smaller heading"),
    "heading4": _("Smallest heading"),
    "bulletList": _("Bulleted list"),
    "orderedList": _("Numbered list"),
    "orderedListProperties": _("First number of the list"),
    "blockquote": _("Quotation"),
    "horizontalRule": _("Rule"),
    "bold": _("Bold"),
    "italic": _("Italic"),
    "subscript": _("Subscript"),
    "superscript": _("Superscript"),
    "link": _("Link"),
    "unlink": _("Remove the link"),
    "table": _("Insert a table"),
    "table:caption": _("Title of the table"),
    "table:addColumnAfter": _("Add a column"),
    "table:deleteColumn": _("Delete the column"),
    "table:addRowAfter": _("Add a row"),
    "table:deleteRow": _("Delete the row"),
    "table:mergeCells": _("Merge the cells"),
    "table:splitCell": _("Split the cell"),
    "table:toggleHeaderCell": _("Header cell"),
    "table:deleteTable": _("Delete the table"),
    "direction:rtl": _("Right to left"),
    "direction:ltr": _("Left to right"),
    "history:undo": _("Undo"),
    "history:redo": _("Redo"),
    "html": _("Edit the HTML"),
}
# Of the library's small dialogues, by its own English words.
DIALOGUES = {
    "Edit Link": _("Link"),
    "URL": _("Address"),
    "Update": _("Apply"),
    "Cancel": _("Cancel"),
    "Insert a table": _("Insert a table"),
    "Rows": _("Rows"),
    "Columns": _("Columns"),
    "First row is a header": _("First row is a header"),
    "Insert": _("Insert"),
    "Title of the table": _("Title of the table"),
    "List properties": _("Numbered list"),
    "Start at": _("First number"),
    "List type": _("Numbers"),
    "Edit HTML": _("Edit the HTML"),
    "What the editor cannot hold is dropped.": _("What the editor cannot hold is dropped."),
}
EXTENSIONS = {
    "Menu": {
        "groups": [
            {"group": name}
            for name in (
                *("headings", "lists", "nodes -blockType", "marks", "link", "photo", "table", "direction"),
                *("history", "utility"),
            )
        ]
    },
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "HardBreak": True,
    "Heading": {"levels": [2, 3, 4]},
    "Blockquote": True,
    "BulletList": True,
    "OrderedList": {"listTypes": [{"label": "1, 2, 3", "type": "decimal", "description": ""}]},
    "ListItem": True,
    "HorizontalRule": True,
    "Link": {"enableTarget": False},
    "Phrase": True,
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "LanguageAndDirection": {"rightToLeft": RIGHT_TO_LEFT},
    "Faithful": True,
    "Photo": {"button": _("Photo")},
    "Paste": {"rightToLeft": RIGHT_TO_LEFT},
    "History": True,
    "HTML": True,
    "Words": {"toolbar": _("Formatting"), "buttons": BUTTONS, "dialogues": DIALOGUES},
}


class BodyWidget(AdminProseEditorWidget):
    template_name = "admin/body_widget.html"

    def get_config(self):
        # The setting DJANGO_PROSE_EDITOR_EXTENSIONS does this too, but for the library's own sanitiser.
        return super().get_config() | {"js_modules": [static(path) for path in MODULES]}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["accepted_photos"] = photos.ACCEPTED
        return context


class BodyFormField(ProseEditorFormField):
    def __init__(self, **kwargs):
        config = {"extensions": EXTENSIONS}
        super().__init__(**kwargs | {"config": config, "sanitize": body.clean, "widget": BodyWidget})

    def clean(self, value):
        """Raises `ValidationError` for what would take the parser, and every reader's page, too long."""
        if sentence := body.problem(value or ""):
            raise ValidationError(sentence, code="too_much")
        return super().clean(value)
