import { fileName } from '../model/rules.ts'
import type { Problem } from '../model/types.ts'
import { Cutter } from './cutter.ts'
import { type Mapped, MapBuilder, plain, sourceEndOf, sourceOf } from './mapped.ts'
import { LateWord, type Word } from './word.ts'

/** One call of a program, as far as the script says. */
export interface Command {
  /** The program's name first, as written. */
  readonly words: readonly Word[]
  readonly start: number
  readonly end: number
  /** The whole command with its quotes, variables put in; undefined where it is what stands in the file. */
  readonly line: string | undefined
  /** Why it may not run (`if exist …`); undefined when it always does. */
  readonly condition: string | undefined
}

export interface BatchOptions {
  /** Names of the programs whose calls are wanted, lower case, without path and `.exe`. */
  readonly programs: ReadonlySet<string>
  /** Words that its user compares others with. */
  readonly vocabulary?: Iterable<string>
  /** May answer with the exit code, where that follows from the script. */
  command(command: Command): number | undefined | void
  problem(code: Problem['code'], message: string, start: number, end: number): void
}

/** cmd.exe itself takes lines of 8,191 characters; values beyond that are not followed. */
const LONGEST_VALUE = 8191
/** What loops, calls and variables may add to a file altogether. */
const MOST_STEPS = 200_000
const MOST_ROUNDS = 5000
const MOST_EXPANDED = 1 << 25
const DEEPEST = 64

/**
 * Follows a script for cmd.exe from top to bottom: `^` continuation, `%VAR%` that the file itself sets, `for` over literal lists,
 * blocks, `if`, `goto` and `call :label`. What the file does not decide stays as written, and its commands get a condition.
 */
export function runBatch(text: string, options: BatchOptions): void {
  new Batch(text, options).run()
}

type Node =
  | { readonly kind: 'command'; readonly text: Mapped }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'given'; readonly node: Node; readonly on: 'success' | 'failure'; readonly why: string }
  | { readonly kind: 'piped'; readonly node: Node; readonly from: string }
  | { readonly kind: 'if'; readonly test: IfTest; readonly then: Node; readonly otherwise: Node | undefined }
  | { readonly kind: 'for'; readonly option: string; readonly settings: string; readonly variable: string; readonly items: string; readonly body: Node; readonly why: string }

interface IfTest {
  readonly not: boolean
  readonly ignoreCase: boolean
  readonly left: string
  readonly operator: string
  readonly right: string
  readonly why: string
}

/** What holds while one piece of a script runs. */
interface Scope {
  readonly condition: string | undefined
  /** The condition of the stretch it stands in: where the two are the same, a jump ends that stretch for certain. */
  readonly stretch: string | undefined
  readonly loop: ReadonlyMap<string, string>
  /** What the variables were that the branch at work has set so far; undefined outside of branches that may not run. */
  readonly local?: Map<string, string | undefined> | undefined
}

const NO_LOOP: ReadonlyMap<string, string> = new Map()
/** Programs that run a command elsewhere, later or as somebody else. */
const LAUNCHERS = new Set(['psexec', 'psexec64', 'paexec', 'runas', 'schtasks', 'nircmd', 'nircmdc', 'nsudo', 'nsudolc', 'winrs', 'wmic'])
const OPERATORS = new Set(['equ', 'neq', 'lss', 'leq', 'gtr', 'geq'])
/** Commands that scripts run for their exit code: whether they succeed is what the machine says. */
const QUESTION = new RegExp(`^[ \\t@("]*(?:${[
  String.raw`(?:[^\s"]*[\\/])?(?:findstr|find|where|tasklist|ping|fltmc|openfiles|cacls|fsutil|fc|choice|whoami|wmic|qprocess|ver)(?:\.exe|\.com)?\b`,
  String.raw`reg(?:\.exe)?\s+query\b`, String.raw`sc(?:\.exe)?\s+query\b`, String.raw`net(?:\.exe)?\s+(?:session|file|user|use)\b`,
  String.raw`netsh(?:\.exe)?\s.*\bshow\b`,
].join('|')})`, 'i')
/** How commands that change nothing here begin; their lines are passed over without a closer look. */
const QUIET = /[ \t@]*(?:rem(?=[ \t\r\n]|$)|::|echo(?=[ \t\r\n.]|$)(?![^\r\n]*[&|()^]))/iy
const WANTED_LINE = /[ \t@]*(?=netsh(?:\.exe)?[ \t])/iy

class Batch {
  readonly #text: string
  readonly #options: BatchOptions
  readonly #variables = new Map<string, string>()
  /** Whatever the script has set so far, known or not. */
  readonly #assigned = new Set<string>()
  #foundJumps: Jumps | undefined
  readonly #cutter: Cutter
  #delayed = false
  #steps = 0
  #expanded = 0
  #tired = false
  // The line being read, its place in the file, and the cursor in it.
  #next = 0
  #line: Mapped = plain('', 0)
  #at = 0
  #depth = 0
  #tooDeep = false
  #arguments: readonly string[] | undefined
  #flow: Flow = { dead: false, skipTo: 0, skipWhy: undefined, reached: new Map(), label: undefined, rounds: new Map(), tentative: new Set(), onlyJump: undefined, jumps: 0, ended: false }
  #calls = 0
  #commands = 0
  #inner = 0
  /** Of the command before, where the script decides it. */
  #exitCode: number | undefined
  #changes = 0
  #rounds = 0
  /** Labels that calls went through. */
  readonly #inCalls = new Set<string>()

  constructor(text: string, options: BatchOptions) {
    this.#text = text
    this.#options = options
    this.#cutter = new Cutter(text, options.vocabulary)
  }

  /** Looked for when the first jump or label turns up: most scripts have none. */
  get #jumps(): Jumps { return (this.#foundJumps ??= findJumps(this.#text)) }

  run(): void {
    while (this.#next < this.#text.length && !this.#flow.ended) this.#runLine()
  }

  #runLine(): void {
    const text = this.#text
    const start = this.#next
    if (text.startsWith('netsh ', start)) {
      if (!this.#delayed && this.#simple(start)) return
    } else {
      QUIET.lastIndex = start
      if (QUIET.test(text)) { this.#next = lineEnd(text, start).next; return }
      WANTED_LINE.lastIndex = start
      if (!this.#delayed && WANTED_LINE.test(text) && this.#simple(WANTED_LINE.lastIndex)) return
    }
    this.#readLine()
    this.#at = 0
    this.#depth = 0
    const label = /^[ \t,;=]*:([^\s:+&|<>^]*)/.exec(this.#line.text)
    if (label) { this.#atLabel((label[1] as string).toLowerCase(), start); return }
    const nodes: Node[] = []
    while (this.#at < this.#line.text.length) {
      nodes.push(this.#sequence())
      if (this.#line.text[this.#at] === ')') this.#at++ // a stray one at top level: cmd ignores the rest of the line
    }
    for (const node of nodes) {
      const condition = this.#flowCondition(start)
      this.#execute(node, { condition, stretch: condition, loop: NO_LOOP })
    }
  }

  /** A line that is nothing but one command: by far the most lines of generated scripts. False where it needs the full reader. */
  #simple(at: number): boolean {
    const words = this.#simpleWords(at)
    if (!words) return false
    if (words.length > 0) this.#call(words, this.#flowCondition(at))
    return true
  }
  /** The words of such a line, behind which the cursor moves: undefined as soon as a character turns up that cmd.exe reads itself. */
  #simpleWords(from: number): Word[] | undefined {
    const text = this.#text
    const list: Word[] = []
    let at = from
    for (;;) {
      let c = text.charCodeAt(at)
      while (c === 32 || c === 9) c = text.charCodeAt(++at)
      if (c === 10 || c === 13 || at >= text.length) {
        this.#next = c === 10 ? at + 1 : lineEnd(text, at).next
        return list
      }
      const start = at
      let isQuoted = false
      let quotes = 0
      let hasPercent = false
      let equals = -1
      for (;; c = text.charCodeAt(++at)) {
        if (c > 62 && c !== 94 && c !== 124) continue
        if (c === 10 || c === 13 || at >= text.length) break
        if (c === 34) { isQuoted = !isQuoted; quotes++ }
        else if (c === 37) {
          if (text.charCodeAt(at + 1) !== 37) return undefined
          at++
          hasPercent = true
        } else if (c === 61) { if (equals < 0) equals = at }
        else if (isQuoted) continue
        else if (c === 32 || c === 9) break
        else if (c === 94 || c === 124 || c === 38 || c === 60 || c === 62) return undefined
      }
      list.push(new LateWord(this.#cutter, start, at, equals < 0 ? undefined : equals + 1, quotes, hasPercent))
    }
  }

  // ---- reading -------------------------------------------------------------------------------------------------------------------

  /** The next line with its `%` expanded and its continuation lines joined. */
  #readLine(): void {
    const text = this.#text
    let { end, next } = lineEnd(text, this.#next)
    let start = this.#next
    if (text.charCodeAt(end - 1) !== 94 || !continues(text, start, end)) {
      this.#next = next
      this.#line = this.#expand(start, end, undefined)
      return
    }
    const builder = new MapBuilder()
    for (;;) {
      const more = text.charCodeAt(end - 1) === 94 && end > start && continues(text, start, end)
      this.#expand(start, more ? end - 1 : end, builder)
      start = next
      if (!more || start >= text.length) break
      ;({ end, next } = lineEnd(text, start))
    }
    this.#next = start
    this.#line = builder.build()
  }

  /** `%%`, `%VAR%`, `%1` and `%*` of one line. What the file does not set stays as it is written. */
  #expand(start: number, end: number, into: MapBuilder | undefined): Mapped {
    const text = this.#text
    const raw = text.slice(start, end)
    if (!raw.includes('%')) {
      into?.literal(plain(raw, start), 0, raw.length)
      return into ? this.#line : plain(raw, start)
    }
    const builder = into ?? new MapBuilder()
    const source = plain(raw, start)
    let done = 0
    for (let at = raw.indexOf('%'); at >= 0 && at < raw.length; at = raw.indexOf('%', at)) {
      if (raw[at + 1] === '%') {
        builder.literal(source, done, at)
        builder.fixed('%', start + at, start + at + 2)
        done = at += 2
        continue
      }
      const argument = /%(?:\*|~?[a-z]*\d)/iy
      argument.lastIndex = at
      const found = argument.exec(raw)
      const close = found ? at + found[0].length - 1 : raw.indexOf('%', at + 1)
      if (close < 0) break
      const value = found ? this.#argument(found[0]) : this.#value(raw.slice(at + 1, close))
      if (value !== undefined && this.#mayGrow(value.length)) {
        builder.literal(source, done, at)
        builder.fixed(value, start + at, start + close + 1)
        done = close + 1
      }
      at = close + 1
    }
    builder.literal(source, done, raw.length)
    return into ? this.#line : builder.build()
  }
  #mayGrow(by: number): boolean {
    this.#expanded += by
    if (this.#expanded <= MOST_EXPANDED) return true
    this.#tire()
    return false
  }
  #tire(): void {
    if (this.#tired) return
    this.#tired = true
    this.#options.problem('requirement-unverifiable', 'Loops, calls or variables of this script go too far to be followed; the rest stays open.', this.#next, this.#next)
  }

  #argument(text: string): string | undefined {
    if (!this.#arguments) return undefined
    if (text === '%*') return this.#arguments.slice(1).join(' ')
    const plainForm = /^%(~?)(\d)$/.exec(text)
    if (!plainForm || plainForm[2] === '0') return undefined
    const value = this.#arguments[Number(plainForm[2])] ?? ''
    return plainForm[1] ? value.replace(/^"(.*)"$/, '$1') : value
  }
  /** `NAME`, `NAME:~0,3` or `NAME:a=b` between percent signs. */
  #value(name: string): string | undefined {
    const colon = name.indexOf(':')
    const key = (colon < 0 ? name : name.slice(0, colon)).toLowerCase()
    const value = this.#variables.get(key) ?? (key === 'errorlevel' ? this.#exitCode?.toString() : undefined)
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

  #blanks(): void {
    const { text } = this.#line
    while (this.#at < text.length && isBlank(text.charCodeAt(this.#at))) this.#at++
  }
  /** Goes on to the next line inside a block; false at the end of the file. */
  #more(): boolean {
    if (this.#next >= this.#text.length) return false
    this.#readLine()
    this.#at = 0
    return true
  }

  /** Commands joined by `&`, `&&`, `||` and `|`, up to the end of the line or the bracket that closes the block. */
  #sequence(): Node {
    const nodes: Node[] = []
    let why: string | undefined
    let on: 'success' | 'failure' = 'success'
    let piped: string | undefined
    for (;;) {
      const begin = this.#at
      const before = this.#line
      const node = this.#command()
      if (node) nodes.push(why !== undefined ? { kind: 'given', node, on, why } : piped !== undefined ? { kind: 'piped', node, from: piped } : node)
      const { text } = this.#line
      const operator = text[this.#at]
      if (operator !== '&' && operator !== '|') break
      const twice = text[this.#at + 1] === operator
      const said = before === this.#line ? text.slice(begin, this.#at).replace(/[12]?>>?\s*(?:nul|&\d)/gi, '').trim() : 'the block before it'
      // What stands behind `&&` is meant to run, except where the command before it is a question.
      piped = !twice && operator === '|' ? said : undefined
      on = operator === '|' ? 'failure' : 'success'
      if (!twice) why = undefined
      else if (operator === '|') why = `unless ${shortened(said)} succeeds`
      else if (QUESTION.test(said)) why = `if ${shortened(said)} succeeds`
      this.#at += twice ? 2 : 1
    }
    return nodes.length === 1 ? nodes[0] as Node : { kind: 'sequence', nodes }
  }

  #command(): Node | undefined {
    const { text } = this.#line
    while (this.#at < text.length && /[ \t@,;=\r\n]/.test(text[this.#at] as string)) this.#at++
    if (this.#at >= text.length) return undefined
    if (text[this.#at] === '(' && this.#deeper()) {
      this.#at++
      const block = this.#block()
      this.#depth--
      this.#redirections()
      return block
    }
    if (text[this.#at] === ':') { this.#at = text.length; return undefined }
    const word = /[a-z]+(?=[\s(/,;=]|$)/iy
    word.lastIndex = this.#at
    const name = word.exec(text)?.[0].toLowerCase()
    if (name === 'rem') { this.#at = text.length; return undefined }
    if (name === 'if' || name === 'for') {
      if (this.#deeper()) {
        this.#at += name.length
        const node = name === 'if' ? this.#if() : this.#for()
        this.#depth--
        return node
      }
      this.#at = text.length
      return undefined
    }
    return { kind: 'command', text: this.#simpleText() }
  }
  /** One level deeper; false, with a word about it, where a file nests further than any person writes. */
  #deeper(): boolean {
    if (this.#depth < DEEPEST) { this.#depth++; return true }
    if (!this.#tooDeep) {
      this.#tooDeep = true
      const at = sourceOf(this.#line, this.#at)
      this.#options.problem('requirement-unverifiable', `Blocks are nested more than ${DEEPEST} deep; what stands inside was not followed.`, at, at + 1)
    }
    return false
  }

  /** The inside of brackets, over as many lines as it takes. */
  #block(): Node {
    const nodes: Node[] = []
    for (;;) {
      this.#blanks()
      if (this.#at >= this.#line.text.length) { if (!this.#more()) break; continue }
      if (this.#line.text[this.#at] === ')') { this.#at++; break }
      const before = this.#at
      nodes.push(this.#sequence())
      if (this.#at === before && this.#line.text[this.#at] !== ')') this.#at++
    }
    return { kind: 'sequence', nodes }
  }

  /** Text of one command: carets gone, redirections gone. Stops at an operator, or at the bracket that ends the block. */
  #simpleText(): Mapped {
    const line = this.#line
    const { text } = line
    const builder = new MapBuilder()
    let quoted = false
    let done = this.#at
    let at = this.#at
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at)
      if (c === 34) quoted = !quoted
      if (quoted) continue
      if (c === 94) { builder.literal(line, done, at); done = at + 1; at++; continue }
      if (c === 38 || c === 124 || (c === 41 && this.#depth > 0)) break
      if (c !== 60 && c !== 62) continue
      const digit = at > done && /\d/.test(text[at - 1] as string) && (at < 2 || isBlank(text.charCodeAt(at - 2)))
      builder.literal(line, done, digit ? at - 1 : at)
      builder.fixed(' ', sourceOf(line, at), sourceOf(line, at) + 1)
      this.#at = at
      this.#redirections()
      done = this.#at
      at = this.#at - 1
    }
    builder.literal(line, done, Math.min(at, text.length))
    this.#at = Math.min(at, text.length)
    return builder.build()
  }
  /** `>nul`, `2>&1`, `>> "file"`, as many as stand here. */
  #redirections(): void {
    const redirection = /[ \t]*\d?(?:>>?|<)[ \t]*(?:&\d|"[^"]*"?|[^\s&|<>()"]*)/y
    redirection.lastIndex = this.#at
    const { text } = this.#line
    while (redirection.test(text)) {
      this.#at = redirection.lastIndex
    }
  }

  #token(): string {
    this.#blanks()
    const { text } = this.#line
    const start = this.#at
    let quoted = false
    for (; this.#at < text.length; this.#at++) {
      const c = text.charCodeAt(this.#at)
      if (c === 34) quoted = !quoted
      else if (!quoted && (isBlank(c) || (c === 61 && text.charCodeAt(this.#at + 1) === 61))) break
    }
    return text.slice(start, this.#at)
  }

  #if(): Node {
    const begin = this.#at
    let not = false
    let ignoreCase = false
    let left = this.#token()
    while (/^(?:\/i|not)$/i.test(left)) {
      if (left.toLowerCase() === 'not') not = !not
      else ignoreCase = true
      left = this.#token()
    }
    let operator = ''
    let right = ''
    if (/^(?:exist|defined|errorlevel|cmdextversion)$/i.test(left)) {
      operator = left.toLowerCase()
      left = ''
      right = this.#token()
    } else {
      this.#blanks()
      if (this.#line.text.startsWith('==', this.#at)) { operator = '=='; this.#at += 2 } else operator = this.#token().toLowerCase()
      right = this.#token()
    }
    const why = `if ${shortened(this.#line.text.slice(begin, this.#at).trim())}`
    const then = this.#branch()
    this.#blanks()
    const otherwise = /else(?=[\s(]|$)/iy
    otherwise.lastIndex = this.#at
    const test: IfTest = { not, ignoreCase, left, operator, right, why }
    if (!otherwise.test(this.#line.text)) return { kind: 'if', test, then, otherwise: undefined }
    this.#at = otherwise.lastIndex
    return { kind: 'if', test, then, otherwise: this.#branch() }
  }
  /** A block, or all commands up to the end of the line. */
  #branch(): Node {
    this.#blanks()
    if (this.#line.text[this.#at] === '(') return this.#command() ?? { kind: 'sequence', nodes: [] }
    return this.#sequence()
  }

  #for(): Node {
    const begin = this.#at
    let option = ''
    let settings = ''
    let token = this.#token()
    while (token !== '' && !token.startsWith('%')) {
      if (token.startsWith('/')) option = token.toLowerCase()
      else settings = token
      token = this.#token()
    }
    const variable = token.slice(1)
    const word = this.#token().toLowerCase()
    this.#blanks()
    if (word !== 'in' || this.#line.text[this.#at] !== '(') { this.#at = this.#line.text.length; return { kind: 'sequence', nodes: [] } }
    this.#at++
    const items: string[] = []
    let open = true
    while (open) {
      const { text } = this.#line
      let quoted = false
      let end = this.#at
      for (; end < text.length; end++) {
        const c = text.charCodeAt(end)
        if (c === 34) quoted = !quoted
        else if (c === 41 && !quoted) { open = false; break }
      }
      items.push(text.slice(this.#at, end))
      this.#at = end + 1
      if (open && !this.#more()) open = false
    }
    const why = `for${shortened(this.#line.text.slice(begin, this.#at))}`
    const keyword = /[ \t]*do(?=[\s(@]|$)/iy
    keyword.lastIndex = this.#at
    if (keyword.test(this.#line.text)) this.#at = keyword.lastIndex
    return { kind: 'for', option, settings, variable, items: items.join(' '), body: this.#branch(), why }
  }

  // ---- running -------------------------------------------------------------------------------------------------------------------

  #execute(node: Node, scope: Scope): void {
    if (this.#flow.dead) return
    switch (node.kind) {
      case 'command': this.#perform(node.text, scope); break
      case 'sequence': for (const child of node.nodes) this.#execute(child, scope); break
      case 'given':
        if (this.#exitCode === undefined) this.#branches(scope, under(scope, node.why), [node.node])
        else if ((this.#exitCode === 0) === (node.on === 'success')) this.#execute(node.node, scope)
        break
      case 'piped': {
        const code = this.#exitCode
        this.#execute(node.node, scope)
        if (code !== undefined && node.node.kind === 'command') this.#exitCode = codeOfFind(node.node.text.text, node.from, code)
        break
      }
      case 'if': this.#executeIf(node.test, node.then, node.otherwise, scope); break
      case 'for': this.#executeFor(node, scope); break
    }
  }

  #executeIf(test: IfTest, then: Node, otherwise: Node | undefined, scope: Scope): void {
    const holds = this.#decide(test, scope) ?? (onlySets(then) && (otherwise === undefined || onlySets(otherwise)) ? this.#isDefault(test) : undefined)
    if (holds) this.#execute(then, scope)
    else if (holds === false) { if (otherwise) this.#execute(otherwise, scope) }
    else this.#branches(scope, under(scope, test.why), [then], under(scope, `else of ${test.why}`), otherwise)
  }
  /** One way or the other: what both set alike is known afterwards, what one of them sets is known inside of it only. */
  #branches(scope: Scope, first: Scope, nodes: readonly Node[], second?: Scope, otherwise?: Node): void {
    const exitCode = this.#exitCode
    const ways = [this.#way(first, nodes), ...(second && otherwise ? [this.#way(second, [otherwise])] : [])]
    for (const name of new Set(ways.flatMap(way => [...way.keys()]))) {
      const before = this.#variables.get(name)
      const values = new Set(ways.map(way => (way.has(name) ? way.get(name) : before)))
      if (ways.length === 1) values.add(before)
      const [value] = values
      this.#put(name, values.size === 1 ? value : undefined, scope)
    }
    if (exitCode !== this.#exitCode) this.#exitCode = undefined
  }
  /** Runs what may not run, puts back the variables, and tells what it made of them. */
  #way(scope: Scope, nodes: readonly Node[]): Map<string, string | undefined> {
    const local = new Map<string, string | undefined>()
    for (const node of nodes) this.#execute(node, { ...scope, local })
    const after = new Map<string, string | undefined>()
    for (const [name, before] of local) {
      after.set(name, this.#variables.get(name))
      if (before === undefined) this.#variables.delete(name)
      else this.#variables.set(name, before)
    }
    return after
  }
  #put(name: string, value: string | undefined, { local, stretch }: Scope): void {
    this.#assigned.add(name)
    const before = this.#variables.get(name)
    if (local && !local.has(name)) local.set(name, before)
    if (value !== before) this.#changes++
    if (stretch !== undefined) this.#flow.tentative.add(name)
    if (value === undefined) this.#variables.delete(name)
    else this.#variables.set(name, value)
  }
  /**
   * `if "%~1"=="" set PORT=80`, or `set PORT=80` and `if not "%~1"=="" set PORT=%~1`: the way to write a default. Arguments and variables of
   * whoever starts the script are taken as not given, like the parameters of a PowerShell script.
   */
  #isDefault({ operator, not, left, right }: IfTest): boolean | undefined {
    const isGiven = (text: string): boolean => {
      const name = /^[["']*%(?:~?[1-9]|([^%~:*]+)%)[\]"']*$/.exec(text)
      return name !== null && (name[1] === undefined || (this.#arguments === undefined && this.#isOutside(name[1])))
    }
    if (operator === 'defined') return this.#isOutside(right) ? not : undefined
    const isEmpty = (text: string): boolean => /^(?:""|''|\[\]|\[""\])$/.test(text)
    return (operator === '==' || operator === 'equ') && isGiven(left) && isEmpty(right) ? !not : undefined
  }
  #isOutside(name: string): boolean { return !this.#assigned.has(name.toLowerCase()) && !/^(?:errorlevel|cd|date|time|random|processor_.*)$/i.test(name) }
  #decide(test: IfTest, scope: Scope): boolean | undefined {
    const { operator, ignoreCase, not } = test
    const known = (text: string): string | undefined => {
      const value = this.#substitute(plain(text, 0), scope).text
      return /[%!]/.test(value) ? undefined : ignoreCase ? value.toLowerCase() : value
    }
    if (operator === 'defined') {
      const value = this.#variables.get(test.right.toLowerCase())
      return value === undefined ? undefined : (value !== '') !== not
    }
    if (operator === 'errorlevel') {
      if (test.right === '0') return !not // of any exit code, for it asks for this one or more
      return this.#exitCode === undefined || !/^\d+$/.test(test.right) ? undefined : (this.#exitCode >= Number(test.right)) !== not
    }
    if (operator !== '==' && !OPERATORS.has(operator)) return undefined
    const left = known(test.left)
    const right = known(test.right)
    if (left === undefined || right === undefined) return undefined
    if (operator === '==') return (left === right) !== not
    const numbers = /^-?\d+$/.test(left) && /^-?\d+$/.test(right)
    const order = numbers ? Number(left) - Number(right) : left < right ? -1 : left > right ? 1 : 0
    const holds = operator === 'equ' ? order === 0 : operator === 'neq' ? order !== 0 : operator === 'lss' ? order < 0
      : operator === 'leq' ? order <= 0 : operator === 'gtr' ? order > 0 : order >= 0
    return holds !== not
  }

  #executeFor(node: Extract<Node, { kind: 'for' }>, scope: Scope): void {
    const tokens = node.option === '/f' ? textTokens(this.#substitute(plain(node.items, 0), scope).text, node.settings, node.variable) : undefined
    if (tokens) {
      if (this.#step()) this.#execute(node.body, { ...scope, loop: new Map([...scope.loop, ...tokens]) })
      return
    }
    const list = node.option === '' ? literalItems(this.#substitute(plain(node.items, 0), scope).text) : node.option === '/l' ? countedItems(node.items) : undefined
    if (!list) {
      // What a round sets, the next one finds: nothing of it is known when a round begins.
      for (const name of assignedIn(node.body)) this.#put(name, undefined, scope)
      this.#branches(scope, under(scope, node.why), [node.body])
      return
    }
    for (const item of list) {
      if (!this.#step()) return
      this.#execute(node.body, { ...scope, loop: new Map(scope.loop).set(node.variable, item) })
    }
  }
  #step(): boolean {
    if (++this.#steps <= MOST_STEPS) return true
    this.#tire()
    return false
  }

  /** Puts in loop variables (`%p`, `%~p`) and, where the script turned it on, `!NAME!`. */
  #substitute(source: Mapped, { loop }: Scope): Mapped {
    const text = loop.size > 0 && source.text.includes('%')
      ? this.#replace(source, /%(~?)([a-z#?])/gi, found => {
        const item = loop.get(found[2] as string)
        return found[1] === '~' ? item?.replace(/^"(.*)"$/, '$1') : item
      })
      : source
    return this.#delayed && text.text.includes('!') ? this.#replace(text, /!([^!\s]+)!/g, found => this.#value(found[1] as string)) : text
  }
  #replace(source: Mapped, pattern: RegExp, valueOf: (found: RegExpExecArray) => string | undefined): Mapped {
    const builder = new MapBuilder()
    let done = 0
    for (const found of source.text.matchAll(pattern)) {
      const value = valueOf(found)
      if (value === undefined || !this.#mayGrow(value.length)) continue
      const end = found.index + found[0].length
      builder.literal(source, done, found.index)
      builder.fixed(value, sourceOf(source, found.index), sourceEndOf(source, end))
      done = end
    }
    builder.literal(source, done, source.text.length)
    return builder.build()
  }

  #perform(source: Mapped, scope: Scope): void {
    const name = /^[ \t@]*([a-z]+)/i.exec(source.text)?.[1]?.toLowerCase() ?? ''
    if (name === 'echo' || name === 'rem' || name === 'title' || name === 'endlocal') return
    const command = this.#substitute(source, scope)
    const { text } = command
    switch (name) {
      case 'set': this.#set(text.replace(/^[ \t@]*set/i, ''), scope); return
      case 'setlocal':
        if (/enabledelayedexpansion/i.test(text)) this.#delayed = true
        else if (/disabledelayedexpansion/i.test(text)) this.#delayed = false
        return
      case 'goto': this.#goto(text.replace(/^[ \t@]*goto[ \t]*:?/i, '').trim(), scope, command); return
      case 'exit': if (isCertain(scope)) this.#end(); return
      case 'shift': this.#shift(text, scope); return
      case 'call': {
        const target = /^[ \t@]*call[ \t]*:([^\s:+&|<>^]+)/i.exec(text)
        if (target) { this.#callLabel((target[1] as string).toLowerCase(), words(command, target[0].length), scope, command); return }
        break
      }
    }
    if (this.#runInner(command, scope)) return
    const all = words(command, 0)
    if (all.length > 0) this.#call(all, scope.condition, text)
  }
  /** `cmd /c "netsh … & netsh …"`: a line of its own, less the outermost quotes. */
  #runInner(command: Mapped, scope: Scope): boolean {
    const { text } = command
    const head = /^[ \t@]*(?:call[ \t]+)?"?(?:[^\s"]*[\\/])?cmd(?:\.exe)?"?(?:[ \t]+\/[^\sck][^\s]*)*[ \t]+\/[ck][ \t]*/i.exec(text)
    if (!head || this.#inner >= DEEPEST || !this.#step()) return false
    let from = head[0].length
    let to = text.length
    const last = text.lastIndexOf('"')
    const builder = new MapBuilder()
    if (text[from] === '"' && last > from) {
      builder.literal(command, ++from, last)
      from = last + 1
    }
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--
    builder.literal(command, from, to)
    const saved = { line: this.#line, at: this.#at, depth: this.#depth, next: this.#next }
    this.#line = builder.build()
    this.#at = 0
    this.#depth = 0
    this.#next = this.#text.length // nothing behind it belongs to it
    const nodes: Node[] = []
    while (this.#at < this.#line.text.length) {
      nodes.push(this.#sequence())
      if (this.#line.text[this.#at] === ')') this.#at++
    }
    this.#line = saved.line
    this.#at = saved.at
    this.#depth = saved.depth
    this.#next = saved.next
    // What ends there is the other cmd.exe, not this script.
    this.#inner++
    for (const node of nodes) this.#execute(node, { ...scope, stretch: '' })
    this.#inner--
    return true
  }

  /** Gives a call to whoever wants it; looks through `call`, `start` and what asks for more rights. */
  #call(all: readonly Word[], condition: string | undefined, line?: string): void {
    if (this.#flow.dead) return
    this.#exitCode = undefined
    let first = 0
    for (;;) {
      const name = programName(all[first]?.text ?? '')
      if (name === 'call' || name === 'sudo' || name === 'gsudo' || name === 'elevate') first++
      else if (name === 'start') {
        first++
        if (/^".*"$/s.test(this.#text.slice(all[first]?.start, all[first]?.end))) first++
        while (all[first]?.text.startsWith('/')) first++
      } else break
    }
    const program = all[first]
    if (!program) return
    const { programs } = this.#options
    const name = programName(program.text)
    if (!programs.has(name)) {
      if (!LAUNCHERS.has(name)) return
      const inner = all.slice(first + 1).flatMap(word => word.text.split(/\s+/)).find(text => programs.has(programName(text)))
      if (inner !== undefined) this.#options.problem('requirement-unverifiable', `What ${shortened(program.text)} runs is not followed.`, program.start, (all.at(-1) as Word).end)
      return
    }
    const list = first === 0 ? all : all.slice(first)
    this.#commands++
    this.#exitCode = this.#options.command({ words: list, start: program.start, end: (list.at(-1) as Word).end, line, condition }) ?? undefined
  }

  #set(rest: string, scope: Scope): void {
    const option = /^[ \t]*\/([ap])[ \t]*/i.exec(rest)
    const body = rest.slice(option?.[0].length ?? 0).replace(/^[ \t]+/, '')
    const quoted = body.startsWith('"') ? body.slice(1, body.lastIndexOf('"') > 0 ? body.lastIndexOf('"') : undefined) : body
    if (option?.[1]?.toLowerCase() === 'a') {
      for (const sum of quoted.replaceAll('"', '').split(',')) this.#setSum(sum, scope)
      return
    }
    const equals = quoted.indexOf('=')
    if (equals <= 0) return
    this.#assign(quoted.slice(0, equals).trim().toLowerCase(), option ? undefined : quoted.slice(equals + 1), scope)
  }
  /** `set /a n=2`, `n+=1`, `n=n*2+1`: numbers and variables joined by signs, from left to right as far as they are of one rank. */
  #setSum(sum: string, scope: Scope): void {
    const parts = /^\s*([^\s=+*/%^&|<>!~()-]+)\s*([-+*]?)=(.*)$/s.exec(sum)
    if (!parts) return
    const name = (parts[1] as string).toLowerCase()
    const text = parts[2] ? `${name}${parts[2]}${parts[3] as string}` : parts[3] as string
    const terms = /^\s*-?[\w#$@]+\s*(?:(?:[-+]\s*[\w#$@]+\s*)*|\*\s*[\w#$@]+\s*)$/.test(text) ? text.match(/[-+*]|[\w#$@]+/g) ?? [] : []
    let value: number | undefined = terms.length === 0 ? undefined : 0
    let sign = '+'
    for (const term of terms) {
      if (/^[-+*]$/.test(term)) { sign = term; continue }
      // What is not set counts as 0; but the script may have been started with it. Leading zeros mean octal.
      const known = /^\d/.test(term) ? term : this.#variables.get(term.toLowerCase())?.trim()
      const number: number | undefined = known !== undefined && /^-?(?:0|[1-9]\d{0,8})$/.test(known) ? Number(known) : undefined
      if (value === undefined || number === undefined) { value = undefined; break }
      value = sign === '*' ? value * number : sign === '-' ? value - number : value + number
    }
    this.#assign(name, value === undefined || Math.abs(value) > 0x7FFFFFFF ? undefined : String(value), scope)
  }
  #assign(name: string, value: string | undefined, scope: Scope): void {
    this.#put(name, value === undefined || value.length > LONGEST_VALUE || selfReference(value, name) ? undefined : value, scope)
  }
  /** Behind a stretch that may not have run, what it set is not known. */
  #forget(): void {
    const { tentative } = this.#flow
    for (const name of tentative) this.#variables.delete(name)
    tentative.clear()
  }

  // ---- jumps ---------------------------------------------------------------------------------------------------------------------

  #flowCondition(at: number): string | undefined {
    const flow = this.#flow
    if (flow.skipWhy !== undefined && at >= flow.skipTo) flow.skipWhy = undefined
    return flow.label === undefined ? flow.skipWhy : flow.skipWhy === undefined ? flow.label : `${flow.label} and ${flow.skipWhy}`
  }
  #end(): void {
    const flow = this.#flow
    flow.dead = true
    if (this.#calls > 0) flow.ended = true
    // `if %errorlevel%==0 goto run` and then nothing but an exit: the guard that others write the other way round.
    if (flow.onlyJump?.commands === this.#commands) flow.reached.set(flow.onlyJump.label, flow.onlyJump.stretch ?? '')
  }
  #goto(target: string, scope: Scope, command: Mapped): void {
    const label = target.toLowerCase().split(/[\s:+;,=]/)[0] ?? ''
    const certain = isCertain(scope)
    const here = sourceOf(command, 0)
    if (label === 'eof') { if (certain) this.#end(); return }
    const flow = this.#flow
    const at = this.#jumps.labels.get(label)
    const known = flow.reached.get(label)
    const condition = scope.condition ?? ''
    flow.reached.set(label, known === undefined || known === condition ? condition : known === '' || condition === '' ? '' : `label :${shortened(label)}`)
    if (certain) {
      flow.dead = true
      if (at !== undefined && at <= here) this.#again(label, at, here)
      return
    }
    // A question that only one jump answers; a second one makes it a choice between several ways.
    const isNew = known === undefined && at !== undefined && at > here
    flow.onlyJump = isNew && flow.jumps === 0 ? { label, stretch: scope.stretch, commands: this.#commands } : undefined
    flow.jumps++
    // Backward: a loop. Forward past an exit: a guard (`if errorlevel 1 goto failed`), which the intended way passes.
    if (at === undefined || at <= here || this.#jumps.exitBetween(here, at)) return
    this.#flow.skipTo = Math.max(at, this.#flow.skipTo)
    this.#flow.skipWhy = shortened(`unless ${scope.condition ?? ''}`)
  }
  /** Backward for certain: a loop that counts is followed, one that nothing in the file can end is not. */
  #again(label: string, at: number, here: number): void {
    const flow = this.#flow
    const before = flow.rounds.get(label)
    if (before?.changes === this.#changes || flow.label !== undefined || flow.skipWhy !== undefined) return
    const state = [...this.#variables].join('\0') + (this.#arguments ?? []).join('\0')
    if (before?.state === state) return
    if (++this.#rounds > MOST_ROUNDS) { this.#tire(); return }
    if (!this.#mayGrow(state.length + here - at)) return
    flow.rounds.set(label, { state, changes: this.#changes })
    flow.dead = false
    this.#next = at
  }
  #shift(text: string, scope: Scope): void {
    if (!this.#arguments) return
    this.#changes++
    const from = /^[ \t@]*shift\s*(?:\/([0-8])\s*)?$/i.exec(text)
    // Where it is not certain, the arguments are no longer known. `%0` is the label here, which nothing asks for.
    this.#arguments = isCertain(scope) && from ? this.#arguments.toSpliced(Math.max(1, Number(from[1] ?? 1)), 1) : undefined
  }
  #atLabel(label: string, at: number): void {
    const flow = this.#flow
    const came = flow.reached.get(label)
    const through = !flow.dead
    flow.onlyJump = undefined
    flow.jumps = 0
    this.#forget()
    this.#exitCode = undefined
    if (this.#calls > 0) this.#inCalls.add(label)
    if (!flow.rounds.has(label)) flow.rounds.set(label, { changes: this.#changes })
    if (through) {
      if (came === '') flow.label = undefined
      else if (came !== undefined && flow.label !== undefined && came !== flow.label) flow.label = `label :${shortened(label)}`
      return void this.#flowCondition(at)
    }
    // A subroutine, or a label inside of one: run where it is called.
    if (came === undefined && (this.#jumps.called.has(label) || (this.#calls === 0 && this.#inCalls.has(label)) || !this.#jumps.mayReach(label))) return
    flow.dead = false
    flow.skipWhy = undefined
    flow.label = came === '' ? undefined : came ?? `label :${shortened(label)}`
  }
  #callLabel(label: string, list: readonly Word[], scope: Scope, command: Mapped): void {
    const at = this.#jumps.labels.get(label)
    if (at === undefined || label === 'eof') return
    if (this.#calls >= 16 || !this.#step()) {
      const start = sourceOf(command, 0)
      if (this.#calls >= 16) this.#options.problem('requirement-unverifiable', `Calls of :${label} are nested too deeply to be followed.`, start, sourceEndOf(command, command.text.length))
      return
    }
    const saved = { next: this.#next, line: this.#line, at: this.#at, depth: this.#depth, args: this.#arguments, flow: this.#flow }
    this.#arguments = [label, ...list.map(w => this.#text.slice(w.start, w.end).startsWith('"') ? `"${w.text}"` : w.text)]
    this.#flow = { dead: false, skipTo: 0, skipWhy: undefined, reached: new Map(), label: scope.condition, rounds: new Map(), tentative: new Set(), onlyJump: undefined, jumps: 0, ended: false }
    this.#calls++
    this.#next = lineEnd(this.#text, at).next
    while (this.#next < this.#text.length && !this.#flow.ended && this.#step()) this.#runLine()
    this.#calls--
    this.#exitCode = undefined
    this.#forget()
    this.#next = saved.next
    this.#line = saved.line
    this.#at = saved.at
    this.#depth = saved.depth
    this.#arguments = saved.args
    this.#flow = saved.flow
  }
}

interface Flow {
  /** Behind an `exit` or a `goto` that always happens. */
  dead: boolean
  /** Up to here a `goto` that may happen jumps over everything. */
  skipTo: number
  skipWhy: string | undefined
  /** Labels that a `goto` leads to, with the condition of it; '' when it always happens. */
  readonly reached: Map<string, string>
  /** Condition of the stretch that began at the last label. */
  label: string | undefined
  /** How often variables had changed at a label, and what they were when a certain jump back to it was last followed. */
  readonly rounds: Map<string, { readonly changes: number; readonly state?: string }>
  /** Variables that were set in a stretch which may not run. */
  readonly tentative: Set<string>
  /** The jump that may happen since the last label, if it is the only one, and how many commands had run before it. */
  onlyJump: { readonly label: string; readonly stretch: string | undefined; readonly commands: number } | undefined
  jumps: number
  ended: boolean
}

interface Jumps {
  readonly labels: ReadonlyMap<string, number>
  readonly called: ReadonlySet<string>
  /** Whether anything in the file may jump to a label: something names it, or some jump is computed. */
  mayReach(label: string): boolean
  exitBetween(from: number, to: number): boolean
}
const NO_JUMPS: Jumps = { labels: new Map(), called: new Set(), mayReach: () => true, exitBetween: () => false }

/** Labels and the `exit` or `goto` lines outside of blocks, by one look over the lines. */
function findJumps(text: string): Jumps {
  if (!/\b(?:goto|exit|call[ \t]*:)/i.test(text)) return NO_JUMPS
  const labels = new Map<string, number>()
  const called = new Set<string>()
  const named = new Set<string>()
  const exits: number[] = []
  let isComputed = false
  let depth = 0
  for (let at = 0; at < text.length;) {
    const { end, next } = lineEnd(text, at)
    const line = text.slice(at, end).trim()
    const label = /^:([^\s:+&|<>^]+)/.exec(line)
    if (label && !labels.has((label[1] as string).toLowerCase())) labels.set((label[1] as string).toLowerCase(), at)
    if (line.startsWith(')')) depth = Math.max(0, depth - 1)
    if (depth === 0 && /^@?(?:exit|goto)\b/i.test(line)) exits.push(at)
    if (line.endsWith('(')) depth++
    const call = /\bcall[ \t]*:([^\s:+&|<>^]+)/i.exec(line)
    if (call) called.add((call[1] as string).toLowerCase())
    for (const jump of line.matchAll(/\b(?:goto[ \t]*:?|call[ \t]*:)[ \t]*([^\s:+&|<>^;,=()]+)/gi)) {
      named.add((jump[1] as string).toLowerCase())
      isComputed ||= /[%!]/.test(jump[1] as string)
    }
    at = next
  }
  return {
    labels,
    called,
    mayReach: label => isComputed || named.has(label),
    exitBetween(from, to) {
      let low = 0
      let high = exits.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((exits[middle] as number) <= from) low = middle + 1
        else high = middle
      }
      return low < exits.length && (exits[low] as number) < to
    },
  }
}

const isBlank = (c: number): boolean => c === 32 || c === 9 || c === 10 || c === 13
/** Whether what stands there happens whenever its stretch runs at all. */
const isCertain = ({ condition, stretch, loop }: Scope): boolean => condition === stretch && loop.size === 0
const under = (scope: Scope, why: string): Scope => ({ ...scope, condition: scope.condition === undefined ? why : shortened(`${scope.condition} and ${why}`) })
const shortened = (text: string): string => {
  const one = text.replace(/\s+/g, ' ')
  return one.length > 120 ? `${one.slice(0, 119)}…` : one
}
const selfReference = (value: string, name: string): boolean => value.toLowerCase().includes(`%${name}%`)

/** End of the line that `at` is on, and where the next begins. */
function lineEnd(text: string, at: number): { end: number; next: number } {
  const feed = text.indexOf('\n', at)
  const next = feed < 0 ? text.length : feed + 1
  const end = feed < 0 ? text.length : feed
  return { end: end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end, next }
}

/** Whether the caret at the end of a line escapes the line end: outside of quotes, and not itself escaped. */
function continues(text: string, start: number, end: number): boolean {
  let quoted = false
  for (let at = start; at < end; at++) {
    const c = text.charCodeAt(at)
    if (c === 34) quoted = !quoted
    else if (c === 94 && !quoted) {
      if (at === end - 1) return true
      at++
    }
  }
  return false
}

/**
 * What `… | find "x"` ends with behind a question that ended with `code`: the same where it looks for something of the question itself, the
 * opposite where it looks for netsh's word for nothing.
 */
function codeOfFind(text: string, question: string, code: number): number | undefined {
  const wanted = /^[ \t@]*(?:\S*\\)?find(?:str)?(?:\.exe)?((?:[ \t]+\/[a-uw-z]\S*)*)[ \t]+(?:"([^"]+)"|([^\s"/]+))/i.exec(text)
  const quoted = /\/c:"([^"]+)"/i.exec(text)?.[1]
  const word = (quoted ?? wanted?.[2] ?? wanted?.[3])?.toLowerCase()
  if (word === undefined || /[ \t]\/v\b/i.test(text)) return undefined
  if (question.toLowerCase().includes(word) || 'rule name:'.startsWith(word)) return code
  return 'no rules match the specified criteria.'.includes(word) ? Number(code === 0) : undefined
}
/** Whether a piece of a script does nothing but set variables. */
const onlySets = (node: Node): boolean =>
  (node.kind === 'command' ? /^[ \t@]*set[ \t]+(?!\/p)/i.test(node.text.text) : node.kind === 'sequence' && node.nodes.length > 0 && node.nodes.every(onlySets))
/** Names of the variables that are set somewhere in a piece of a script. */
function assignedIn(node: Node): string[] {
  switch (node.kind) {
    case 'command': {
      const set = /^[ \t@]*set[ \t]+(?:\/[ap][ \t]+)?"?(.*)/is.exec(node.text.text)
      return set ? [...(set[1] as string).matchAll(/([^=,"+*/%-]+?)\s*[-+*/%]?=/g)].map(found => (found[1] as string).trim().toLowerCase()) : []
    }
    case 'sequence': return node.nodes.flatMap(assignedIn)
    case 'given': case 'piped': return assignedIn(node.node)
    case 'if': return [...assignedIn(node.then), ...(node.otherwise ? assignedIn(node.otherwise) : [])]
    case 'for': return assignedIn(node.body)
  }
}
/** The items of a `for` list; undefined when they are file patterns or not known. */
function literalItems(text: string): string[] | undefined {
  if (/[%!*?]/.test(text)) return undefined
  return text.match(/(?:[^\s,;="]|"[^"]*"?)+/g) ?? []
}
/** What `for /f "tokens=1,2 delims=|" %%a in ("text") do` cuts out of a text; undefined where it reads files or commands, or is not known. */
function textTokens(items: string, settings: string, variable: string): Map<string, string> | undefined {
  const given = settings.replace(/^"(.*)"$/s, '$1')
  const text = (/\busebackq\b/i.test(given) ? /^\s*'([^']*)'\s*$/ : /^\s*"([^"]*)"\s*$/).exec(items)?.[1]
  if (text === undefined || /[%!\r\n]/.test(text) || variable.length !== 1 || /\b(?:skip|eol)=/i.test(given)) return undefined
  const delimiters = /\bdelims=(.*?)(?:[ \t]+(?:tokens|usebackq)\b.*)?$/is.exec(given)?.[1] ?? ' \t'
  const wanted = /\btokens=([\d,*-]+)/i.exec(given)?.[1] ?? '1'
  const parts: { readonly text: string; readonly start: number }[] = []
  for (let at = 0; at < text.length;) {
    while (at < text.length && delimiters.includes(text[at] as string)) at++
    const start = at
    while (at < text.length && !delimiters.includes(text[at] as string)) at++
    if (at > start) parts.push({ text: text.slice(start, at), start })
  }
  if (parts.length === 0) return undefined
  const numbers: (number | '*')[] = []
  let last = 0
  for (const piece of wanted.split(',')) {
    const range = /^(\d{1,2})(?:-(\d{1,2}))?(\*?)$/.exec(piece)
    if (!range && piece !== '*') return undefined
    if (range) {
      last = Number(range[2] ?? range[1])
      for (let n = Number(range[1]); n <= last && numbers.length < 26; n++) numbers.push(n)
    }
    if (!range || range[3] === '*') numbers.push('*')
  }
  const found = new Map<string, string>()
  for (const [i, number] of numbers.entries()) {
    const part = parts[number === '*' ? last : number - 1]
    found.set(String.fromCharCode(variable.charCodeAt(0) + i), part === undefined ? '' : number === '*' ? text.slice(part.start) : part.text)
  }
  return found
}
/** `start,step,end` of `for /l`. */
function countedItems(text: string): string[] | undefined {
  const numbers = /^\s*(-?\d{1,6})[\s,]+(-?\d{1,6})[\s,]+(-?\d{1,6})\s*$/.exec(text)
  if (!numbers) return undefined
  const [from, step, to] = numbers.slice(1).map(Number) as [number, number, number]
  if (step === 0 || Math.abs((to - from) / step) > 65_536) return undefined
  const items: string[] = []
  for (let n = from; step > 0 ? n <= to : n >= to; n += step) items.push(String(n))
  return items
}

/** `C:\Windows\System32\NETSH.EXE` to `netsh`. */
function programName(text: string): string {
  if (text === 'netsh') return 'netsh'
  return fileName(text).replace(/\.(?:exe|com)$/, '')
}

/** Splits a command at blanks outside of quotes. */
export function words(command: Mapped, from: number): Word[] {
  const { text } = command
  const list: Word[] = []
  let at = from
  while (at < text.length) {
    while (at < text.length && isBlank(text.charCodeAt(at))) at++
    if (at >= text.length) break
    const start = at
    let quoted = false
    let quotes = 0
    let equals = -1
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at)
      if (c === 34) { quoted = !quoted; quotes++ } else if (!quoted && isBlank(c)) break
      else if (c === 61 && equals < 0) equals = at
    }
    const raw = text.slice(start, at)
    list.push({
      text: quotes === 0 ? raw : raw.replaceAll('"', ''),
      start: sourceOf(command, start),
      end: sourceEndOf(command, at),
      value: equals < 0 ? undefined : sourceEndOf(command, equals + 1),
    })
  }
  return list
}
