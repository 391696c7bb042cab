// Quotation marks in headline and summary, as in the body: those of the story's language in place of straight
// ones as they are typed. Undo brings the straight one back.
import { isApostrophe, language, markFor } from "../editor/quotes.js";

function replace(field, from, to, text) {
  const { selectionEnd } = field
  field.setSelectionRange(from, to)
  // The only way that can be undone.
  document.execCommand("insertText", false, text)
  const end = selectionEnd + text.length - (to - from)
  field.setSelectionRange(end, end)
}

function correct({ currentTarget: field, data, inputType, isComposing }) {
  if (inputType !== "insertText" || isComposing || data?.length !== 1) return
  const at = field.selectionStart - 1
  const before = field.value.slice(0, at)
  if (data === '"' || data === "'") {
    const mark = markFor(data, before, language())
    if (mark !== data) replace(field, at, at + 1, mark)
  } else if (isApostrophe(before, data, language())) replace(field, at - 1, at, "’")
}

const form = document.querySelector("#story_form")
for (const name of ["headline", "summary"]) form?.elements[name]?.addEventListener("input", correct)
