// What every page of the desk needs. All of it can be done without, by links and buttons.
import { clicks, onKeys } from "./keys.js";
import { closeOthers } from "./menus.js";
import "./notices.js";
import "./shortcuts.js";

closeOthers()

// Readers' pages ask the desk for a link to the form only in a browser that has used it.
if (document.querySelector("#user-tools")) {
  localStorage.setItem("newsroom-desk", document.querySelector(".bar-name").getAttribute("href"))
}

const keys = document.querySelector("#frame-keys")
const field = () => document.querySelector("#searchbar") ?? document.querySelector("#frame-search")
const stories = () => document.querySelector(".bottom-bar [data-place='stories']")
const place = (name) => clicks(`go-${name}`, `.bar-nav [data-place='${name}']`)

function search() {
  if (field()?.checkVisibility()) field().focus()
  else stories()?.click()
}

onKeys({
  "/": { name: "search", run: search, can: () => field() ?? stories() },
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
