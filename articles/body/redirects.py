"""URLs that only lead on to another page, as search engines and mail programs write them."""

from urllib.parse import parse_qs, urlsplit

#: The ends of hosts, the beginnings of paths on them, and the parameters that hold the target.
REDIRECTS = (
    (("google.",), ("/url", "/imgres"), ("q", "url", "imgrefurl")),
    (("facebook.com", "instagram.com"), ("/l.php", "/"), ("u",)),
    (("youtube.com",), ("/redirect",), ("q",)),
    (("safelinks.protection.outlook.com",), ("/",), ("url",)),
    (("duckduckgo.com",), ("/l/",), ("uddg",)),
    (("slack-redir.net",), ("/link",), ("url",)),
    (("linkedin.com",), ("/redir/redirect", "/safety/go"), ("url",)),
    (("vk.com",), ("/away.php",), ("to",)),
    (("out.reddit.com",), ("/",), ("url",)),
    (("t.umblr.com",), ("/redirect",), ("z",)),
    (("steamcommunity.com",), ("/linkfilter/",), ("u", "url")),
)
#: A redirect can lead to a redirect.
_MOST = 4


def target_of(url: str) -> str:
    """Return the URL to which a redirect of a known kind leads; any other URL as it is."""
    for _ in range(_MOST):
        found = _target(url)
        if not found:
            break
        url = found
    return url


def _target(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.query:
        return ""
    for hosts, paths, names in REDIRECTS:
        if any(_is_host(host, name) for name in hosts) and parts.path.startswith(paths):
            given = parse_qs(parts.query)
            for name in names:
                target = given.get(name, [""])[0]
                if target.startswith(("http://", "https://")):
                    return target
    return ""


def _is_host(host: str, name: str) -> bool:
    """Return whether it is this host or one below it; a name with a final dot has any ending."""
    if name.endswith("."):
        return f".{host}".find(f".{name}") >= 0 and host.count(".") <= 3
    return host == name or host.endswith(f".{name}")
