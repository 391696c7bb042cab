"""The form in which a story is written: from a working copy, and back to one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
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

#: Longer ones are cut in lists of search engines, and read badly on phones.
HEADLINE_LENGTH = 70
SUMMARY_LENGTH = 160
LONGEST_PLACE = 100
LEAD_PICTURE_HELP = (
    "It needs alternative text, a caption and a credit before the story can be published."
)


class StoryForm(StoryModelForm):
    """All that editors write of a story; `refusal` is why the last try to save it failed."""

    refusal: ClassVar[NewsroomError | None] = None

    headline = forms.CharField(
        max_length=300,
        widget=AdminTextInputWidget(
            {"data-count-target": HEADLINE_LENGTH, "class": "vLargeTextField"}
        ),
        error_messages={"required": "A story needs a headline."},
    )
    summary = forms.CharField(
        required=False,
        widget=AdminTextareaWidget({"data-count-target": SUMMARY_LENGTH, "rows": 3}),
        help_text="One paragraph. Readers see it above the text, in lists and in search.",
    )
    places = forms.CharField(
        required=False,
        widget=AdminTextInputWidget,
        help_text="Where it was written: “Astana”, or several as “Kyiv / Moscow”.",
    )
    date = forms.CharField(
        required=False, max_length=60, help_text="Only if readers need it: “Sept 5”."
    )
    agency = forms.CharField(
        required=False, max_length=80, help_text="Whose copy it is: “Reuters”."
    )
    tags = TagsField(
        help_text="What it is about. Commas stand between tags: “Central Asia, trade”.",
    )
    byline = AuthorsField(
        label="Authors", required=False, help_text="In the order in which readers see them."
    )
    body = BodyField(required=False)
    opened_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Story
        fields = ("headline", "slug", "summary", "body", "section", "lead_picture")

    class Media:
        js = (
            Script("js/counter.js", type="module"),
            Script("js/lead-picture.js", type="module"),
            Script("js/leaving.js", type="module"),
            Script("js/unsaved-words.js", type="module"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance = kwargs.get("instance")
        if instance and instance.pk:
            kwargs["initial"] = written(instance) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, forms.TextInput | forms.Textarea):
                field.widget.attrs["dir"] = "auto"
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if "lead_picture" in self.fields:
            self.fields["lead_picture"].help_text = LEAD_PICTURE_HELP
            # With JavaScript a dialog stands in the place of the picture's number.
            addresses = json.dumps(picture_urls())
            self.fields["lead_picture"].widget.attrs["data-pictures"] = addresses
        if "body" in self.fields:
            self.fields["body"].widget.story = self.instance.pk

    def clean_summary(self) -> str:
        return " ".join(self.cleaned_data["summary"].split())

    def clean_places(self) -> tuple[str, ...]:
        return _places(self.cleaned_data["places"])

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.refusal:
            at = "slug" if isinstance(self.refusal, SlugTaken) else None
            self.add_error(at, str(self.refusal))
        return cleaned

    def working_copy(self) -> WorkingCopy:
        """Give what the valid form says, as one value."""
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


def written(story: Story) -> dict[str, Any]:
    """Give what the form shows of a stored story, beside the plain fields."""
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
        if len(place) > LONGEST_PLACE:
            raise forms.ValidationError(
                f"The place “{place[:40]}…” is too long: write at most {LONGEST_PLACE} letters."
            )
    return tuple(dict.fromkeys(filter(None, places)))
