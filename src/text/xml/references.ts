const ENTITIES: ReadonlyMap<string, string> = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', '\'']])

/** What the `&` at an offset stands for, and where its reference ends; undefined for what XML itself does not define. */
export function referenceAt(text: string, amp: number, end: number): { readonly value: string; readonly end: number } | undefined {
  // No reference that means something is longer than "&#x10FFFF;", leading zeros aside.
  const name = /^(#?\w{1,32});/.exec(text.slice(amp + 1, Math.min(end, amp + 40)))?.[1]
  const value = name === undefined ? undefined : referenced(name)
  return name === undefined || value === undefined ? undefined : { value, end: amp + name.length + 2 }
}
function referenced(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES.get(name)
  const code = /^#x[0-9a-f]+$/i.test(name) ? Number.parseInt(name.slice(2), 16) : /^#\d+$/.test(name) ? Number(name.slice(1)) : -1
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined
}
