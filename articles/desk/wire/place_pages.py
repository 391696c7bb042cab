"""The pages that readers have for the places of datelines: what they are called, and merged."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.core import clock, term_url
from articles.models import FormerSlug, Place, PublishedVersion, SlugKind, Term, TermKind
from articles.publishing import check_rename_place, part_place, rename_place


@dataclass
class PlacePage:
    """A page of readers; `others` are the slugs that lead to it."""

    slug: str
    name: str
    stories: int = 0
    others: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its path."""
        return term_url(TermKind.PLACE, self.slug)


def place_pages_at(at: datetime) -> list[PlacePage]:
    """Return the pages of places at the timezone-aware datetime `at`, by name, in two queries."""
    leads = {one.slug: one for one in FormerSlug.objects.at(at).filter(kind=SlugKind.PLACE)}
    terms = Term.objects.filter(
        kind=TermKind.PLACE, version__in=PublishedVersion.objects.visible(at).values("pk")
    )
    counted = terms.values("slug", "name").annotate(uses=Count("pk")).order_by("-uses", "name")
    pages: dict[str, PlacePage] = {}
    for term in counted:
        former = leads.get(term["slug"])
        slug, name = (former.present, former.name) if former else (term["slug"], term["name"])
        page = pages.setdefault(slug, PlacePage(slug, name))
        page.stories += term["uses"]
    for one in leads.values():
        if one.present in pages:
            pages[one.present].name = one.name
            pages[one.present].others.append(one.slug)
    return sorted(pages.values(), key=lambda page: page.name.casefold())


class PlacePageForm(forms.Form):
    """Another name for the page of a place, and names that no longer lead to it."""

    name = forms.CharField(
        label=_("Name"),
        max_length=100,
        help_text=_(
            "If you enter the name of another place, the two pages are merged. The former URL"
            " redirects, and datelines stay as they were printed."
        ),
    )
    forgotten = forms.MultipleChoiceField(
        label=_("Other names to remove"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, page: PlacePage, data: object = None) -> None:
        super().__init__(data, initial={"name": page.name})  # type: ignore[arg-type]
        self.page = page
        self.fields["forgotten"].choices = [(one, one) for one in page.others]  # type: ignore[attr-defined]
        if not page.others:
            del self.fields["forgotten"]

    def clean_name(self) -> str:
        """Return the name. Raise ValidationError if the page cannot have it."""
        name: str = self.cleaned_data["name"]
        if name == self.page.name:
            return name
        if refusal := check_rename_place(self.page.slug, name):
            raise ValidationError(str(refusal))
        return name

    def save(self) -> None:
        """Rename or merge the page, and separate what was chosen. The form must be valid."""
        for slug in self.cleaned_data.get("forgotten", ()):
            part_place(slug)
        if self.cleaned_data["name"] != self.page.name:
            rename_place(self.page.slug, self.cleaned_data["name"])


def place_pages(request: HttpRequest, model_admin: ModelAdmin[Place]) -> HttpResponse:
    """List the pages of places; with `?place=` a slug, ask for another name of that page.

    Raise PermissionDenied if the user may not change places, Http404 if there is no such page.
    """
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    pages = place_pages_at(clock.now())
    here = reverse("admin:articles_place_pages")
    context = {
        **model_admin.admin_site.each_context(request),
        "title": gettext("Pages of places"),
        "opts": model_admin.opts,
        "pages": pages,
        "here": here,
    }
    slug = request.GET.get("place")
    if slug is None:
        return TemplateResponse(request, "admin/articles/place/pages.html", context)
    page = next((page for page in pages if page.slug == slug), None)
    if page is None:
        raise Http404
    form = PlacePageForm(page, request.POST if request.method == "POST" else None)
    if form.is_valid():
        form.save()
        told = gettext("Saved: readers find stories from there under “%(place)s”.")
        messages.success(request, told % {"place": form.cleaned_data["name"]})
        return HttpResponseRedirect(here)
    names = [other.name for other in pages if other is not page]
    context |= {"title": page.name, "page": page, "form": form, "names": names}
    return TemplateResponse(request, "admin/articles/place/page.html", context)
