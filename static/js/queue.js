/* The queue by single keys: a key presses the button or follows the link that shows it, and the page's middle is exchanged
 * in place of a whole page. Without this the same forms and links do the same. */
const said = document.querySelector("#queue-said")
const trouble = document.querySelector("#queue-trouble")
const help = document.querySelector("#queue-help")
const toggle = document.querySelector("#queue-keys")
const KEYS_OFF = "newsroom.queue.keys-off"
// A second press of a key is not meant for a comment that its owner cannot have seen yet.
const PAUSE = 100

const queue = () => document.querySelector("#queue")
let isBusy = false
let isTokenOld = false

/* --- Fetching and exchanging */

const parsed = async (response) => new DOMParser().parseFromString(await response.text(), "text/html")

function tell(sentence) {
  trouble.textContent = sentence
  trouble.hidden = !sentence
}

/* Fetches a page of the queue and puts it in place; false, with a sentence, when none came. */
async function load(address, options) {
  const response = await fetch(address, { ...options, signal: AbortSignal.timeout(20_000) })
  const page = await parsed(response)
  const fresh = page.querySelector("#queue")
  if (!fresh) {
    isTokenOld = true
    tell(page.querySelector("#login-form") ? trouble.dataset.signedOut : trouble.dataset.failed)
    return false
  }
  tell("")
  fresh.setAttribute("aria-busy", "true")
  queue().replaceWith(document.adoptNode(fresh))
  said.replaceChildren(...page.querySelector("#queue-said").childNodes)
  document.title = page.title
  // A refusal is shown at the address of the comment, not at that of the form.
  const isPage = !options?.method || response.redirected
  if (isPage && options?.keep !== false) history.pushState(null, "", response.url)
  arrive()
  return true
}

/* After signing in anew the page's token is another. */
async function renewToken() {
  const page = await parsed(await fetch(location.href, { signal: AbortSignal.timeout(20_000) }))
  const token = page.querySelector("#queue [name=csrfmiddlewaretoken]")?.value
  if (!token) return
  isTokenOld = false
  for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = token
}

async function go(address, options = {}, body = null) {
  if (isBusy) return
  isBusy = true
  queue().setAttribute("aria-busy", "true")
  try {
    if (body && isTokenOld) await renewToken()
    if (!(await load(address, body ? { ...options, method: "POST", body: body() } : options))) throw new Error("no queue")
    await new Promise((done) => setTimeout(done, PAUSE))
  } catch (error) {
    if (trouble.hidden) tell(trouble.dataset.failed)
    trouble.scrollIntoView({ block: "nearest" })
  } finally {
    isBusy = false
    queue().removeAttribute("aria-busy")
  }
}

/* The new comment is read from its top. */
function arrive() {
  const problem = document.querySelector("#queue .errornote")
  const field = problem && document.querySelector(".queue-panel[open] textarea")
  const heading = document.querySelector("#queue-heading")
  scrollTo(0, 0)
  ;(field || heading)?.focus({ preventScroll: !field })
  selected = ""
  settle()
}

function settle() {
  // Inside the list alone: the page stays where it is.
  const row = document.querySelector(".queue-row.is-current")
  const list = row?.closest("ol")
  if (list) list.scrollTop = row.offsetTop - row.offsetHeight
  count()
}

/* --- Forms and links */

const isPlain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event
  // What will happen to many is asked on a page of its own.
  if (!form.closest("#queue") || form.id === "batch") return
  event.preventDefault()
  const body = () => {
    const data = new URLSearchParams()
    for (const [name, value] of new FormData(form, submitter)) data.append(name, value)
    return data
  }
  // Without the attribute, the property is the page's own address.
  go(submitter?.hasAttribute("formaction") ? submitter.formAction : form.action, {}, body)
})

document.addEventListener("click", (event) => {
  const link = event.target.closest("#queue a[href]")
  if (!link || !isPlain(event) || event.button) return
  const href = link.getAttribute("href")
  if (href === "#queue-help") {
    event.preventDefault()
    showHelp()
  } else if (href.startsWith("?")) {
    event.preventDefault()
    go(link.href)
  }
})

addEventListener("popstate", () => {
  if (!location.hash) go(location.href, { keep: false })
})

/* --- Keys */

const isOff = () => {
  try {
    return localStorage.getItem(KEYS_OFF) === "1"
  } catch {
    return false
  }
}

/* The key as it is written on the buttons, in whatever layout: its letter where that is one of ours, else its place. */
function keyOf(event) {
  const key = event.key.toLowerCase()
  if (key === "؟" || key === "?") return "?"
  if (/^[a-z0-9]$/.test(key)) return key
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1].toLowerCase() ?? ""
}

const isTyping = (target) =>
  target.closest("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit])")

function press(key) {
  // By an attribute's value that comes from a keyboard: compared, not put into a selector.
  const target = [...document.querySelectorAll("#queue [data-key]")].find(
    (element) => element.dataset.key === key && element.checkVisibility(),
  )
  if (!target) return false
  if (target.matches("input")) target.focus()
  else target.click()
  // At once: what is typed next belongs into its field.
  if (target.matches("summary")) enter(target.parentElement)
  return true
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.defaultPrevented) return
  if (event.key === "Escape") return leave(event)
  const key = keyOf(event)
  const isModified = event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && key !== "?")
  if (!key || isModified || isTyping(event.target) || help.open) return
  if (isOff()) return
  if (event.repeat && key !== "j" && key !== "k") return event.preventDefault()
  if (isBusy || press(key)) event.preventDefault()
})

function leave(event) {
  if (help.open) return
  const panel = document.querySelector(".queue-panel[open]")
  if (isTyping(event.target)) document.querySelector("#queue-heading").focus({ preventScroll: true })
  if (panel) {
    panel.open = false
    panel.querySelector("summary").focus({ preventScroll: true })
  }
}

/* A panel that opens is gone into; what is selected in the text is what shall be taken out. */
function enter(panel) {
  if (!panel.matches(".queue-panel[open]") || panel.contains(document.activeElement?.closest("button, textarea"))) return
  const field = panel.querySelector("textarea")
  if (field?.name === "words" && selected) field.value = [field.value.trim(), selected].filter(Boolean).join("\n")
  selected = ""
  ;(field || panel.querySelector("fieldset button"))?.focus({ preventScroll: true })
}

document.addEventListener("toggle", (event) => enter(event.target), true)

// Opening the panel moves the caret, and with it the selection.
let selected = ""
document.addEventListener("selectionchange", () => {
  const selection = getSelection()
  const text = document.querySelector(".queue-text")
  if (text?.contains(selection.anchorNode) && text.contains(selection.focusNode)) selected = selection.toString().trim()
})

/* --- Ticking */

function count() {
  const form = document.querySelector("#batch")
  const told = document.querySelector("#queue-ticked")
  if (!form) return
  const number = form.querySelectorAll("[name=seen]:checked").length
  const { none, one, many } = told.dataset
  told.textContent = number > 1 ? many.replace("%s", number) : number ? one : none
}

document.addEventListener("change", (event) => {
  if (event.target.closest("#batch")) count()
})

/* --- Help */

function showHelp() {
  if (!help.open) help.showModal()
  help.querySelector("h2").focus()
}

help.close()
for (const element of help.querySelectorAll(".queue-with-script")) element.hidden = false
toggle.checked = !isOff()
toggle.addEventListener("change", () => {
  try {
    localStorage.setItem(KEYS_OFF, toggle.checked ? "" : "1")
  } catch {
    // Not remembered where the browser keeps nothing.
  }
  show()
})
document.querySelector("#queue-help-close").addEventListener("click", () => help.close())

/* The keys are shown on the buttons while they do something. */
const show = () => document.documentElement.classList.toggle("has-keys", !isOff())
show()
settle()
