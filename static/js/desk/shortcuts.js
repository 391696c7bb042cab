// The list of keys that `?` shows: of all that the desk has, those that work on this page.
import { usable } from "./keys.js";

const dialog = document.querySelector("#frame-keys")
// Keys that the browser and the editor's own modules handle, by what of the page has them.
const ELSEWHERE = {
  "rows-none": ".bulk",
  save: "[aria-keyshortcuts='Control+S']",
  find: "form textarea[name=body]",
  note: "form textarea[name=body]",
  "front-move": ".front-handle:not([hidden])",
  move: "form textarea[name=body]",
  close: "details.menu, dialog, [popover]",
}

function names() {
  const there = Object.entries(ELSEWHERE).filter(([, selector]) => document.querySelector(selector))
  return new Set([...usable(), ...there.map(([name]) => name)])
}

dialog?.addEventListener("beforetoggle", ({ newState }) => {
  if (newState !== "open") return
  const known = names()
  for (const row of dialog.querySelectorAll("[data-shortcut]")) row.hidden = !known.has(row.dataset.shortcut)
  for (const group of dialog.querySelectorAll("[data-group]")) {
    group.hidden = !group.querySelector("[data-shortcut]:not([hidden])")
  }
})
