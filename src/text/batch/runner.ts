import { type Mapped, plain, sourceEndOf, sourceOf } from '../mapped.ts'
import type { Word } from '../word.ts'
import { Budget, DEEPEST } from './budget.ts'
import { decide, isDefault } from './decisions.ts'
import { Flow } from './flow.ts'
import type { BatchOptions, Command } from './host.ts'
import { Labels } from './labels.ts'
import { lineEnd, LineReader } from './lines.ts'
import { countedItems, literalItems, textTokens } from './loops.ts'
import { assignedIn, type ForNode, type IfTest, lengthOf, type Node, onlySets } from './nodes.ts'
import { Parser } from './parser.ts'
import { codeOfFind, innerLine, LAUNCHERS, programAt, programName } from './programs.ts'
import { isCertain, NO_LOOP, type Scope, shortened, under } from './scope.ts'
import { followSet } from './set.ts'
import { Variables } from './variables.ts'
import { PlainLines, words } from './words.ts'

/** Calls in calls are followed no deeper than this. */
const MOST_CALLS = 16
/** How commands that change nothing here begin; their lines are passed over without a closer look. */
const QUIET = /[ \t@]*(?:rem(?=[ \t\r\n]|$)|::|echo(?=[ \t\r\n.]|$)(?![^\r\n]*[&|()^]))/iy
const WANTED_LINE = /[ \t@]*(?=netsh(?:\.exe)?[ \t])/iy

/**
 * Follows a script for cmd.exe from top to bottom: `^` continuation, `%VAR%` that the file itself sets, `for` over literal lists,
 * blocks, `if`, `goto` and `call :label`. What the file does not decide stays as written, and its commands get a condition.
 */
export function runBatch(text: string, options: BatchOptions): void {
  new Runner(text, options).run()
}

class Runner {
  readonly #text: string
  readonly #options: BatchOptions
  readonly #budget: Budget
  readonly #variables: Variables
  readonly #lines: LineReader
  readonly #plainLines: PlainLines
  readonly #parser: Parser
  #foundLabels: Labels | undefined
  #flow = new Flow(false, undefined)
  /** Labels that calls went through. */
  readonly #inCalls = new Set<string>()
  // How deep in calls and in `cmd /c`, and how many wanted commands have run.
  #calls = 0
  #inner = 0
  #commands = 0

  constructor(text: string, options: BatchOptions) {
    this.#text = text
    this.#options = options
    this.#budget = new Budget(message => options.problem('requirement-unverifiable', message, this.#lines.next, this.#lines.next))
    this.#variables = new Variables(this.#budget)
    this.#lines = new LineReader(text, (name, isArgument) => this.#variables.expand(name, isArgument))
    this.#plainLines = new PlainLines(text, options.vocabulary)
    this.#parser = new Parser((code, message, start, end) => options.problem(code, message, start, end))
  }

  /** Looked for when the first jump or label turns up: most scripts have none. */
  get #labels(): Labels { return (this.#foundLabels ??= new Labels(this.#text)) }

  run(): void {
    while (!this.#lines.isAtEnd && !this.#flow.isOver) this.#runLine()
  }

  #runLine(): void {
    const text = this.#text
    const lines = this.#lines
    const start = lines.next
    if (this.#calls > 0 && !this.#budget.repeat(lineEnd(text, start).next - start)) { lines.next = text.length; return }
    if (text.startsWith('netsh ', start)) {
      if (this.#runPlain(start)) return
    } else {
      QUIET.lastIndex = start
      if (QUIET.test(text)) { lines.next = lineEnd(text, start).next; return }
      WANTED_LINE.lastIndex = start
      if (WANTED_LINE.test(text) && this.#runPlain(WANTED_LINE.lastIndex)) return
    }
    const line = lines.read()
    const label = /^[ \t,;=]*:([^\s:+&|<>^]*)/.exec(line.text)
    if (label) { this.#arrive((label[1] as string).toLowerCase(), start); return }
    for (const node of this.#parser.parse(line, lines)) {
      const condition = this.#flow.condition(start)
      this.#execute(node, { condition, stretch: condition, loop: NO_LOOP })
    }
  }
  /** A line that is nothing but one command. False where it needs the full reader. */
  #runPlain(at: number): boolean {
    if (this.#variables.isDelayed) return false
    const list = this.#plainLines.words(at)
    if (!list) return false
    this.#lines.next = this.#plainLines.next
    if (list.length > 0) this.#run(list, this.#flow.condition(at))
    return true
  }

  #execute(node: Node, scope: Scope): void {
    if (this.#flow.isDead) return
    if (scope.loop.size > 0 && !this.#budget.repeat(lengthOf(node))) return
    const variables = this.#variables
    switch (node.kind) {
      case 'command': this.#perform(node.text, scope); break
      case 'sequence': for (const child of node.nodes) this.#execute(child, scope); break
      case 'given':
        if (variables.exitCode === undefined) this.#branches(scope, under(scope, node.why), [node.node])
        else if ((variables.exitCode === 0) === (node.on === 'success')) this.#execute(node.node, scope)
        break
      case 'piped': {
        const code = variables.exitCode
        this.#execute(node.node, scope)
        if (code !== undefined && node.node.kind === 'command') variables.exitCode = codeOfFind(node.node.text.text, node.from, code)
        break
      }
      case 'if': this.#executeIf(node.test, node.then, node.otherwise, scope); break
      case 'for': this.#executeFor(node, scope); break
    }
  }

  // ---- branches and loops --------------------------------------------------------------------------------------------------------

  #executeIf(test: IfTest, then: Node, otherwise: Node | undefined, scope: Scope): void {
    const variables = this.#variables
    const holds = decide(test, variables, scope.loop)
      ?? (onlySets(then) && (otherwise === undefined || onlySets(otherwise)) ? isDefault(test, variables) : undefined)
    if (holds) this.#execute(then, scope)
    else if (holds === false) { if (otherwise) this.#execute(otherwise, scope) }
    else this.#branches(scope, under(scope, test.why), [then], under(scope, `else of ${test.why}`), otherwise)
  }
  /** One way or the other: what both set alike is known afterwards, what one of them sets is known inside of it only. */
  #branches(scope: Scope, first: Scope, nodes: readonly Node[], second?: Scope, otherwise?: Node): void {
    const variables = this.#variables
    const { exitCode } = variables
    const ways = [this.#way(first, nodes), ...(second && otherwise ? [this.#way(second, [otherwise])] : [])]
    for (const name of new Set(ways.flatMap(way => [...way.keys()]))) {
      const before = variables.get(name)
      const values = new Set(ways.map(way => (way.has(name) ? way.get(name) : before)))
      if (ways.length === 1) values.add(before)
      const [value] = values
      this.#put(name, values.size === 1 ? value : undefined, scope)
    }
    if (exitCode !== variables.exitCode) variables.exitCode = undefined
  }
  /** Runs what may not run, puts back the variables, and tells what it made of them. */
  #way(scope: Scope, nodes: readonly Node[]): Map<string, string | undefined> {
    const local = new Map<string, string | undefined>()
    for (const node of nodes) this.#execute(node, { ...scope, local })
    return this.#variables.undo(local)
  }
  #put(name: string, value: string | undefined, { local, stretch }: Scope): void {
    if (stretch !== undefined) this.#flow.tentative.add(name)
    this.#variables.put(name, value, local)
  }
  /** Behind a stretch that may not have run, what it set is not known. */
  #forget(): void {
    const { tentative } = this.#flow
    this.#variables.forget(tentative)
    tentative.clear()
    this.#variables.exitCode = undefined
  }

  #executeFor(node: ForNode, scope: Scope): void {
    const itemsText = (): string => this.#variables.substitute(plain(node.items, 0), scope.loop).text
    const tokens = node.option === '/f' ? textTokens(itemsText(), node.settings, node.variable) : undefined
    if (tokens) {
      if (this.#budget.step()) this.#execute(node.body, { ...scope, loop: new Map([...scope.loop, ...tokens]) })
      return
    }
    const list = node.option === '' ? literalItems(itemsText()) : node.option === '/l' ? countedItems(node.items) : undefined
    if (!list) {
      // What a round sets, the next one finds: nothing of it is known when a round begins.
      for (const name of assignedIn(node.body)) this.#put(name, undefined, scope)
      this.#branches(scope, under(scope, node.why), [node.body])
      return
    }
    for (const item of list) {
      if (!this.#budget.step()) return
      this.#execute(node.body, { ...scope, loop: new Map(scope.loop).set(node.variable, item) })
    }
  }

  // ---- commands ------------------------------------------------------------------------------------------------------------------

  #perform(source: Mapped, scope: Scope): void {
    const name = /^[ \t@]*([a-z]+)/i.exec(source.text)?.[1]?.toLowerCase() ?? ''
    if (name === 'echo' || name === 'rem' || name === 'title' || name === 'endlocal') return
    const variables = this.#variables
    const command = variables.substitute(source, scope.loop)
    const { text } = command
    switch (name) {
      case 'set':
        followSet(text.replace(/^[ \t@]*set/i, ''), asked => variables.get(asked), (set, value) => this.#put(set, value, scope))
        return
      case 'setlocal':
        if (/enabledelayedexpansion/i.test(text)) variables.isDelayed = true
        else if (/disabledelayedexpansion/i.test(text)) variables.isDelayed = false
        return
      case 'goto': this.#goto(text.replace(/^[ \t@]*goto[ \t]*:?/i, '').trim(), scope, command); return
      case 'exit': if (isCertain(scope)) this.#flow.end(this.#commands); return
      case 'shift': variables.shift(text, isCertain(scope)); return
      case 'call': {
        const target = /^[ \t@]*call[ \t]*:([^\s:+&|<>^]+)/i.exec(text)
        if (target) { this.#call((target[1] as string).toLowerCase(), words(command, target[0].length), scope, command); return }
        break
      }
    }
    const inner = this.#inner < DEEPEST ? innerLine(command) : undefined
    if (inner && this.#budget.step()) { this.#runInner(inner, scope); return }
    const all = words(command, 0)
    if (all.length > 0) this.#run(all, scope.condition, text)
  }
  /** A line that another cmd.exe runs. What ends there is the other one, not this script. */
  #runInner(line: Mapped, scope: Scope): void {
    const nodes = this.#parser.parse(line)
    this.#inner++
    for (const node of nodes) this.#execute(node, { ...scope, stretch: '' })
    this.#inner--
  }
  /** Gives the call of a program to whoever wants it. */
  #run(all: readonly Word[], condition: string | undefined, line?: string): void {
    if (this.#flow.isDead) return
    this.#variables.exitCode = undefined
    const first = programAt(all, this.#text)
    const program = all[first]
    if (!program) return
    const { start } = program
    const { end } = all.at(-1) as Word
    const { programs } = this.#options
    const name = programName(program.text)
    if (!programs.has(name)) {
      if (!LAUNCHERS.has(name)) return
      const isWanted = all.slice(first + 1).some(word => word.text.split(/\s+/).some(text => programs.has(programName(text))))
      if (isWanted) this.#options.problem('requirement-unverifiable', `What ${shortened(program.text)} runs is not followed.`, start, end)
      return
    }
    this.#commands++
    const command: Command = { words: first === 0 ? all : all.slice(first), start, end, line, condition }
    this.#variables.exitCode = this.#options.command(command) ?? undefined
  }

  // ---- jumps ---------------------------------------------------------------------------------------------------------------------

  #goto(target: string, scope: Scope, command: Mapped): void {
    const label = target.toLowerCase().split(/[\s:+;,=]/)[0] ?? ''
    const flow = this.#flow
    if (label === 'eof') { if (isCertain(scope)) flow.end(this.#commands); return }
    const from = sourceOf(command, 0)
    const to = this.#labels.places.get(label)
    flow.jump({ label, from, to }, scope, this.#commands, this.#labels)
    if (flow.isDead && to !== undefined && to <= from && flow.again(label, from - to, this.#variables, this.#budget)) this.#lines.next = to
  }
  #arrive(label: string, at: number): void {
    const flow = this.#flow
    this.#forget()
    if (flow.isCall) this.#inCalls.add(label)
    // A subroutine, or a label inside of one: run where it is called.
    flow.arrive(label, at, this.#variables.changes, () =>
      this.#labels.called.has(label) || (!flow.isCall && this.#inCalls.has(label)) || !this.#labels.mayReach(label))
  }
  #call(label: string, list: readonly Word[], scope: Scope, command: Mapped): void {
    const at = this.#labels.places.get(label)
    if (at === undefined || label === 'eof') return
    if (this.#calls >= MOST_CALLS) {
      const message = `Calls of :${label} are nested too deeply to be followed.`
      this.#options.problem('requirement-unverifiable', message, sourceOf(command, 0), sourceEndOf(command, command.text.length))
      return
    }
    if (!this.#budget.step()) return
    const lines = this.#lines
    const variables = this.#variables
    const saved = { next: lines.next, list: variables.arguments, flow: this.#flow }
    variables.arguments = [label, ...list.map(w => this.#text.slice(w.start, w.end).startsWith('"') ? `"${w.text}"` : w.text)]
    this.#flow = new Flow(true, scope.condition)
    this.#calls++
    lines.next = lineEnd(this.#text, at).next
    while (!lines.isAtEnd && !this.#flow.isOver && this.#budget.step()) this.#runLine()
    this.#calls--
    this.#forget()
    lines.next = saved.next
    variables.arguments = saved.list
    this.#flow = saved.flow
  }
}
