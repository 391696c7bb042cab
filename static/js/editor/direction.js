// Each block runs in the direction of most of its letters, as on the readers' page.
import { Extension, Plugin, pm } from "django-prose-editor/editor"

const { Decoration, DecorationSet } = pm.view
const key = new pm.state.PluginKey("direction")
const LETTERS = /\p{L}/gu
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Hanifi_Rohingya}]/gu
// Scripts whose letters have a slanted form.
const SLANTS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/gu

// URLs, mail and network names are Latin in texts of all scripts.
const NAMES = /(?:https?:\/\/|www\.)[^\s<>"“”«»]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|(?<!\w)@\w+/g

const SCRIPTS = [LETTERS, RIGHT_TO_LEFT, SLANTS]

// How many letters there are, how many run from right to left, and how many slant. Nodes never change: each
// is counted once, and a whole text is the sum of its blocks.
const known = new WeakMap()

function count(node) {
  if (known.has(node)) return known.get(node)
  const sum = [0, 0, 0]
  if (node.isTextblock) {
    const text = node.textContent.replace(NAMES, " ")
    for (const [at, script] of SCRIPTS.entries()) sum[at] = text.match(script)?.length ?? 0
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
