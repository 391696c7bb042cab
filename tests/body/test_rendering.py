"""Pictures as readers get them."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles.body import PictureData, figure_html

PICTURE: PictureData = {
    "src": "/media/a.jpg",
    "srcset": "/media/a.jpg 800w",
    "width": 800,
    "height": 600,
    "alt": 'A "field"',
    "caption": "At <dawn>",
    "credit": "Ana",
}


@pytest.mark.parametrize(("lead", "hint"), [(True, "fetchpriority"), (False, "loading")])
def test_lead_and_body_pictures_say_the_same(lead: bool, hint: str) -> None:
    tree = LexborHTMLParser(figure_html(PICTURE, lead=lead))
    image, caption = tree.css_first("img"), tree.css_first("figcaption")
    assert image
    assert caption
    assert image.attributes["alt"] == 'A "field"'
    assert (image.attributes["width"], image.attributes["height"]) == ("800", "600")
    assert hint in image.attributes
    assert caption.text() == "At <dawn> Ana"


def test_a_picture_without_words_or_sizes_has_no_empty_parts() -> None:
    bare = PICTURE | {"caption": "", "credit": "", "srcset": "", "width": 0}
    html = figure_html(bare)
    assert "figcaption" not in html
    assert "srcset" not in html
    assert "width" not in html
