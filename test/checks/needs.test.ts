import { describe, expect, test } from '@jest/globals'
import { lint } from '../../src/lint.ts'
import type { Finding } from '../../src/model/types.ts'
import { sourceText } from '../../src/text/source-file.ts'

/** What is found in one file on a client with remote control, without a config. */
async function findings(path: string, text: string, locale: 'en' | 'ko' = 'en'): Promise<readonly Finding[]> {
  const options = { today: '2026-06-01', locale, version: '1.0.0', features: ['remote-control'] }
  const { report } = await lint({ files: [sourceText(path, text)], unreadable: [], config: undefined, options })
  return report.findings.filter(({ requirements }) => requirements.length > 0)
}

describe('a netsh dump', () => {
  const dump = (action: string, verbose: boolean): string => `\r\n${[
    ['Rule Name', 'CM remote control'], ['Enabled', 'Yes'], ['Direction', 'In'], ['Profiles', 'Domain,Private,Public'], ['Grouping', ''], ['LocalIP', 'Any'], ['RemoteIP', 'Any'],
    ['Protocol', 'TCP'], ['LocalPort', '2701'], ['RemotePort', 'Any'], ['Edge traversal', 'No'],
    ...(verbose ? [['InterfaceTypes', 'Any'], ['Security', 'NotRequired'], ['Rule source', 'Local Setting']] : []), ['Action', action],
  ].map(([label, value], i) => `${`${label}:`.padEnd(38)}${value}\r\n${i === 0 ? `${'-'.repeat(70)}\r\n` : ''}`).join('')}\r\nOk.\r\n`

  const both = (verbose: boolean): string => dump('Allow', true).replace(/Ok\.\r\n$/, '') + dump('Block', verbose)

  test('that is verbose meets and blocks needs', async () => {
    expect(await findings('rules.txt', dump('Allow', true))).toEqual([])
    expect(await findings('rules.txt', both(true))).toMatchObject([{ code: 'requirement-blocked', reason: 'block-rule' }])
  })
  test('that is not verbose leaves a need open, and says what to do', async () => {
    const [finding, ...more] = await findings('rules.txt', dump('Allow', false))
    expect(more).toEqual([])
    expect(finding).toMatchObject({ code: 'requirement-unverifiable', severity: 'notice', location: { path: 'rules.txt', line: 2 } })
    expect(finding?.message).toContain('(rule "CM remote control"): this dump does not show the program and service of the rule.')
    expect(finding?.remedy).toContain('netsh advfirewall firewall show rule name=all verbose')
    expect((await findings('rules.txt', dump('Allow', false), 'ko'))[0]?.remedy).toContain('netsh advfirewall firewall show rule name=all verbose')
  })
  test('that is not verbose does not make a block rule void', async () => {
    expect(await findings('rules.txt', both(false))).toMatchObject([{ code: 'requirement-unverifiable' }])
  })
})
