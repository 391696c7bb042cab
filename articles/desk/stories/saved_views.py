"""Views of the list that a person has saved: a tab, filters and a search under one name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django import forms
from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR, TO_FIELD_VAR
from django.contrib.admin.views.main import ERROR_FLAG, PAGE_VAR
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.desk.people.acting import acting, require_draft_access
from articles.text import one_form
from newsroom.accounts.models import SavedView, User

#: Characters that a view’s query string may have.
MAX_QUERY = 1000
#: How many views one person may have.
MOST = 20
#: Parameters of a list that say nothing about which stories are in it.
LEFT_OUT = frozenset({PAGE_VAR, ERROR_FLAG, IS_POPUP_VAR, TO_FIELD_VAR})


class ViewForm(forms.Form):
    """Asks for a name, and for the query string of the list as it is shown."""

    name = forms.CharField(
        max_length=60, error_messages={"required": _("Enter a name for the view.")}
    )
    query = forms.CharField(
        max_length=MAX_QUERY,
        error_messages={
            "required": _("Choose filters or search first: there is nothing to save."),
            "max_length": _("The search is too long to be saved."),
        },
    )

    def clean_name(self) -> str:
        name = " ".join(one_form(self.cleaned_data["name"]).split())
        if not name:
            raise forms.ValidationError(self.fields["name"].error_messages["required"])
        return name

    def clean_query(self) -> str:
        field = self.fields["query"]
        shown = dict(parse_qsl(self.cleaned_data["query"]))
        if not "".join([*shown, *shown.values()]).isprintable():
            # The list would not open: no page accepts NUL.
            raise forms.ValidationError(gettext("The search has characters that cannot be saved."))
        query = view_query(shown)
        if not query:
            raise forms.ValidationError(field.error_messages["required"])
        if len(query) > MAX_QUERY:
            raise forms.ValidationError(field.error_messages["max_length"])
        return query


class NameForm(ViewForm):
    """Asks for another name."""

    query = None  # type: ignore[assignment]


def view_query(shown: Mapping[str, str]) -> str:
    """Return the query string of a list that is shown with these values, to be compared."""
    return urlencode(sorted((n, v) for n, v in shown.items() if v and n not in LEFT_OUT))


def views_of(person: User) -> list[SavedView]:
    """Return the views that the person has saved, by name."""
    return list(SavedView.objects.filter(person=person))


@require_POST
def save_view(request: HttpRequest) -> HttpResponse:
    """Save the list as it was shown under a name; a view of this name is replaced.

    Raise PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    form = ViewForm(request.POST)
    if not form.is_valid():
        return _refused(request, form)
    name, query = form.cleaned_data["name"], form.cleaned_data["query"]
    with transaction.atomic():
        own = SavedView.objects.filter(person=_hold(acting(request)))
        if not own.filter(name=name).update(query=query):
            if own.count() >= MOST:
                told = gettext("You have %(most)s views. Delete one before you save another.")
                messages.error(request, told % {"most": MOST})
                return _to_list(query)
            SavedView.objects.create(person=acting(request), name=name, query=query)
    messages.success(request, gettext("The view “%(view)s” was saved.") % {"view": name})
    return _to_list(query)


@require_POST
def change_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Rename a view of one’s own, or delete it, as the button says.

    Raise Http404 where the user has no such view.
    """
    by = acting(request)
    view = get_object_or_404(SavedView, pk=pk, person=by)
    if "delete" in request.POST:
        view.delete()
        messages.success(request, gettext("The view “%(view)s” was deleted.") % {"view": view})
        return _to_list("")
    form = NameForm(request.POST)
    if not form.is_valid():
        return _refused(request, form, view.query)
    with transaction.atomic():
        own = SavedView.objects.filter(person=_hold(by))
        if own.filter(name=form.cleaned_data["name"]).exclude(pk=pk).exists():
            messages.error(request, gettext("You have a view of this name already."))
        else:
            own.filter(pk=pk).update(name=form.cleaned_data["name"])
    return _to_list(view.query)


def _hold(person: User) -> User:
    """Return the person, locked: two windows then save one view after the other."""
    return User.objects.select_for_update(no_key=True).get(pk=person.pk)


def _refused(request: HttpRequest, form: forms.Form, query: str = "") -> HttpResponse:
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    return _to_list(form.cleaned_data.get("query", "") or query)


def _to_list(query: str) -> HttpResponse:
    url = reverse("admin:articles_story_changelist")
    return HttpResponseRedirect(f"{url}?{query}" if query else url)


def views_context(request: HttpRequest, tabs: list[Any]) -> dict[str, Any]:
    """Return the views, the present one, and the query string that could be saved as one."""
    views, here = views_of(acting(request)), view_query(request.GET.dict())
    current = next((view for view in views if view.query == here), None)
    is_tab = here in {tab.query for tab in tabs}
    return {"views": views, "view": current, "view_query": "" if is_tab else here}
