"""The form in which a story is written: from a working copy, and back to one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from js_asset import Script

from articles.core import NewsroomError, SlugTaken
from articles.desk.story.authors_field import AuthorsField
from articles.desk.story.body_field import BodyField, picture_urls
from articles.desk.story.tags_field import TagsField, in_one_line
from articles.models import Story
from articles.stories import WorkingCopy, working_copy_of

if TYPE_CHECKING:
    StoryModelForm = forms.ModelForm[Story]
else:
    StoryModelForm = forms.ModelForm

#: Search engines cut longer ones in their lists, and they read badly on phones.
HEADLINE_LENGTH = 70
SUMMARY_LENGTH = 160
MAX_PLACE_LENGTH = 100


class StoryForm(StoryModelForm):
    """All that editors write of a story; `refusal` is why the last attempt to save it failed."""

    refusal: ClassVar[NewsroomError | None] = None

    headline = forms.CharField(
        label=_("Headline"),
        max_length=300,
        widget=AdminTextInputWidget(
            {"data-count-target": HEADLINE_LENGTH, "class": "vLargeTextField"}
        ),
        error_messages={"required": _("Write a headline.")},
    )
    summary = forms.CharField(
        # In a context: without one, Django translates it as that of a deletion.
        label=pgettext_lazy("story", "Summary"),
        required=False,
        widget=AdminTextareaWidget({"data-count-target": SUMMARY_LENGTH, "rows": 3}),
        help_text=_(
            "One paragraph. Readers see it above the text, in lists and in search results."
        ),
    )
    places = forms.CharField(
        label=_("Places"),
        required=False,
        widget=AdminTextInputWidget,
        help_text=_("Where the story was written: “Astana”, or several places as “Kyiv / Moscow”."),
    )
    date = forms.CharField(
        label=_("Date"),
        required=False,
        max_length=60,
        help_text=_("Only if readers need it: “Sept 5”."),
    )
    agency = forms.CharField(
        label=_("Agency"),
        required=False,
        max_length=80,
        help_text=_("The agency that the copy comes from: “Reuters”."),
    )
    tags = TagsField(
        label=_("Tags"),
        help_text=_("What the story is about. Separate tags with commas: “Central Asia, trade”."),
    )
    byline = AuthorsField(
        label=_("Authors"), required=False, help_text=_("In the order in which readers see them.")
    )
    body = BodyField(label=_("Body"), required=False)
    opened_version = forms.IntegerField(label="", required=False, widget=forms.HiddenInput)

    class Meta:
        model = Story
        fields = ("headline", "slug", "summary", "body", "section", "lead_picture")
        help_texts = {
            "lead_picture": _(
                "It needs alternative text, a caption and a credit before the story can be"
                " published."
            )
        }

    class Media:
        js = (
            Script("js/counter.js", type="module"),
            Script("js/lead-picture.js", type="module"),
            Script("js/leaving.js", type="module"),
            Script("js/unsaved-changes.js", type="module"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance = kwargs.get("instance")
        if instance and instance.pk:
            kwargs["initial"] = initial_of(instance) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, forms.TextInput | forms.Textarea):
                field.widget.attrs["dir"] = "auto"
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if "lead_picture" in self.fields:
            # Where JavaScript runs, a dialog takes the place of the picture's number.
            urls = json.dumps(picture_urls())
            self.fields["lead_picture"].widget.attrs["data-pictures"] = urls
        if "body" in self.fields:
            self.fields["body"].widget.story = self.instance.pk

    def clean_summary(self) -> str:
        return " ".join(self.cleaned_data["summary"].split())

    def clean_places(self) -> tuple[str, ...]:
        return _places(self.cleaned_data["places"])

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.refusal:
            field = "slug" if isinstance(self.refusal, SlugTaken) else None
            self.add_error(field, str(self.refusal))
        return cleaned

    def working_copy(self) -> WorkingCopy:
        """Return what the valid form says, as one value."""
        data = self.cleaned_data
        return WorkingCopy(
            headline=data["headline"],
            slug=data["slug"],
            summary=data["summary"],
            body=data["body"],
            section=data["section"],
            authors=data["byline"],
            tags=data["tags"],
            places=data["places"],
            date=data["date"],
            agency=data["agency"],
            lead_picture=data["lead_picture"],
        )


def initial_of(story: Story) -> dict[str, Any]:
    """Return what the form shows of a stored story, besides the plain fields of the model."""
    copy = working_copy_of(story)
    return {
        "places": " / ".join(copy.places),
        "date": copy.date,
        "agency": copy.agency,
        "tags": in_one_line(copy.tags),
        "byline": [author.pk for author in copy.authors],
        "opened_version": story.version,
    }


def _places(text: str) -> tuple[str, ...]:
    places = [" ".join(place.split()) for place in text.split("/")]
    for place in places:
        if len(place) > MAX_PLACE_LENGTH:
            raise forms.ValidationError(
                ngettext(
                    "The place “%(place)s…” is too long: use at most %(max)s character.",
                    "The place “%(place)s…” is too long: use at most %(max)s characters.",
                    MAX_PLACE_LENGTH,
                ),
                params={"place": place[:40], "max": MAX_PLACE_LENGTH},
            )
    return tuple(dict.fromkeys(filter(None, places)))
