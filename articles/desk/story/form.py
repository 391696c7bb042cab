"""The form in which a story is written: from a working copy, and back to one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminTextareaWidget
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from js_asset import Script

from articles.core import NewsroomError, SlugTaken
from articles.desk.story.fields.body import BodyField, picture_urls
from articles.desk.story.fields.byline import BylineField, sent_byline
from articles.desk.story.fields.language import LanguageField
from articles.desk.story.fields.lead_picture import LeadPicture, chosen_picture
from articles.desk.story.fields.places import PlacesField, split_places
from articles.desk.story.fields.related_links import RelatedLinks
from articles.desk.story.fields.tags import TagsField, in_one_line
from articles.desk.story.inline_links import inline_links
from articles.models import Story
from articles.stories import (
    HEADLINE_LENGTH,
    SUMMARY_LENGTH,
    LeadWords,
    WorkingCopy,
    print_dateline,
    working_copy_of,
)
from articles.text import one_form

if TYPE_CHECKING:
    StoryModelForm = forms.ModelForm[Story]
else:
    StoryModelForm = forms.ModelForm


class StoryForm(StoryModelForm):
    """All that editors write of a story; `refusal` is why the last attempt to save it failed."""

    refusal: ClassVar[NewsroomError | None] = None

    headline = forms.CharField(
        label=_("Headline"),
        max_length=300,
        widget=AdminTextareaWidget(
            {"data-count-target": HEADLINE_LENGTH, "rows": 1, "placeholder": _("Headline")}
        ),
        error_messages={"required": _("Write a headline.")},
    )
    summary = forms.CharField(
        # In a context: without one, Django translates it as that of a deletion.
        label=pgettext_lazy("story", "Summary"),
        required=False,
        widget=AdminTextareaWidget(
            {
                "data-count-target": SUMMARY_LENGTH,
                "rows": 1,
                "placeholder": _("Summary: one paragraph, above the text and in lists"),
            }
        ),
    )
    places = PlacesField(
        label=_("Places"),
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
    language = LanguageField()
    byline = BylineField(label=_("Byline"), required=False)
    body = BodyField(label=_("Body"), required=False)
    opened_version = forms.IntegerField(label="", required=False, widget=forms.HiddenInput)

    class Meta:
        model = Story
        fields = ("headline", "slug", "summary", "body", "section", "lead_picture")
        help_texts = {
            "slug": _(
                "The last part of the page’s URL. If empty, it is made from the headline, and until"
                " the story is published it changes with the headline."
            ),
            "lead_picture": _(
                "It needs alternative text, a caption and a credit before the story can be"
                " published."
            ),
        }

    class Media:
        js = (
            # These change what the form sends, so they come before its content is read as what is
            # saved.
            Script("js/story/byline.js", type="module"),
            Script("js/story/tags.js", type="module"),
            Script("js/counter.js", type="module"),
            Script("js/desk/chosen-time.js", type="module"),
            Script("js/story/dateline.js", type="module"),
            Script("js/story/form.js", type="module"),
            Script("js/story/links.js", type="module"),
            Script("js/story/presence.js", type="module"),
            Script("js/story/notes.js", type="module"),
            Script("js/story/reading.js", type="module"),
            Script("js/story/questions.js", type="module"),
            Script("js/story/quotes.js", type="module"),
            Script("js/story/wire.js", type="module"),
            Script("js/story/lead-picture.js", type="module"),
            Script("js/leaving.js", type="module"),
            Script("js/unsaved-changes.js", type="module"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance: Any = kwargs.get("instance")
        # Django's admin asks it for fields that can only be read.
        kwargs.setdefault("label_suffix", "")
        stored = working_copy_of(instance) if instance and instance.pk else None
        if stored:
            kwargs["initial"] = initial_of(stored, instance) | (kwargs.get("initial") or {})
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
        if isinstance(language := self.fields.get("language"), LanguageField):
            language.offer(instance)
        if "tags" in self.fields:
            self.fields["tags"].widget.attrs |= {
                "data-suggestions": reverse("admin:articles_story_tags"),
                "data-from-text": reverse("admin:articles_story_tags_of_text"),
            }
        self._begin_at_headline()
        if "body" in self.fields:
            self.fields["body"].widget.story = self.instance.pk
            if self.instance.pk:
                self.fields["body"].widget.links = inline_links(self.instance)
        data = self.data if self.is_bound else None
        lead = stored.lead_picture if stored else None
        picture = chosen_picture(data.get("lead_picture"), lead) if data else lead
        own = stored.lead_words if stored and picture == lead else LeadWords()
        self.lead = LeadPicture(data, picture, own)
        self.related = RelatedLinks(
            data,
            story=self.instance if stored else None,
            links=stored.related if stored else (),
        )

    def _begin_at_headline(self) -> None:
        if not self.instance.pk and "headline" in self.fields:
            self.fields["headline"].widget.attrs["autofocus"] = True

    @property
    def dateline_style(self) -> str:
        """The house style, in which the page prints the dateline as it is typed."""
        return settings.NEWSROOM_DATELINE_STYLE

    def dateline(self) -> str:
        """Return the dateline as it would be printed from what the fields hold."""
        places, date, agency = (self[name].value() or "" for name in ("places", "date", "agency"))
        return print_dateline(self.dateline_style, split_places(places), date, agency)

    def clean_headline(self) -> str:
        headline = one_form(self.cleaned_data["headline"])
        if not headline:
            # Characters that nobody sees do not count.
            raise forms.ValidationError(gettext("Write a headline."), "required")
        return headline

    def clean_summary(self) -> str:
        return " ".join(self.cleaned_data["summary"].split())

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.refusal:
            field = "slug" if isinstance(self.refusal, SlugTaken) else None
            self.add_error(field, str(self.refusal))
        if self.instance.pk and cleaned is not None and cleaned.get("opened_version") is None:
            told = gettext(
                "The form did not say which version of the story it shows, so it was not saved."
                " Open the story again in a second window, and copy your text there."
            )
            self.add_error(None, told)
        if not self.related.is_valid():
            self.add_error(None, gettext("Check the related stories after the text."))
        if not self.lead.is_valid():
            self.add_error("lead_picture", gettext("Check the words of the lead picture."))
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
            lead_words=self.lead.own_words(data["lead_picture"]),
            related=self.related.links(),
            language=data["language"],
        )


def initial_of(copy: WorkingCopy, story: Story) -> dict[str, Any]:
    """Return what the form shows of the stored copy, besides the plain fields of the model."""
    return {
        "places": " / ".join(copy.places),
        "date": copy.date,
        "agency": copy.agency,
        "tags": in_one_line(copy.tags),
        "byline": sent_byline(copy.authors),
        "language": copy.language,
        "opened_version": story.version,
    }
