import type { Format } from '../model/stages.ts'
import type { Problem, Span } from '../model/types.ts'
import { parseYaml, prepareYaml } from '../text/yaml.ts'
import { MOST_ERRORS } from '../text/yaml-literals.ts'
import { Player } from './ansible/play.ts'
import { adopt } from './shared/adopt.ts'
import { RegistryPolicy } from './shared/registry-policy.ts'
import { ScriptState } from './shared/script-state.ts'

/** The modules that are about the firewall alone, and what a module for anything must hold to be about it. */
const MARK = /\bwin_firewall(?:_rule)?["']?\s{0,9}:|\b(?:action|module)["']?\s{0,9}:\s{0,9}["']?(?:\w+\.){0,3}win_firewall(?:_rule)?\b/
const CARRIER = /\bwin_(?:shell|powershell|command|dsc|regedit)["']?\s{0,9}:|\b(?:action|module)["']?\s{0,9}:\s{0,9}["']?(?:\w+\.){0,3}win_(?:shell|powershell|command|dsc|regedit)\b/
const CARRIED = /NetFirewall(?:Rule|Profile|Setting)\b|\badvfirewall\b|\bresource_name["']?\s{0,9}[:=]\s{0,9}["']?x?Firewall|\\FirewallPolicy\b|\\WindowsFirewall\b/i

/** Ansible playbooks, roles and task files. */
export const ansible: Format = {
  id: 'ansible',
  title: 'Ansible playbook or task file',
  store: 'local',
  names: [],
  prepare: file => prepareYaml(file?.text),
  recognises: file => /\.ya?ml$/.test(file.name) && file.text.includes('win_')
    && (MARK.test(file.text) || (CARRIER.test(file.text) && CARRIED.test(file.text))),
  parse(file) {
    const state = new ScriptState()
    const { documents, errors } = parseYaml(file)
    for (const { message, start, end } of errors.slice(0, MOST_ERRORS)) {
      state.problem({ code: 'file-unreadable', message: `Not readable as YAML: ${message}.`, source: file.span(start, Math.max(start, end)) })
    }
    const registry = new RegistryPolicy(state.problems)
    const player = new Player(file, state, registry, documents)
    for (const document of documents) player.document(document)
    const inRegistry = registry.parts()
    adopt(inRegistry, undefined, state)
    // Openings of administrative templates stand beside the rules.
    const beside = inRegistry.flatMap(({ store, openings }) => (openings ? [{ store, rules: [], profiles: {}, changes: [], openings }] : []))
    return { path: file.path, format: ansible.id, parts: [...state.parts(), ...beside], problems: distinct(state.problems) }
  },
}

/** A task in a loop says the same of itself for every item. */
function distinct(problems: readonly Problem[]): Problem[] {
  // A script inside of the file counts its places by itself.
  const told = new Map<Span['origin'], Set<string>>()
  return problems.filter(({ code, message, source: { origin, start, end } }) => {
    const here = told.get(origin) ?? new Set()
    told.set(origin, here)
    const key = `${code} ${start} ${end} ${message}`
    return !here.has(key) && here.add(key)
  })
}
