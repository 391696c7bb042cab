// A story that is only read: the words of notes are marked in it, and selected words can get one, as in the editor.
import { find, openNotes, quoteOf, tell } from "../editor/anchors.js";

const page = document.querySelector("#story-reading .reading-text")
// What is not part of the words by which notes find their place: articles/body/anchors.py.
const AROUND = ".dateline, .credit, .label, .chip, .pull-quote figcaption"

// The text with single spaces, and for each of its signs the text node and the offset at which it is.
function flatten() {
  let text = ""
  const places = []
  let block = null
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(AROUND)) continue
    const own = node.parentElement.closest("p, li, h2, h3, figcaption, .also-read-words")
    const said = own === block ? node.data : ` ${node.data}`
    const shift = said.length - node.length
    block = own
    for (let at = 0; at < said.length; at++) {
      const isSpace = /\s/.test(said[at])
      if (isSpace && (!text || text.endsWith(" "))) continue
      text += isSpace ? " " : said[at]
      places.push([node, Math.max(0, at - shift)])
    }
  }
  return { text, places }
}

function unmark() {
  for (const mark of page.querySelectorAll("mark.newsroom-noted")) mark.replaceWith(...mark.childNodes)
  page.normalize()
}

// Each text node apart: words may run through a link.
function mark(note, places) {
  const spans = new Map()
  for (const [node, offset] of places) {
    const [from = offset] = spans.get(node) ?? []
    spans.set(node, [Math.min(from, offset), offset + 1])
  }
  for (const [node, [from, to]] of spans) {
    const words = node.splitText(from)
    words.splitText(to - from)
    const made = document.createElement("mark")
    made.className = "newsroom-noted"
    made.dataset.notes = note
    words.replaceWith(made)
    made.append(words)
  }
}

function show() {
  unmark()
  for (const thread of openNotes()) {
    // Each is searched for again: a mark splits the text nodes.
    const { text, places } = flatten()
    const found = find(text, thread.dataset)
    thread.classList.toggle("is-gone", !found)
    if (found) mark(thread.dataset.note, places.slice(...found))
  }
}

// The selected words; null where none of the text are.
function selected() {
  const selection = getSelection()
  if (selection.isCollapsed || !selection.containsNode(page, true)) return null
  const range = selection.getRangeAt(0)
  const { text, places } = flatten()
  const isIn = ([node, offset]) => range.comparePoint(node, offset) === 0 && range.comparePoint(node, offset + 1) === 0
  return quoteOf(text, places.findIndex(isIn), places.findLastIndex(isIn) + 1)
}

if (page) {
  show()
  document.addEventListener("newsroom:notes", show)
  document.addEventListener("newsroom:show-words", ({ detail }) => {
    const [words] = page.querySelectorAll(`mark[data-notes="${CSS.escape(detail)}"]`)
    words?.scrollIntoView({ block: "center" })
  })
  page.addEventListener("click", ({ target }) => {
    const note = target.closest("mark")?.dataset.notes
    if (note) tell("newsroom:open-note", { note, focus: false })
  })
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "m" || !event.altKey || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    tell("newsroom:write-note", selected())
  })
}
