import { printable, printableLines } from '../../text/printable.ts'

// What Markdown, GitHub's additions (mentions, issue links, emoji, alerts) or HTML could take for more than text. A hyphen between small
// letters is none of that, and codes and ids stay what people search for.
const SPECIAL = /[\\`*_{}[\]()#+.!|<>~@&:$^=/"']|-(?![a-z])|(?<![a-z])-/g

/** Text from a file as plain text inside Markdown: nothing in it formats, links, mentions, loads or ends a table cell. */
export function plainText(text: string): string {
  return printable(text).replace(SPECIAL, c => `&#${c.charCodeAt(0)};`)
}
/** Short text in monospace. HTML's own element, for a backtick span cannot hold every backtick and a pipe would end the table cell. */
export function codeSpan(text: string): string {
  return `<code>${plainText(text)}</code>`
}
/** Lines of code, fenced by more backticks than any run of them inside. */
export function codeBlock(text: string, language = ''): string {
  const body = printableLines(text).replaceAll('\t', '  ')
  const longest = (body.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(Math.max(3, longest + 1))
  return `${fence}${language}\n${body}\n${fence}`
}
