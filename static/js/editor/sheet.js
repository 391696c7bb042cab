// What the style sheets of pasted HTML say by classes, as in articles/body/sheet.py.
import { declarationsOf } from "./left-out.js";

const [MOST, LONGEST] = [200_000, 100]
const SAYS =
  /^(?:(?:-webkit-)?text-decoration(?:-line)?|font-weight|font-style|vertical-align|display|mso-list|mso-hide)$/

// The selectors and the declarations of each rule; not of those inside others, such as rules for print.
function* rulesOf(css) {
  let [depth, start, opened, isPlain] = [0, 0, 0, true]
  for (const { 0: brace, index } of css.matchAll(/[{}]/g)) {
    if (brace === "{") {
      depth += 1
      isPlain = depth === 1
      if (isPlain) opened = index + 1
    } else if (depth) {
      depth -= 1
      if (!depth && isPlain) yield [css.slice(start, opened - 1).split(";").at(-1), css.slice(opened, index)]
      if (!depth) start = index + 1
    }
  }
}

/** Put what the classes of an element say into its own style, before what that says. */
export function applySheets(parsed) {
  const css = [...parsed.querySelectorAll("style")].map(({ textContent }) => textContent).join(" ").slice(0, MOST)
  const rules = new Map()
  for (const [selectors, style] of rulesOf(css.replace(/\/\*.*?(?:\*\/|$)|<!--|-->/gs, ""))) {
    const said = Object.entries(declarationsOf(style)).filter(
      ([name, value]) => SAYS.test(name) && value.length <= LONGEST,
    )
    for (const selector of selectors.split(",")) {
      const found = /^([a-z][a-z0-9]*)?\.([\w-]+)$/i.exec(selector.trim())
      if (!found || !said.length) continue
      const key = `${found[1] ?? ""}.${found[2]}`.toLowerCase()
      rules.set(key, { ...rules.get(key), ...Object.fromEntries(said) })
    }
  }
  if (!rules.size) return
  for (const element of parsed.body.querySelectorAll("[class]")) {
    const names = element.getAttribute("class").toLowerCase().split(/\s+/)
    const said = Object.assign({}, ...names.flatMap((name) => [rules.get(`.${name}`), rules.get(`${element.localName}.${name}`)]))
    const style = Object.entries(said).map(([name, value]) => `${name}:${value.replace(/\s+/g, " ")}`)
    if (style.length) element.setAttribute("style", [...style, element.getAttribute("style") ?? ""].join(";"))
  }
}
