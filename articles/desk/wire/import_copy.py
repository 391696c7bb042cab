"""The page that imports wire copy, and says what became of each piece."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext

from articles.core import translate
from articles.desk.people.acting import acting
from articles.desk.uploads import takes
from articles.desk.wire.compare import may_compare
from articles.desk.wire.import_form import WireImportForm
from articles.links import Headlines
from articles.models import WireCopy
from articles.wire import (
    ImportResult,
    Receipt,
    UnreadableCopy,
    check_import,
    ingest,
    newsroom_gazetteer,
)

#: Pieces of the largest permitted size that are taken in at once; smaller ones, any number.
MOST_LARGE = 20


@takes(lambda: MOST_LARGE * settings.NEWSROOM_WIRE_MAX_BYTES)
def import_copy(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show the form; on POST take in each piece, in a transaction of its own.

    Raise PermissionDenied if the user may not import wire copy.
    """
    by = acting(request)
    if check_import(by=by):
        raise PermissionDenied
    posted = request.method == "POST"
    form = WireImportForm(request.POST, request.FILES) if posted else WireImportForm()
    receipts = []
    if form.is_valid():
        places, headlines = newsroom_gazetteer(), Headlines()
        receipts = [
            Receipt(name, ImportResult.FAILED, translate(source.message))
            if isinstance(source, UnreadableCopy)
            else ingest(source, name=name, by=by, gazetteer=places, headlines=headlines)
            for name, source in form.pieces()
        ]
        form = WireImportForm()
    copies = [receipt.wire_copy for receipt in receipts if receipt.wire_copy]
    context = {
        **site.each_context(request),
        "title": gettext("Import copy"),
        "opts": WireCopy._meta,
        "form": form,
        "receipts": receipts,
        "may_compare": [wire_copy for wire_copy in copies if may_compare(by, wire_copy)],
    }
    return TemplateResponse(request, "admin/articles/wirecopy/import.html", context)
