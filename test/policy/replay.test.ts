import { expect, test } from '@jest/globals'
import { lgpoText } from '../../src/formats/lgpo-text.ts'
import { powershell } from '../../src/formats/powershell.ts'
import { registryPol } from '../../src/formats/registry-pol.ts'
import type { EffectivePolicy } from '../../src/model/policy.ts'
import type { Format, SourceFile } from '../../src/model/stages.ts'
import type { Layer } from '../../src/model/types.ts'
import { resolveTarget } from '../../src/policy/effective.ts'
import { sourceText } from '../../src/text/source-file.ts'
import { pol, POLICIES } from '../formats/registry-files.ts'

/*
 * Several GPOs write to one registry, so what one deletes another may have set ([MS-GPREG] 3.2.5.1.2), and which profile keys exist is
 * a question to all of them ([MS-GPFAS] 2.2.3).
 */

const layers = (format: Format, file: SourceFile): Layer[] =>
  format.parse(file, {}).parts.map(part => ({ name: file.path, path: file.path, store: part.store, parts: [part], gpo: undefined }))
const gpo = (...records: Parameters<typeof pol>[0]): Layer[] => layers(registryPol, pol(records))
const script = (text: string): Layer[] => layers(powershell, sourceText('a.ps1', text))
const resolve = (...all: Layer[][]): EffectivePolicy =>
  resolveTarget({ name: 'T', role: 'client', profiles: 7, layers: all.flat(), stated: true }, { groupOf: () => undefined, select: () => [] })
const key = (tail: string): string => `${POLICIES}\\${tail}`

const BLOCKED = gpo({ key: key('DomainProfile'), name: 'DefaultOutboundAction', data: 1 })
const OFF = gpo({ key: key('StandardProfile'), name: 'EnableFirewall', data: 0 })

test('a later GPO takes a profile value of an earlier one away, by name, with all of its key, or with the key', () => {
  for (const taken of [
    gpo({ key: key('DomainProfile'), name: '**del.defaultoutboundaction', data: ' ' }),
    gpo({ key: key('DomainProfile'), name: '**delvals.', data: ' ' }),
    gpo({ key: POLICIES, name: '**DeleteKeys', data: 'DomainProfile' }),
    layers(lgpoText, sourceText('a.txt', `Computer\n${key('DomainProfile')}\nDefaultOutboundAction\nDELETE\n`)),
  ]) {
    expect(resolve(BLOCKED, taken).profiles.domain.defaultOutbound).toBe('allow')
    expect(resolve(taken, BLOCKED).profiles.domain.defaultOutbound).toBe('block')
  }
  expect(resolve(BLOCKED, gpo({ key: key('PublicProfile'), name: '**delvals.', data: ' ' })).profiles.domain.defaultOutbound).toBe('block')
})
test('NotConfigured in a later script takes back what an earlier one set in the same store', () => {
  const set = (value: string, more = ''): Layer[] => script(`Set-NetFirewallProfile -Profile Domain -DefaultOutboundAction ${value}${more}`)
  expect(resolve(set('Block'), set('NotConfigured')).profiles.domain.defaultOutbound).toBe('allow')
  expect(resolve(BLOCKED, set('NotConfigured', ` -PolicyStore 'contoso.com\\Clients'`)).profiles.domain.defaultOutbound).toBe('allow')
  expect(resolve(BLOCKED, set('NotConfigured')).profiles.domain.defaultOutbound).toBe('block')
})
test('StandardProfile of one GPO is off as soon as another has a key for private or public, even an empty one', () => {
  expect(resolve(OFF).profiles.private.enabled).toBe(false)
  expect(resolve(OFF, BLOCKED).profiles.public.enabled).toBe(false)
  for (const other of ['PrivateProfile', 'PublicProfile']) {
    const empty = gpo({ key: key(other), name: '', type: 0, data: Buffer.alloc(0) })
    for (const policy of [resolve(OFF, empty), resolve(empty, OFF)]) expect([policy.profiles.private.enabled, policy.profiles.public.enabled]).toEqual([true, true])
  }
  const list = gpo(
    { key: key('StandardProfile\\GloballyOpenPorts'), name: 'Enabled', data: 1 },
    { key: key('StandardProfile\\GloballyOpenPorts\\List'), name: 'x', data: '2701:TCP:*:enabled:CM' },
  )
  const names = (policy: EffectivePolicy): string[] => policy.groups.flatMap(g => g.rules.map(r => r.name))
  expect(names(resolve(list))).toHaveLength(1)
  expect(names(resolve(list, gpo({ key: key('PrivateProfile'), name: 'EnableFirewall', data: 1 })))).toEqual([])
})
test('a local rule with the id of a policy rule may count or not, unless both say the same', () => {
  const rule = (action: string): string => `v2.31|Action=${action}|Active=TRUE|Dir=In|Protocol=6|LPort=2701|Name=n|`
  const policy = gpo({ name: 'CM-1', data: rule('Allow') })
  const local = (action: string): Layer[] => script(`New-NetFirewallRule -Name cm-1 -DisplayName n -Protocol TCP -LocalPort 2701 -Action ${action}\nNew-NetFirewallRule -Name b -DisplayName b`)
  const doubts = (...all: Layer[][]): unknown[] => resolve(...all).groups.map(g => [g.layer.store, g.rules.length, g.condition !== undefined])
  expect(doubts(local('Block'), policy)).toEqual([['local', 1, false], ['local', 1, true], ['group-policy', 1, false]])
  expect(doubts(local('Allow'), policy)).toEqual([['local', 2, false], ['group-policy', 1, false]])
})
