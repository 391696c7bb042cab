"""The form that takes wire copy in: pasted, or as files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

PASTED = "pasted"


class FilesInput(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A field whose value is the list of uploaded files; an empty file is let through.

    It is the import's to say what is wrong with one, and to go on with the others.
    """

    widget = FilesInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_empty_file=True, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """Give the files, in the order in which they were chosen."""
        one = super().clean
        return [one(file, initial) for file in data or []]


class WireImportForm(forms.Form):
    """Copy to take in."""

    text = forms.CharField(
        label="Paste one piece of copy",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 12, "class": "vLargeTextField"}),
        help_text="As it came: headline first, then summary, dateline and paragraphs.",
    )
    uploads = FilesField(
        label="Or choose files",
        required=False,
        help_text="Several at once, each with one piece of copy, as plain text.",
    )

    def clean(self) -> dict[str, Any] | None:
        """Ask for something to take in."""
        data = super().clean() or self.cleaned_data
        if not data.get("uploads") and not (data.get("text") or "").strip() and not self.errors:
            raise forms.ValidationError("Paste some copy, or choose at least one file.")
        return data

    def pieces(self) -> Iterator[tuple[str, bytes]]:
        """Give name and bytes of each piece of a valid form, the pasted one first."""
        if (text := self.cleaned_data["text"]).strip():
            # Browsers send pasted lines with CRLF, whatever they had.
            yield PASTED, text.replace("\r\n", "\n").encode()
        for file in self.cleaned_data["uploads"]:
            yield file.name or "file without name", file.read()
