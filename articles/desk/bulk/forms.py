"""What is asked before something is done with several stories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles.desk.story.fields.tags import TagsField
from articles.models import Author, Section, Story

if TYPE_CHECKING:
    SectionChoices = forms.ModelChoiceField[Section]
    AuthorChoices = forms.ModelChoiceField[Author]
else:
    SectionChoices = AuthorChoices = forms.ModelChoiceField


class BulkForm(forms.Form):
    """Asks for nothing but a confirmation."""

    def __init__(self, stories: Sequence[Story], data: Any = None) -> None:
        super().__init__(data, label_suffix="")
        self.stories = stories

    def values(self) -> dict[str, Any]:
        """Return the arguments of the verb."""
        return dict(self.cleaned_data)


class ReasonForm(BulkForm):
    """Asks why the stories are sent back."""

    reason = forms.CharField(
        label=_("What needs fixing"),
        widget=forms.Textarea({"rows": 4, "dir": "auto"}),
        help_text=_("The writer of each story sees this at the top of the form."),
        error_messages={"required": _("Say why you send the stories back.")},
    )


class SectionForm(BulkForm):
    """Asks for a section."""

    section = SectionChoices(
        Section.objects.all(),
        label=_("Section"),
        error_messages={"required": _("Choose a section.")},
    )


class AuthorForm(BulkForm):
    """Asks for an author."""

    author = AuthorChoices(
        Author.objects.all(),
        label=_("Author"),
        help_text=_("The name comes last in each byline."),
        error_messages={"required": _("Choose an author.")},
    )


class TagsForm(BulkForm):
    """Asks which tags are added, and which of those that the stories have are removed."""

    add = TagsField(
        label=_("Add tags"), help_text=_("Separate tags with commas: “Central Asia, trade”.")
    )
    remove = forms.MultipleChoiceField(
        label=_("Remove tags"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _("None of the stories has the tag “%(value)s” any more.")
        },
    )

    def __init__(self, stories: Sequence[Story], data: Any = None) -> None:
        super().__init__(stories, data)
        self.fields["add"].widget.attrs["dir"] = "auto"
        pks = [story.pk for story in stories]
        tags = Tag.objects.filter(story__in=pks).order_by("name").distinct()
        names = list(tags.values_list("name", flat=True))
        remove: Any = self.fields["remove"]
        remove.choices = [(name, name) for name in names]
        if not names:
            del self.fields["remove"]

    def clean(self) -> dict[str, Any]:
        """Return the values. Raise ValidationError where neither is asked for."""
        values = {"remove": [], **(super().clean() or self.cleaned_data)}
        if not self.errors and not values.get("add") and not values["remove"]:
            raise forms.ValidationError(gettext("Type tags to add, or choose tags to remove."))
        return values
