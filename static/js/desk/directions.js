// What says dir="auto" runs in the direction of most of its letters, as readers get it. A browser goes by the first
// letter alone, which turns round "COVID-19: الوباء يعود". Without this, it still does.
import { directionOf } from "../letters.js";

const AUTO = "[dir='auto'], [data-auto]"
const wordsOf = (element) => (element.matches("input, textarea") ? element.value : element.textContent)

function follow(element) {
  // The editor looks after its own.
  if (element.closest(".ProseMirror")) return
  element.dataset.auto = ""
  element.dir = directionOf(wordsOf(element)) || "auto"
}

const followAll = (part) => part.querySelectorAll(AUTO).forEach(follow)

addEventListener(
  "input",
  ({ target }) => {
    if (target.matches?.(AUTO)) follow(target)
  },
  { capture: true },
)
// What scripts add, or write into.
new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    const around = target.closest?.(AUTO)
    if (around) follow(around)
    for (const node of addedNodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue
      if (node.matches(AUTO)) follow(node)
      followAll(node)
    }
  }
}).observe(document.body, { childList: true, subtree: true })
followAll(document)
