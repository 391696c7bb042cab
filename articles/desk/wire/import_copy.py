"""The page that takes wire copy in, and tells of each piece what became of it."""

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.desk.people.acting import acting
from articles.desk.wire.compare import may_compare
from articles.desk.wire.import_form import WireImportForm
from articles.links import Headlines
from articles.models import WireCopy
from articles.people import permissions
from articles.wire import ingest, newsroom_gazetteer


def import_copy(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show the form; on POST take each piece in, each in a transaction of its own.

    Raises PermissionDenied where the user may not start stories.
    """
    by = acting(request)
    if not permissions.can_write(by):
        raise PermissionDenied
    posted = request.method == "POST"
    form = WireImportForm(request.POST, request.FILES) if posted else WireImportForm()
    receipts = []
    if form.is_valid():
        places, headlines = newsroom_gazetteer(), Headlines()
        receipts = [
            ingest(source, name=name, by=by, gazetteer=places, headlines=headlines)
            for name, source in form.pieces()
        ]
        form = WireImportForm()
    context = {
        **site.each_context(request),
        "title": "Import copy",
        "opts": WireCopy._meta,
        "form": form,
        "receipts": receipts,
        "may_compare": [
            receipt.item for receipt in receipts if receipt.item and may_compare(by, receipt.item)
        ],
    }
    return TemplateResponse(request, "admin/articles/wirecopy/import.html", context)
