// In which direction most letters of a text run, as in articles/text/scripts.py.
const LETTERS = /\p{L}/gu
const RIGHT_TO_LEFT =
  /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Hanifi_Rohingya}]/gu
// URLs, mail and network names are Latin in texts of all scripts.
const NAMES = /(?:https?:\/\/|www\.)[^\s<>"“”«»]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|(?<!\w)@\w+/g

/** Return the text without URLs, mail addresses and names on networks. */
export const withoutNames = (text) => (/@|www\.|:\/\//.test(text) ? text.replace(NAMES, " ") : text)

/** Return how many letters there are, and how many of them run from right to left. */
export function countLetters(text) {
  const plain = withoutNames(text)
  return [plain.match(LETTERS)?.length ?? 0, plain.match(RIGHT_TO_LEFT)?.length ?? 0]
}

/** Return "rtl" if most letters run from right to left, else "ltr"; "" if there is none. */
export function directionOf(text) {
  const [letters, backwards] = countLetters(text)
  if (!letters) return ""
  return backwards * 2 > letters ? "rtl" : "ltr"
}
