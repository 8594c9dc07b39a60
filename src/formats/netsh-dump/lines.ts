import { lineStarts } from '../../text/lines.ts'

/** One line without its end, and where it begins. */
export interface Line { readonly text: string; readonly start: number }
/** The lines of a text. */
export function linesOf(text: string): Line[] {
  const starts = lineStarts(text)
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1] ?? text.length).replace(/[\r\n]+$/, ''), start }))
}
/** Whether a line is the rule below a heading. */
export const isDashes = (text: string | undefined): boolean => text !== undefined && text.startsWith('--------------------') && /^-+\s*$/.test(text)

/** A line cut in two: what stands in front, and the value with its place in the line. */
export interface Pair { readonly label: string; readonly value: string; readonly at: number }
/** `Label:   value`, cut at the first colon of either width; undefined where there is none. */
export function cutAtColon(line: string): Pair | undefined {
  const colon = /^([^\s:：][^:：]{0,60}?)[ \u3000]*[:：][ \u3000]*(.*)$/.exec(line)
  if (!colon) return undefined
  const value = (colon[2] as string).trimEnd()
  return { label: colon[1] as string, value, at: line.length - (colon[2] as string).length }
}
/** `Label          value`, as profiles have it: no colon, two blanks or more. */
export function cutAtBlanks(line: string): Pair | undefined {
  const blanks = /^(\S(?:[ \u3000]?\S){0,60})[ \t\u3000]{2,}(\S.*)$/.exec(line)
  return blanks ? { label: blanks[1] as string, value: (blanks[2] as string).trimEnd(), at: line.length - (blanks[2] as string).length } : undefined
}
