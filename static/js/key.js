/* On the page that confirms an address: keeps the key in this browser's own storage. The form for a comment sends it from there.
 * Without this nothing is offered. */
const offer = document.querySelector(".key")
const keep = offer.querySelector("[data-key]")
const told = offer.querySelector("[role=status]")

offer.hidden = false
keep.addEventListener("click", () => {
  try {
    localStorage.setItem("newsroom.key", keep.dataset.key)
    told.textContent = told.dataset.kept
    keep.hidden = true
    told.tabIndex = -1
    told.focus()
  } catch {
    // A browser may be told to store nothing.
    told.textContent = told.dataset.failed
  }
})
