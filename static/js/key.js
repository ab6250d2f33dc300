/* On the page that confirms an address: keeps the key in this browser's own storage. The form for a comment sends it from there.
 * Without this nothing is offered. On the page after the erasure: takes from that storage what the form had kept there. */
const offer = document.querySelector(".key")
const forgotten = document.querySelector("[data-forget]")

const offerToKeep = () => {
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
}

const forget = () => {
  try {
    for (const name of ["newsroom.key", "newsroom.commenter"]) localStorage.removeItem(name)
    forgotten.hidden = false
  } catch {
    // Then nothing was kept, and nothing is said.
  }
}

if (offer) offerToKeep()
if (forgotten) forget()
