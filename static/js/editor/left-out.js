// What of pasted HTML is no part of the text: the same as in articles/body/left_out.py, which gives the list.

/** Return the properties of a style, in lower case: browsers drop those that only Word knows. */
export function declarationsOf(style) {
  const parts = style.toLowerCase().split(";")
  const pairs = parts.map((part) => part.split(/:(.*)/s, 2).map((side) => side.trim()))
  return Object.fromEntries(pairs.filter(([, value]) => value))
}

export const declarations = (element) => declarationsOf(element.getAttribute("style") ?? "")

const attribute = (element, name) => (element.getAttribute(name) ?? "").toLowerCase()

// Whether nobody sees it, as its attributes say.
const isUnseen = (element) =>
  element.hasAttribute("hidden") || attribute(element, "aria-hidden") === "true"

function matcher({ tags, classes, roles, styles }) {
  const patterns = Object.entries(styles).map(([name, pattern]) => [name, new RegExp(`^(?:${pattern})`)])
  return (element) => {
    if (tags.includes(element.localName) || roles.includes(attribute(element, "role"))) return true
    const has = attribute(element, "class").split(/\s+/)
    if (classes.some((name) => has.includes(name))) return true
    if (!element.hasAttribute("style")) return false
    const style = declarations(element)
    return patterns.some(([name, pattern]) => pattern.test(style[name] ?? ""))
  }
}

// Comments of Google Docs: their marks in the text, and their words at its end.
function commentsOfDocs(body) {
  const words = [...body.querySelectorAll("div > p:first-child > a[href^='#cmnt_ref']:first-child")]
  const marks = [...body.querySelectorAll("a[href^='#cmnt']")]
  return [...words.map((link) => link.parentElement.parentElement), ...marks]
}

/** Remove what is no part of the text; return what was removed, in lists by its kind. */
export function removeLeftOut(body, leftOut) {
  const removed = { deleted: [], comments: commentsOfDocs(body), hidden: [] }
  for (const comment of removed.comments) comment.remove()
  const kinds = Object.entries(leftOut).map(([kind, list]) => [kind, matcher(list)])
  for (const element of body.querySelectorAll("*")) {
    if (!body.contains(element)) continue
    const [kind] = kinds.find(([, matches]) => matches(element)) ?? (isUnseen(element) ? ["hidden"] : [])
    if (!kind) continue
    removed[kind].push(element)
    element.remove()
  }
  return removed
}

const SYMBOLS = /^[\p{So}\p{Sk}\p{Mn}\p{Me}\p{Cf}]{1,20}$/u

/** Put symbols in place of their pictures; remove the other pictures, and return those that anybody saw. */
export function removePictures(body) {
  const pictures = [...body.querySelectorAll("img, video, audio, iframe, object, embed")].filter(
    (element) => !element.closest("[data-block]"),
  )
  const seen = []
  for (const picture of pictures) {
    const alt = picture.getAttribute("alt") ?? ""
    if (picture.localName === "img" && SYMBOLS.test(alt)) picture.replaceWith(alt)
    else {
      const isCounter = ["width", "height"].some((side) => ["0", "1"].includes(picture.getAttribute(side)))
      if (!isCounter && !picture.parentElement.closest("object, video, noscript")) seen.push(picture)
      picture.remove()
    }
  }
  return seen
}
