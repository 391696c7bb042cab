// Find and replace in the body: a line below the toolbar, which Ctrl+Shift+F opens.
import { crel, Extension, escapeForRegEx, Plugin, pm } from "django-prose-editor/editor"

import { gettext, interpolate } from "../i18n.js";

const { Decoration, DecorationSet } = pm.view
const { TextSelection } = pm.state
const key = new pm.state.PluginKey("find")
const NONE = { words: "", found: [], at: -1, marks: DecorationSet.empty }

function search(doc, words) {
  if (!words) return []
  const pattern = new RegExp(escapeForRegEx(words), "giu")
  const found = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    // Each leaf counts as one sign, as positions do.
    const text = node.textBetween(0, node.content.size, "", "\ufffc")
    for (const { index, 0: { length } } of text.matchAll(pattern)) {
      found.push({ from: pos + 1 + index, to: pos + 1 + index + length })
    }
    return false
  })
  return found
}

function state(doc, words, at) {
  if (!words) return NONE
  const found = search(doc, words)
  const current = found.length ? Math.min(Math.max(at, 0), found.length - 1) : -1
  const marks = found.map(({ from, to }, number) =>
    Decoration.inline(from, to, { class: number === current ? "newsroom-found newsroom-found-here" : "newsroom-found" }),
  )
  return { words, found, at: current, marks: DecorationSet.create(doc, marks) }
}

class Finder {
  constructor(editor) {
    this.editor = editor
    const field = (label) => crel("input", { type: "text", dir: "auto", placeholder: label, "aria-label": label, autocomplete: "off" })
    const button = (label, act, className = "button plain") => {
      const made = crel("button", { type: "button", className, textContent: label })
      made.addEventListener("click", act)
      return made
    }
    this.words = field(gettext("Find"))
    this.others = field(gettext("Replace with"))
    this.count = crel("output", { className: "newsroom-find-count" })
    const closer = button("×", () => this.close())
    closer.setAttribute("aria-label", gettext("Close"))
    this.dom = crel("div", { className: "newsroom-find", role: "search", "aria-label": gettext("Find and replace"), hidden: true }, [
      this.words,
      this.count,
      button(gettext("Next"), () => this.step(1)),
      this.others,
      button(gettext("Replace"), () => this.replace()),
      button(gettext("Replace all"), () => this.replaceAll()),
      closer,
    ])
    const stop = (event) => event.stopPropagation()
    // It is not part of what the form holds.
    for (const input of [this.words, this.others]) input.addEventListener("input", stop)
    this.words.addEventListener("input", () => this.set(this.words.value, 0))
    this.dom.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close()
      else if (event.key === "Enter" && event.target === this.words) this.step(event.shiftKey ? -1 : 1)
      else if (event.key === "Enter" && event.target === this.others) this.replace()
      else return
      event.preventDefault()
    })
    editor.view.dom.closest(".prose-editor").querySelector(".prose-menubar").after(this.dom)
    editor.on("transaction", () => this.say())
  }

  get now() {
    return key.getState(this.editor.state)
  }

  set(words, at) {
    this.editor.view.dispatch(this.editor.state.tr.setMeta(key, { words, at }))
    this.reveal()
  }

  say() {
    const { words, found, at } = this.now
    const text = found.length
      ? interpolate(gettext("%(at)s of %(count)s"), { at: at + 1, count: found.length })
      : gettext("Not found")
    const said = words ? text : ""
    if (this.count.textContent !== said) this.count.textContent = said
  }

  reveal() {
    const { found, at } = this.now
    if (at < 0) return
    const { node } = this.editor.view.domAtPos(found[at].from)
    ;(node.parentElement ?? node).scrollIntoView({ block: "center" })
  }

  open() {
    const { doc, selection: { from, to } } = this.editor.state
    const chosen = doc.textBetween(from, to, " ")
    this.dom.hidden = false
    if (chosen && chosen.length < 100) this.words.value = chosen
    this.words.focus()
    this.words.select()
    if (this.words.value) this.set(this.words.value, search(doc, this.words.value).findIndex((one) => one.from >= from))
  }

  close() {
    const { found, at } = this.now
    this.dom.hidden = true
    const { tr } = this.editor.state
    if (at >= 0) tr.setSelection(TextSelection.create(tr.doc, found[at].from, found[at].to))
    this.editor.view.dispatch(tr.setMeta(key, { words: "", at: -1 }))
    this.editor.commands.focus()
  }

  step(by) {
    const { words, found, at } = this.now
    if (found.length) this.set(words, (at + by + found.length) % found.length)
  }

  replace() {
    const { words, found, at } = this.now
    if (at < 0) return
    const { from, to } = found[at]
    this.editor.view.dispatch(this.editor.state.tr.insertText(this.others.value, from, to).setMeta(key, { words, at }))
    this.reveal()
  }

  replaceAll() {
    const { tr } = this.editor.state
    for (const { from, to } of this.now.found.toReversed()) tr.insertText(this.others.value, from, to)
    this.editor.view.dispatch(tr)
  }
}

export const Find = Extension.create({
  name: "find",
  // After the menu, which it is below.
  priority: 1,

  onCreate() {
    this.storage.finder = new Finder(this.editor)
  },

  addKeyboardShortcuts() {
    const open = () => {
      this.storage.finder.open()
      return true
    }
    return { "Mod-Shift-f": open }
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "find",
      groups: "history",
      button: buttons.material("search"),
      command: () => this.storage.finder.open(),
    })
  },

  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: () => NONE,
        apply: (tr, old) => {
          const asked = tr.getMeta(key)
          if (asked) return state(tr.doc, asked.words, asked.at)
          return tr.docChanged && old.words ? state(tr.doc, old.words, old.at) : old
        },
      },
      props: { decorations: (now) => key.getState(now).marks },
    }),
  ],
})
