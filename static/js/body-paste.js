/* What is pasted from word processors and other pages, made into what a body holds before the editor reads it: the lists
 * that Word only draws become lists, the styles that mean bold or italic become marks, pictures go, captions stay. */
import { Extension, crel, pm } from "django-prose-editor/editor"

const { Plugin } = pm.state

const STYLE = "data-pasted-style"
const ARABIC = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/* The policy of the page refuses styles and handlers even in a document that is only read: style attributes are read as
 * text under another name, the rest goes. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*>/gi
const ATTRIBUTE = /(\s)(style|on[a-z]+)(?=\s*=)|"[^"]*"|'[^']*'/gi

const readable = (html) =>
  html
    .replace(/<!--[\s\S]*?-->|<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(TAG, (tag) =>
      tag.replace(ATTRIBUTE, (all, space, name) => {
        if (!name) return all
        return space + (name.toLowerCase() === "style" ? STYLE : "data-pasted-handler")
      }),
    )

const styleOf = (element, property) => {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, "i").exec(element.getAttribute(STYLE) ?? "")
  return found?.[1].trim().toLowerCase()
}

const rename = (element, name) => {
  const other = crel(name, null, [...element.childNodes])
  for (const { name: attribute, value } of element.attributes) other.setAttribute(attribute, value)
  element.replaceWith(other)
  return other
}

const unwrap = (element) => element.replaceWith(...element.childNodes)

const wrapContents = (element, name) => element.replaceChildren(crel(name, null, [...element.childNodes]))

/* --- Word's lists: paragraphs that carry the number of their list and their level, and a drawn bullet */

const listOf = (paragraph) => {
  const found = /mso-list:\s*l(\d+)\s+level(\d+)/i.exec(paragraph.getAttribute(STYLE) ?? "")
  return found && { list: found[1], level: Number(found[2]) }
}

const takeMarker = (paragraph) => {
  const marker = [...paragraph.querySelectorAll(`[${STYLE}]`)].find((span) => styleOf(span, "mso-list") === "ignore")
  const text = marker?.textContent.trim() ?? ""
  marker?.remove()
  return /^\(?([0-9]+|[a-z]{1,4}|[\u0621-\u064a\u0660-\u0669]{1,3})[.)\-]/i.exec(text)?.[1] ?? ""
}

function wordLists(body) {
  const open = []
  let previous = null
  for (const paragraph of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) {
    const place = listOf(paragraph)
    if (!place || paragraph.localName !== "p") continue
    const marker = takeMarker(paragraph)
    const goesOn = previous?.place.list === place.list && previous.outermost.nextElementSibling === paragraph
    if (!goesOn) open.length = 0
    while (open.length && open.at(-1).level > place.level) open.pop()
    if (open.at(-1)?.level !== place.level) {
      const list = crel(marker ? "ol" : "ul")
      if (/^[0-9]+$/.test(marker) && Number(marker) !== 1) list.setAttribute("start", marker)
      if (open.length) open.at(-1).list.lastElementChild.append(list)
      else paragraph.before(list)
      open.push({ level: place.level, list })
    }
    const item = crel("li")
    open.at(-1).list.append(item)
    item.append(paragraph)
    previous = { place, outermost: open[0].list }
  }
}

/* --- All of it */

const DROPPED = `img, picture, svg, video, audio, canvas, iframe, object, embed, style, script, title, link, meta,
  br.Apple-interchange-newline`

function clean(html, story) {
  const body = new DOMParser().parseFromString(readable(html), "text/html").body
  const each = (selector, change) => {
    for (const element of [...body.querySelectorAll(selector)]) change(element)
  }
  const isWord = /\bmso-|urn:schemas-microsoft-com|class="?Mso/i.test(html)
  each("figure:not([data-photo])", (figure) => {
    const caption = figure.querySelector("figcaption")
    const holdsMore = figure.querySelector("table, blockquote, p:not(figcaption p), ul:not(figcaption ul)")
    if (holdsMore) {
      if (caption) rename(caption, "p")
      unwrap(figure)
    } else if (caption?.querySelector("p")) figure.replaceWith(...caption.childNodes)
    else if (caption?.textContent.trim()) figure.replaceWith(crel("p", null, [...caption.childNodes]))
    else figure.remove()
  })
  each(DROPPED, (element) => element.remove())
  if (isWord) {
    wordLists(body)
    each("p.MsoTitle", (paragraph) => rename(paragraph, "h2"))
    // Word's languages are those of its spelling checker, right or not.
    each("[lang]", (element) => element.removeAttribute("lang"))
    each("a[name]:not([href])", unwrap)
  }
  each("b, strong", (element) => {
    if (["normal", "400"].includes(styleOf(element, "font-weight"))) unwrap(element)
  })
  each("i, em", (element) => {
    if (styleOf(element, "font-style") === "normal") unwrap(element)
  })
  each(`span[${STYLE}]`, (element) => {
    if (!element.textContent.trim()) return
    const weight = styleOf(element, "font-weight")
    const align = styleOf(element, "vertical-align")
    const isBold = weight === "bold" || Number(weight) >= 600
    if (isBold && !element.closest("h1, h2, h3, h4, h5, h6")) wrapContents(element, "strong")
    if (styleOf(element, "font-style") === "italic") wrapContents(element, "em")
    if (align === "super" || align === "sub") wrapContents(element, align === "super" ? "sup" : "sub")
  })
  // A direction that the story has anyway says nothing; most programs write one on each paragraph.
  each("[dir]", (element) => {
    const dir = element.getAttribute("dir").toLowerCase()
    if (dir === story.dir && (dir === "rtl" || !ARABIC.test(element.textContent))) element.removeAttribute("dir")
  })
  each("[lang]", (element) => {
    const [language] = element.getAttribute("lang").toLowerCase().split("-")
    if (language === story.lang) element.removeAttribute("lang")
  })
  each("li > p:first-child, :is(td, th) > p:only-child", (paragraph) => {
    const next = paragraph.nextElementSibling
    if ((!next || next.matches("ul, ol")) && !paragraph.matches("[lang], [dir]")) unwrap(paragraph)
  })
  return body.innerHTML
}

export const Paste = Extension.create({
  // "paste" is one of the editor's own.
  name: "cleanPaste",

  addOptions() {
    return { rightToLeft: [] }
  },

  addProseMirrorPlugins() {
    const { rightToLeft } = this.options
    return [
      new Plugin({
        props: {
          transformPastedHTML(html, view) {
            // Copied in an editor like this one: nothing to mend.
            if (/<[^>]+\sdata-pm-slice=/.test(html)) return readable(html)
            const lang = (view.dom.lang || document.documentElement.lang).toLowerCase()
            return clean(html, { lang: lang.split("-")[0], dir: rightToLeft.includes(lang) ? "rtl" : "ltr" })
          },
        },
      }),
    ]
  },
})
