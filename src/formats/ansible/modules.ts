import type { Problem, Setting } from '../../model/types.ts'
import { type Literal, literalText } from '../../text/literal.ts'
import { adopt } from '../shared/adopt.ts'
import { dscFirewall, dscProfile } from '../shared/dsc-firewall.ts'
import { RegistryPolicy } from '../shared/registry-policy.ts'
import { setRegistryValue } from '../shared/registry-resource.ts'
import { PROFILE_WORDS } from '../shared/rule-draft.ts'
import { LOCAL } from '../shared/script-state.ts'
import { firewall, firewallRule } from './firewall.ts'
import type { Module, ModuleRun } from './module.ts'
import { ansibleShell } from './shell.ts'

/** The modules that can change the firewall, by their short names. */
export const MODULES: ReadonlyMap<string, Module> = new Map([
  ['win_firewall_rule', { run: firewallRule }],
  ['win_firewall', { run: firewall }],
  ['win_dsc', { run: dsc }],
  ['win_regedit', { run: regedit }],
  ['win_shell', { takesText: true, run: ansibleShell }],
  ['win_powershell', { takesText: true, run: ansibleShell }],
  ['win_command', { takesText: true, run: ansibleShell }],
  // Over WinRM a raw command goes to PowerShell too.
  ['raw', { takesText: true, run: ansibleShell }],
])

/** `win_dsc: resource_name: Firewall` with the properties of the DSC resource. */
function dsc({ attributes, source, condition, state }: ModuleRun): void {
  const resource = attributes.get('resource_name')?.value
  const name = resource?.kind === 'scalar' ? resource.text.toLowerCase() : ''
  const properties = new Map([...attributes].filter(([key]) => key !== 'resource_name' && key !== 'module_version'))
  if (/^x?firewall$/.test(name)) {
    const { rule, change, problems } = dscFirewall(properties, source, condition)
    if (rule) state.rule(rule, LOCAL)
    if (change) state.change(change, LOCAL)
    problems.forEach(problem => state.problem(problem))
  } else if (/^x?firewallprofile$/.test(name)) {
    const { profile, settings, problems } = dscProfile(properties, source)
    problems.forEach(problem => state.problem(problem))
    for (const [key, setting] of Object.entries(settings)) {
      const said = condition === undefined ? setting : { ...setting, condition }
      if (profile) state.configure(PROFILE_WORDS.get(profile) ?? 0, key as 'enabled', said as Setting<boolean>, LOCAL)
    }
  }
}

/** `win_regedit`: rules and settings of the firewall in the registry. */
function regedit({ attributes, source, condition, state, registry }: ModuleRun): void {
  const value = (...names: readonly string[]): Literal | undefined => names.map(name => attributes.get(name)?.value).find(found => found !== undefined)
  const path = value('path', 'key')
  if (!path) return
  const said = value('state')
  const problems: Problem[] = []
  // What may not happen is kept apart from what does.
  const policy = condition === undefined ? registry : new RegistryPolicy(problems)
  setRegistryValue(policy, {
    path, name: value('name', 'entry', 'value'), data: value('data'), type: value('type', 'datatype'), source, isAbsent: said !== undefined && literalText(said).toLowerCase() === 'absent',
  }, problems)
  if (condition !== undefined) adopt(policy.parts(), condition, state)
  problems.forEach(problem => state.problem(problem))
}
