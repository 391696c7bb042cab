// Quotation marks as the story's language writes them, in place of straight ones as they are typed.
// Undo brings the straight one back.
import { Extension, Plugin, pm } from "django-prose-editor/editor"

// Opening and closing marks, then those of a quotation within a quotation; as in CLDR.
const MARKS = {
  en: "“”‘’",
  am: "«»‹›",
  ar: "”“’‘",
  be: "«»„“",
  bg: "„“‚‘",
  bs: "„”‘’",
  ca: "«»“”",
  ckb: "«»‹›",
  cs: "„“‚‘",
  da: "“”‘’",
  de: "„“‚‘",
  "de-ch": "«»‹›",
  el: "«»‘’",
  es: "«»“”",
  et: "„“‚‘",
  eu: "«»‹›",
  fa: "«»‹›",
  fi: "””’’",
  fr: ["«\u00a0", "\u00a0»", "“", "”"],
  "fr-ch": "«»‹›",
  // Hebrew writes straight ones, inside words too.
  he: `""''`,
  hr: "„“‚‘",
  hu: "„”»«",
  hy: "«»‹›",
  is: "„“‚‘",
  it: "«»“”",
  ja: "「」『』",
  ka: "„“‚‘",
  ky: "«»„“",
  lb: "„“‚‘",
  lt: "„“‚‘",
  mk: "„“‚‘",
  nb: "«»‘’",
  nl: "“”‘’",
  nn: "«»‘’",
  pl: "„”«»",
  ps: "«»‹›",
  pt: "“”‘’",
  "pt-pt": "«»“”",
  ro: "„”«»",
  ru: "«»„“",
  sd: "”“’‘",
  sk: "„“‚‘",
  sl: "„“‚‘",
  sq: "«»“”",
  sr: "„“‚‘",
  sv: "””’’",
  tg: "«»„“",
  ug: "«»‹›",
  uk: "«»„“",
  ur: "”“’‘",
  "zh-hant": "「」『』",
  "zh-hk": "「」『』",
  "zh-tw": "「」『』",
}
// What is written without spaces has none before a quotation.
const UNSPACED = /^(?:zh|ja|th|lo|km|my|bo)(?:-|$)/i
const BEFORE = /(^|[\s([{\u2013\u2014\ufffc-])$/u

/** Return the language of the story, as its form says. */
export const language = () => {
  const select = document.querySelector("#id_language")
  return select?.value || select?.dataset.found || "en"
}

/** Return the four marks of a language: of its region or script if they differ there. */
export function marksOf(code) {
  const language = code.toLowerCase()
  return [...(MARKS[language] ?? MARKS[language.split("-")[0]] ?? MARKS.en)]
}

/** Return the mark for a straight one that is typed after the words `before`. */
export function markFor(straight, before, code) {
  const [open, close, innerOpen, innerClose] = marksOf(code)
  const [opens, closes] = straight === '"' ? [open, close] : [innerOpen, innerClose]
  if (UNSPACED.test(code) && !/[\p{Script=Latin}\p{N}]$/u.test(before)) {
    return before.lastIndexOf(opens) > before.lastIndexOf(closes) ? closes : opens
  }
  // What opens a quotation in one language closes it in another.
  const isOpened = [open, innerOpen].some((mark) => before.endsWith(mark))
  const isClosed = [close, innerClose].some((mark) => before.endsWith(mark))
  if (BEFORE.test(before) || (isOpened && !isClosed)) return opens
  if (straight === '"') return close
  if (innerClose === "'") return innerClose
  // After a word it closes what is open, and is an apostrophe elsewhere.
  const isOpen = before.lastIndexOf(innerOpen) > before.lastIndexOf(innerClose)
  return isOpen || !/[\p{L}\p{N}]$/u.test(before) ? innerClose : "’"
}

/** Return whether what closed a quotation was an apostrophe, as the letter typed after it says: „‚geht’s‘“. */
export function isApostrophe(before, typed, code) {
  const [, , , innerClose] = marksOf(code)
  if (["’", "'"].includes(innerClose) || !before.endsWith(innerClose)) return false
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
