from csp.constants import HEADER
from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

# Built once: it is the same for each public page, and building it costs as much as a small view.
PUBLIC_POLICY = build_policy()


def is_admin(request: HttpRequest) -> bool:
    """Whether the request is for a page below the admin's path."""
    return request.path_info.startswith(f"/{settings.NEWSROOM_ADMIN_PATH}")


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Send the policy of the settings; below the admin's path, the admin's own."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        # Django's error pages for developers are full of inline styles; csp lets them be.
        if settings.DEBUG or is_admin(request):
            return super().process_response(request, response)
        response.setdefault(HEADER, PUBLIC_POLICY)
        return response

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if is_admin(request) and not report_only:
            parts.config = parts.config or settings.NEWSROOM_ADMIN_POLICY
        return parts
