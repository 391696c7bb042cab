// What needs fixing before the body can be published: shown at the block and below the text when
// somebody pauses in writing. It keeps nobody from saving.
import { crel, Extension, Plugin, pm } from "django-prose-editor/editor"

import { gettext, interpolate } from "../i18n.js";
import { quotable } from "./quoting.js";
import { runningText } from "./running-text.js";

const { Decoration, DecorationSet } = pm.view
const key = new pm.state.PluginKey("problems")
const PAUSE = 800
const FAULTS = {
  pullQuote: {
    here: gettext("These words are not in the text word for word."),
    count: gettext("Pull quotes that are not in the text word for word: %(count)s."),
  },
  picture: {
    here: gettext("It has no alternative text."),
    count: gettext("Pictures without alternative text: %(count)s."),
  },
}

function faults(doc) {
  const inText = quotable(runningText(doc))
  const found = []
  doc.forEach((node, pos) => {
    const { name } = node.type
    const wrong =
      name === "pullQuote" ? !inText(node.textContent) : name === "picture" && !node.attrs.alt.trim()
    if (wrong) found.push({ name, from: pos, to: pos + node.nodeSize })
  })
  return found
}

function marks(doc, found) {
  const decorations = found.map(({ name, from, to }) =>
    Decoration.node(from, to, { class: "newsroom-block-wrong" }, { fault: FAULTS[name].here }),
  )
  return DecorationSet.create(doc, decorations)
}

function summary(found) {
  return Object.entries(FAULTS)
    .map(([kind, { count }]) => [count, found.filter(({ name }) => name === kind).length])
    .filter(([, number]) => number)
    .map(([text, count]) => interpolate(text, { count }))
    .join(" ")
}

export const Problems = Extension.create({
  name: "problems",

  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: (_, { doc }) => marks(doc, faults(doc)),
        apply: (tr, set) => tr.getMeta(key) ?? set.map(tr.mapping, tr.doc),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],

  onCreate() {
    const { editor } = this
    const line = crel("p", { className: "newsroom-problems", role: "status" })
    editor.view.dom.closest(".prose-editor").append(line)
    let timer = 0
    const say = (found) => {
      const words = summary(found)
      // Setting the same words again would have them read out again.
      if (line.textContent !== words) line.textContent = words
    }
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(look, PAUSE)
    }
    const look = () => {
      if (editor.view.composing) return wait()
      const found = faults(editor.state.doc)
      editor.view.dispatch(editor.state.tr.setMeta(key, marks(editor.state.doc, found)))
      say(found)
    }
    say(faults(editor.state.doc))
    editor.on("update", wait)
  },
})
