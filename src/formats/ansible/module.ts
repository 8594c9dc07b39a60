import type { SourceFile } from '../../model/stages.ts'
import type { Span } from '../../model/types.ts'
import type { Variables } from '../../text/ansible-values.ts'
import type { Entry } from '../../text/literal.ts'
import type { YamlNode, YamlScalar } from '../../text/yaml.ts'
import type { RegistryPolicy } from '../shared/registry-policy.ts'
import type { ScriptState } from '../shared/script-state.ts'

/** One run of a module. */
export interface ModuleRun {
  readonly name: string
  readonly attributes: ReadonlyMap<string, Entry>
  /** The text behind the module's name, where that is no map. */
  readonly text: YamlScalar | undefined
  readonly node: YamlNode
  readonly variables: Variables
  readonly source: Span
  readonly condition: string | undefined
  readonly file: SourceFile
  readonly state: ScriptState
  readonly registry: RegistryPolicy
  /** Display names of rules that the play has surely made: the next task of that name changes the rule. */
  readonly made: Set<string>
}
/** What a module does; whether it takes a text of its own behind its name. */
export interface Module { readonly takesText?: boolean; run(run: ModuleRun): void }

/** What Ansible takes for a boolean. */
export const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true], ['yes', true], ['on', true], ['1', true], ['t', true], ['y', true],
  ['false', false], ['no', false], ['off', false], ['0', false], ['f', false], ['n', false],
])
