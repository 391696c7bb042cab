"""The field in which the body is written: the editor in the browser, cleaning on the server."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Media
from django.templatetags.static import static
from django.urls import reverse
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from articles import body, readers
from articles.core import translate
from articles.embeds import url_patterns
from articles.wire import BUTTONS

#: What the editor has besides the extensions that write HTML.
_AROUND: dict[str, Any] = {
    "Menu": {
        "groups": [
            {"group": group}
            for group in (
                "marks link",
                "headings lists",
                "nodes -blockType",
                "newsroom",
                "history",
            )
        ]
    },
    # Writers want their spelling checked.
    "NoSpellCheck": False,
    "Newsroom": True,
}


def picture_urls() -> dict[str, str]:
    """Return the URLs of the picture dialog: to upload and show a picture, and to search."""
    return {
        "upload": reverse("admin:articles_picture_upload"),
        "search": reverse("admin:articles_picture_search"),
    }


#: Later ones override earlier ones.
STYLES = [
    f"css/editor/{name}.css"
    for name in ("text", "toolbar", "find", "insert", "blocks", "below", "dialogs", "options")
]


class BodyWidget(AdminProseEditorWidget):  # type: ignore[misc]
    """A textarea of HTML that becomes the editor where JavaScript runs."""

    #: The story that is being written: inline related links cannot lead to it.
    story: int | None = None
    #: What is known of its inline links, by the keys of their blocks.
    links: dict[str, dict[str, str]] = {}

    @property
    def media(self) -> Media:
        media: Media = super().media + Media(css={"all": STYLES})
        return media

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Add what is left out of pasted text, and the redirects replaced by their targets."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        pasting = {
            "buttons": sorted(BUTTONS),
            "redirects": body.REDIRECTS,
            "leftOut": body.LEFT_OUT,
        }
        context["widget"]["attrs"]["data-pasting"] = json.dumps(pasting, ensure_ascii=False)
        return context

    def get_config(self) -> dict[str, Any]:
        """Return the configuration of the editor, with the URLs that it calls."""
        config: dict[str, Any] = super().get_config()
        search = reverse("admin:articles_story_search")
        config["extensions"] |= {
            "AlsoRead": {
                "search": f"{search}?not={self.story}" if self.story else search,
                "label": readers.also_read_label(),
                "links": self.links,
            },
            "Picture": picture_urls(),
            "Embed": {
                "describe": reverse("admin:articles_story_embed"),
                # JavaScript writes the names of groups otherwise, and needs none here.
                "patterns": [pattern.replace("(?P<", "(?<") for pattern in url_patterns()],
            },
        }
        return config | {"js_modules": [static("js/editor/index.js")]}


class BodyField(ProseEditorFormField):  # type: ignore[misc]
    """A form field whose value is a clean body."""

    def __init__(self, **kwargs: Any) -> None:
        extensions = body.EXTENSIONS | _AROUND
        super().__init__(
            **kwargs
            | {"extensions": extensions, "sanitize": cleaned, "widget": BodyWidget({"rows": 24})}
        )

    def has_changed(self, initial: str | None, data: str | None) -> bool:
        """Return whether `data` is a different body; other spellings of the same HTML are not."""
        try:
            return body.clean(data or "") != (initial or "")
        except body.BodyRefused:
            return True


def cleaned(html: str) -> str:
    """Return what may be stored of the HTML. Raise ValidationError if it is not that of a text."""
    try:
        return body.clean(html)
    except body.BodyRefused as error:
        raise ValidationError(translate(error.message), code="refused") from error
