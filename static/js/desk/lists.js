// A list by keyboard: j and k go from row to row, Enter or e opens, x chooses, X chooses all from the row
// chosen last to this one; of stories, v views and c copies the link.
import "./copy.js";
import { clicks, onKeys } from "./keys.js";

const ROWS = ".story-row, #result_list tbody tr"
const NAME = ".story-headline, th a, td a"

const rows = () => [...document.querySelectorAll(ROWS)]
const current = () => document.activeElement?.closest(ROWS)
const name = (row) => row?.querySelector(NAME)
const box = (row) => row?.querySelector(".action-select")
let last = null

function step(by) {
  const all = rows()
  const at = all.indexOf(current())
  name(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)])?.focus()
}

/** Choose the row or not, as a click does, so that Django's own script counts it. */
function set(row, checked) {
  if (box(row) && box(row).checked !== checked) box(row).click()
}

function choose() {
  const row = current()
  if (!box(row)) return
  last = row
  set(row, !box(row).checked)
}

function chooseTo() {
  const all = rows()
  const ends = [all.indexOf(last ?? current()), all.indexOf(current())].sort((a, b) => a - b)
  if (ends[0] < 0) return
  for (const row of all.slice(ends[0], ends[1] + 1)) set(row, true)
  last = current()
}

const hasRows = () => rows().length > 0
const hasBoxes = () => hasRows() && box(rows()[0])
const hasStories = () => document.querySelector(".story-row")
const press = (key) => () => current()?.querySelector(`[data-key="${key}"]`)?.click()

onKeys({
  j: { name: "row-next", run: () => step(1), can: hasRows },
  k: { name: "row-previous", run: () => step(-1), can: hasRows },
  e: { name: "row-open", run: () => name(current())?.click(), can: hasRows },
  x: { name: "row-choose", run: choose, can: hasBoxes },
  X: { name: "row-choose-to", run: chooseTo, can: hasBoxes },
  v: { name: "story-view", run: press("v"), can: hasStories },
  c: { name: "story-copy", run: press("c"), can: hasStories },
  "]": clicks("page-next", ".pages [rel=next], .paginator .this-page + a"),
})
