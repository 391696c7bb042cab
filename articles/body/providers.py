"""The sites whose posts, videos and charts can be in a text: the allow-list of embeds."""

from dataclasses import dataclass
from enum import StrEnum

#: A host of Mastodon; a setting says which of them are shown in frames.
HOST = r"(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)"


class Shape(StrEnum):
    """How much room a frame needs."""

    VIDEO = "video"
    TALL = "tall"
    AUDIO = "audio"
    POST = "post"
    CHART = "chart"


@dataclass(frozen=True, slots=True)
class Provider:
    """A site. The URLs can refer to the named groups of a pattern, in braces."""

    name: str
    shape: Shape
    #: Of a URL without its scheme, and without what follows the path or the last parameter.
    patterns: tuple[str, ...]
    #: The page as the site itself names it, and the frame that shows it.
    page: str
    frame: str
    #: Where oEmbed is asked; "" if that takes a contract.
    endpoint: str = ""


PROVIDERS = (
    Provider(
        "YouTube",
        Shape.VIDEO,
        (
            r"(?:www\.|m\.)?youtube\.com/watch\?(?:[^#]*&)?v=(?P<id>[\w-]{11})",
            r"(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:embed|live)/(?P<id>[\w-]{11})",
            r"youtu\.be/(?P<id>[\w-]{11})",
        ),
        "https://www.youtube.com/watch?v={id}",
        "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
        "https://www.youtube.com/oembed",
    ),
    Provider(
        "YouTube",
        Shape.TALL,
        (r"(?:www\.|m\.)?youtube\.com/shorts/(?P<id>[\w-]{11})",),
        "https://www.youtube.com/shorts/{id}",
        "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
        "https://www.youtube.com/oembed",
    ),
    Provider(
        "Vimeo",
        Shape.VIDEO,
        (
            r"(?:www\.)?vimeo\.com/(?:channels/[\w-]+/)?(?P<id>\d+)",
            r"player\.vimeo\.com/video/(?P<id>\d+)",
        ),
        "https://vimeo.com/{id}",
        "https://player.vimeo.com/video/{id}?dnt=1&autoplay=1",
        "https://vimeo.com/api/oembed.json",
    ),
    Provider(
        "X",
        Shape.POST,
        (
            r"(?:www\.|mobile\.)?(?:x|twitter)\.com/(?P<user>\w{1,20})/status(?:es)?/(?P<id>\d{1,25})(?:/(?:photo|video)/\d)?",
        ),
        "https://x.com/{user}/status/{id}",
        "https://platform.twitter.com/embed/Tweet.html?id={id}&dnt=true",
        "https://publish.twitter.com/oembed",
    ),
    Provider(
        "Bluesky",
        Shape.POST,
        (r"bsky\.app/profile/(?P<user>[\w.:-]+)/post/(?P<id>\w+)",),
        "https://bsky.app/profile/{user}/post/{id}",
        "https://embed.bsky.app/embed/{user}/app.bsky.feed.post/{id}",
        "https://embed.bsky.app/oembed",
    ),
    Provider(
        "Mastodon",
        Shape.POST,
        (rf"{HOST}/@(?P<user>\w+(?:@[\w.-]+)?)/(?P<id>\d{{10,25}})",),
        "https://{host}/@{user}/{id}",
        "https://{host}/@{user}/{id}/embed",
        "https://{host}/api/oembed",
    ),
    Provider(
        "Instagram",
        Shape.POST,
        (r"(?:www\.)?instagram\.com/(?:[\w.]+/)?(?:p|reels?|tv)/(?P<id>[\w-]+)",),
        "https://www.instagram.com/p/{id}/",
        "https://www.instagram.com/p/{id}/embed/captioned/",
    ),
    Provider(
        "TikTok",
        Shape.TALL,
        (r"(?:www\.|m\.)?tiktok\.com/@(?P<user>[\w.]+)/video/(?P<id>\d+)",),
        "https://www.tiktok.com/@{user}/video/{id}",
        "https://www.tiktok.com/player/v1/{id}?autoplay=1",
        "https://www.tiktok.com/oembed",
    ),
    Provider(
        "Telegram",
        Shape.POST,
        (r"t\.me/(?:s/)?(?P<channel>\w{3,40})/(?P<id>\d+)",),
        "https://t.me/{channel}/{id}",
        "https://t.me/{channel}/{id}?embed=1",
    ),
    Provider(
        "SoundCloud",
        Shape.AUDIO,
        (r"(?:www\.|m\.)?soundcloud\.com/(?P<path>[\w-]+/(?:sets/)?[\w-]+)",),
        "https://soundcloud.com/{path}",
        "https://w.soundcloud.com/player/?auto_play=true&url={page}",
        "https://soundcloud.com/oembed",
    ),
    Provider(
        "Spotify",
        Shape.AUDIO,
        (
            r"open\.spotify\.com/(?:intl-\w+/)?(?P<kind>track|album|playlist|artist|episode|show)/(?P<id>\w+)",
        ),
        "https://open.spotify.com/{kind}/{id}",
        "https://open.spotify.com/embed/{kind}/{id}",
        "https://open.spotify.com/oembed",
    ),
    Provider(
        "Datawrapper",
        Shape.CHART,
        (
            r"datawrapper\.dwcdn\.net/(?P<id>\w{5})(?:/\d*)?",
            r"www\.datawrapper\.de/_/(?P<id>\w{5})",
        ),
        "https://datawrapper.dwcdn.net/{id}/",
        "https://datawrapper.dwcdn.net/{id}/",
        "https://api.datawrapper.de/v3/oembed",
    ),
    Provider(
        "Flourish",
        Shape.CHART,
        (r"public\.flourish\.studio/(?P<kind>visualisation|story)/(?P<id>\d+)",),
        "https://public.flourish.studio/{kind}/{id}/",
        "https://flo.uri.sh/{kind}/{id}/embed",
        "https://app.flourish.studio/api/v1/oembed",
    ),
)
