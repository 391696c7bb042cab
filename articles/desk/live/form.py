"""The form in which an entry of a live blog is written."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import body, live
from articles.desk.clock import ClockField, ClockForm
from articles.desk.live.body_field import EntryBodyField
from articles.models import Author, LiveEntry, Story
from articles.text import one_form
from newsroom.accounts.models import User

KEY = re.compile(r"[a-z0-9]{12}", re.ASCII)


class EntryForm(ClockForm):
    """All that people write of an entry; `at` is the time that readers are told."""

    field_order = ("headline", "body", "is_key", "author", "at", "note")
    headline = forms.CharField(
        label=_("Headline"),
        required=False,
        max_length=live.LONGEST_HEADLINE,
        widget=forms.TextInput({"dir": "auto", "placeholder": _("Headline, if it needs one")}),
    )
    body = EntryBodyField(
        label=_("Text"),
        required=True,
        error_messages={"required": _("Write the text of the entry.")},
    )
    is_key = forms.BooleanField(label=_("Key moment"), required=False)
    author = forms.ModelChoiceField(
        label=_("Author"),
        queryset=Author.objects.none(),
        required=False,
        empty_label=_("No name"),
    )
    at = ClockField(
        label=_("Time shown"),
        required=False,
        help_text=_("If empty, readers see the time at which the entry is published."),
    )
    note = forms.CharField(
        label=_("What was corrected"),
        required=False,
        max_length=live.LONGEST_NOTE,
        widget=forms.Textarea({"rows": 2, "dir": "auto"}),
        help_text=_("Readers see it below the entry. Leave it empty for a typo."),
    )
    key = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, story: Story, by: User, data: Any = None, *, entry: LiveEntry | None = None
    ) -> None:
        super().__init__(data, initial=_initial(story, by, entry), label_suffix="")
        authors: Any = self.fields["author"]
        authors.queryset = _authors(story, by, entry)
        if entry is None:
            del self.fields["note"]
        else:
            del self.fields["key"]

    def clean_headline(self) -> str:
        return one_form(self.cleaned_data["headline"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "key" in self.fields and not KEY.fullmatch(cleaned.get("key", "")):
            # Without one, the same entry could be added twice.
            data: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
            data["key"] = body.new_key()
            self.data = data
            self.add_error(
                None, gettext("The form was not complete, so nothing was added. Send it again.")
            )
        if cleaned.get("is_key") and not cleaned.get("headline"):
            self.add_error("headline", _("A key moment needs a headline."))
        return cleaned

    def new_key(self) -> str:
        """Return the key that was made with the form, so that it adds one entry only."""
        key: str = self.cleaned_data["key"]
        return key

    def copy(self) -> live.EntryCopy:
        """Return what the valid form says, as one value."""
        data = self.cleaned_data
        return live.EntryCopy(
            body=data["body"],
            headline=data["headline"],
            author=data["author"],
            is_key=data["is_key"],
            shown_at=data["at"],
            note=data.get("note", ""),
        )


class ScheduleEntryForm(ClockForm):
    """Asks from when on readers see an entry."""

    at = ClockField(label=_("Readers see it from"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="schedule", label_suffix="")


def _initial(story: Story, by: User, entry: LiveEntry | None) -> dict[str, Any]:
    if entry is None:
        return {"key": body.new_key(), "author": Author.objects.filter(user=by).first()}
    copy = live.copy_of(entry)
    at = copy.shown_at and timezone.localtime(copy.shown_at).replace(tzinfo=None)
    return {
        "headline": copy.headline,
        "body": copy.body,
        "is_key": copy.is_key,
        "author": copy.author,
        "at": at,
        "note": copy.note,
    }


def _authors(story: Story, by: User, entry: LiveEntry | None) -> Any:
    """Return those whose names an entry of the story may have: who writes, and the byline."""
    found = Author.objects.filter(user=by) | Author.objects.filter(bylines__story=story)
    found |= Author.objects.filter(live_entries__story=story)
    if entry and entry.author_id:
        found |= Author.objects.filter(pk=entry.author_id)
    return found.distinct()
