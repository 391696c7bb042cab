"""Tags in one line, with commas between them, as a line of CSV (RFC 4180)."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget

LONGEST = 100


class TagsField(forms.CharField):
    """A field whose value is a tuple of tags, each once; one with a comma stands in quotes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=AdminTextInputWidget, **kwargs)

    def clean(self, value: Any) -> Any:
        """Give a tuple of tags. Raises ValidationError where one is too long."""
        line = " ".join(super().clean(value).split())
        rows = csv.reader([line], skipinitialspace=True)
        tags = dict.fromkeys(tag.strip() for row in rows for tag in row)
        for tag in tags:
            if len(tag) > LONGEST:
                raise forms.ValidationError(
                    f"The tag “{tag[:40]}…” is too long: write at most {LONGEST} letters."
                )
        return tuple(filter(None, tags))


def in_one_line(tags: Iterable[str]) -> str:
    """Give the tags as the field takes them."""
    lines = []
    for tag in tags:
        line = StringIO()
        csv.writer(line, lineterminator="").writerow([tag])
        lines.append(line.getvalue())
    return ", ".join(lines)
