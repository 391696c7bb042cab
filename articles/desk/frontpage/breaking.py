"""The page on which breaking news is shown, scheduled and ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from articles.core import NewsroomError, clock
from articles.desk.clock import ClockField, ClockForm
from articles.desk.frontpage.places import editor
from articles.frontpage import breaking_shown, end_breaking, show_breaking
from articles.models import BreakingNews, Front, PublishedVersion, Story, VersionKind
from articles.text import one_form

if TYPE_CHECKING:
    StoryChoice = forms.ModelChoiceField[Story]
else:
    StoryChoice = forms.ModelChoiceField

#: Stories to which it may lead: those that were published last, or are scheduled.
MOST_OFFERED = 50


class TextForm(forms.Form):
    """Asks what readers read, and where it leads."""

    text = forms.CharField(
        label=_("Text"),
        max_length=200,
        widget=forms.TextInput({"dir": "auto"}),
        error_messages={"required": _("Write the text for readers.")},
    )
    story = StoryChoice(
        label=_("Story to which it leads"),
        queryset=Story.objects.none(),
        required=False,
        empty_label=_("None"),
        help_text=_("Readers see the breaking news only while they can read this story."),
    )
    url = forms.URLField(
        label=_("Or another page"), max_length=500, required=False, assume_scheme="https"
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        versions = PublishedVersion.objects.in_force_or_scheduled(clock.now())
        newest = versions.filter(kind=VersionKind.STORY).newest_first()
        keys = list(newest.values_list("story_id", flat=True)[:MOST_OFFERED])
        stories: Any = self.fields["story"]
        stories.queryset = Story.objects.filter(pk__in=keys).defer("body").order_by("-pk")

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("story") and self.cleaned_data.get("url"):
            self.add_error("url", gettext("Choose a story or another page, not both."))
        return self.cleaned_data


class FromForm(ClockForm):
    """Asks from when on."""

    at = ClockField(label=_("Shown from"), required=False, help_text=_("If empty, from now on."))


class UntilForm(ClockForm):
    """Asks until when."""

    at = ClockField(
        label=_("Shown until"), required=False, help_text=_("If empty, until somebody ends it.")
    )


@require_http_methods(["GET", "HEAD", "POST"])
def breaking_page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show the breaking news of now and later, and ask for more.

    Raise PermissionDenied if the user may not edit front pages.
    """
    by = editor(request)
    data = request.POST if request.method == "POST" else None
    asked = [TextForm(data), FromForm(data, prefix="from"), UntilForm(data, prefix="until")]
    refusal = ""
    if data is not None and not [form for form in asked if not form.is_valid()]:
        text, start, end = (form.cleaned_data for form in asked)
        try:
            show_breaking(
                one_form(text["text"]),
                by=by,
                story=text["story"],
                url=text["url"],
                at=start["at"],
                until=end["at"],
                shown=request.POST.get("shown", ""),
            )
        except NewsroomError as error:
            refusal = str(error)
        else:
            messages.success(
                request,
                gettext("Readers will see the breaking news then.")
                if start["at"]
                else gettext("Readers see the breaking news now."),
            )
            return HttpResponseRedirect(reverse("admin:articles_front_breaking"))
    now = clock.now()
    context = {
        **site.each_context(request),
        "title": gettext("Breaking news"),
        "opts": Front._meta,
        "forms": asked,
        "refusal": refusal,
        "shown": breaking_shown(now),
        "now": now,
        "news": BreakingNews.objects.present_or_scheduled(now)
        .select_related("made_by", "story")
        .order_by("valid_from"),
    }
    return TemplateResponse(request, "admin/articles/front/breaking.html", context)


@require_POST
def end_breaking_page(request: HttpRequest, pk: int) -> HttpResponse:
    """End the breaking news with this primary key, or cancel it if it is scheduled.

    Raise Http404 if there is none, PermissionDenied if the user may not edit front pages.
    """
    by = editor(request)
    news = get_object_or_404(BreakingNews, pk=pk)
    try:
        end_breaking(news, by=by)
    except NewsroomError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, gettext("The breaking news has ended."))
    return HttpResponseRedirect(reverse("admin:articles_front_breaking"))
