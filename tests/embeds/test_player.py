"""Pages show frames of the sites of the list, and of those servers of Mastodon that are set."""

import pytest
from pytest_django import Settings

from articles.embeds import embeddable, frame_sources, sites, url_patterns

TOOT = "https://social.example/@desk/109876543210987654"


def test_a_server_of_mastodon_has_to_be_named(settings: Settings) -> None:
    assert embeddable(TOOT) is None
    assert "https://social.example" not in frame_sources()

    settings.NEWSROOM_MASTODON_HOSTS = ("social.example",)
    found = embeddable(TOOT)
    assert found
    assert found.frame == f"{TOOT}/embed"
    assert found.endpoint == "https://social.example/api/oembed"
    assert "https://social.example" in frame_sources()
    assert "https://mastodon.social" not in frame_sources()


def test_without_any_server_of_mastodon_all_else_goes_on(settings: Settings) -> None:
    settings.NEWSROOM_MASTODON_HOSTS = ()

    assert embeddable(TOOT) is None
    assert embeddable("https://youtu.be/dQw4w9WgXcQ")
    assert not any("@" in pattern and "embed" in pattern for pattern in url_patterns())


def test_sites_are_named_once() -> None:
    assert len(set(sites())) == len(sites())
    assert {"YouTube", "Mastodon"} <= set(sites())


@pytest.mark.parametrize("source", frame_sources())
def test_frames_come_encrypted_from_whole_hosts(source: str) -> None:
    assert source.startswith("https://")
    assert "*" not in source
    assert source.count("/") == 2
