// The menu as a toolbar of WAI-ARIA: one stop for Tab, arrow keys inside, names with their shortcuts.
import { Extension, isMacOS } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";

const NAMES = {
  bold: [gettext("Bold"), "Mod-B"],
  italic: [gettext("Italic"), "Mod-I"],
  superscript: [gettext("Superscript"), "Mod-."],
  subscript: [gettext("Subscript"), "Mod-,"],
  link: [gettext("Link"), "Mod-K"],
  unlink: [gettext("Remove link"), ""],
  heading2: [gettext("Heading"), "Mod-Alt-2"],
  heading3: [gettext("Smaller heading"), "Mod-Alt-3"],
  bulletList: [gettext("List"), "Mod-Shift-8"],
  orderedList: [gettext("Numbered list"), "Mod-Shift-7"],
  blockquote: [gettext("Block quote"), "Mod-Shift-B"],
  horizontalRule: [gettext("Horizontal rule"), "---"],
  pullQuote: [gettext("Pull quote"), "Mod-Shift-9"],
  alsoRead: [gettext("Also read"), "Mod-Shift-6"],
  picture: [gettext("Picture"), "Mod-Shift-1"],
  embed: [gettext("Embed"), "Mod-Shift-2"],
  note: [gettext("Add note"), "Mod-Alt-M"],
  find: [gettext("Find and replace"), "Mod-Shift-F"],
  "history:undo": [gettext("Undo"), "Mod-Z"],
  "history:redo": [gettext("Redo"), "Mod-Shift-Z"],
}

// What a pressed button stands for; the other buttons only act.
const STATES = {
  bold: ["bold"],
  italic: ["italic"],
  superscript: ["superscript"],
  subscript: ["subscript"],
  link: ["link"],
  heading2: ["heading", { level: 2 }],
  heading3: ["heading", { level: 3 }],
  bulletList: ["bulletList"],
  orderedList: ["orderedList"],
  blockquote: ["blockquote"],
}

function nameButton(button) {
  const [name, keys] = NAMES[button.dataset.name]
  const shown = isMacOS()
    ? keys.replace("Mod", "⌘").replace("Shift", "⇧").replace("Alt", "⌥").replaceAll("-", "")
    : keys.replace("Mod", "Ctrl").replace(/-(?!-)/g, "+")
  button.title = keys ? `${name} (${keys === "---" ? keys : shown})` : name
  button.setAttribute("aria-label", name)
}

function showState(button, editor) {
  const { classList, dataset } = button
  button.setAttribute("aria-disabled", String(classList.contains("disabled")))
  if (dataset.name in STATES) {
    const active = editor.isActive(...STATES[dataset.name])
    classList.toggle("active", active)
    button.setAttribute("aria-pressed", String(active))
  }
}

// Keep one button in the Tab order; arrow keys, Home and End move between the buttons.
function rove(toolbar) {
  const shown = () => [...toolbar.querySelectorAll("button:not(.hidden)")]
  const stop = (button) => {
    for (const other of toolbar.querySelectorAll("button")) other.tabIndex = -1
    button.tabIndex = 0
  }
  stop(shown()[0])
  toolbar.addEventListener("focusin", ({ target }) => stop(target))
  toolbar.addEventListener("keydown", (event) => {
    const buttons = shown()
    const at = buttons.indexOf(document.activeElement)
    const last = buttons.length - 1
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key]
    if (next === undefined) return
    event.preventDefault()
    buttons[(next + buttons.length) % buttons.length].focus()
  })
}

// What names and describes the hidden textarea names and describes the editor too.
function nameEditor(dom, textarea) {
  const [label] = textarea.labels
  if (label) {
    label.id ||= `${textarea.id}_label`
    dom.setAttribute("aria-labelledby", label.id)
    label.addEventListener("click", () => dom.focus())
  }
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (textarea.hasAttribute(name)) dom.setAttribute(name, textarea.getAttribute(name))
  }
}

export const Toolbar = Extension.create({
  name: "toolbar",
  // After the menu, which makes the buttons.
  priority: 1,

  onCreate() {
    const { dom } = this.editor.view
    const root = dom.closest(".prose-editor")
    const toolbar = root.querySelector(".prose-menubar")
    nameEditor(dom, root.querySelector("textarea"))
    toolbar.setAttribute("role", "toolbar")
    toolbar.setAttribute("aria-label", gettext("Formatting"))
    const buttons = [...toolbar.querySelectorAll("button")]
    buttons.forEach(nameButton)
    rove(toolbar)
    const update = () => buttons.forEach((button) => showState(button, this.editor))
    this.editor.on("transaction", update)
    update()
  },

  addKeyboardShortcuts: () => ({
    "Alt-F10": ({ editor }) => {
      editor.view.dom.closest(".prose-editor").querySelector("button[tabindex='0']").focus()
      return true
    },
  }),
})
