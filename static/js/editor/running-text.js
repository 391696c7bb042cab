// The running text: everything except pull quotes, inline related links and pictures.
export function runningText(doc) {
  const texts = []
  doc.forEach((block) => {
    if (!("key" in block.attrs)) texts.push(block.textBetween(0, block.content.size, "\n", "\n"))
  })
  return texts.join("\n")
}
