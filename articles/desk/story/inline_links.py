"""What the editor says of a story's inline related links."""

from django.utils.translation import gettext

from articles.models import LinkState, Story


def inline_links(story: Story) -> dict[str, dict[str, str]]:
    """Return what is saved of each link, by the key of its block.

    That is its headline, the primary key of its story, and in words where it is.
    """
    links = story.related_links.placed().exclude(key="").select_related("target")
    return {
        link.key: {
            "headline": link.headline,
            "story": str(link.target_id or ""),
            "told": _told(LinkState(link.state)) % {"story": link.target or link.url},
        }
        for link in links
    }


def _told(state: LinkState) -> str:
    match state:
        case LinkState.WAITING:
            return gettext("waiting for its story")
        case LinkState.SUGGESTED:
            return gettext("suggested: “%(story)s”; a moderator has to decide")
        case LinkState.APPROVED:
            return gettext("leads to “%(story)s”")
        case LinkState.REJECTED:
            return gettext("rejected by a moderator: “%(story)s”; readers do not see it")
