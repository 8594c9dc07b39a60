import { type Mapped, MapBuilder, sourceEndOf, sourceOf } from '../mapped.ts'
import type { Budget } from './budget.ts'

/** What a script has set so far, and how its text asks for it. */
export class Variables {
  /** Of the command before, where the script decides it. */
  exitCode: number | undefined
  /** What `call :label` gave, the label first; undefined where whoever starts the script gives them. */
  arguments: readonly string[] | undefined
  /** Whether `!NAME!` is expanded too. */
  isDelayed = false
  readonly #budget: Budget
  readonly #values = new Map<string, string>()
  /** Whatever the script has set so far, known or not. */
  readonly #assigned = new Set<string>()
  #changes = 0

  constructor(budget: Budget) {
    this.#budget = budget
  }

  /** How often anything has changed: where it is the same, nothing has. */
  get changes(): number { return this.#changes }
  /** All that is known, as one text. */
  get state(): string { return [...this.#values].join('\0') + (this.arguments ?? []).join('\0') }

  /** By its name in lower case. */
  get(name: string): string | undefined { return this.#values.get(name) }
  /** Whether only whoever starts the script can have set it. */
  isOutside(name: string): boolean {
    return !this.#assigned.has(name.toLowerCase()) && !/^(?:errorlevel|cd|date|time|random|processor_.*)$/i.test(name)
  }

  /** Sets a variable, to undefined where it is not known what to. `local` notes what it was before. */
  put(name: string, value: string | undefined, local: Map<string, string | undefined> | undefined): void {
    this.#assigned.add(name)
    const before = this.#values.get(name)
    if (local && !local.has(name)) local.set(name, before)
    if (value !== before) this.#changes++
    this.#restore(name, value)
  }
  /** Puts back what a branch noted, and tells what the branch had made of it. */
  undo(local: ReadonlyMap<string, string | undefined>): Map<string, string | undefined> {
    const after = new Map<string, string | undefined>()
    for (const [name, before] of local) {
      after.set(name, this.#values.get(name))
      this.#restore(name, before)
    }
    return after
  }
  forget(names: Iterable<string>): void { for (const name of names) this.#values.delete(name) }
  #restore(name: string, value: string | undefined): void {
    if (value === undefined) this.#values.delete(name)
    else this.#values.set(name, value)
  }

  /** `shift` and `shift /2`. Where it is not certain, the arguments are no longer known. */
  shift(command: string, isCertain: boolean): void {
    if (!this.arguments) return
    this.#changes++
    const from = /^[ \t@]*shift\s*(?:\/([0-8])\s*)?$/i.exec(command)
    // `%0` is the label here, which nothing asks for.
    this.arguments = isCertain && from ? this.arguments.toSpliced(Math.max(1, Number(from[1] ?? 1)), 1) : undefined
  }

  /** What a line puts in for `NAME` between percent signs, or for an argument like `%~1`. */
  expand(name: string, isArgument: boolean): string | undefined {
    const value = isArgument ? this.#argument(name) : this.#value(name)
    return value !== undefined && this.#budget.grow(value.length) ? value : undefined
  }
  /** Puts in loop variables (`%p`, `%~p`) and, where the script turned it on, `!NAME!`. */
  substitute(source: Mapped, loop: ReadonlyMap<string, string>): Mapped {
    const text = loop.size > 0 && source.text.includes('%')
      ? this.#replace(source, /%(~?)([a-z#?])/gi, found => {
        const item = loop.get(found[2] as string)
        return found[1] === '~' ? item?.replace(/^"(.*)"$/, '$1') : item
      })
      : source
    return this.isDelayed && text.text.includes('!') ? this.#replace(text, /!([^!\s]+)!/g, found => this.#value(found[1] as string)) : text
  }
  #replace(source: Mapped, pattern: RegExp, valueOf: (found: RegExpExecArray) => string | undefined): Mapped {
    const builder = new MapBuilder()
    let done = 0
    for (const found of source.text.matchAll(pattern)) {
      const value = valueOf(found)
      if (value === undefined || !this.#budget.grow(value.length)) continue
      const end = found.index + found[0].length
      builder.literal(source, done, found.index)
      builder.fixed(value, sourceOf(source, found.index), sourceEndOf(source, end))
      done = end
    }
    builder.literal(source, done, source.text.length)
    return builder.build()
  }

  #argument(text: string): string | undefined {
    if (!this.arguments) return undefined
    if (text === '%*') return this.arguments.slice(1).join(' ')
    const plainForm = /^%(~?)(\d)$/.exec(text)
    if (!plainForm || plainForm[2] === '0') return undefined
    const value = this.arguments[Number(plainForm[2])] ?? ''
    return plainForm[1] ? value.replace(/^"(.*)"$/, '$1') : value
  }
  /** `NAME`, `NAME:~0,3` or `NAME:a=b` between percent signs. */
  #value(name: string): string | undefined {
    const colon = name.indexOf(':')
    const key = (colon < 0 ? name : name.slice(0, colon)).toLowerCase()
    const value = this.#values.get(key) ?? (key === 'errorlevel' ? this.exitCode?.toString() : undefined)
    if (value === undefined || colon < 0) return value
    const change = name.slice(colon + 1)
    const cut = /^~(-?\d{1,5})(?:,(-?\d{1,5}))?$/.exec(change)
    if (cut) {
      const from = Number(cut[1])
      const begin = from < 0 ? Math.max(0, value.length + from) : from
      const count = cut[2] === undefined ? value.length : Number(cut[2])
      return value.slice(begin, count < 0 ? value.length + count : begin + count)
    }
    const equals = change.indexOf('=')
    if (equals < 1 || change.startsWith('*') || value.length > 256) return undefined
    return value.split(change.slice(0, equals)).join(change.slice(equals + 1))
  }
}
