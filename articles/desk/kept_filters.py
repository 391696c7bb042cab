"""The filters of a list, kept on the way from it to a row, to an action on that, and back."""

from urllib.parse import urlencode

from django.http import HttpRequest

#: Django's own name for them.
NAME = "_changelist_filters"


def kept_filters(request: HttpRequest) -> dict[str, str]:
    """Return what templates need: for Django's tag `add_preserved_filters`, and as they are."""
    kept = request.GET.get(NAME, "")
    return {"preserved_filters": urlencode({NAME: kept}) if kept else "", "kept_filters": kept}


def with_kept_filters(path: str, request: HttpRequest, **query: str) -> str:
    """Return the URL of a path, with this query and the filters that the page carries, if any."""
    if kept := request.GET.get(NAME, ""):
        query[NAME] = kept
    return f"{path}?{urlencode(query)}" if query else path
