"""Tags in one line, with commas between them, as in a line of CSV (RFC 4180)."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils.translation import ngettext

MAX_LENGTH = 100


class TagsField(forms.CharField):
    """A field whose value is a tuple of different tags; a tag with a comma stands in quotes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=AdminTextInputWidget, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return a tuple of tags. Raise ValidationError if one is too long."""
        line = " ".join(super().clean(value).split())
        rows = csv.reader([line], skipinitialspace=True)
        tags = dict.fromkeys(tag.strip() for row in rows for tag in row)
        for tag in tags:
            if len(tag) > MAX_LENGTH:
                raise forms.ValidationError(
                    ngettext(
                        "The tag “%(tag)s…” is too long: use at most %(max)s character.",
                        "The tag “%(tag)s…” is too long: use at most %(max)s characters.",
                        MAX_LENGTH,
                    ),
                    params={"tag": tag[:40], "max": MAX_LENGTH},
                )
        return tuple(filter(None, tags))


def in_one_line(tags: Iterable[str]) -> str:
    """Return the tags as they are typed into the field."""
    lines = []
    for tag in tags:
        line = StringIO()
        csv.writer(line, lineterminator="").writerow([tag])
        lines.append(line.getvalue())
    return ", ".join(lines)
