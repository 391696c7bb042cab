// Marks, spaces and lines of pasted text as the server reads them: articles/body/style.py and inline.py.
import { declarations } from "./left-out.js";

const INLINE = "a, b, em, font, i, ins, small, span, strong, sub, sup, u"
const BLOCK =
  "p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, hr, div, table, caption, tr, td, th, pre, address, " +
  "article, aside, section, header, footer, main, figure, figcaption, center, details, summary, form, [data-block]"
const isBlock = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches(BLOCK)
const isBreak = (node) => node.nodeName === "BR"
const BOLD = /^(?:bold|bolder|[6-9]00)$/
const UNSEEN = /[\u00ad\u2060\ufeff]/g
const ASIA = "\\u0e00-\\u109f\\u1780-\\u17ff\\u1a20-\\u1aaf\\u1b00-\\u1b7f\\ua980-\\ua9df\\uaa60-\\uaa7f"
// A space of no width parts words in some scripts of Asia, and nothing elsewhere.
const NO_WIDTH = new RegExp(`(?<![${ASIA}])\\u200b(?![${ASIA}])`, "g")

function replace(element, tag) {
  const made = document.createElement(tag)
  for (const { name, value } of element.attributes) made.setAttribute(name, value)
  made.append(...element.childNodes)
  element.replaceWith(made)
  return made
}

function wrap(element, tag) {
  const made = document.createElement(tag)
  made.append(...element.childNodes)
  element.append(made)
}

// A style says whether there is a mark, whichever element has it.
function mark(element, says, tag, also, [property, none]) {
  if (says === undefined) return element
  if (says) {
    wrap(element, tag)
    return element
  }
  const plain = element.matches(`${tag}, ${also}`) ? replace(element, "span") : element
  plain.style[property] = none
  return plain
}

/** Say in elements what styles say, and take the styles away: the editor would read more into them. */
export function tidyMarks(body) {
  for (const cite of body.querySelectorAll("cite")) replace(cite, "em")
  for (const styled of body.querySelectorAll("[style]")) {
    const style = declarations(styled)
    styled.removeAttribute("style")
    if (!styled.matches(INLINE)) continue
    const { "font-weight": weight, "font-style": slant, "vertical-align": raised } = style
    let element = mark(styled, weight && BOLD.test(weight), "strong", "b", ["fontWeight", "400"])
    element = mark(element, slant && ["italic", "oblique"].includes(slant), "em", "i", ["fontStyle", "normal"])
    const tag = { super: "sup", sub: "sub" }[raised]
    if (tag && !element.matches("sup, sub")) wrap(element, tag)
  }
}

const DISPLAYED = /^(?:block|flex|grid|list-item|table[\w-]*)(?![\w-])/

/** Write what browsers draw: quotation marks, readings above letters, and blocks of inline elements. */
export function writeSigns(body) {
  for (const quotation of body.querySelectorAll("q")) quotation.replaceWith("“", ...quotation.childNodes, "”")
  for (const reading of body.querySelectorAll("rt")) reading.replaceWith("（", ...reading.childNodes, "）")
  for (const slack of body.querySelectorAll("[data-stringify-type='paragraph-break']")) {
    slack.replaceWith(document.createElement("br"), document.createElement("br"))
  }
  for (const styled of body.querySelectorAll("[style*='display' i]")) {
    if (styled.matches(BLOCK) || !DISPLAYED.test(declarations(styled).display ?? "")) continue
    const block = document.createElement("div")
    styled.before(block)
    block.append(styled)
  }
}

// Whether the ends of lines in it are line breaks.
function keepsLines(element) {
  for (let outer = element; outer; outer = outer.parentElement) {
    const kept = declarations(outer)["white-space"]
    if (kept) return /^(pre|break-spaces)/.test(kept)
    if (outer.matches("pre, listing, xmp")) return true
  }
  return false
}

function tidySpaces(body) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) texts.push(walker.currentNode)
  for (const text of texts) {
    const tidy = text.data.replace(UNSEEN, "").replace(NO_WIDTH, "")
    const [first, ...rest] = tidy.includes("\n") && keepsLines(text.parentElement) ? tidy.split("\n") : [tidy]
    const single = (line) => line.replace(/[ \t\n\r\f]+/g, " ").replace(/[ \u00a0]{2,}/g, " ")
    text.data = single(first)
    text.after(...rest.flatMap((line) => [document.createElement("br"), single(line)]))
  }
}


// What stands beside it in the text, blanks apart: a block, a line break or text; null at an end of its block.
function beside(node, side) {
  let other = node
  for (;;) {
    while (!other[side]) {
      other = other.parentElement
      if (other.matches(`${BLOCK}, body`)) return null
    }
    other = other[side]
    while (!isBlock(other) && other.hasChildNodes()) {
      other = side === "nextSibling" ? other.firstChild : other.lastChild
    }
    const isText = other.nodeType === Node.TEXT_NODE && other.data.trim()
    if (isText || isBlock(other) || isBreak(other)) return other
  }
}

// Make a paragraph of what stands before an empty line, which is from one break to another.
function split(end, next) {
  const block = end.parentElement.closest(`${BLOCK}, body`)
  let first = end
  while (first.parentElement !== block) first = first.parentElement
  while (first.previousSibling && !isBlock(first.previousSibling)) first = first.previousSibling
  const range = document.createRange()
  range.setStartBefore(first)
  range.setEndBefore(end)
  const paragraph = document.createElement("p")
  paragraph.append(range.extractContents())
  if (block.matches("p, pre, h1, h2, h3, h4, h5, h6")) block.before(paragraph)
  else range.insertNode(paragraph)
  range.setStartBefore(end)
  range.setEndAfter(next)
  range.deleteContents()
}

/** Make line breaks of kept ends of lines, and two paragraphs of what an empty line parts. */
export function tidyLines(body) {
  tidySpaces(body)
  for (const end of body.querySelectorAll("br")) {
    if (!body.contains(end)) continue
    const [previous, next] = [beside(end, "previousSibling"), beside(end, "nextSibling")]
    // A line break between blocks only adds space.
    if (!previous || !next || isBlock(previous) || isBlock(next)) end.remove()
    else if (isBreak(next)) split(end, next)
  }
}
