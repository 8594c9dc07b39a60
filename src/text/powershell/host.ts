import type { Arg, Command } from './ast.ts'
import type { ParameterSpec } from './binding.ts'
import type { Caller } from './caller.ts'
import type { Value } from './values.ts'

/** One argument of a command with its value; a splatted table gives one for each entry. */
export interface Argument {
  readonly name: string | undefined
  readonly value: Value
  readonly hasValue: boolean
  /** `-Name:value`. */
  readonly isAttached: boolean
  readonly isSplatted: boolean
  /** The value's place, or the name's when it has none. */
  readonly start: number
  readonly end: number
  readonly nameStart: number
  /** Written by the table that binds it. */
  parameter: ParameterSpec | undefined
}

/** An argument as it stands in the command. */
export class WrittenArgument implements Argument {
  readonly value: Value
  parameter: ParameterSpec | undefined
  readonly #arg: Arg
  constructor(arg: Arg, value: Value) {
    this.value = value
    this.parameter = undefined
    this.#arg = arg
  }
  get name(): string | undefined { return this.#arg.name }
  get hasValue(): boolean { return this.#arg.value !== undefined }
  get isAttached(): boolean { return this.#arg.attached && this.#arg.value !== undefined }
  get isSplatted(): boolean { return false }
  get start(): number { return (this.#arg.value ?? this.#arg).start }
  get end(): number { return (this.#arg.value ?? this.#arg).end }
  get nameStart(): number { return this.#arg.start }
}
/** An entry of a splatted table, which is named, or of a splatted list. */
export class SplattedArgument implements Argument {
  readonly name: string | undefined
  readonly value: Value
  readonly start: number
  readonly end: number
  parameter: ParameterSpec | undefined
  constructor(name: string | undefined, value: Value, start: number, end: number) {
    this.name = name
    this.value = value
    this.start = start
    this.end = end
    this.parameter = undefined
  }
  get hasValue(): boolean { return true }
  get isAttached(): boolean { return this.name !== undefined }
  get isSplatted(): boolean { return true }
  get nameStart(): number { return this.start }
}

/** A command that is no function of the script. */
export interface Call {
  /** In lower case, without path, module and `.exe`. */
  readonly name: string
  readonly node: Command
  /** What came through the pipe; undefined when nothing did. */
  readonly input: Value | undefined
  /** Whether somebody takes what the command gives. */
  readonly isWanted: boolean
  readonly script: Caller
}
export type Handler = (call: Call) => Value | undefined

/** What the reader's user knows about the world: commands, and what they have changed so far. */
export interface Host {
  readonly commands: ReadonlyMap<string, Handler>
  /** How many effects there were: a branch that has none says nothing. */
  effects(): number
  /** How many times the script asked for what exists. */
  queries(): number
  /** Whether what is done now is done only when the script is called with an option; the script that is followed sets it. */
  isOptional?: () => boolean
  /** Something that is not followed, with its place. */
  notice(message: string, start: number, end: number): void
}

/** Stands in the place of a parameter's name where a table of unknown content is splatted. */
export const SPLATTED = '@'
