// Simplifies what Word and Google Docs put on the clipboard, before the editor reads it.
import { Extension, Plugin } from "django-prose-editor/editor"

const LEVELS = { H1: "h2", H4: "h3", H5: "h3", H6: "h3" }
const BLOCK = "p, h2, h3, ul, ol, blockquote, hr, div, table"
const isItem = (element) => /mso-list:[^;]*level/i.test(element?.getAttribute("style") ?? "")

function rename(element, tag) {
  const renamed = document.createElement(tag)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}

// Word writes lists as paragraphs that start with a bullet or a number.
function gatherWordLists(body) {
  for (const paragraph of body.querySelectorAll("p[style*=mso-list]")) {
    if (!isItem(paragraph)) continue
    const markers = [...paragraph.querySelectorAll("[style*=mso-list]")]
    const marker = markers.map((element) => element.textContent).join("").trim()
    for (const element of markers) element.remove()
    const tag = /^\(?\w{1,3}[.)]/.test(marker) ? "OL" : "UL"
    let list = paragraph.previousElementSibling
    if (list?.tagName !== tag || !("word" in list.dataset)) {
      list = document.createElement(tag)
      list.dataset.word = ""
      paragraph.before(list)
    }
    const item = document.createElement("li")
    item.append(...paragraph.childNodes)
    list.append(item)
    paragraph.remove()
  }
}

function plain(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html")
  gatherWordLists(body)
  for (const [from, to] of Object.entries(LEVELS)) {
    for (const heading of body.querySelectorAll(from)) rename(heading, to)
  }
  for (const cell of body.querySelectorAll("td, th, caption, dt, dd")) rename(cell, "p")
  // Google Docs puts a nested list beside its item.
  for (const list of body.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) {
    list.previousElementSibling?.append(list)
  }
  for (const paragraph of body.querySelectorAll("p")) {
    if (!paragraph.textContent.trim()) paragraph.remove()
  }
  // A line break between blocks only adds space.
  for (const end of body.querySelectorAll("br")) {
    const blocks = [end.previousElementSibling, end.nextElementSibling]
    if (blocks.some((element) => element?.matches(BLOCK))) end.remove()
  }
  return body.innerHTML
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
  addProseMirrorPlugins: () => [
    new Plugin({ props: { transformPastedHTML: plain, handlePaste: pasteLine } }),
  ],
})
