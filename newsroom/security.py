"""The Content-Security-Policy of each page, and which pages belong to the admin."""

from collections.abc import Callable
from functools import cache

from csp.constants import HEADER
from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import build_policy
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string


@cache
def frame_sources() -> list[str]:
    """Return the origins that frames may come from: only sites from which pages embed something."""
    sources: list[str] = import_string(settings.NEWSROOM_FRAMES)()
    return sources


# Built once: all public pages have the same one, and building it costs as much as a small view.
@cache
def public_policy() -> str:
    """Return the policy of all pages but the admin's."""
    return build_policy(update={"frame-src": frame_sources()})


@cache
def headers() -> dict[str, str]:
    """Return the headers of all answers, also those given before the middlewares that send any."""
    return {
        HEADER: public_policy(),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
    }


def is_admin(request: HttpRequest) -> bool:
    """Return whether the request is for a page under the admin's path."""
    return request.path_info.startswith(f"/{settings.NEWSROOM_ADMIN_PATH}")


class HeadersMiddleware:
    """Adds what an answer lacks of `headers`, whoever gives it: the outermost middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.DEBUG:
            raise MiddlewareNotUsed("Django's error pages for developers have inline styles.")
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for name, value in headers().items():
            response.setdefault(name, value)
        return response


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Sends the policy from the settings, or the admin's own under the admin's path."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        # Django's error pages for developers are full of inline styles; csp makes an exception.
        if settings.DEBUG or is_admin(request):
            return super().process_response(request, response)
        response.setdefault(HEADER, public_policy())
        return response

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only:
            # A preview in the admin shows embeds as readers get them.
            parts.update = {**(parts.update or {}), "frame-src": frame_sources()}
            if is_admin(request):
                parts.config = parts.config or settings.NEWSROOM_ADMIN_POLICY
        return parts
