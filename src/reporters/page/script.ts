/**
 * The filter of the page, the only script in it. It reads and hides what is there and makes no markup. It stands in the file as
 * plain text, so nothing between the tags may look like an end tag. After a change here: the hash in `html.ts`, the test tells it.
 */
export const SCRIPT = `
'use strict'
const form = document.querySelector('.filter')
const all = [...document.querySelectorAll('[data-severity]')]
const status = document.getElementById('shown')
const none = document.getElementById('none')
const rest = document.getElementById('rest')
const words = new Map()
const text = item => {
  if (!words.has(item)) words.set(item, item.textContent.toLowerCase())
  return words.get(item)
}
const apply = () => {
  const severities = new Set([...form.querySelectorAll('[name=severity]:checked')].map(box => box.value))
  const code = form.elements.code.value
  const wanted = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean)
  let shown = 0
  for (const item of all) {
    const fits = severities.has(item.dataset.severity) && (code === '' || item.dataset.code === code) && wanted.every(word => text(item).includes(word))
    item.hidden = !fits
    if (fits) shown++
  }
  status.textContent = status.dataset.words.replace('{n}', String(shown)).replace('{of}', String(all.length))
  none.hidden = shown > 0
  if (rest && (code !== '' || wanted.length > 0)) rest.open = true
}
let wait = 0
form.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(apply, 120) })
form.addEventListener('reset', () => { setTimeout(apply) })
form.addEventListener('submit', event => { event.preventDefault(); apply() })
addEventListener('hashchange', () => {
  const item = document.getElementById(location.hash.slice(1))
  if (item && item.hidden) { form.reset(); apply(); item.scrollIntoView() }
})
form.hidden = false
apply()
`
