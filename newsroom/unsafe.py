"""Values that production refuses, since they open the site to others or close it to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ImproperlyConfigured

from newsroom.validation import HOSTS, is_weak

if TYPE_CHECKING:
    from newsroom.environment import Environment


def refuse_unsafe(environment: Environment) -> None:
    """Raise ImproperlyConfigured, with the name of the variable, if one of them is unsafe."""
    if is_weak(environment.secret_key):
        raise ImproperlyConfigured(
            "SECRET_KEY is missing or weak. Set it to what this command prints: "
            'python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    if not environment.allowed_hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is empty. Set it to the site's host names, as in"
            " ALLOWED_HOSTS=news.example,www.news.example."
        )
    if "*" in environment.allowed_hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is “*”, so links could lead to any site. Write the site's host names."
        )
    for host in environment.allowed_hosts:
        if not HOSTS.fullmatch(host):
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS has “{host}”, which no request can have. Write names without scheme"
                " and port, as in news.example, or .news.example for all that end in it; IDNs as"
                " browsers send them (xn--…)."
            )
    if environment.proxies > 1 and not environment.proxy_address_header:
        raise ImproperlyConfigured(
            f"NEWSROOM_PROXIES is {environment.proxies}, but no header names the visitors' IP"
            " addresses. Set NEWSROOM_PROXY_ADDRESS_HEADER."
        )
    if bool(environment.s3_access_key) != bool(environment.s3_secret_key):
        raise ImproperlyConfigured(
            "NEWSROOM_S3_ACCESS_KEY and NEWSROOM_S3_SECRET_KEY are a pair. Set both, or neither."
        )
    if environment.debug:
        raise ImproperlyConfigured(
            "DEBUG is on in production, where its error pages show secrets to readers. Unset DEBUG."
        )
