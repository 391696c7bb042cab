"""Tags for what is in a story's form, saved or not, for its field of tags."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from articles import body
from articles.desk.people.acting import require_draft_access
from articles.search import suggest_tags
from articles.stories import language_of_text
from articles.wire import newsroom_gazetteer

#: Characters of each field that are read: more than any story has.
LONGEST = 200_000


@require_POST
def tag_suggestions(request: HttpRequest) -> JsonResponse:
    """Return tags that the sent headline, summary, dateline and body suggest, each with the reason.

    Raise PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    sent = {name: text[:LONGEST] for name, text in request.POST.items() if isinstance(text, str)}
    headline, summary = sent.get("headline", ""), sent.get("summary", "")
    blocks = _blocks(sent.get("body", ""))
    texts = (
        ("headline", headline),
        ("summary", summary),
        ("dateline", sent.get("places", "")),
        *(("body", one.text) for one in blocks),
    )
    language = sent.get("language") or language_of_text(headline, summary, blocks)
    found = suggest_tags(texts, language, newsroom_gazetteer(), without=request.POST.getlist("tag"))
    return JsonResponse([one._asdict() for one in found], safe=False)


def _blocks(html: str) -> tuple[Any, ...]:
    try:
        return body.read(body.clean(html))
    except body.BodyRefused:
        return ()
