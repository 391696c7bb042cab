"""The words, place and order in which readers see a link, as whoever approves it may choose."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest

from articles.core import NewsroomError
from articles.desk.story.fields.related_links import MOST
from articles.links import Display
from articles.models import RelatedLink
from articles.text import one_form, without_invisible


class DisplayForm(forms.Form):
    """What differs from the story; what is empty is as the story has it."""

    label = forms.CharField(max_length=60, required=False, strip=False)
    headline = forms.CharField(max_length=500, required=False)
    after_body = forms.BooleanField(required=False)
    order = forms.IntegerField(min_value=1, max_value=MOST, required=False)


def display_as_sent(request: HttpRequest, link: RelatedLink) -> Display:
    """Return what the form says of the link. Raise NewsroomError if that is not possible."""
    form = DisplayForm(request.POST)
    if not form.is_valid():
        raise NewsroomError(" ".join(str(one) for found in form.errors.values() for one in found))
    sent = form.cleaned_data
    inline, headline = bool(link.key), one_form(sent["headline"])
    # A label may end with the space before what follows it.
    label = without_invisible(sent["label"].replace("\n", " "))
    return Display(
        label=label if inline and label.strip() != link.label.strip() else "",
        headline=headline if headline != link.headline else "",
        after_body=inline and sent["after_body"],
        order=sent["order"],
    )
