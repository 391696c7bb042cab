"""Answers for addresses at which there is no story, with a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from articles.models import Edition
from articles.reading import newest

OFFERED = 5


def not_found(request: HttpRequest, why: str) -> HttpResponse:
    """Give the 404 page; `why` says what is wrong and what to do."""
    context = {"why": why, "recent": newest(timezone.now())[:OFFERED]}
    return render(request, "404.html", context, status=404)


def gone(request: HttpRequest, notice: Edition) -> HttpResponse:
    """Give the 410 page of a withdrawn story, with the newsroom's public note."""
    context = {"notice": notice, "recent": newest(timezone.now())[:OFFERED]}
    return render(request, "410.html", context, status=410)
