"""Wire copy for tests, taken in as the desk does it."""

from articles.links import Headlines
from articles.models import RelatedLink, Story
from articles.wire import Gazetteer, Receipt, ingest
from newsroom.accounts.models import User

GAZETTEER = Gazetteer()


def article(headline: str, *also_read: str, text: str = "The council met on Monday.") -> bytes:
    """Return copy with an also-read line for each headline in `also_read`."""
    lines = [f"Also Read | {line}" for line in also_read]
    return "\n\n".join([headline, text, *lines, "It will meet again."]).encode()


def take(source: bytes, by: User, headlines: Headlines | None = None) -> Receipt:
    return ingest(source, name="copy.txt", by=by, gazetteer=GAZETTEER, headlines=headlines)


def story(source: bytes, by: User) -> Story:
    """Take in copy that must become a new story, and return the story."""
    receipt = take(source, by)
    assert receipt.outcome == "created", receipt.message
    assert receipt.story
    return receipt.story


def links() -> set[tuple[str, str, str | None, str, float | None]]:
    """Return all related links: headline of the story, own headline, target, state and score."""
    return {
        (
            link.story.headline,
            link.headline,
            link.target.headline if link.target else None,
            link.state,
            link.score,
        )
        for link in RelatedLink.objects.select_related("story", "target")
    }
