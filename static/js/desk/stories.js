// The list of stories by keyboard: j and k go from row to row, Enter or e opens, v views, c copies.
import "./copy.js";
import { onKeys } from "./keys.js";

const rows = () => [...document.querySelectorAll(".story-row")]
const current = () => document.activeElement?.closest(".story-row")
const headline = (row) => row?.querySelector(".story-headline")

function step(by) {
  const all = rows()
  const at = all.indexOf(current())
  headline(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)])?.focus()
}

const press = (key) => () => current()?.querySelector(`[data-key="${key}"]`)?.click()

onKeys({
  j: () => step(1),
  k: () => step(-1),
  e: () => headline(current())?.click(),
  v: press("v"),
  c: press("c"),
})
