"""How well a story fits as a related one: the one formula.

    score = (LIKENESS · likeness + TAGS · tags + PLACES · places + PEOPLE · people
             + SECTION · same section) · (1 - FADES · age)

- `likeness` is the share of the weights of the story's telling words that the other one has.
- `tags`, `places` and `people` are the rarities of those that both have, summed up to 1: a tag that
  all stories have says nothing, and one that few have says most.
- `age` grows from 0 for stories of one day towards 1 for those far apart; HALF days are 0.5. It
  only lowers the score of what is related.
"""

from collections.abc import Mapping
from datetime import timedelta

from articles.links.suggestions.find_candidates import Candidate
from articles.links.suggestions.traits import Key, Traits
from articles.models import TermKind
from articles.search import Likeness

LIKENESS, TAGS, PLACES, PEOPLE, SECTION = 0.6, 0.2, 0.08, 0.04, 0.08
FADES, HALF = 0.3, 90
#: What scores less for words, tags and places is not suggested: it shares hardly more than a common
#: word. Authors and section only put related stories in order. Among this few stories it takes this
#: much more, since common words are rare there by chance.
LEAST, FEW_STORIES, MORE = 0.04, 64, 0.06
_A_DAY = timedelta(days=1)


def score(
    candidate: Candidate, traits: Traits, likeness: Likeness, rarity: Mapping[Key, float]
) -> float:
    """Return how well the candidate fits, from 0 to 1; 0 if it is about something else."""

    def shared(kind: TermKind) -> float:
        return min(
            1.0, sum(sorted(rarity.get(key, 1.0) for key in candidate.shared if key.kind == kind))
        )

    alike = candidate.likeness / likeness.most if likeness.most else 0.0
    same_section = traits.section is not None and candidate.section == traits.section
    about = LIKENESS * alike + TAGS * shared(TermKind.TAG) + PLACES * shared(TermKind.PLACE)
    if about < LEAST + MORE * min(1, FEW_STORIES / max(1, likeness.total)):
        return 0.0
    related = about + PEOPLE * shared(TermKind.AUTHOR) + SECTION * same_section
    days = abs(candidate.published_at - traits.published_at) / _A_DAY
    return related * (1 - FADES * days / (days + HALF))
