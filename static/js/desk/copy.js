// A button with `data-copy` copies that URL, and says so.
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]")
  if (!button) return
  await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href)
  const said = document.createElement("p")
  said.className = "toast"
  said.role = "status"
  // What is outside of a dialog is behind it.
  const around = button.closest("dialog") ?? document.body
  around.append(said)
  said.textContent = button.dataset.copied
  setTimeout(() => said.remove(), 2000)
})
