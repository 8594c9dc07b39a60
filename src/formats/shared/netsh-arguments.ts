import { PART_NAMES, type PartName } from '../../model/types.ts'
import { LateWord, type Word } from '../../text/word.ts'

/** One netsh command, split into words by whichever shell runs it. */
export interface NetshCommand {
  /** Without `netsh` itself. */
  readonly words: readonly Word[]
  /** From `netsh` to the last word. */
  readonly start: number
  readonly end: number
  /** Why it may not run; undefined when it always does. */
  readonly condition: string | undefined
}

/** `key=value` as netsh takes it. */
export interface Argument {
  readonly key: string
  readonly value: string
  readonly word: Word
  readonly start: number
  readonly end: number
}

/** What an argument is about, as `Rule.parts` counts it. */
export const PART = Object.fromEntries(PART_NAMES.map((name, index) => [name, index])) as { readonly [P in PartName]: number }

/** Arguments of a rule, each a bit of its own; each may stand once. */
export const RULE_KEYS: ReadonlyMap<string, number> = new Map([
  'dir', 'action', 'enable', 'protocol', 'profile', 'localport', 'remoteport', 'localip', 'remoteip', 'program', 'service', 'interfacetype',
  'edge', 'security', 'rmtcomputergrp', 'rmtmachgrp', 'rmtusrgrp', 'description',
].map((key, index): [string, number] => [key, 1 << index]))
/** Keys as they are mostly written. */
export const PLAIN_KEYS: ReadonlySet<string> = new Set(['name', ...RULE_KEYS.keys()])
const LONG_KEYS: readonly string[] = [...PLAIN_KEYS, 'group']

/** Text that the shell would have replaced by something that the script does not show. */
export const isOpen = (text: string): boolean => text.includes('%') || /![^!]+!/.test(text)
/** Whether a word is a command or its beginning, of at least `least` characters: netsh takes verbs shortened. */
export const isWord = (text: string, command: string, least: number): boolean => text.length >= least && command.startsWith(text)

/** The one command of a list that a word begins; the word itself where it begins none, or several. */
export function writtenOut(text: string, commands: readonly string[]): string {
  const meant = text === '' ? [] : commands.filter(command => command.startsWith(text))
  return meant.length === 1 ? meant[0] as string : text
}

/** The arguments from a word on. */
export function argumentsOf(words: readonly Word[], from: number): Argument[] {
  const list = joined(words, from)
  return (list === words && from > 0 ? list.slice(from) : list).map(argumentOf)
}

/** One word as an argument. */
export const argumentOf = (word: Word): Argument =>
  ({ key: keyOf(word), value: valueOf(word), word, start: word.value ?? word.start, end: word.end })

/** Before the sign, in lower case; the whole word where there is none. */
export function writtenKeyOf(word: Word): string {
  const key = word instanceof LateWord ? word.key : beforeSign(word.text)
  return (word.text.includes('=') ? key.trim() : key).toLowerCase()
}

/** The same, written out: netsh takes the names of arguments shortened, as it does verbs (`prot=`, `interface=`). */
export function keyOf(word: Word): string {
  const key = word instanceof LateWord ? word.key : beforeSign(word.text)
  if (PLAIN_KEYS.has(key)) return key
  const written = writtenKeyOf(word)
  if (written === '' || PLAIN_KEYS.has(written) || !word.text.includes('=')) return written
  const meant = LONG_KEYS.filter(name => name.startsWith(written))
  return meant.length === 1 ? meant[0] as string : written
}
function beforeSign(text: string): string {
  const equals = text.indexOf('=')
  return equals < 0 ? text : text.slice(0, equals)
}

/** Behind the sign; empty where there is none. */
export function valueOf(word: Word): string {
  if (word instanceof LateWord) return word.argument
  const equals = word.text.indexOf('=')
  return equals < 0 ? '' : word.text.slice(equals + 1)
}

const isJoining = (word: Word): boolean =>
  (word instanceof LateWord ? word.isJoining : word.text.startsWith('=') || word.text.endsWith('='))

/** The documentation writes `name = "x"` too: blanks around the sign join what belongs together. */
export function joined(words: readonly Word[], from: number): readonly Word[] {
  let apart = false
  for (let i = from; i < words.length; i++) {
    if (isJoining(words[i] as Word)) { apart = true; break }
  }
  if (!apart) return words
  const list: Word[] = []
  for (let i = from; i < words.length; i++) {
    const word = words[i] as Word
    const last = list.at(-1)
    const lastOpen = last !== undefined && last.text.endsWith('=') && last.text.indexOf('=') === last.text.length - 1
    const begins = word.text.startsWith('=') && last !== undefined && !last.text.includes('=')
    if (last && (begins || (lastOpen && word.value === undefined))) {
      const value = begins ? (word.value ?? word.end) : word.start
      const unresolved = last.unresolved || word.unresolved ? { unresolved: true } : {}
      list[list.length - 1] = { text: last.text + word.text, start: last.start, end: word.end, value, ...unresolved }
    } else list.push(word)
  }
  return list
}
