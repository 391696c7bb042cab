"""The IP address from which somebody logs in, as log-ins are counted and recorded."""

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

#: One connection has a network of this size in IPv6, and may change all other bits as it likes.
PREFIX = 64


def client_ip(request: HttpRequest) -> str | None:
    """Return the visitor's IP address, or for IPv6 that of the network (/64); None if unknown.

    Behind proxies, it is the one that the first of them named: each adds one to the header.
    """
    header = settings.NEWSROOM_PROXY_ADDRESS_HEADER
    sent = request.headers.get(header, "").split(",") if header else []
    named = [part for part in sent if part.strip()]
    # Fewer than there are proxies: some were passed by, and all that is named was added by others.
    client = named[-settings.NEWSROOM_PROXIES :][:1]
    for written in (*client, request.META.get("REMOTE_ADDR", "")):
        if address := _read(written):
            return address
    return None


def _read(written: str) -> str | None:
    """Return the address that a proxy wrote, perhaps in quotation marks, brackets, with a port."""
    text = written.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        network = IPv6Network((address, PREFIX), strict=False)
        address = address.ipv4_mapped or network.network_address
    return str(address)
