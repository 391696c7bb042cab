// Notes of editors on words of the body: marked while one writes, and not part of what is written. The notes
// are in the panel (js/story/notes.js), with the words by which they find their place.
import { Extension, Plugin, pm } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { find, openNotes, quoteOf, tell } from "./anchors.js";

const { TextSelection } = pm.state
const { Decoration, DecorationSet } = pm.view
const key = new pm.state.PluginKey("notes")
const PAUSE = 800

// The text in which words are found, with single spaces, and the position of each of its signs.
function flatten(doc) {
  let text = ""
  const positions = []
  const add = (sign, pos) => {
    if (/\s/.test(sign)) {
      if (!text || text.endsWith(" ")) return
      text += " "
    } else text += sign
    positions.push(pos)
  }
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    add(" ", pos)
    node.forEach((child, offset) => {
      const said = child.isText ? child.text : " "
      for (let at = 0; at < said.length; at++) add(said[at], pos + 1 + offset + at)
    })
    return false
  })
  return { text, positions }
}

// The marks of all open notes. One that is there stays where its words have come to be, however they were
// changed; the panel is told of notes whose words are gone.
function marks(doc, before = DecorationSet.empty) {
  const threads = openNotes()
  if (!threads.length) return DecorationSet.empty
  const { text, positions } = flatten(doc)
  const found = []
  for (const thread of threads) {
    const { note } = thread.dataset
    let [mark] = before.find(undefined, undefined, (spec) => spec.note === note)
    if (!mark || !doc.textBetween(mark.from, mark.to, " ", " ").trim()) {
      const place = find(text, thread.dataset)
      mark = place && marked(note, positions[place[0]], positions[place[1] - 1] + 1)
    }
    thread.classList.toggle("is-gone", !mark)
    if (mark) found.push(mark)
  }
  return DecorationSet.create(doc, found)
}

const marked = (note, from, to) => Decoration.inline(from, to, { class: "newsroom-noted" }, { note })

// The selected words with the text around them; null where none are selected.
function quote({ doc, selection: { from, to } }) {
  if (from === to) return null
  const { text, positions } = flatten(doc)
  return quoteOf(text, positions.findIndex((pos) => pos >= from), positions.findLastIndex((pos) => pos < to) + 1)
}

const noteAt = (state, pos) => key.getState(state).find(pos, pos)[0]?.spec.note

// Let the editor have the selection that the browser has. It reads that in its own time: keys that follow a
// double click at once would find the selection from before.
function readSelection({ view }) {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection()
  const { state } = view
  if (state.selection.node || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return
  const [anchor, head] = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)]
  const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
  if (!selection.eq(state.selection)) view.dispatch(state.tr.setSelection(selection))
}

// Write a note on the selected words; where none are, open the note at the caret, or write on the story.
function write(editor) {
  readSelection(editor)
  const { state } = editor
  const note = state.selection.empty && noteAt(state, state.selection.from)
  if (note) tell("newsroom:open-note", { note, focus: true })
  else tell("newsroom:write-note", quote(state))
  return true
}

export const Notes = Extension.create({
  name: "notes",
  // After the menu, which has its button.
  priority: 1,

  addKeyboardShortcuts: () => ({ "Mod-Alt-m": ({ editor }) => write(editor) }),

  addMenuItems({ menu, buttons }) {
    if (!document.querySelector("#story-notes")) return
    menu.defineItem({
      name: "note",
      groups: "history",
      button: buttons.material("comment", gettext("Add note")),
      command: write,
    })
  },

  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: (_, { doc }) => marks(doc),
        apply: (tr, set) => tr.getMeta(key) ?? set.map(tr.mapping, tr.doc),
      },
      props: {
        decorations: (state) => key.getState(state),
        handleClick(view, pos) {
          const note = noteAt(view.state, pos)
          // Whoever clicks into the text goes on writing there.
          if (note) tell("newsroom:open-note", { note, focus: false })
          return false
        },
      },
    }),
  ],

  onCreate() {
    const { editor } = this
    let timer = 0
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(look, PAUSE)
    }
    const look = () => {
      if (editor.view.composing) return wait()
      editor.view.dispatch(editor.state.tr.setMeta(key, marks(editor.state.doc, key.getState(editor.state))))
    }
    editor.on("update", wait)
    document.addEventListener("newsroom:notes", look)
    document.addEventListener("newsroom:show-words", ({ detail }) => {
      const [mark] = key.getState(editor.state).find(undefined, undefined, ({ note }) => note === detail)
      if (mark) editor.chain().focus().setTextSelection({ from: mark.from, to: mark.to }).scrollIntoView().run()
    })
  },
})
