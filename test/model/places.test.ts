import { expect, test } from '@jest/globals'
import { addressTexts, parseAddresses } from '../../src/model/addresses.ts'
import { peersOf } from '../../src/model/places.ts'
import type { Site } from '../../src/model/requirements.ts'

const set = (...list: string[]) => parseAddresses(list, new Map()).set
const site: Site = {
  communication: [], ports: new Map(), conditions: new Set(),
  systems: new Map([['site-server', set('10.0.10.5', '10.0.20.5')], ['management-point', set('10.0.10.6')], ['distribution-point', set('10.0.10.8')], ['software-update-point', set('10.0.10.7')], ['fallback-status-point', set('10.0.10.13')], ['client', set('10.1.0.0/16')]]),
}
const peers = (role: string, ...own: string[]): readonly string[] | undefined => {
  const found = peersOf(site, role, own.length === 0 ? undefined : set(...own), undefined)
  return found && addressTexts(found)
}

test('one machine of a role talks to the others, not to itself', () => {
  expect(peers('site-server', '10.0.10.5')).toEqual(['10.0.20.5'])
  expect(peers('site-server')).toEqual(['10.0.10.5', '10.0.20.5'])
})
test('several machines under one target talk to each other', () => {
  expect(peers('site-server', '10.0.10.5', '10.0.20.5')).toEqual(['10.0.10.5', '10.0.20.5'])
  expect(peers('peer-client', '10.1.0.0/16')).toEqual(['10.1.0.0/16'])
})
test('a role that is nowhere else stays where it is', () => {
  expect(peers('management-point', '10.0.10.6')).toEqual(['10.0.10.6'])
})
test('a site system is any of the roles that clients talk to', () => {
  expect(peers('site-system')).toEqual(['10.0.10.6-10.0.10.8', '10.0.10.13'])
  const listening = (setting: string): readonly string[] => addressTexts(peersOf(site, 'site-system', undefined, setting) ?? set())
  expect(listening('http')).toEqual(['10.0.10.6', '10.0.10.8', '10.0.10.13'])
  expect(listening('https')).toEqual(['10.0.10.6', '10.0.10.8'])
  expect(peers('sql')).toBeUndefined()
})
