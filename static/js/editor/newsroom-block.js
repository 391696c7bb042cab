// What our own blocks have in common: a line of plain text, attributes in data-*, a frame with a button.
import { crel, Node, pm } from "django-prose-editor/editor"

import { gettext, interpolate } from "../i18n.js";

const { TextSelection } = pm.state

// An attribute kept as `data-<name>`; an empty one is not written.
export const data = (name) => ({
  default: "",
  parseHTML: (element) => element.getAttribute(`data-${name}`) ?? "",
  renderHTML: (attributes) => (attributes[name] ? { [`data-${name}`]: attributes[name] } : {}),
})

// Whether the cursor is in an empty paragraph that is in no list and no quotation.
export const isEmptyParagraph = ({ selection: { empty, $from } }) =>
  empty && $from.depth === 1 && $from.parent.type.name === "paragraph" && !$from.parent.content.size

// Our block around the cursor, or the one that is selected: `{ node, pos }`, or null.
function around({ selection }, name) {
  if (selection.node?.type.name === name) return { node: selection.node, pos: selection.from }
  const { $from } = selection
  if ($from.depth && $from.node(1).type.name === name) {
    return { node: $from.node(1), pos: $from.before(1) }
  }
  return null
}

// Put a new block after the one in which the selection ends, and after those of our blocks that follow
// it: the last one that was put there comes last. An empty paragraph is where the writer goes on, so it
// comes after the block. The caret stays in its paragraph.
export function insertAfter(editor, name, attributes, text) {
  return editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      const { $to } = tr.selection
      const block = create(state.schema, name, attributes, text)
      if (isEmptyParagraph(tr)) {
        tr.insert($to.before(1), block)
        tr.setSelection(TextSelection.near(tr.doc.resolve($to.pos + block.nodeSize)))
        return true
      }
      let pos = $to.depth ? $to.after(1) : $to.pos
      for (let next; (next = tr.doc.nodeAt(pos)) && "key" in next.attrs; ) pos += next.nodeSize
      tr.insert(pos, block)
      tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min($to.pos, pos)), -1))
      return true
    })
    .run()
}

// Give a block other attributes and text; it keeps its key.
export function replace(editor, { node, pos }, attributes, text) {
  return editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      const { name } = node.type
      const block = create(state.schema, name, { ...node.attrs, ...attributes }, text)
      tr.replaceWith(pos, pos + node.nodeSize, block)
      tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1)))
      return true
    })
    .run()
}

export function remove(editor, { node, pos }) {
  return editor.chain().focus().deleteRange({ from: pos, to: pos + node.nodeSize }).run()
}

function create(schema, name, attributes, text) {
  return schema.nodes[name].create(attributes, text ? schema.text(text) : null)
}

// Define one of our blocks. `frame(node)` returns the line above the text and, if there is one, a picture;
// `edit(editor, block)` asks for its values.
export function newsroomBlock({ name, tag, kind, attributes, hole, label, shortcut, frame, edit }) {
  return Node.create({
    name,
    group: "block",
    content: "text*",
    marks: "",
    defining: true,
    isolating: true,
    draggable: true,

    addAttributes: () =>
      Object.fromEntries(["key", ...attributes].map((attribute) => [attribute, data(attribute)])),

    parseHTML: () => [{ tag: `${tag}[data-block="${kind}"]`, priority: 60 }],

    renderHTML: ({ HTMLAttributes }) => [
      tag,
      { "data-block": kind, ...HTMLAttributes },
      hole ? [hole, 0] : 0,
    ],

    addCommands() {
      return {
        [`edit:${name}`]:
          () =>
          ({ editor, dispatch }) => {
            if (dispatch) edit(editor, around(editor.state, name), this.options)
            return true
          },
      }
    },

    addKeyboardShortcuts() {
      return {
        [shortcut]: ({ editor }) => editor.commands[`edit:${name}`](),
        Enter: ({ editor }) => leave(editor, around(editor.state, name)),
        "Mod-End": ({ editor }) => leave(editor, atTheEnd(editor.state, name)),
        Backspace: ({ editor }) => {
          const block = around(editor.state, name)
          return Boolean(block && !block.node.content.size && remove(editor, block))
        },
      }
    },

    addMenuItems({ menu, buttons }) {
      menu.defineItem({
        name,
        groups: "newsroom",
        button: buttons.text(label),
        command: (editor) => editor.commands[`edit:${name}`](),
        active: (editor) => Boolean(around(editor.state, name)),
      })
    },

    addNodeView() {
      return ({ editor, node, getPos, decorations }) => {
        const open = () => {
          editor.chain().setTextSelection(getPos() + 1).run()
          edit(editor, around(editor.state, name), this.options)
        }
        const draw = (shown) => frame(shown, this.options)
        return view({ tag, kind, hole, label, node, decorations, open, frame: draw })
      }
    },
  })
}

// Our block at the very end of the text, where whoever goes to the end means to write below it.
function atTheEnd({ doc }, name) {
  const node = doc.lastChild
  return node.type.name === name ? { node, pos: doc.content.size - node.nodeSize } : null
}

function leave(editor, block) {
  if (!block) return false
  const end = block.pos + block.node.nodeSize
  return editor
    .chain()
    .insertContentAt(end, { type: "paragraph" })
    .setTextSelection(end + 1)
    .run()
}

function view({ tag, kind, hole, label, node, decorations, open, frame }) {
  const button = crel("button", {
    type: "button",
    className: "newsroom-block-edit",
    textContent: gettext("Edit"),
    "aria-label": interpolate(gettext("Edit: %(block)s"), { block: label }),
  })
  button.addEventListener("click", open)
  const line = crel("span", { className: "newsroom-block-line", dir: "auto" })
  const fault = crel("strong", { className: "newsroom-block-fault" })
  const head = crel("div", { className: "newsroom-block-head" }, [
    crel("b", { textContent: label }),
    line,
    button,
    fault,
  ])
  head.contentEditable = "false"
  // A direction of its own, so that its words do not decide the direction of the text.
  head.dir = document.dir || "ltr"
  const contentDOM = crel(hole || "div", { className: "newsroom-block-text" })
  // In the editor it is part of the text, not a landmark of the page as an aside would be.
  const dom = crel(
    tag === "aside" ? "div" : tag,
    { className: "newsroom-block", "data-block": kind, role: "group", "aria-label": label },
    [head, contentDOM],
  )

  const show = ({ text, image = null }) => {
    line.textContent = text
    if (image && dom.querySelector("img")?.src !== image.src) {
      dom.querySelector("img")?.remove()
      head.after(image)
    } else if (image) {
      dom.querySelector("img").alt = image.alt
    }
  }
  // What problems.js finds wrong with the block.
  const complain = (marks) => {
    fault.textContent = marks.map(({ spec }) => spec.fault ?? "").join("")
  }
  show(frame(node))
  complain(decorations)

  return {
    dom,
    contentDOM,
    update(updated, marks) {
      if (updated.type !== node.type) return false
      show(frame(updated))
      complain(marks)
      return true
    },
    stopEvent: (event) => head.contains(event.target) && !/^drag/.test(event.type),
    ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
  }
}
