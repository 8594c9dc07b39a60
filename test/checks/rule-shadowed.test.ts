import { expect, test } from '@jest/globals'
import { ruleDuplicate } from '../../src/checks/rule-duplicate.ts'
import { ruleShadowed } from '../../src/checks/rule-shadowed.ts'
import { findShadowed } from '../../src/evaluate/shadow.ts'
import type { Facts, Locale, TargetFacts } from '../../src/model/facts.ts'
import type { RuleGroup } from '../../src/model/policy.ts'
import { ANY_PORTS, portSet } from '../../src/model/ports.ts'
import type { Requirement } from '../../src/model/requirements.ts'
import { makeRule } from '../../src/model/rules.ts'
import type { Layer, Rule, Span } from '../../src/model/types.ts'
import type { NeedVerdict } from '../../src/model/verdicts.ts'

const span = (start: number): Span => ({ origin: { path: 'x.pol', place: () => ({ path: 'x.pol', line: 1, column: 1, endLine: 1, endColumn: 1 }), line: () => undefined }, start, end: start })
let at = 0
const rule = (name: string, from: number, to: number, said: Partial<Rule> = {}): Rule => makeRule({ name, source: span(at++), protocol: 6, localPorts: portSet([[from, to]]), ...said })
const layer: Layer = { name: 'GPO', path: 'x.pol', store: 'group-policy', parts: [], gpo: undefined }
const groupOf = (rules: readonly Rule[]): RuleGroup => ({ layer, rules, ignoredIn: 0, condition: undefined, kind: 'written' })
const target = (name: string, groups: readonly RuleGroup[], needs: readonly NeedVerdict[] = []): TargetFacts =>
  ({ policy: { target: { name }, groups }, needs }) as unknown as TargetFacts
const facts = (targets: readonly TargetFacts[], locale: Locale = 'en'): Facts => ({ targets, locale, shadowedIn: findShadowed }) as unknown as Facts
const factsOf = (...rules: Rule[]): Facts => facts([target('All', [groupOf(rules)])])
const messages = (found: Facts): string[] => [...ruleDuplicate.run(found), ...ruleShadowed.run(found)].map(draft => draft.message)

test('a shadowed rule is told at its own place, with the rule that covers it', () => {
  const [wide, narrow] = [rule('Wide', 1, 9), rule('Narrow', 2, 2, { id: '{1}' })]
  const [draft] = [...ruleShadowed.run(factsOf(wide, narrow))]
  expect(draft).toEqual({
    identity: '{1}', span: narrow.source, target: 'All', message: 'The rule "Narrow" can never matter: "Wide" already allows all of it.',
    remedy: 'Remove "Narrow", or change it if it was meant to say something else.', related: [{ span: wide.source, message: '"Wide" allows it here.' }],
  })
})

test('the message says who does what', () => {
  const block = { action: 'block' } as const
  expect(messages(factsOf(rule('A', 1, 1), rule('B', 1, 9, block)))).toEqual(['The rule "A" can never matter: "B" blocks all of it.'])
  expect(messages(factsOf(rule('A', 1, 1, block), rule('B', 1, 9, block)))).toEqual(['The rule "A" can never matter: "B" already blocks all of it.'])
  expect(messages(factsOf(rule('A', 3, 6), rule('B', 1, 4), rule('C', 5, 9)))).toEqual(['The rule "A" can never matter: "B" and "C" together already allow all of it.'])
  expect(messages(factsOf(rule('A', 3, 6), rule('B', 1, 4, block), rule('C', 5, 9)))).toEqual(['The rule "A" can never matter: "B" and "C" together allow or block all of it.'])
  expect(messages(facts([target('All', [groupOf([rule('A', 1, 1), rule('B', 1, 9)])])], 'ko'))).toEqual(['"A" 규칙은 아무 효과가 없습니다: "B" 규칙이 이미 모두 허용합니다.'])
})

test('beside a rule that lets everything in, the narrow rule is the one to keep', () => {
  const remedies = (...rules: Rule[]): string[] => [...ruleShadowed.run(factsOf(...rules))].map(draft => draft.remedy)
  const all = (said: Partial<Rule> = {}): Rule => rule('All', 1, 9, { localPorts: ANY_PORTS, ...said })
  expect(remedies(all(), rule('Narrow', 2, 2))).toEqual(['Narrow or remove "All", which lets everything in; then "Narrow" counts again.'])
  const remove = ['Remove "Narrow", or change it if it was meant to say something else.']
  expect(remedies(all({ program: 'C:\\a.exe' }), rule('Narrow', 2, 2, { program: 'C:\\a.exe' }))).toEqual(remove)
  expect(remedies(all({ action: 'block' }), rule('Narrow', 2, 2, { action: 'block' }))).toEqual(remove)
})

test('a rule of which its source shows a part is no reason, and nothing about it is said', () => {
  expect(messages(factsOf(rule('Wide', 1, 9, { partial: true }), rule('Narrow', 2, 2)))).toEqual([])
  expect(messages(factsOf(rule('A', 1, 1, { partial: true }), rule('A', 1, 1, { partial: true })))).toEqual([])
  // Another reason still counts.
  expect(messages(factsOf(rule('Driver', 1, 99, { partial: true }), rule('Wide', 1, 9), rule('Narrow', 2, 2)))).toEqual(['The rule "Narrow" can never matter: "Wide" already allows all of it.'])
})

test('rules of Windows, by name or by group, are not called useless', () => {
  expect(messages(factsOf(rule('Wide', 1, 9), rule('@FirewallAPI.dll,-28511', 2, 2), rule('File sharing (NB-In)', 3, 3, { group: '@FirewallAPI.dll,-28502' })))).toEqual([])
})

test('a duplicate is told at the later rule', () => {
  const [first, second] = [rule('A', 1, 1), rule('B', 1, 1)]
  const found = factsOf(first, second)
  expect(messages(found)).toEqual(['The rule "B" repeats "A": both match the same traffic and do the same.'])
  expect([...ruleDuplicate.run(found)][0]).toMatchObject({ span: second.source, related: [{ span: first.source }] })
  expect(messages(factsOf(rule('A', 1, 1), rule('A', 1, 1)))).toEqual(['The rule "A" stands twice with the same content.'])
})

test('targets that share their rules are told once', () => {
  const group = groupOf([rule('Wide', 1, 9), rule('Narrow', 2, 2)])
  const found = facts([target('One', [group]), target('Two', [group]), target('Three', [group, groupOf([rule('Other', 20, 20)])])])
  expect(messages(found)).toHaveLength(1)
  expect([...ruleShadowed.run(found)][0]).not.toHaveProperty('target')
})

test('a rule that matters on one of its targets is left alone', () => {
  const shared = groupOf([rule('Narrow', 2, 2)])
  expect(messages(facts([target('One', [shared]), target('Two', [shared, groupOf([rule('Wide', 1, 9)])])]))).toEqual([])
})

test('a rule that a requirement finding tells of is not told again', () => {
  const [block, allow] = [rule('Block', 1, 9, { action: 'block' }), rule('Allow', 2, 2)]
  const requirement = { severity: 'required' } as Requirement
  const need = (status: NeedVerdict['status']): NeedVerdict =>
    ({ need: 'n', target: 'All', requirements: [requirement], status, gap: [], failing: [], cause: { reason: 'block-rule', rule: block, related: [allow] } })
  expect(messages(facts([target('All', [groupOf([block, allow])], [need('blocked')])]))).toEqual([])
  expect(messages(facts([target('All', [groupOf([block, allow])], [need('satisfied')])]))).toHaveLength(1)
})

test('a rule that many cover names a few of them', () => {
  const parts = Array.from({ length: 12 }, (_, i) => rule(`P${i}`, 10 * i, 10 * i + 9, { profiles: 7 }))
  const [draft] = [...ruleShadowed.run(factsOf(...parts, rule('Whole', 5, 115, { profiles: 1 })))]
  expect(draft?.message).toBe('The rule "Whole" can never matter: "P0", "P1", "P2" and 9 more together already allow all of it.')
  expect(draft?.related).toHaveLength(8)
})
