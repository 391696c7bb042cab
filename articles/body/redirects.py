"""URLs that only lead on to another page, as search engines and mail programs write them."""

import re
from base64 import urlsafe_b64decode
from itertools import islice
from urllib.parse import parse_qs, unquote, urlsplit

#: The ends of hosts, the beginnings of paths on them, and the parameters that hold the target.
REDIRECTS = (
    (("google.",), ("/url", "/imgres"), ("q", "url", "imgrefurl")),
    (("facebook.com", "messenger.com"), ("/l.php",), ("u",)),
    (("l.instagram.com", "l.threads.net", "l.threads.com", "l.facebook.com"), ("/",), ("u",)),
    (("youtube.com",), ("/redirect",), ("q",)),
    (
        ("safelinks.protection.outlook.com", "safelinks.protection.office365.us"),
        ("/",),
        ("url",),
    ),
    (("statics.teams.cdn.office.net",), ("/evergreen-assets/safelinks/",), ("url",)),
    (("duckduckgo.com",), ("/l/",), ("uddg",)),
    (("slack-redir.net",), ("/link",), ("url",)),
    (("linkedin.com",), ("/redir/redirect", "/safety/go"), ("url",)),
    (("vk.com",), ("/away.php",), ("to",)),
    (("out.reddit.com",), ("/",), ("url",)),
    (("t.umblr.com",), ("/redirect",), ("z",)),
    (("steamcommunity.com",), ("/linkfilter/",), ("u", "url")),
)
# Proofpoint writes signs of a URL as others, and lists those as Base64 behind it.
_PROOFPOINT = re.compile(r"https://urldefense\.(?:us|com)/v3/__(.+?)__;([\w=-]*)!")
# One sign stands for the next on that list, or two and a letter for as many as the letter says.
_SPENT = re.compile(r"\*(?:\*([\w-]))?")
_RUNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_YAHOO = re.compile(r"https?://r\.search\.yahoo\.com/(?:[^?#]*/)?RU=([^/?#]+)/")
_BING = re.compile(r"https?://www\.bing\.com/ck/a\?(?:[^#]*&)?u=a1([\w-]+)")
_HREF_LI = re.compile(r"https?://href\.li/\?(.+)")
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
        found = _written(url) if host else ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or (not parts.query and not found):
        return ""
    if _is_page(found):
        return found
    for hosts, paths, names in REDIRECTS:
        if any(_is_host(host, name) for name in hosts) and parts.path.startswith(paths):
            given = parse_qs(parts.query)
            for name in names:
                if _is_page(target := given.get(name, [""])[0]):
                    return target
    return ""


def _written(url: str) -> str:
    """Return the target where it is no plain parameter, "" if there is none."""
    if found := _PROOFPOINT.match(url):
        signs = iter(urlsafe_b64decode(f"{found[2]}==").decode())
        target = re.sub(r"^(https?:/)(?=[^/])", r"\1/", found[1])
        return _SPENT.sub(lambda spent: "".join(islice(signs, _count(spent[1]))), target)
    if url.startswith("https://urldefense.proofpoint.com/v2/url?"):
        given = parse_qs(urlsplit(url).query).get("u", [""])[0]
        return unquote(given.translate({ord("-"): "%", ord("_"): "/"}))
    if found := _YAHOO.match(url):
        return unquote(found[1])
    if found := _BING.match(url):
        return urlsafe_b64decode(f"{found[1]}==").decode()
    found = _HREF_LI.match(url)
    return found[1] if found else ""


def _count(run: str | None) -> int:
    return _RUNS.index(run) + 2 if run else 1


def _is_page(url: str) -> bool:
    return url.startswith(("http://", "https://"))


def _is_host(host: str, name: str) -> bool:
    """Return whether it is this host or one below it; a name with a final dot has any ending."""
    if not name.endswith("."):
        return host == name or host.endswith(f".{name}")
    found = re.fullmatch(rf"(?:www\.)?{re.escape(name)}(?:com|[a-z]{{2}}|com?\.[a-z]{{2}})", host)
    return found is not None
