// Lists and block quotes, which hold only what the stored body allows, and none of our own blocks.
import {
  Blockquote as AnyBlockquote,
  ListItem as AnyListItem,
  OrderedList as AnyOrderedList,
} from "django-prose-editor/editor"

export const Blockquote = AnyBlockquote.extend({
  content: "paragraph+",
  // Before bold, which would take Mod-Shift-B.
  priority: 110,
})

export const ListItem = AnyListItem.extend({
  content: "paragraph (paragraph | bulletList | orderedList)*",
})

// Always numbered from one.
export const OrderedList = AnyOrderedList.extend({ addAttributes: () => ({}) })
