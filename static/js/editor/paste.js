// Simplifies what other programs put on the clipboard, before the editor reads it, and says what is lost.
import { crel, Extension, Plugin } from "django-prose-editor/editor"

import { gettext, isolated } from "../i18n.js";
import { removeLeftOut, removePictures } from "./left-out.js";
import { gatherLists } from "./pasted-lists.js";
import { tidyLines, tidyMarks, writeSigns } from "./pasted-text.js";
import { targetOf } from "./redirects.js";
import { applySheets } from "./sheet.js";

const LEVELS = { H1: "h2", H4: "h3", H5: "h3", H6: "h3" }
const FOOTNOTE = /#_?(?:ftn|edn|ftnt|sdfootnote|sdendnote|cite_note-)\d*(?:sym)?[^/]*$/
const BACK = /ref|anc$/
const [MOST_SHOWN, LONGEST_SHOWN] = [5, 40]

const label = (text) => text.trim().replace(/\s+/g, " ").toLowerCase()
// The first words of elements; those of another direction isolated from the sentence around them.
function quoted(elements) {
  const texts = elements.map(({ textContent }) => textContent.trim().replace(/\s+/g, " ")).filter(Boolean)
  const first = texts.slice(0, MOST_SHOWN).map((text) => {
    const part = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
    return `“${isolated(part)}”`
  })
  return [...first, ...(texts.length > MOST_SHOWN ? ["…"] : [])].join(", ")
}

function rename(element, tag) {
  const renamed = document.createElement(tag)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}

// Whether nothing else is in the same paragraph.
function isAlone(element) {
  const block = element.closest("p, div, li, td, th, h1, h2, h3, h4, h5, h6, body")
  return block.tagName === "BODY"
    ? !element.parentElement.matches("span, a")
    : label(block.textContent) === label(element.textContent)
}

function removeLabels(body, buttons) {
  const removed = []
  for (const block of body.querySelectorAll("p, div, li, span, a, h2, h3, h4, h5, h6")) {
    if (!body.contains(block) || !buttons.includes(label(block.textContent)) || !isAlone(block)) continue
    removed.push(block)
    block.remove()
  }
  return removed
}

const footnotes = (body) =>
  [...body.querySelectorAll("a[href*='#']")].filter(({ hash }) => FOOTNOTE.test(hash) && !BACK.test(hash))

function tidyLinks(body, redirects) {
  for (const link of body.querySelectorAll("a")) {
    const href = link.getAttribute("href")
    if (!href || !link.textContent.trim()) link.replaceWith(...link.childNodes)
    else link.setAttribute("href", targetOf(href.trim(), redirects))
  }
}

function tidyBlocks(body) {
  for (const [from, to] of Object.entries(LEVELS)) {
    for (const heading of body.querySelectorAll(from)) rename(heading, to)
  }
  const captions = "caption, figcaption"
  for (const cell of body.querySelectorAll(`td, th, dt, dd, pre, :is(${captions}):not([data-block] *)`)) rename(cell, "p")
  // Google Docs puts a nested list beside its item.
  for (const list of body.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) {
    list.previousElementSibling?.append(list)
  }
  for (const paragraph of body.querySelectorAll("p")) {
    if (!paragraph.textContent.trim()) paragraph.remove()
  }
}

// Return simpler HTML, and what was left out or changed, as [sentence, number or words].
function simplify(html, { buttons, redirects, leftOut }) {
  const parsed = new DOMParser().parseFromString(html, "text/html")
  applySheets(parsed)
  const { body } = parsed
  const pictures = removePictures(body)
  const { deleted, comments, hidden } = removeLeftOut(body, leftOut)
  const seen = hidden.filter((element) => !element.matches("style, script, noscript, template, title, head, svg"))
  const labels = removeLabels(body, buttons)
  const numbered = body.querySelectorAll("ol:is([reversed], [start]:not([start='1'])):not(:has(> li[data-listid]))")
  const tables = [...body.querySelectorAll("table")].filter((table) => table.querySelectorAll("td, th").length > 1)
  const said = [
    [gettext("Deleted text left out: %(what)s."), quoted(deleted)],
    [gettext("Comments left out: %(what)s."), comments.length],
    [gettext("Menus and hidden text left out: %(what)s."), quoted(seen)],
    [gettext("Left out as labels of buttons: %(what)s."), quoted(labels)],
    [gettext("Pictures and videos left out: %(what)s. Insert them as pictures."), pictures.length],
    [gettext("Captions that became paragraphs: %(what)s."), quoted([...body.querySelectorAll("figcaption:not([data-block] *)")])],
    [gettext("Tables whose cells became paragraphs: %(what)s."), tables.length],
    [gettext("Footnote marks left in the text: %(what)s. Check where their notes belong."), footnotes(body).length],
  ]
  writeSigns(body)
  tidyLines(body)
  const later = gatherLists(body).length + numbered.length
  said.push([gettext("Lists whose numbers now begin at 1: %(what)s. Check the numbers."), later])
  tidyMarks(body)
  tidyLinks(body, redirects)
  tidyBlocks(body)
  return [body.innerHTML, said.filter(([, what]) => what)]
}

// Our own blocks hold one line of plain text.
function pasteLine(view, _event, slice) {
  const { tr, selection } = view.state
  if (!("key" in selection.$from.parent.attrs)) return false
  const { content } = slice
  const text = content.textBetween(0, content.size, " ", " ")
  // Whole blocks stay separate from the words around them.
  const line = (content.childCount > 1 ? ` ${text} ` : text).replace(/\s+/g, " ")
  view.dispatch(tr.insertText(line).scrollIntoView())
  return true
}

export const CleanPaste = Extension.create({
  name: "cleanPaste",

  onCreate() {
    const { dom } = this.editor.view
    this.storage.line = crel("p", { className: "newsroom-pasted", role: "status" })
    dom.closest(".prose-editor").append(this.storage.line)
  },

  addProseMirrorPlugins() {
    const { editor, storage } = this
    // The textarea has what the server knows.
    const options = () => {
      const { pasting } = editor.view.dom.closest(".prose-editor").querySelector("textarea").dataset
      return JSON.parse(pasting ?? '{"buttons": [], "redirects": [], "leftOut": {}}')
    }
    const transformPastedHTML = (html) => {
      const [simple, said] = simplify(html, options())
      if (storage.line) storage.line.textContent = said.map(([text, what]) => text.replace("%(what)s", () => what)).join(" ")
      return simple
    }
    return [new Plugin({ props: { transformPastedHTML, handlePaste: pasteLine } })]
  },
})
