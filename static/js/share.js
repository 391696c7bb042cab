// Copy the link to a story, or hand it to another app. Without JavaScript there are no buttons.

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue
  const label = button.textContent
  // Read out when the words change.
  button.setAttribute("aria-live", "polite")
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy)
    button.textContent = button.dataset.copied
    setTimeout(() => (button.textContent = label), 3000)
  })
  button.hidden = false
}

for (const button of document.querySelectorAll("[data-share]")) {
  const story = { title: button.dataset.title, url: button.dataset.share }
  if (!navigator.canShare?.(story)) continue
  button.addEventListener("click", async () => {
    try {
      await navigator.share(story)
    } catch (error) {
      // The reader changed their mind.
      if (error.name !== "AbortError") throw error
    }
  })
  button.hidden = false
}
