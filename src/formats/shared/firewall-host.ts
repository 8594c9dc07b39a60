import type { Change, Problem, ProfileSettings, ProfileSet, Rule, RuleSelector, Span } from '../../model/types.ts'
import type { Call, Handler, Host } from '../../text/powershell/host.ts'
import { describe, isKnown, textOfValue, type Value } from '../../text/powershell/values.ts'
import { PlacesPool } from './late-rule.ts'
import type { DraftSink, Said } from './net-security-draft.ts'
import { GpoSession } from './net-security-query.ts'
import { LOCAL, ScriptState, type ScriptSink, type Target } from './script-state.ts'

/** What a script in PowerShell does to the firewall: the NetSecurity cmdlets, and whatever `more` knows. */
export class FirewallHost implements Host, DraftSink, ScriptSink {
  readonly commands: ReadonlyMap<string, Handler>
  readonly state = new ScriptState()
  readonly spanOf: (start: number, end: number) => Span
  readonly pool = new PlacesPool()
  isOptional: () => boolean = () => false
  readonly #told = new Set<number>()
  readonly #sessions: { readonly session: GpoSession; readonly start: number; readonly end: number }[] = []
  #isSaving: boolean | undefined
  readonly #targets = new Map<string, Target>()
  #effects = 0
  #queries = 0

  constructor(commands: ReadonlyMap<string, Handler>, spanOf: (start: number, end: number) => Span) {
    this.commands = commands
    this.spanOf = spanOf
  }
  effects(): number { return this.#effects }
  queries(): number { return this.#queries }
  asked(): void { this.#queries++ }

  rule(rule: Rule, target: Target): void { this.#effects++; this.state.rule(rule, target) }
  change(change: Change, target: Target): void {
    this.#effects++
    // What an option would remove or shut stays as it is without the option.
    if (change.values.enabled === true || !this.isOptional()) this.state.change(change, target)
  }
  configure<K extends keyof ProfileSettings>(profiles: ProfileSet, key: K, setting: ProfileSettings[K] | undefined, target: Target): void {
    this.#effects++
    if (!this.isOptional()) this.state.configure(profiles, key, setting, target)
    else if (setting?.condition !== undefined) this.problem({ code: 'requirement-unverifiable', message: `This setting of the profiles is made only when: ${setting.condition}.`, source: setting.source })
  }
  clearSettings(target: Target, condition: string | undefined): void {
    this.#effects++
    if (!this.isOptional()) this.state.clearSettings(target, condition)
  }
  made(select: RuleSelector, target: Target): boolean | undefined { return this.state.made(select, target) }
  problem(problem: Problem): void {
    // A loop says the same thing at the same place in every round.
    const key = problem.source.start
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.state.problem(problem)
  }
  notice(message: string, start: number, end: number): void { this.problem({ code: 'requirement-unverifiable', message: `${message}.`, source: this.spanOf(start, end) }) }
  malformed(message: string, { start, end }: { start: number; end: number }): void { this.problem({ code: 'rule-malformed', message: `${message}.`, source: this.spanOf(start, end) }) }
  unknown(message: string, { start, end }: Said): void { this.notice(message, start, end) }

  /** Where `-PolicyStore` and `-GPOSession` point; undefined when nobody can write there. */
  target(store: Said | undefined, session: Said | undefined, limits: string[], command: string, script: { readonly text: string }): Target | undefined {
    if (session) {
      if (!(session.value instanceof GpoSession)) { limits.push(`GPOSession=${describe(session.value)}`); this.unknown(`-GPOSession ${describe(session.value)} is a GPO that this file does not name`, session); return LOCAL }
      session.value.isUsed = true
      // Nothing of a session is stored before Save-NetGPO.
      return this.#saves(script) ? session.value.target : undefined
    }
    if (!store) return LOCAL
    const text = isKnown(store.value) ? textOfValue(store.value) : undefined
    if (text === undefined) {
      if (/^\$env:computername$/i.test(describe(store.value))) return LOCAL
      const open = this.openGpo(store.value)
      if (open) return open
      limits.push(`PolicyStore=${describe(store.value)}`)
      this.unknown(`-PolicyStore ${describe(store.value)} is a store that this file does not name`, store)
      return LOCAL
    }
    const target = this.named(text)
    if (target) return target
    if (/^(?:ActiveStore|RSOP|SystemDefaults|StaticServiceStore)$/i.test(text)) {
      this.malformed(`${command} cannot write to the policy store ${text}`, store)
      return undefined
    }
    if (/^ConfigurableServiceStore$/i.test(text)) limits.push(`PolicyStore=${text}`)
    else limits.push(`computer=${text}`) // the local GPO of a machine of that name
    return LOCAL
  }
  /** The store of a name that is always the same one: the local one, or `domain\GPO`. */
  named(text: string): Target | undefined {
    if (/^(?:PersistentStore|localhost|\.|)$/i.test(text)) return LOCAL
    if (!text.includes('\\')) return undefined
    const known = this.#targets.get(text)
    if (known) return known
    const target: Target = { store: 'group-policy', gpo: text }
    this.#targets.set(text, target)
    return target
  }
  /** `"$domain\$name"`: a store with a backslash is a GPO, whatever it is called. */
  openGpo(value: Value): Target | undefined {
    const text = describe(value)
    return GPO_PATH.test(text) ? this.named(text) : undefined
  }
  /** Whether the script stores what it writes into a session. */
  #saves(script: { readonly text: string }): boolean { return (this.#isSaving ??= /\bSave-NetGPO\b/i.test(script.text)) }
  /** A session that is never saved leaves the GPO as it was. */
  finish(): void {
    for (const { session, start, end } of this.#sessions) {
      if (session.isUsed && !session.isSaved) this.notice(`The GPO ${session.target.gpo ?? ''} is opened and never saved with Save-NetGPO: nothing of what the script writes to it is kept`, start, end)
    }
  }
  open(session: GpoSession, start: number, end: number): void { this.#sessions.push({ session, start, end }) }
}

/** A text with variables, a format or a sum whose parts are held together by one backslash. */
const GPO_PATH = /^(?:[\w.-]*\$[^\\'"|;]*\\[^\\'"|;]+|[\w.-]+\\[^\\'"|;]*\$[^\\'"|;]*|\(*["']\{0\}\\\{1\}["'] *-f .*|\$[^\\'"|;]*\+ *["']\\["'] *\+.*)$/

/** A command of the firewall, with the host that runs it. */
export type FirewallHandler = (host: FirewallHost, call: Call) => Value | undefined
/** A handler that gets the host that runs it. */
export const handled = (handler: FirewallHandler): Handler => call => handler(call.script.host as FirewallHost, call)
