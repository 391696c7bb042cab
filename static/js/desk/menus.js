// A menu is a <details class="menu">; it closes with Escape, and with a click elsewhere.
const open = () => document.querySelectorAll("details.menu[open]")

/** Close open menus when somebody turns to something else. */
export function closeOthers() {
  addEventListener("click", ({ target }) => {
    for (const menu of open()) if (!menu.contains(target)) menu.open = false
  })
  addEventListener("focusin", ({ target }) => {
    for (const menu of open()) if (!menu.contains(target) && !menu.closest("[popover]:popover-open")) menu.open = false
  })
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return
    for (const menu of open()) {
      menu.open = false
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus()
    }
  })
}
