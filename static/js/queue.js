/* The queue by single keys: a key presses the button or follows the link that shows it, and the page's middle is exchanged
 * in place of a whole page. Without this the same forms and links do the same. */
const said = document.querySelector("#queue-said")
const trouble = document.querySelector("#queue-trouble")
const help = document.querySelector("#queue-help")
const toggle = document.querySelector("#queue-keys")
const KEYS_OFF = "newsroom.queue.keys-off"
// A second press of a key is not meant for a comment that its owner cannot have seen yet.
const PAUSE = 100
// A second click is not meant for what the first one opened.
const SETTLING = 400
const DRAFT = "newsroom.queue.draft."
const FIELDS = ["note", "text", "words"]

const queue = () => document.querySelector("#queue")
const heading = () => document.querySelector("#queue-heading")
const decide = () => document.querySelector("#decide")
let isBusy = false
let isMoving = false
let isTokenOld = false
let steps = []

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
    tell((await isSignedOut(response, page)) ? trouble.dataset.signedOut : trouble.dataset.failed)
    return false
  }
  tell("")
  if (response.redirected && !page.querySelector("#queue-said .warning")) options?.done?.()
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

/* Whoever lost the token's cookie too is refused before being asked to sign in. */
async function isSignedOut(response, page) {
  const isLogin = (one) => Boolean(one.querySelector("#login-form"))
  if (response.status !== 403) return isLogin(page)
  return isLogin(await parsed(await fetch(location.href, { signal: AbortSignal.timeout(20_000) })))
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
  isMoving = Boolean(options.isMove)
  queue().setAttribute("aria-busy", "true")
  try {
    if (body && isTokenOld) await renewToken()
    if (!(await load(address, body ? { ...options, method: "POST", body: body() } : options))) throw new Error("no queue")
    if (!steps.length) await new Promise((done) => setTimeout(done, PAUSE))
  } catch (error) {
    steps = []
    if (trouble.hidden) tell(trouble.dataset.failed)
    trouble.scrollIntoView({ block: "nearest" })
  } finally {
    isBusy = isMoving = false
    queue().removeAttribute("aria-busy")
  }
  if (steps.length && !press(steps.shift())) steps = []
}

/* The new comment is read from its top; what was refused is mended where it was typed. */
function arrive() {
  const refused = document.querySelector(".queue-panel .errornote")?.closest(".queue-panel")
  scrollTo(0, 0)
  selected = ""
  settle()
  if (refused) document.querySelector(".queue-comment").scrollIntoView({ block: "end" })
  ;(refused?.querySelector("textarea") || heading())?.focus({ preventScroll: true })
}

function settle() {
  // Inside the list alone: the page stays where it is.
  const row = document.querySelector(".queue-row.is-current")
  const list = row?.closest("ol")
  if (list) list.scrollTop = row.offsetTop - row.offsetHeight
  bringDraft()
  showTicks()
}

/* --- Forms and links */

const isPlain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event
  // What will happen to many is asked on a page of its own.
  if (!form.closest("#queue") || form.id === "batch") return
  event.preventDefault()
  if (event.timeStamp - turnedAt < SETTLING) return
  const body = () => {
    const data = new URLSearchParams()
    for (const [name, value] of new FormData(form, submitter)) data.append(name, value)
    return data
  }
  // Without the attribute, the property is the page's own address.
  const address = submitter?.hasAttribute("formaction") ? submitter.formAction : form.action
  const id = idIn(form)
  const done = () => id && form === decide() && forget(id, address.includes("/redact/"))
  go(address, { done }, body)
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
    go(link.href, { isMove: link.matches("[data-key]") })
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
  // Steps that are quicker than the network are made up for; a decision never is.
  if (isMoving && !event.repeat && (key === "j" || key === "k")) steps.push(key)
  if (isBusy || press(key)) event.preventDefault()
})

function leave(event) {
  if (help.open) return
  const details = opened()
  if (isTyping(event.target)) heading().focus({ preventScroll: true })
  if (details) {
    turn(details, false)
    details.querySelector("summary").focus({ preventScroll: true })
  }
}

/* --- What a button opens */

const bar = () => document.querySelector(".queue-bar")
const opened = () => document.querySelector(".queue-verbs [open]")
const panelOf = (details) => document.getElementById(details.querySelector("summary").getAttribute("aria-controls"))
let turnedAt = -Infinity

document.addEventListener("click", (event) => {
  const details = event.target.closest(".queue-verbs summary")?.parentElement
  if (!details) return
  event.preventDefault()
  // Pressed by a key, its clicks are not counted; of a double click the second does nothing.
  if (event.detail > 1) return
  if (event.detail) turnedAt = event.timeStamp
  // The event that tells of a selection comes a little after it.
  noteSelection()
  const wasInside = panelOf(details).contains(document.activeElement)
  turn(details, !details.open)
  // At once: what is typed next belongs into its field.
  if (details.open) enter(details)
  else if (wasInside) heading().focus({ preventScroll: true })
})

function turn(details, isOpen) {
  const before = bar().getBoundingClientRect()
  for (const other of document.querySelectorAll(".queue-verbs [open]")) other.open = false
  details.open = isOpen
  if (isOpen) place(details, before)
  else hold(before)
}

/* Scrolls until the bar stands where it stood; false where the page is too short for it. Bit by bit: a bar that sticks to the
 * window's end does not tell how far it has to go. */
function hold(before) {
  const moved = () => Math.round(bar().getBoundingClientRect().top - before.top)
  for (let last = NaN; moved() && scrollY !== last; ) {
    last = scrollY
    scrollBy(0, moved())
  }
  return !moved()
}

/* The panel stands below the bar, or above it where the window has no room below. The bar stays where it was in the window,
 * with the button under the pointer; what gives way is the text. */
function place(details, before) {
  const panel = panelOf(details)
  const put = (side) => {
    decide().dataset.panels = side
    return hold(before)
  }
  put("below")
  if (before.bottom + panel.offsetHeight <= innerHeight) return
  if (!put("above")) return put("below")
  const covered = panel.getBoundingClientRect().bottom - bar().getBoundingClientRect().top
  if (covered > 0) scrollBy(0, covered)
}

/* A panel that opens is gone into; what is selected in the text is what shall be taken out. */
function enter(details) {
  const panel = panelOf(details)
  const field = panel.querySelector("textarea")
  if (field?.name === "words" && selected) {
    field.value = [field.value.trim(), selected].filter(Boolean).join("\n")
    keepDraft()
  }
  selected = ""
  ;(field || panel.querySelector("button")).focus({ preventScroll: true })
}

// Opening the panel moves the caret, and with it the selection.
let selected = ""
function noteSelection() {
  const selection = getSelection()
  const text = document.querySelector(".queue-text")
  if (text?.contains(selection.anchorNode) && text.contains(selection.focusNode)) selected = selection.toString().trim()
}
document.addEventListener("selectionchange", noteSelection)

/* --- What was typed, by comment, until it is decided or the tab is closed */

const idIn = (form) => form.elements.seen?.value.split(":")[0]

function kept(act) {
  try {
    return act(sessionStorage)
  } catch {
    // Not kept where the browser keeps nothing.
  }
}

function keepDraft() {
  const typed = FIELDS.map((name) => [name, decide().elements[name]?.value ?? ""])
  const key = DRAFT + idIn(decide())
  const isEmpty = typed.every(([, value]) => !value)
  kept((storage) => (isEmpty ? storage.removeItem(key) : storage.setItem(key, JSON.stringify(Object.fromEntries(typed)))))
}

function bringDraft() {
  const form = decide()
  if (!form) return
  const draft = kept((storage) => JSON.parse(storage.getItem(DRAFT + idIn(form)))) ?? {}
  for (const name of FIELDS) {
    const field = form.elements[name]
    if (field && !field.value && draft[name]) field.value = draft[name]
  }
}

/* After an act on a comment. An answer outlives a redaction, after which the comment is there still. */
function forget(id, isRedaction) {
  const text = isRedaction ? decide().elements.text?.value : ""
  kept((storage) => (text ? storage.setItem(DRAFT + id, JSON.stringify({ text })) : storage.removeItem(DRAFT + id)))
  if (!isRedaction) untick(id)
}

document.addEventListener("input", (event) => {
  if (event.target.form === decide() && FIELDS.includes(event.target.name)) keepDraft()
})

document.querySelector("#logout-form")?.addEventListener("submit", () =>
  kept((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(DRAFT)) storage.removeItem(key)
  }),
)

/* --- Ticking: remembered by comment while the list stays the same one; after "all" what is not ticked is left out */

const batch = () => document.querySelector("#batch")
const boxes = () => [...batch().querySelectorAll("[name=seen]")]
const idOf = (box) => box.value.split(":")[0]
const noTicks = (list) => ({ list, isAll: false, seen: new Map(), except: new Set() })
let ticks = noTicks("")

function showTicks() {
  if (!batch()) return
  const list = batch().getAttribute("action")
  if (ticks.list !== list) {
    // The browser may have brought some back.
    ticks = noTicks(list)
    ticks.isAll = batch().elements.all.checked
    for (const box of boxes()) if (box.checked) ticks.seen.set(idOf(box), box.value)
  }
  batch().elements.all.checked = ticks.isAll
  for (const box of boxes()) {
    box.checked = ticks.isAll ? !ticks.except.has(idOf(box)) : ticks.seen.get(idOf(box)) === box.value
  }
  count()
}

function count() {
  const told = document.querySelector("#queue-ticked")
  const { none, one, many, all, allBut } = told.dataset
  const number = ticks.seen.size
  if (ticks.isAll) told.textContent = ticks.except.size ? allBut.replace("%s", ticks.except.size) : all
  else told.textContent = number > 1 ? many.replace("%s", number) : number ? one : none
}

function untick(id) {
  ticks.seen.delete(id)
  ticks.except.delete(id)
}

document.addEventListener("change", ({ target }) => {
  if (!target.closest("#batch")) return
  if (target.name === "all") {
    ticks = { ...noTicks(ticks.list), isAll: target.checked }
  } else {
    untick(idOf(target))
    if (ticks.isAll && !target.checked) ticks.except.add(idOf(target))
    if (!ticks.isAll && target.checked) ticks.seen.set(idOf(target), target.value)
  }
  showTicks()
})

/* With those that are not in the list any more. */
document.addEventListener("formdata", ({ target, formData }) => {
  if (target.id !== "batch") return
  if (ticks.isAll) return ticks.except.forEach((id) => formData.append("except", id))
  const shown = new Set(boxes().map(idOf))
  ticks.seen.forEach((value, id) => shown.has(id) || formData.append("seen", value))
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
if (document.activeElement === document.body && !location.hash) heading()?.focus({ preventScroll: true })
