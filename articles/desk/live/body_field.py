"""The field in which an entry is written: the editor of stories, with fewer kinds of blocks."""

from typing import Any

from django.templatetags.static import static
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from articles import body
from articles.desk.story.fields.body import BodyWidget, cleaned, picture_urls

#: What an entry can have, of what a story can have.
_KINDS = (
    *("Paragraph", "BulletList", "OrderedList", "ListItem", "Blockquote", "HardBreak"),
    *("Bold", "Italic", "Link", "Picture"),
)
_AROUND: dict[str, Any] = {
    "Menu": {
        "groups": [
            {"group": group}
            for group in ("marks link", "lists", "nodes -blockType", "newsroom", "history")
        ]
    },
    # Writers want their spelling checked.
    "NoSpellCheck": False,
    "Entry": True,
}


class EntryBodyWidget(BodyWidget):
    """A textarea of HTML that becomes the editor where JavaScript runs."""

    def get_config(self) -> dict[str, Any]:
        """Return the configuration of the editor, with the URLs that it calls."""
        config: dict[str, Any] = AdminProseEditorWidget.get_config(self)
        config["extensions"] |= {"Picture": picture_urls()}
        return config | {"js_modules": [static("js/editor/entry.js")]}


class EntryBodyField(ProseEditorFormField):  # type: ignore[misc]
    """A form field of clean HTML; `articles.live` keeps only what an entry may have."""

    def __init__(self, **kwargs: Any) -> None:
        extensions = {name: body.EXTENSIONS[name] for name in _KINDS} | _AROUND
        widget = EntryBodyWidget({"rows": 6})
        super().__init__(
            **kwargs | {"extensions": extensions, "sanitize": cleaned, "widget": widget}
        )
