import type { Command } from './ast.ts'
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
  /** Something that is not followed, with its place. */
  notice(message: string, start: number, end: number): void
}

/** Stands in the place of a parameter's name where a table of unknown content is splatted. */
export const SPLATTED = '@'
