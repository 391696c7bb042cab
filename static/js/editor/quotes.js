// Quotation marks as the story's language writes them, in place of straight ones as they are typed.
// Undo brings the straight one back.
import { Extension, Plugin, pm } from "django-prose-editor/editor"

// Opening and closing marks, then those of a quotation within a quotation; as in CLDR.
const MARKS = {
  en: "“”‘’",
  ar: "”“’‘",
  bg: "„“‚‘",
  cs: "„“‚‘",
  da: "“”‘’",
  de: "„“‚‘",
  "de-CH": "«»‹›",
  el: "«»‘’",
  es: "«»“”",
  fa: "«»‹›",
  fi: "””’’",
  fr: ["«\u00a0", "\u00a0»", "“", "”"],
  hu: "„”»«",
  it: "«»“”",
  ja: "「」『』",
  nb: "«»‘’",
  nl: "“”‘’",
  pl: "„”«»",
  pt: "“”‘’",
  "pt-PT": "«»“”",
  ro: "„”«»",
  ru: "«»„“",
  sk: "„“‚‘",
  sv: "””’’",
  uk: "«»„“",
  "zh-Hant": "「」『』",
}
const BEFORE = /(^|[\s([{\u2013\u2014\u201c\u201e\u201a\u00ab\u2039\u2018\ufffc-])$/u

/** Return the language of the story, as its form says. */
export const language = () => {
  const select = document.querySelector("#id_language")
  return select?.value || select?.dataset.found || "en"
}

/** Return the four marks of a language: of its region or script if they differ there. */
export const marksOf = (code) => [...(MARKS[code] ?? MARKS[code.split("-")[0]] ?? MARKS.en)]

/** Return the mark for a straight one that is typed after the words `before`. */
export function markFor(straight, before, code) {
  const [open, close, innerOpen, innerClose] = marksOf(code)
  if (BEFORE.test(before)) return straight === '"' ? open : innerOpen
  if (straight === '"') return close
  // After a word it closes what is open, and is an apostrophe elsewhere.
  const isOpen = before.lastIndexOf(innerOpen) > before.lastIndexOf(innerClose)
  return isOpen || !/[\p{L}\p{N}]$/u.test(before) ? innerClose : "’"
}

/** Return whether what closed a quotation was an apostrophe, as the letter typed after it says: „‚geht’s‘“. */
export function isApostrophe(before, typed, code) {
  const [, , , innerClose] = marksOf(code)
  if (innerClose === "’" || !before.endsWith(innerClose)) return false
  return /^\p{L}$/u.test(typed) && /\p{L}$/u.test(before.slice(0, -1))
}

function correct(view, from, typed, before) {
  if (!isApostrophe(before, typed, language())) return false
  view.dispatch(view.state.tr.insertText(`’${typed}`, from - 1, from).scrollIntoView())
  return true
}

function replace(view, from, to, typed) {
  if (view.composing || typed.length !== 1) return false
  const { state } = view
  const $from = state.doc.resolve(from)
  const before = $from.parent.textBetween(0, $from.parentOffset, "", "\ufffc")
  if (typed !== '"' && typed !== "'") return from === to && correct(view, from, typed, before)
  view.dispatch(state.tr.insertText(typed, from, to))
  const mark = markFor(typed, before, language())
  view.dispatch(pm.history.closeHistory(view.state.tr.insertText(mark, from, from + 1)).scrollIntoView())
  return true
}

export const Quotes = Extension.create({
  name: "quotes",
  addProseMirrorPlugins: () => [new Plugin({ props: { handleTextInput: replace } })],
})
