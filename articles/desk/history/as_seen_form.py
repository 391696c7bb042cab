"""Which of the readers' pages to show, and as of when."""

from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.desk.clock import ClockField, ClockForm
from articles.models import PublishedVersion, Story, in_force

PAGES = {"home": _("Front page"), "recent": _("Recent News"), "corrections": _("Corrections")}
STORY = "story"


class AsSeenForm(ClockForm):
    """Asks for a time in the active time zone and for a page; `story` may be one of them."""

    at = ClockField(label=_("When"))
    page = forms.ChoiceField(
        label=_("Which page"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the page.")},
    )

    def __init__(self, story: Story | None, data: Any = None) -> None:
        first = STORY if story else "home"
        super().__init__(data, initial={"at": timezone.localtime(), "page": first})
        self.story = story
        own = [(STORY, gettext("The story “%(story)s”") % {"story": story})] if story else []
        pages: Any = self.fields["page"]
        pages.choices = own + list(PAGES.items())

    def page_url(self) -> str:
        """Return the readers' URL of the page that was chosen."""
        page: str = self.cleaned_data["page"]
        if page != STORY or self.story is None:
            return reverse(f"articles:{page}")
        at: datetime = self.cleaned_data["at"]
        versions = self.story.published_versions
        version: PublishedVersion = (
            versions.filter(in_force(at)).first()
            or versions.began(at).first()
            or versions.latest("pk")
        )
        return version.get_absolute_url()
