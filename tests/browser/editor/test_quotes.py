"""Quotation marks as the language of the story writes them, as they are typed."""

from playwright.sync_api import Page

TYPED = {
    "en-gb": ("He said \"it's 'so'\" now", "He said “it’s ‘so’” now"),
    "de": ("Er sagt: \"Geht's 'so'?\"", "Er sagt: „Geht’s ‚so‘?“"),
    "de-ch": ('Er sagt: "ja"', "Er sagt: «ja»"),
    "fr": ('Il dit : "oui"', "Il dit : «\u00a0oui\u00a0»"),
    "fr-ch": ('Il dit: "oui"', "Il dit: «oui»"),
    "ru": ("Он: \"да, 'нет'\"", "Он: «да, „нет“»"),
    "pl": ('Mówi: "tak"', "Mówi: „tak”"),
    "ro": ('Spune: "da"', "Spune: „da”"),
    "hr": ('Kaže: "da"', "Kaže: „da“"),
    "sl": ('Pravi: "da"', "Pravi: „da“"),
    "sv": ("\"ja, 'nej'\"", "”ja, ’nej’”"),
    "fi": ('Hän: "joo"', "Hän: ”joo”"),
    "el": ('Λέει: "ναι"', "Λέει: «ναι»"),
    "hy": ('Ասում է. "այո"', "Ասում է. «այո»"),
    "ka": ('ამბობს: "კი"', "ამბობს: „კი“"),
    "fa": ('گفت: "بله"', "گفت: «بله»"),
    "ps": ('وویل: "هو"', "وویل: «هو»"),
    "ur": ('کہا: "ہاں"', "کہا: ”ہاں“"),
    "he": ('צה"ל: "כן" ג\'ירפה', 'צה"ל: "כן" ג\'ירפה'),
    "ja": ("彼は\"はい、'うん'\"と", "彼は「はい、『うん』」と"),
    "zh-hant": ('他說"是"。', "他說「是」。"),
    "zh-hans": ('他说"是"，"iPhone"。', "他说“是”，“iPhone”。"),
    "th": ('เขาว่า"ใช่"แล้ว', "เขาว่า“ใช่”แล้ว"),
}


def test_marks_are_those_of_the_language(writing: Page) -> None:
    found = writing.evaluate(
        """async (typed) => {
            const { isApostrophe, markFor } = await import("/static/js/editor/quotes.js")
            const write = (code, text) => [...text].reduce((before, sign) => {
                if (`"'`.includes(sign)) return before + markFor(sign, before, code)
                const kept = isApostrophe(before, sign, code) ? before.slice(0, -1) + "’" : before
                return kept + sign
            }, "")
            return Object.fromEntries(typed.map(([code, text]) => [code, write(code, text)]))
        }""",
        [[code, typed] for code, (typed, _) in TYPED.items()],
    )
    assert found == {code: written for code, (_, written) in TYPED.items()}
