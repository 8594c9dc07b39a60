import { printable } from '../../text/printable.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Text as text inside HTML or XML, in content and in quoted attributes; no character that XML 1.0 does not allow is left. */
export const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, c => ENTITIES[c] as string)
/** The same with its line ends. */
export const escapedLines = (text: string): string => text.split(/\r\n|\r|\n/).map(line => escaped(line.replaceAll('\t', '  '))).join('\n').replace(/[\ufffe\uffff]/g, '\ufffd')
