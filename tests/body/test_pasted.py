from articles import body
from tests.factories import SAMPLES

MET = (
    "<p>Leaders <strong>met</strong> on <em>Thursday</em>, "
    '<a href="https://example.org/a">officials</a> said.</p>'
)


def test_word_gives_clean_paragraphs_and_lists() -> None:
    assert body.clean((SAMPLES / "pasted-word.html").read_text()).split("\n") == [
        "<h2>Talks in Astana</h2>",
        MET,
        "<ul><li><p>First point</p></li><li><p>Second <strong>point</strong></p></li></ul>",
        "<ol><li><p>Numbered</p></li></ol>",
        "<p>The end.</p>",
    ]


def test_google_docs_gives_clean_paragraphs_and_lists() -> None:
    assert body.clean((SAMPLES / "pasted-google-docs.html").read_text()).split("\n") == [
        "<h2>Talks in Astana</h2>",
        MET,
        "<ul><li><p>First</p><ul><li><p>Inner</p></li></ul></li><li><p>Second</p></li></ul>",
        "<p>The end.</p>",
    ]
