import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { judge } from '../../src/evaluate/judge.ts'
import { ANY_PORTS } from '../../src/model/ports.ts'
import type { Requirement, Site, TrafficBox } from '../../src/model/requirements.ts'
import { makeRule } from '../../src/model/rules.ts'
import type { Layer, PolicyPart, Rule, Span } from '../../src/model/types.ts'
import { configmgrPack } from '../../src/packs/configmgr.ts'
import { resolveRequirements } from '../../src/packs/resolve.ts'
import { resolveTarget } from '../../src/policy/effective.ts'

const FACT_SHEET = '../shared/reference/configmgr-ports.yaml'
const place = { path: 'x.pol', line: 1, column: 1, endLine: 1, endColumn: 1 }
const source: Span = { origin: { path: 'x.pol', place: () => place, line: () => undefined }, start: 0, end: 0 }
const pack = configmgrPack()
const seeds = pack.requirements.filter(row => row.seed)

/** The site that a row is about: whatever conditions it names hold. */
const siteFor = (conditions: readonly string[]): Site => ({
  communication: ['http', 'https'], ports: new Map(), systems: new Map(), conditions: new Set(conditions),
})
function requirementOf(id: string): Requirement {
  const row = pack.requirements.find(r => r.id === id)
  if (!row) throw new Error(`no row ${id}`)
  const role = row.perspective === 'console' ? 'console' : 'client'
  const found = resolveRequirements(pack, siteFor(row.conditions ?? []), [row.feature], role).find(r => r.id === id)
  if (!found) throw new Error(`${id} is not reachable by config`)
  return found
}
/** One rule that lets exactly this box through. */
function ruleFor(box: TrafficBox): Rule[] {
  const own = box.ports.ranges[0]?.[0] === 0 ? ANY_PORTS : box.ports
  const inbound = box.direction === 'inbound'
  return (box.icmp ? [1, 58] : [box.protocol]).map(protocol => makeRule({
    name: 'opens it', source, direction: box.direction, protocol, profiles: 1,
    ...(box.icmp ? { icmp: [`${protocol === 1 ? box.icmp.v4 : box.icmp.v6}:*`] } : inbound ? { localPorts: own } : { remotePorts: own }),
    ...(box.program !== undefined && { program: `C:\\Somewhere\\${box.program}` }),
  }))
}
function statusWith(requirement: Requirement, rules: readonly Rule[]): string | undefined {
  const part: PolicyPart = { store: 'group-policy', rules, changes: [], profiles: { domain: { defaultOutbound: { value: 'block', source } } } }
  const layer: Layer = { name: 'a', path: 'x.pol', store: 'group-policy', parts: [part], gpo: undefined }
  const policy = resolveTarget({ name: 'T', role: requirement.role, profiles: 1, layers: [layer], stated: true }, { groupOf: () => undefined, select: () => [] })
  return judge(policy, [requirement], { addressesOf: () => undefined, own: undefined }).verdicts[0]?.status
}

test('the pack holds the 41 rows of the seed document', () => expect(seeds).toHaveLength(41))

test.each(seeds.map(row => row.id))('%s is satisfied by one policy and missing from another', id => {
  const requirement = requirementOf(id)
  expect(requirement.status).toBe('applies')
  expect(statusWith(requirement, requirement.boxes.flatMap(ruleFor))).toBe('satisfied')
  expect(statusWith(requirement, [])).toBe('missing')
  // A near twin: the same rules switched off.
  expect(statusWith(requirement, requirement.boxes.flatMap(ruleFor).map(rule => ({ ...rule, enabled: false })))).toBe('missing')
})

const maybe = existsSync(FACT_SHEET) ? test : test.skip
maybe(`every row of coverage.seed is among them${existsSync(FACT_SHEET) ? '' : ' (skipped: the fact sheet is not beside the project)'}`, () => {
  const sheet = parse(readFileSync(FACT_SHEET, 'utf8')) as { coverage: { seed: { fact: string; rows: string[] }[] }; requirements: { id: string; seed?: boolean }[] }
  const rows = sheet.coverage.seed.flatMap(({ rows: list }) => list).filter(row => !row.includes(':') && row !== 'windows_firewall_procedure').map(row => row.replace(/ \(.*$/, ''))
  const known = new Set(seeds.map(row => row.id))
  expect([...new Set(rows)].filter(row => !known.has(row))).toEqual([])
  expect(sheet.requirements.filter(row => row.seed).map(row => row.id).sort()).toEqual([...known].sort())
})
