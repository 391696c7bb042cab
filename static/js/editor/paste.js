// Simplifies what Word and Google Docs put on the clipboard, before the editor reads it.
import { crel, Extension, Plugin } from "django-prose-editor/editor"

import { gettext, interpolate } from "../i18n.js";

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

// What its writer deleted, and comments on the text: as in articles/body/style.py.
const GONE = [
  "del, s, strike, button, [hidden]",
  ".msocomanchor, .MsoCommentReference, .msocomtxt, .msocomoff, .msoDel",
  "[style*='line-through'], [style*='mso-element:comment'], [style*='mso-hide:all']",
  "[style*='display:none'], [style*='display: none']",
].join(", ")
const label = (text) => text.trim().replace(/\s+/g, " ").toLowerCase()

// What is left out or changed, as [sentence, number or words].
function leaveOut(body, { buttons }) {
  const said = []
  for (const gone of body.querySelectorAll(GONE)) gone.remove()
  const shown = []
  for (const block of body.querySelectorAll("p, div, li, span, a")) {
    if (buttons.has(label(block.textContent)) && isAlone(block)) {
      shown.push(`“${block.textContent.trim()}”`)
      block.remove()
    }
  }
  if (shown.length) said.push([gettext("Left out as labels of buttons: %(what)s."), shown.join(", ")])
  const pictures = [...body.querySelectorAll("img, picture, svg, video, iframe, object")].filter(
    (element) => !element.closest("[data-block]"),
  )
  for (const picture of pictures) picture.remove()
  if (pictures.length) {
    said.push([gettext("Pictures and videos left out: %(what)s. Insert them as pictures."), pictures.length])
  }
  const tables = body.querySelectorAll("table").length
  if (tables) said.push([gettext("Tables whose cells became paragraphs: %(what)s."), tables])
  const notes = body.querySelectorAll("[href*='#_ftn'], [href*='#ftnt'], [href*='#_edn']").length
  if (notes) {
    said.push([gettext("Footnote marks left in the text: %(what)s. Check where their notes belong."), notes])
  }
  return said
}

// Whether nothing else is in the same paragraph.
function isAlone(element) {
  const block = element.closest("p, div, li, td, th, h1, h2, h3, body")
  return block.tagName === "BODY"
    ? !element.parentElement.matches("span, a")
    : label(block.textContent) === label(element.textContent)
}

// The page to which a redirect leads: as in articles/body/redirects.py, which gives the list.
function targetOf(url, redirects) {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed?.search) return url
  for (const [hosts, paths, names] of redirects) {
    const known = hosts.some((host) => `.${parsed.hostname}`.includes(`.${host}`))
    if (!known || !paths.some((path) => parsed.pathname.startsWith(path))) continue
    const found = names.map((name) => parsed.searchParams.get(name)).find((to) => /^https?:/.test(to ?? ""))
    if (found) return found
  }
  return url
}

function tidyLinks(body, { redirects }) {
  for (const link of body.querySelectorAll("a")) {
    const href = link.getAttribute("href")
    if (!href || !link.textContent.trim()) link.replaceWith(...link.childNodes)
    else link.setAttribute("href", targetOf(href, redirects))
  }
}

// Google Docs raises letters by style.
function raise(body) {
  for (const span of body.querySelectorAll("span[style*='vertical-align']")) {
    const where = { super: "sup", sub: "sub" }[span.style.verticalAlign]
    if (where) rename(span, where)
  }
}

function plain(html, options, say) {
  const { body } = new DOMParser().parseFromString(html, "text/html")
  const said = leaveOut(body, options)
  say(said.map(([text, what]) => interpolate(text, { what })).join(" "))
  raise(body)
  tidyLinks(body, options)
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

  onCreate() {
    const { dom } = this.editor.view
    this.storage.line = crel("p", { className: "newsroom-pasted", role: "status" })
    dom.closest(".prose-editor").append(this.storage.line)
  },

  addProseMirrorPlugins() {
    const { editor, storage } = this
    const say = (text) => {
      if (storage.line) storage.line.textContent = text
    }
    // The textarea has what the server knows.
    const options = () => {
      const { pasting } = editor.view.dom.closest(".prose-editor").querySelector("textarea").dataset
      const { buttons, redirects } = JSON.parse(pasting ?? '{"buttons": [], "redirects": []}')
      return { buttons: new Set(buttons), redirects }
    }
    const transformPastedHTML = (html) => plain(html, options(), say)
    return [new Plugin({ props: { transformPastedHTML, handlePaste: pasteLine } })]
  },
})
