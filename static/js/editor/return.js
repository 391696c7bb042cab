// Saving opens the form again: the caret and the page come back to where they were.
import { Extension, pm } from "django-prose-editor/editor"

import { inWindow } from "../in-window.js";

const KEY = "newsroom-place"
// Of the field itself, or of the button that saves.
const selectorOf = ({ id, name }) => (id ? `#${CSS.escape(id)}` : name ? `[name="${CSS.escape(name)}"]` : "")
// Where in the window the caret is, or else the text: what is above it may have another height then.
const topOf = (view, at) => (at === undefined ? view.dom.getBoundingClientRect().top : view.coordsAtPos(at).top)

function keep({ view, state }) {
  const { from, to } = state.selection
  const field = document.activeElement
  const place = view.hasFocus()
    ? { from, to }
    : { field: selectorOf(field), start: field.selectionStart, end: field.selectionEnd }
  inWindow.put(KEY, { ...place, scroll: scrollY, top: topOf(view, place.from) })
}

function comeBack({ view, state }, { from, to, field, start, end, scroll, top }) {
  const within = (at) => Math.min(at, state.doc.content.size)
  // Unless somebody was faster.
  const isFree = document.activeElement === document.body
  if (isFree && from !== undefined) {
    const [anchor, head] = [from, to].map((at) => state.doc.resolve(within(at)))
    view.dispatch(state.tr.setSelection(pm.state.TextSelection.between(anchor, head)))
    view.focus()
  } else if (isFree && field) {
    const found = view.dom.closest("form").querySelector(field)
    found?.focus({ preventScroll: true })
    if (Number.isInteger(start)) found?.setSelectionRange(start, end)
  }
  if (scroll) scrollBy(0, topOf(view, from === undefined ? from : within(from)) - top)
}

export const Return = Extension.create({
  name: "return",
  onCreate() {
    const place = inWindow.take(KEY)
    if (place && document.querySelector(".messagelist .success")) comeBack(this.editor, place)
    this.editor.view.dom.closest("form")?.addEventListener("submit", ({ submitter, defaultPrevented }) => {
      if (submitter?.name === "_continue" && !defaultPrevented) keep(this.editor)
    })
  },
})
