// Each block runs in the direction of most of its letters, as on the readers' page.
import { Extension, Plugin, pm } from "django-prose-editor/editor"

import { countLetters, withoutNames } from "../letters.js";

const { Decoration, DecorationSet } = pm.view
const key = new pm.state.PluginKey("direction")
// Scripts whose letters have a slanted form.
const SLANTS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/gu

// How many letters there are, how many run from right to left, and how many slant. Nodes never change: each
// is counted once, and a whole text is the sum of its blocks.
const known = new WeakMap()

function count(node) {
  if (known.has(node)) return known.get(node)
  const sum = [0, 0, 0]
  if (node.isTextblock) {
    const text = withoutNames(node.textContent)
    sum.splice(0, 3, ...countLetters(text), text.match(SLANTS)?.length ?? 0)
  } else node.forEach((child) => count(child).forEach((number, at) => (sum[at] += number)))
  known.set(node, sum)
  return sum
}

function read(node) {
  const [letters, backwards, slanted] = count(node)
  return letters && {
    dir: backwards * 2 > letters ? "rtl" : "ltr",
    class: slanted * 2 < letters ? "newsroom-upright" : "",
  }
}

function directions(doc) {
  const marks = []
  doc.descendants((node, pos) => {
    const found = node.isBlock && read(node)
    if (found) marks.push(Decoration.node(pos, pos + node.nodeSize, found))
    return node.isBlock && !node.isTextblock
  })
  return DecorationSet.create(doc, marks)
}

export const Direction = Extension.create({
  name: "direction",

  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: (_, { doc }) => directions(doc),
        apply: (tr, set) => (tr.docChanged ? directions(tr.doc) : set),
      },
      props: {
        decorations: (state) => key.getState(state),
        attributes: ({ doc }) => ({ dir: read(doc)?.dir || document.dir || "ltr" }),
      },
    }),
  ],
})
