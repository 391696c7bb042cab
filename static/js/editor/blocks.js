// Blocks to insert: a slash in an empty paragraph lists them, and so does the plus in its margin.
import { crel, Extension, Plugin } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { isEmptyParagraph } from "./newsroom-block.js";
import { openWithRoom } from "./room.js";

// In pixels: the form's bar and the toolbar, which stay at the top.
const COVERED = 104

const BLOCKS = [
  [gettext("Heading"), "##", (chain) => chain.setHeading({ level: 2 })],
  [gettext("Smaller heading"), "###", (chain) => chain.setHeading({ level: 3 })],
  [gettext("List"), "-", (chain) => chain.toggleBulletList()],
  [gettext("Numbered list"), "1.", (chain) => chain.toggleOrderedList()],
  [gettext("Block quote"), ">", (chain) => chain.toggleBlockquote()],
  [gettext("Horizontal rule"), "---", (chain) => chain.setHorizontalRule()],
  [gettext("Picture"), "", (_chain, editor) => editor.commands["edit:picture"]()],
  [gettext("Embed"), "", (_chain, editor) => editor.commands["edit:embed"]()],
  [gettext("Pull quote"), "", (_chain, editor) => editor.commands["edit:pullQuote"]()],
  [gettext("Also read"), "", (_chain, editor) => editor.commands["edit:alsoRead"]()],
].map(([label, typed, run]) => ({ label, typed, run }))

// What is typed after a slash in a paragraph of its own; null elsewhere.
function sought({ selection: { empty, $from } }) {
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== "paragraph") return null
  const found = /^\/(\p{L}*)$/u.exec($from.parent.textContent)
  return found && $from.parentOffset === $from.parent.content.size ? found[1].toLowerCase() : null
}

class Chooser {
  constructor(editor) {
    this.editor = editor
    this.root = editor.view.dom.closest(".prose-editor")
    this.list = crel("ul", {
      id: "newsroom-blocks",
      className: "newsroom-blocks",
      role: "listbox",
      "aria-label": gettext("Insert"),
      hidden: true,
    })
    this.plus = crel("button", {
      type: "button",
      className: "newsroom-plus",
      textContent: "+",
      title: gettext("Insert a block (/)"),
      "aria-label": gettext("Insert a block"),
      hidden: true,
      // By keyboard it is the slash.
      tabIndex: -1,
    })
    this.root.append(this.plus, this.list)
    this.found = []
    this.active = 0
    this.dismissed = false
    this.plus.addEventListener("pointerdown", (event) => event.preventDefault())
    this.plus.addEventListener("click", () => editor.chain().focus().insertContent("/").run())
    this.list.addEventListener("pointerdown", (event) => event.preventDefault())
    this.list.addEventListener("click", ({ target }) => {
      const at = [...this.list.children].indexOf(target.closest("li"))
      if (at >= 0) this.choose(at)
    })
  }

  get isOpen() {
    return !this.list.hidden
  }

  update() {
    const { state, view } = this.editor
    const words = view.hasFocus() ? sought(state) : null
    if (words === null) this.dismissed = false
    this.found = words === null || this.dismissed ? [] : BLOCKS.filter(({ label }) => label.toLowerCase().includes(words))
    const line = isEmptyParagraph(state) && view.hasFocus()
    this.plus.hidden = !line
    this.show(words)
    if (line || this.isOpen) this.place()
  }

  show(words) {
    const { dom } = this.editor.view
    this.list.hidden = !this.found.length
    if (this.list.hidden) {
      dom.removeAttribute("aria-activedescendant")
      this.words = null
      return
    }
    if (words !== this.words) {
      this.words = words
      this.list.replaceChildren(
        ...this.found.map(({ label, typed }, at) =>
          crel("li", { id: `newsroom-blocks-${at}`, role: "option" }, [
            crel("span", { textContent: label }),
            crel("kbd", { textContent: typed, "aria-hidden": "true" }),
          ]),
        ),
      )
      this.activate(0)
    }
  }

  activate(at) {
    this.active = (at + this.found.length) % this.found.length
    for (const [number, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(number === this.active))
    }
    const option = this.list.children[this.active]
    option.scrollIntoView({ block: "nearest" })
    this.editor.view.dom.setAttribute("aria-activedescendant", option.id)
  }

  place() {
    const { view, state } = this.editor
    const block = view.nodeDOM(state.selection.$from.before(1))
    if (!block?.getBoundingClientRect) return
    const { top, bottom } = block.getBoundingClientRect()
    const zero = this.root.getBoundingClientRect().top
    this.plus.style.insetBlockStart = `${(top + bottom) / 2 - zero}px`
    if (this.isOpen) openWithRoom(this.list, block, COVERED)
  }

  choose(at = this.active) {
    const { run } = this.found[at]
    const { $from } = this.editor.state.selection
    this.editor.chain().focus().deleteRange({ from: $from.start(), to: $from.end() }).run()
    const chain = this.editor.chain().focus()
    if (run.length > 1) run(null, this.editor)
    else run(chain).run()
  }

  press(event) {
    if (!this.isOpen || event.isComposing) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) this.activate(this.active + step)
    else if (event.key === "Enter" || event.key === "Tab") this.choose()
    else if (event.key === "Escape") {
      this.dismissed = true
      this.update()
    } else return false
    event.preventDefault()
    return true
  }
}

export const Blocks = Extension.create({
  name: "blocks",
  // Before the keys of lists and paragraphs.
  priority: 1000,

  onCreate() {
    const chooser = new Chooser(this.editor)
    this.storage.chooser = chooser
    for (const event of ["transaction", "focus", "blur"]) this.editor.on(event, () => chooser.update())
  },

  addProseMirrorPlugins() {
    const { storage } = this
    return [new Plugin({ props: { handleKeyDown: (_view, event) => storage.chooser?.press(event) ?? false } })]
  },
})
