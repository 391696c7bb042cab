// Each of our own blocks has a unique key; a copy gets a new one, and the original keeps its own.
import { Extension, Plugin } from "django-prose-editor/editor"

const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"

function newKey() {
  const numbers = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(numbers, (number) => SIGNS[number % SIGNS.length]).join("")
}

const hasKey = (node) => "key" in node.attrs

// Where each key is: `Map(key -> position)`, of the first block that has it.
function positions(doc) {
  const found = new Map()
  doc.forEach((node, pos) => {
    if (hasKey(node) && !found.has(node.attrs.key)) found.set(node.attrs.key, pos)
  })
  return found
}

function repair(transactions, before, { doc, tr }) {
  if (!transactions.some(({ docChanged }) => docChanged)) return null
  const owners = positions(doc)
  for (const [key, pos] of positions(before.doc)) {
    const moved = transactions.reduce((at, { mapping }) => mapping.map(at), pos)
    if (doc.nodeAt(moved)?.attrs.key === key) owners.set(key, moved)
  }
  doc.forEach((node, pos) => {
    if (hasKey(node) && (!node.attrs.key || owners.get(node.attrs.key) !== pos)) {
      tr.setNodeAttribute(pos, "key", newKey())
    }
  })
  return tr.docChanged ? tr : null
}

export const BlockKeys = Extension.create({
  name: "blockKeys",
  addProseMirrorPlugins: () => [new Plugin({ appendTransaction: repair })],
})
