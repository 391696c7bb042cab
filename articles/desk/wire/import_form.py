"""The form for importing wire copy: pasted, or as files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.wire import UnreadableCopy, check_size

#: Stored as the names of copy that came without one, whatever the language of the desk.
PASTED, NAMELESS = "pasted", "file without a name"


class FilesInput(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A field whose value is the list of uploaded files; it accepts an empty file.

    The import says what is wrong with one, and goes on with the others.
    """

    widget = FilesInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_empty_file=True, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """Return the files, in the order in which they were chosen."""
        clean_one = super().clean
        return [clean_one(file, initial) for file in data or []]


class WireImportForm(forms.Form):
    """Copy to import."""

    text = forms.CharField(
        label=_("Paste one piece of copy"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 12, "class": "vLargeTextField"}),
        help_text=_("As it arrived: the headline first, then summary, dateline and paragraphs."),
    )
    uploads = FilesField(
        label=_("Or choose files"),
        required=False,
        help_text=_("As many as you like, each with one piece of copy as plain text."),
    )

    def clean(self) -> dict[str, Any] | None:
        """Require some copy."""
        data = super().clean() or self.cleaned_data
        if not data.get("uploads") and not (data.get("text") or "").strip() and not self.errors:
            raise forms.ValidationError(gettext("Paste some copy, or choose at least one file."))
        return data

    def pieces(self) -> Iterator[tuple[str, bytes | UnreadableCopy]]:
        """Yield name and bytes of each piece of a valid form, the pasted one first.

        Of a file that is too large, which is not read, it is the reason why.
        """
        if (text := self.cleaned_data["text"]).strip():
            # Browsers send pasted lines with CRLF, whatever they had.
            yield PASTED, text.replace("\r\n", "\n").encode()
        for file in self.cleaned_data["uploads"]:
            name = file.name or NAMELESS
            try:
                check_size(file.size or 0)
            except UnreadableCopy as error:
                yield name, error
            else:
                yield name, file.read()
