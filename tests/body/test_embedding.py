"""Which URLs can be embedded, and in what frames: only URLs of our own making get there."""

import re

import pytest

from articles import body
from articles.body.providers import PROVIDERS

MASTODON = ("mastodon.social", "social.example")

#: What a writer pastes, what readers get as a link, and the frame.
KNOWN = [
    (
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=43s",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
    ),
    (
        "https://m.youtube.com/watch?app=desktop&v=a-b_c4w9WgX",
        "https://www.youtube.com/watch?v=a-b_c4w9WgX",
        "https://www.youtube-nocookie.com/embed/a-b_c4w9WgX?autoplay=1",
    ),
    (
        "https://youtu.be/dQw4w9WgXcQ?si=abc",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
    ),
    (
        "https://youtube.com/shorts/dQw4w9WgXcQ",
        "https://www.youtube.com/shorts/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
    ),
    (
        "https://vimeo.com/76979871#t=10s",
        "https://vimeo.com/76979871",
        "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1",
    ),
    (
        "https://twitter.com/astana_times/status/1234567890123456789?s=20",
        "https://x.com/astana_times/status/1234567890123456789",
        "https://platform.twitter.com/embed/Tweet.html?id=1234567890123456789&dnt=true",
    ),
    (
        "https://bsky.app/profile/news.example/post/3kabc",
        "https://bsky.app/profile/news.example/post/3kabc",
        "https://embed.bsky.app/embed/news.example/app.bsky.feed.post/3kabc",
    ),
    (
        "https://social.example/@desk@mastodon.social/109876543210987654",
        "https://social.example/@desk@mastodon.social/109876543210987654",
        "https://social.example/@desk@mastodon.social/109876543210987654/embed",
    ),
    (
        "https://www.instagram.com/newsroom/reel/CuB-9_x/?igshid=1",
        "https://www.instagram.com/p/CuB-9_x/",
        "https://www.instagram.com/p/CuB-9_x/embed/captioned/",
    ),
    (
        "https://www.tiktok.com/@news.room/video/7212345678901234567?lang=en",
        "https://www.tiktok.com/@news.room/video/7212345678901234567",
        "https://www.tiktok.com/player/v1/7212345678901234567?autoplay=1",
    ),
    ("https://t.me/s/durov/215", "https://t.me/durov/215", "https://t.me/durov/215?embed=1"),
    (
        "https://soundcloud.com/desk/sets/morning-news",
        "https://soundcloud.com/desk/sets/morning-news",
        (
            "https://w.soundcloud.com/player/?auto_play=true"
            "&url=https%3A%2F%2Fsoundcloud.com%2Fdesk%2Fsets%2Fmorning-news"
        ),
    ),
    (
        "https://open.spotify.com/intl-de/episode/4rOoJ6Egrf8K2IrywzwOMk?si=1",
        "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk",
        "https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk",
    ),
    (
        "https://datawrapper.dwcdn.net/AbC12/3/",
        "https://datawrapper.dwcdn.net/AbC12/",
        "https://datawrapper.dwcdn.net/AbC12/",
    ),
    (
        "https://public.flourish.studio/visualisation/123456/",
        "https://public.flourish.studio/visualisation/123456/",
        "https://flo.uri.sh/visualisation/123456/embed",
    ),
]
#: What only looks like one of them.
OTHERS = [
    "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com/watch?v=short",
    "https://www.youtube.com/",
    "https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
    "https://evil.example/https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://evil.example/?u=https://youtu.be/dQw4w9WgXcQ",
    "https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
    "https://user:pass@youtu.be/dQw4w9WgXcQ",
    "https://youtu.be:8443/dQw4w9WgXcQ",
    "https://youtu.be/dQw4w9WgXcQ\n",
    'https://youtu.be/dQw4w9WgXc"',
    "https://youtuXbe/dQw4w9WgXcQ",
    "https://x.com/a/status/١٢٣",
    "https://vimeo.com/../../76979871",
    "https://soundcloud.com/desk/../admin",
    "https://youtu.be/dQw4w9WgXcQ?" + "a" * 1_000,
    "javascript:alert(1)//https://youtu.be/dQw4w9WgXcQ",
    "",
]


@pytest.mark.parametrize(("pasted", "page", "frame"), KNOWN)
def test_a_page_of_a_known_site_has_a_frame(pasted: str, page: str, frame: str) -> None:
    found = body.embedded(pasted)

    assert found
    assert (found.page, found.frame) == (page, frame)
    # Its own page is a page of it.
    assert body.embedded(page) == found
    assert body.origin(frame) in body.frame_origins(MASTODON)


@pytest.mark.parametrize("url", OTHERS)
def test_what_only_looks_like_one_has_none(url: str) -> None:
    assert body.embedded(url) is None


def test_each_provider_is_tried() -> None:
    tried = {found.provider for pasted, _, _ in KNOWN if (found := body.embedded(pasted))}

    assert tried == set(PROVIDERS)


def test_the_patterns_of_the_editor_take_the_same_urls() -> None:
    patterns = [re.compile(pattern, re.ASCII) for pattern in body.patterns(MASTODON)]

    def takes(url: str) -> bool:
        return any(pattern.fullmatch(url) for pattern in patterns)

    assert all(takes(pasted) for pasted, _, _ in KNOWN)
    assert not any(takes(url) for url in OTHERS if len(url) < 1_000)
    assert not takes("https://elsewhere.example/@desk/109876543210987654")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://youtu.be/dQw4w9WgXcQ", "YouTube"),
        ("https://elsewhere.example/@desk/109876543210987654", "Mastodon"),
        ("https://www.example.org/a", "example.org"),
        ("https://[bad/", ""),
    ],
)
def test_a_site_has_a_name(url: str, name: str) -> None:
    assert body.site_of(url) == name
