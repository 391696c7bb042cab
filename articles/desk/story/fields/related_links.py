"""Related links after the body, in the story's form: a row for each, and one more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget, ForeignKeyRawIdWidget
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.links import check_related
from articles.models import LinkState, RelatedLink, Story
from articles.stories import Related

if TYPE_CHECKING:
    FormSet = forms.BaseFormSet["RelatedLinkForm"]
else:
    FormSet = forms.BaseFormSet

#: Each of them costs readers a look-up.
MOST = 50


class StoryNumber(ForeignKeyRawIdWidget):
    """The number of a story, with its headline beside it; `headlines` are those read beforehand."""

    def __init__(self) -> None:
        target: Any = RelatedLink._meta.get_field("target")
        self.headlines: dict[Any, str] = {}
        super().__init__(target.remote_field, admin.site)

    def label_and_url_for_value(self, value: Any) -> tuple[str, str]:
        """Return the story's headline and the URL of its form."""
        if value not in self.headlines:
            return super().label_and_url_for_value(value)
        return self.headlines[value], reverse("admin:articles_story_change", args=[value])


class RelatedLinkForm(forms.Form):
    """One link: to a story, or to a page on another site."""

    #: What was decided on the link; None for a new one.
    state: LinkState | None = None

    target = forms.ModelChoiceField(
        Story.objects.all(),
        label=_("Story"),
        required=False,
        widget=StoryNumber,
        error_messages={"invalid_choice": _("There is no such story. Choose another one.")},
    )
    url = forms.URLField(
        label=_("External URL"),
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=AdminTextInputWidget,
        help_text=_("A page on another site, if it is not one of our stories."),
    )
    headline = forms.CharField(
        label=_("Text"),
        required=False,
        max_length=500,
        widget=AdminTextInputWidget({"dir": "auto"}),
        help_text=_("What readers see. If empty, the headline of the story."),
    )

    def link(self) -> Related:
        """Return what the valid form says."""
        target, data = self.cleaned_data["target"], self.cleaned_data
        return Related(target.pk if target else None, data["url"], data["headline"])


class BaseRelatedLinks(FormSet):
    """The links of a story (None: a new one), in the order that the rows say."""

    def __init__(self, data: Any, *, story: Story | None, links: tuple[Related, ...] = ()) -> None:
        self.story = story
        targets = [one.story for one in links if one.story] if data is None else []
        headlines = Story.objects.filter(pk__in=targets).values_list("pk", "headline")
        self.headlines = dict(headlines) if targets else {}
        rows = [{"target": one.story, "url": one.url, "headline": one.headline} for one in links]
        # What was sent is the whole list, whatever is stored.
        super().__init__(data, initial=rows if data is None else None, prefix="related_links")
        self._say_states()

    def add_fields(self, form: RelatedLinkForm, index: int | None) -> None:
        """Name the fields of the rows."""
        super().add_fields(form, index)
        target: Any = form.fields["target"].widget
        target.headlines = self.headlines
        form.fields["ORDER"].label = _("Order")
        form.fields["DELETE"].label = _("Remove")

    def clean(self) -> None:
        """Refuse what cannot come after the body together."""
        if self.is_valid() and (refusal := check_related(self.links(), self.story)):
            raise forms.ValidationError(str(refusal))

    def links(self) -> tuple[Related, ...]:
        """Return the links, once they are valid."""
        return tuple(link for form in self.ordered_forms if (link := form.link()) != Related())

    def _say_states(self) -> None:
        if self.story is None or self.is_bound:
            return
        rows = self.story.related_links.after_body().values_list("target", "url", "state")
        states = {(target, url): LinkState(state) for target, url, state in rows}
        for form in self.initial_forms:
            if state := states.get((form.initial["target"], form.initial["url"])):
                form.state = state


RelatedLinks: Any = forms.formset_factory(
    RelatedLinkForm,
    formset=BaseRelatedLinks,
    can_order=True,
    can_delete=True,
    extra=1,
    max_num=MOST,
    validate_max=True,
    # However many a request claims to send: Django would build and show a thousand more.
    absolute_max=2 * MOST,
)
