import { expect, test } from '@jest/globals'
import { parseAddressRange, formatIPv6, parseIPv6 } from '../../src/model/addresses.ts'
import { parsePorts, portTexts } from '../../src/model/ports.ts'

test('ports keep the entries as written and join for arithmetic', () => {
  const { set } = parsePorts(['80', '81-90', 'RPC'], new Map([['rpc', 'rpc']]))
  expect(portTexts(set)).toEqual(['80', '81-90', 'rpc'])
  expect(set.ranges).toEqual([[80, 90]])
})
test('subnets with masks', () => {
  expect(parseAddressRange('10.1.2.3/255.255.0.0')).toEqual({ v4: [0x0a010000, 0x0a01ffff] })
  expect(parseAddressRange('10.0.0.1/33')).toBeUndefined()
  expect(formatIPv6(parseIPv6('2001:db8::ffff:10.0.0.1')!)).toBe('2001:db8::ffff:a00:1')
})
