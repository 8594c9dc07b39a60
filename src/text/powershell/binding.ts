import type { Argument } from './host.ts'

/** One parameter of a command. */
export interface ParameterSpec {
  readonly name: string
  readonly isSwitch: boolean
  /** Given by every cmdlet; loses against the command's own parameters when a short form fits both. */
  readonly isCommon: boolean
  readonly position: number
  /** The number of the binding that last gave it a value. */
  lastBinding: number
}
/** An argument that has found its parameter. */
export type BoundArgument = Argument & { readonly parameter: ParameterSpec }
export interface BindingFault { readonly message: string; readonly start: number; readonly end: number }
export interface Binding { readonly bound: readonly BoundArgument[]; readonly faults: readonly BindingFault[] }

/** about_CommonParameters; those that take a value and the switches (`?`). */
const COMMON = 'Verbose|vb? Debug|db? ErrorAction|ea WarningAction|wa InformationAction|infa ProgressAction|proga ErrorVariable|ev WarningVariable|wv InformationVariable|iv OutVariable|ov OutBuffer|ob PipelineVariable|pv WhatIf|wi? Confirm|cf?'

/**
 * The parameters of one command, written as `Name|Alias Switch? Positional@0`. Names may be shortened as long as they fit
 * one parameter only (about_Parameters); what has been asked for once is found at once the next time.
 */
export class ParameterTable {
  readonly #names = new Map<string, ParameterSpec>()
  readonly #found = new Map<string, ParameterSpec | string>()
  readonly #positional: ParameterSpec[] = []
  #bindings = 0

  constructor(specs: string, common = COMMON) {
    for (const [text, isCommon] of [[specs, false], [common, true]] as const) {
      for (const spec of text.split(' ')) if (spec !== '') this.#add(spec, isCommon)
    }
    this.#positional.sort((a, b) => a.position - b.position)
  }
  #add(spec: string, isCommon: boolean): void {
    const [, names = '', mark] = /^([^?@]+)(\?|@\d+)?$/.exec(spec) ?? []
    const [name = '', ...aliases] = names.split('|')
    const parameter = { name, isSwitch: mark === '?', isCommon, position: mark?.startsWith('@') ? Number(mark.slice(1)) : -1, lastBinding: 0 }
    for (const word of [name, ...aliases]) this.#names.set(word.toLowerCase(), parameter)
    if (parameter.position >= 0) this.#positional.push(parameter)
  }

  /** The parameter that a name means, or why it means none. */
  find(name: string): ParameterSpec | string {
    let found = this.#found.get(name)
    if (found === undefined) {
      found = this.#search(name)
      if (this.#found.size < 1000) this.#found.set(name, found)
    }
    return found
  }
  #search(name: string): ParameterSpec | string {
    const lower = name.toLowerCase()
    const exact = this.#names.get(lower)
    if (exact) return exact
    let fitting = new Set([...this.#names].filter(([word]) => word.startsWith(lower)).map(([, parameter]) => parameter))
    if (fitting.size > 1) {
      const own = new Set([...fitting].filter(parameter => !parameter.isCommon))
      if (own.size === 1) fitting = own
    }
    const [only] = fitting
    if (fitting.size === 1 && only) return only
    return fitting.size === 0 ? 'is no parameter of' : `may mean ${[...fitting].map(p => `-${p.name}`).join(', ')} of`
  }

  /** Finds the parameter of each argument, and writes it into the argument: there are a million of them in a long script. */
  bind(command: string, args: readonly Argument[]): Binding {
    const bound: BoundArgument[] = []
    const binding = ++this.#bindings
    let faults: BindingFault[] | undefined
    let loose: Argument[] | undefined
    const fault = (message: string, { nameStart: start, end }: Argument): void => { (faults ??= []).push({ message, start, end }) }
    for (const arg of args) {
      const { name } = arg
      if (name === undefined) { (loose ??= []).push(arg); continue }
      const parameter = this.find(name)
      if (typeof parameter === 'string') { fault(`-${name} ${parameter} ${command}`, arg); continue }
      if (parameter.isSwitch) {
        const { value, hasValue, isAttached, isSplatted, start, end, nameStart } = arg
        if (hasValue && !isAttached) (loose ??= []).push({ name: undefined, value, hasValue, isAttached, isSplatted, start, end, nameStart, parameter: undefined })
        bound.push({ name, value: isAttached ? value : true, hasValue, isAttached, isSplatted, start, end, nameStart, parameter })
        continue
      }
      if (!arg.hasValue) { fault(`-${name} of ${command} lacks its value`, arg); continue }
      arg.parameter = parameter
      if (parameter.lastBinding !== binding) {
        parameter.lastBinding = binding
        bound.push(arg as BoundArgument)
        continue
      }
      const twin = bound.findIndex(other => other.parameter === parameter)
      // What stands in the command itself wins over what is splatted (about_Splatting).
      if (arg.isSplatted) continue
      if (bound[twin]?.isSplatted) bound[twin] = arg as BoundArgument
      else fault(`-${name} of ${command} stands twice`, arg)
    }
    for (const arg of loose ?? []) {
      const parameter = this.#positional.find(p => !bound.some(b => b.parameter === p))
      if (parameter) { arg.parameter = parameter; bound.push(arg as BoundArgument) }
      else (faults ??= []).push({ message: `${command} takes no value without a parameter's name here`, start: arg.start, end: arg.end })
    }
    return { bound, faults: faults ?? NO_FAULTS }
  }
}
const NO_FAULTS: readonly BindingFault[] = []
