// Lists that Word and Word Online write otherwise, as lists: as in articles/body/builder.py.
import { declarations } from "./left-out.js";

const NUMBER = /^\(?[\p{L}\p{N}_]{1,3}[.)]/u
const FIRST = /^\(?[1aA][.)]/
const MOST = 4

// Word writes items as paragraphs that start with a bullet or a number.
function itemsOfWord(body) {
  for (const paragraph of body.querySelectorAll("[style*='mso-list' i]")) {
    const level = /level([1-9])\b/.exec(declarations(paragraph)["mso-list"])
    if (!level) continue
    const markers = [...paragraph.querySelectorAll("[style*='mso-list' i]")]
    paragraph.dataset.level = level[1]
    paragraph.dataset.marker = markers.map((element) => element.textContent).join("").trim()
    for (const element of markers) element.remove()
  }
}

// Word Online makes a list of each.
function itemsOfWordOnline(body) {
  for (const list of body.querySelectorAll(":is(ul, ol):has(> li[data-listid]:first-child)")) {
    const isNumbered = list.localName === "ol"
    for (const [at, item] of [...list.children].entries()) {
      const paragraph = document.createElement("p")
      paragraph.dataset.level = /^[1-9]$/.test(item.ariaLevel ?? "") ? item.ariaLevel : item.dataset.ariaLevel ?? "1"
      paragraph.dataset.marker = isNumbered ? `${Number(list.getAttribute("start") ?? 1) + at}.` : "·"
      for (const inner of item.querySelectorAll("p")) inner.replaceWith(...inner.childNodes)
      paragraph.append(...item.childNodes)
      list.before(paragraph)
    }
    const wrapper = list.parentElement
    list.remove()
    if (wrapper.matches(".ListContainerWrapper")) wrapper.replaceWith(...wrapper.childNodes)
  }
}

function before(element) {
  let other = element.previousElementSibling
  while (other && !other.textContent.trim() && !other.matches("hr, [data-block]")) other = other.previousElementSibling
  return other
}

// The list for the next item, `depth` lists deep at the end of `top`.
function listAt(top, depth, tag) {
  let list = top
  for (let rest = depth; rest > 1; rest--) {
    const inner = list.lastElementChild.lastElementChild
    if (inner?.matches("ul, ol") && (rest > 2 || inner.localName === tag)) list = inner
    else return list.lastElementChild.appendChild(document.createElement(tag))
  }
  return list
}

/** Make lists of the paragraphs that are items; return those whose first number was another one. */
export function gatherLists(body) {
  itemsOfWord(body)
  itemsOfWordOnline(body)
  const later = []
  let top = null
  let levels = []
  for (const paragraph of body.querySelectorAll("[data-level]")) {
    if (!paragraph.textContent.trim()) continue
    const { level, marker } = paragraph.dataset
    const tag = NUMBER.test(marker) ? "ol" : "ul"
    if (!top || before(paragraph) !== top) [top, levels] = [null, []]
    while (levels.at(-1) > level) levels.pop()
    if (!levels.length || levels.at(-1) < level) levels.push(level)
    const depth = Math.min(levels.length, MOST)
    const goesOn = top && (depth > 1 || (top.localName === tag && !FIRST.test(marker)))
    if (!goesOn) {
      top = document.createElement(tag)
      levels = [level]
      paragraph.before(top)
    }
    const list = goesOn ? listAt(top, depth, tag) : top
    if (tag === "ol" && !list.children.length && !FIRST.test(marker)) later.push(list)
    const item = document.createElement("li")
    item.append(...paragraph.childNodes)
    list.append(item)
    paragraph.remove()
  }
  return later
}
