"""Encodings that arrive in a newsroom, and files that are not copy."""

import pytest

from articles.wire import UnreadableCopy, decode

POLISH = "Zażółć gęślą jaźń, powiedział burmistrz. Śnieg spadł w Łodzi i w Częstochowie. " * 4
RUSSIAN = "Правительство сообщило в четверг, что повысит налог на топливо в следующем году. " * 4
GREEK = "Η κυβέρνηση ανακοίνωσε την Πέμπτη ότι θα αυξήσει τον φόρο στα καύσιμα. " * 4
HEBREW = "הממשלה הודיעה ביום חמישי כי תעלה את המס על הדלק בשנה הבאה ותסייע למשפחות. " * 4
ARABIC = "أعلنت الحكومة يوم الخميس أنها سترفع الضريبة على الوقود في العام المقبل. " * 4
JAPANESE = "政府は木曜日、来年から燃料税を引き上げると発表した。低所得世帯への支援も行う。" * 4
CHINESE = "政府星期四宣布，明年将提高燃油税，并将采取措施减轻低收入家庭的负担。" * 4
KOREAN = "정부는 목요일 내년부터 유류세를 인상하겠다고 발표했다. 저소득 가구를 지원한다. " * 4
WESTERN = "The council met on Thursday to decide about the new budget for the coming year. " * 3
WESTERN += "The café’s “naïve” owner said it cost 5 € – no more – in São Paulo and Köln."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_a_byte_order_mark(encoding: str) -> None:
    assert decode(f"{WESTERN}\n{CHINESE}".encode(encoding)) == f"{WESTERN}\n{CHINESE}"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_byte_order_mark(encoding: str) -> None:
    assert decode("A plain story\n\nOf few words.".encode(encoding)).startswith("A plain story")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "cp1252"),
        ("Der Bürgermeister von Köln: „Größe zählt nicht“, sagte er.", "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (GREEK, "cp1253"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
        (JAPANESE, "cp932"),
        (CHINESE, "gb18030"),
        (KOREAN, "cp949"),
    ],
)
def test_older_encodings_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\ufeff\n".encode(), "empty"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
        (b"{\\rtf1 text}", "RTF"),
        (b"text\x00\x01\x02\x00more text that goes on", "binary"),
        (b"\xff\xfeA\x00B", "damaged"),
        (("Zażółć gęślą jaźń " * 5).encode() + b"\xff. End", "damaged character in line 1"),
    ],
)
def test_what_is_not_copy_is_refused_with_advice(source: bytes, says: str) -> None:
    with pytest.raises(UnreadableCopy, match=says):
        decode(source)


def test_a_refusal_keeps_its_values_apart_so_that_it_can_be_translated() -> None:
    with pytest.raises(UnreadableCopy) as refused:
        decode(b"\xff\xfe\n\x00A\x00B")
    message = refused.value.message
    assert message.values == {"encoding": "UTF-16", "line": 2}
    assert "line %(line)s" in message.text
    assert "UTF-16, but line 2 is damaged" in str(refused.value)
