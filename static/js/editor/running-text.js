// The running text: everything except our own blocks, such as pull quotes and pictures.
export function runningText(doc) {
  const texts = []
  doc.forEach((block) => {
    if (!("key" in block.attrs)) texts.push(block.textBetween(0, block.content.size, "\n", "\n"))
  })
  return texts.join("\n")
}
