import type { Problem, ProfileSet, ProfileSettings, Rule, RuleSelector, RuleValues, Span } from '../../model/types.ts'
import type { NetshCommand } from './netsh-arguments.ts'
import { LOCAL, type ScriptSink, type Target } from './script-state.ts'

/** The store that the commands of a session write to, and what they say about themselves. */
export class NetshStore {
  /** Changed by `set store`, for the commands after it. */
  target: Target = LOCAL
  readonly #sink: ScriptSink
  readonly #span: (start: number, end: number) => Span

  constructor(sink: ScriptSink, span: (start: number, end: number) => Span) {
    this.#sink = sink
    this.#span = span
  }

  sourceOf({ start, end }: NetshCommand): Span { return this.#span(start, end) }

  rule(rule: Rule): void { this.#sink.rule(rule, this.target) }
  change(command: NetshCommand, kind: 'set' | 'remove' | 'reset', select: RuleSelector, values: RuleValues, why: string | undefined): void {
    // netsh takes names as they are; elsewhere `*` and `?` are wildcards, so such a name is not certain to mean its rule only.
    const odd = select.names?.find(name => /[*?]/.test(name))
    const reasons = [command.condition, why, odd === undefined ? undefined : `"${odd}" means one rule`]
    const condition = reasons.filter(reason => reason !== undefined).join(' and ')
    this.#sink.change({ kind, select, values, condition: condition || undefined, source: this.sourceOf(command) }, this.target)
  }
  /** A profile value; undefined puts it back to "not configured". */
  configure<K extends keyof ProfileSettings>(profiles: ProfileSet, key: K, setting: ProfileSettings[K] | undefined): void {
    this.#sink.configure(profiles, key, setting, this.target)
  }
  /** Back to what Windows brings. */
  reset(command: NetshCommand): void {
    this.#sink.clearSettings(this.target, command.condition)
    this.change(command, 'reset', {}, {}, undefined)
  }
  /** Whether the script itself has made a rule of this name in the local store; undefined where it may have. */
  holds(name: string): boolean | undefined { return this.#sink.made({ names: [name] }, LOCAL) }

  problem(code: Problem['code'], message: string, start: number, end: number): void {
    this.#sink.problem({ code, message, source: this.#span(start, end) })
  }
  /** What netsh itself would refuse, at the word that is wrong or for the whole command. */
  refuse(command: NetshCommand, at: { readonly start: number; readonly end: number } | undefined, message: string): void {
    this.problem('rule-malformed', message, at?.start ?? command.start, at?.end ?? command.end)
  }
  unverifiable({ start, end }: { readonly start: number; readonly end: number }, message: string): void {
    this.problem('requirement-unverifiable', message, start, end)
  }
}
