"""What the room does in the background."""

from django_tasks import task
from taggit.models import TaggedItem

from articles.models import Story
from articles.search import index_stories


@task
def index_stories_of_tag(tag: int) -> None:
    """Let the desk's search find the stories that have the tag with this primary key by its word.

    None if it has been deleted, or merged into another one, since.
    """
    index_stories(
        Story.objects.filter(pk__in=TaggedItem.objects.filter(tag=tag).values("object_id"))
    )
