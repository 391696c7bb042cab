import pytest

from articles import body
from tests.body.bodies import KEY

TEXT_BLOCKS = body.read(
    "<p>“In the face of the <em>real</em> risks, we must safeguard the\u00a0right to "
    "development,” Xi stated.</p><p>He emphasized the state’s role — again.</p><p>西方的影响力</p>"
    f'<aside data-block="pull-quote" data-key="{KEY}">only here</aside>'
)


@pytest.mark.parametrize(
    "words",
    [
        "we must safeguard the right to development",
        '"In the face of the real risks,"',
        "the state's role – again",
        "development,” Xi stated. He emphasized",
        "的影响",
    ],
)
def test_words_that_stand_in_the_text(words: str) -> None:
    assert body.pull_quote_in_text(words, TEXT_BLOCKS)


@pytest.mark.parametrize(
    "words", ["We must safeguard", "e must safeguar", "must protect", "only here", "", "“”"]
)
def test_words_that_do_not_stand_in_the_text(words: str) -> None:
    assert not body.pull_quote_in_text(words, TEXT_BLOCKS)
