// What every page of the desk needs. All of it can be done without, by links and buttons.
import { onKeys } from "./keys.js";
import { closeOthers } from "./menus.js";
import "./notices.js";

closeOthers()

// Readers' pages ask the desk for a link to the form only in a browser that has used it.
if (document.querySelector("#user-tools")) {
  localStorage.setItem("newsroom-desk", document.querySelector(".bar-name").getAttribute("href"))
}

const click = (selector) => document.querySelector(selector)?.click()
const search = () => {
  const field = document.querySelector("#searchbar") ?? document.querySelector("#frame-search")
  if (field?.checkVisibility()) field.focus()
  else click(".bottom-bar [href*='/story/']")
}

onKeys({
  "/": search,
  n: () => click(".bar-new"),
  "?": () => document.querySelector("#frame-keys")?.togglePopover(),
  "g d": () => click(".bar-name"),
  "g s": () => click(".bar-nav [href$='/articles/story/']"),
})
