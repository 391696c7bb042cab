// What every page of the desk needs. All of it can also be done with links and buttons.
import "./directions.js";
import { clicks, onKeys } from "./keys.js";
import { closeOthers } from "./menus.js";
import "./notices.js";
import "./shortcuts.js";

closeOthers()

// Readers' pages ask the desk for a link to the form only in a browser that has used it.
if (document.querySelector("#user-tools")) {
  try {
    localStorage.setItem("newsroom-desk", document.querySelector(".bar-name").getAttribute("href"))
  } catch {
    // Where cookies are blocked, or the browser is full, there is no such link.
  }
}

const keys = document.querySelector("#frame-keys")
const field = () => document.querySelector("#searchbar") ?? document.querySelector("#frame-search")
const page = () => document.querySelector(".bar-find")
const place = (name) => clicks(`go-${name}`, `.bar-nav [data-place='${name}']`)

// A list has a field of its own; on a narrow screen, the bar has a link to the page.
function search() {
  if (field()?.checkVisibility()) field().focus()
  else page()?.click()
}

onKeys({
  "/": { name: "search", run: search, can: () => field() ?? page() },
  n: clicks("new", ".bar-new"),
  "?": { name: "keys", run: () => keys.togglePopover(), can: () => keys },
  "g d": clicks("go-desk", ".bar-name"),
  "g s": place("stories"),
  "g c": place("schedule"),
  "g f": place("front"),
  "g l": place("links"),
  "g p": place("pictures"),
  "g n": clicks("go-notices", "#bell .menu-list a"),
})
