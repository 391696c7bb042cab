// The text that readers read through: all but pull quotes, also-reads and pictures.
export function runningText(doc) {
  const texts = []
  doc.forEach((block) => {
    if (!("key" in block.attrs)) texts.push(block.textBetween(0, block.content.size, "\n", "\n"))
  })
  return texts.join("\n")
}
