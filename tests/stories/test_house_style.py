"""How the house prints its datelines."""

import pytest

from articles.stories import print_dateline

STYLE = "{places}[, {date}][ ({agency})]: "


@pytest.mark.parametrize(
    ("places", "date", "agency", "printed"),
    [
        (["Astana"], "", "", "Astana: "),
        (["Kyiv", "Moscow"], "", "", "Kyiv/Moscow: "),
        (["LONDON"], "Sept 5", "Reuters", "LONDON, Sept 5 (Reuters): "),
        (["Paris"], "", "AFP", "Paris (AFP): "),
        ([], "", "CNN", "(CNN): "),
        ([], "", "", ""),
    ],
)
def test_parts_that_are_empty_leave_no_marks(
    places: list[str], date: str, agency: str, printed: str
) -> None:
    assert print_dateline(STYLE, places, date, agency) == printed


def test_a_style_may_have_a_house_look_of_its_own() -> None:
    assert print_dateline("{places} — ", ["Köln"], "5. Mai", "dpa") == "Köln — "
    assert print_dateline("{places}: ", [], "5. Mai", "") == ""
