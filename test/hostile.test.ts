import { expect, test } from '@jest/globals'
import { parseConfig } from '../src/config/index.ts'
import { bounded } from '../src/findings/bounded.ts'
import { suppress } from '../src/findings/suppress.ts'
import { detect, parseFile } from '../src/formats/index.ts'
import { lint, type LintResult } from '../src/lint.ts'
import type { Draft } from '../src/model/facts.ts'
import { spanAt } from '../src/model/rules.ts'
import type { PolicyFile, Rule } from '../src/model/types.ts'
import { eachItem } from '../src/text/json.ts'
import { sourceText } from '../src/text/source-file.ts'
import { missing } from './reporters/sample.ts'

/** Files of strangers that would have us work for minutes. What is counted here is work and words, for seconds depend on the machine. */
const OPTIONS = { today: '2026-11-25', locale: 'en', version: '0' } as const
async function read(path: string, text: string): Promise<PolicyFile & { rules: readonly Rule[] }> {
  const file = sourceText(path, text)
  const { format } = await detect(file)
  if (!format) throw new Error(`${path} is of no format`)
  const policy = parseFile(format, file, {})
  return { ...policy, rules: policy.parts.flatMap(part => part.rules) }
}
const told = ({ problems }: PolicyFile): string[] => problems.map(({ message }) => message)
const ADD = 'netsh advfirewall firewall add rule name=x dir=in action=allow protocol=tcp localport=445'
const TOO_FAR = /^Loops, calls or variables of this script go too far/
const TOO_MUCH = /^The script does more than can be followed/

test.each([
  ['loops in loops', `for /l %%a in (1,1,60000) do for /l %%b in (1,1,60000) do ${ADD}\n`],
  ['a loop with a body of a thousand lines', `for /l %%a in (1,1,60000) do (\n${`  ${ADD}\n`.repeat(1000)})\n`],
  ['calls of a subroutine of a thousand lines', `${'call :more\n'.repeat(1000)}exit /b\n:more\n${`${ADD}\n`.repeat(1000)}`],
  ['jumps back over a thousand lines', `set n=0\n:more\nset /a n=n+1\n${`${ADD}\n`.repeat(1000)}if %n% lss 4000 goto more\n`],
])('a batch file is followed only so far: %s', async (_, text) => {
  const policy = await read('a.cmd', text)
  expect(policy.rules.length).toBeLessThan(40_000)
  expect(told(policy).filter(message => TOO_FAR.test(message))).toHaveLength(1)
})

test('a batch file that opens two thousand ports in a loop is read whole', async () => {
  const policy = await read('a.cmd', `for /l %%p in (1,1,2000) do netsh advfirewall firewall add rule name=p%%p dir=in action=allow protocol=tcp localport=%%p\n`)
  expect([policy.rules.length, policy.problems]).toEqual([2000, []])
})

test('scripts in a script share what may be followed', async () => {
  const policy = await read('a.cmd', 'netsh advfirewall reset\nfor /l %%a in (1,1,300) do powershell -c "1..1000 | %%{ New-NetFirewallRule -DisplayName a -LocalPort 445 -Protocol TCP }"\n')
  expect(policy.rules.length).toBeLessThan(40_000)
  expect(told(policy).some(message => TOO_MUCH.test(message))).toBe(true)
  const again = await read('a.ps1', 'foreach ($i in 1..900) { New-NetFirewallRule -DisplayName "r$i" }')
  expect([again.rules.length, again.problems]).toEqual([900, []]) // another file begins anew
})

test.each([
  ['ranges', i => `$a${i} = 1..10000`], ['texts of lists', () => '$b = "$a"'], ['searches', () => '$b = $a -contains 0'], ['filters', () => '$b = $a | Where-Object { $_ -gt 5 }'],
  ['lists of lists', () => '$b = , $a * 9999'], ['splatted tables', () => 'New-NetFirewallRule @h'], ['properties', () => '$b = $a | % Name'],
] satisfies [string, (i: number) => string][])('a PowerShell script may look at so much only: %s', async (_, line) => {
  const many = Array.from({ length: 400 }, (_item, i) => line(i)).join('\n')
  const table = `$h = @{ ${Array.from({ length: 3000 }, (_item, i) => `a${i} = 1`).join('; ')} }`
  const policy = await read('a.ps1', `$a = 1..10000\n${table}\n${many}\nNew-NetFirewallRule -DisplayName last -Protocol TCP -LocalPort 445, 135\n`)
  expect(told(policy).filter(message => TOO_MUCH.test(message))).toHaveLength(1)
  expect(policy.rules.at(-1)).toMatchObject({ name: 'last', protocol: 6 }) // what stands behind is read all the same
})

test('a list that grows item by item is no attack', async () => {
  const policy = await read('a.ps1', `$ports = @()\nforeach ($i in 1..900) { $ports += $i\n if ($ports -contains $i) { $last = $ports.Count } }\nNew-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort $ports\n`)
  expect(policy.problems).toEqual([])
  expect(policy.rules[0]?.localPorts.ranges).toEqual([[1, 900]])
})

test('a rule behind hundreds of ways out hangs on some of them, and is as uncertain', async () => {
  const { rules } = await read('a.ps1', `${Array.from({ length: 500 }, (_, i) => `if ($a${i}) { return }`).join('\n')}\nNew-NetFirewallRule -DisplayName a\n`)
  expect(rules[0]?.unmodelled.length).toBeGreaterThan(0)
  expect(rules[0]?.unmodelled.length).toBeLessThan(50)
})

test('a rule collects a hundred conditions and no more', async () => {
  const { rules } = await read('a.cmd', `${ADD}\n${Array.from({ length: 500 }, (_, i) => `if exist f${i} netsh advfirewall firewall set rule name=x new localport=${i}`).join('\n')}\n`)
  expect(rules[0]?.unmodelled).toHaveLength(100)
})

test('a list in JSON with nothing but blanks for pages is read whole instead of piece by piece', () => {
  const items = Array.from({ length: 3000 }, (_, i) => `{"n":${i},"text":"${'x'.repeat(30)}"}`)
  const seen: unknown[] = []
  expect(eachItem(`[\n  ${items.join(',\n  ')}\n]`, item => seen.push(item) > 0)).toBe(true)
  expect(seen).toHaveLength(3000)
  expect(eachItem(`[\n  ${items.slice(0, 2000).join(',\n  ')},${'\n  '.repeat(30_000)}${items.slice(2000).join(',\n  ')}\n]`, () => true)).toBe(false)
})

const CONFIG = `version: 1
site: { systems: { site-server: [10.0.0.0/8] } }
features: [client-push]
targets: [{ name: A, layers: [{ path: a.cmd, store: local }] }]
`
async function judged(rules: string): Promise<LintResult> {
  const config = await parseConfig(sourceText('.configmgr-firewall.yml', CONFIG))
  return lint({ files: [sourceText('a.cmd', rules)], unreadable: [], config, options: OPTIONS })
}
test('rules that cut a need into dust leave it open, and the report says why', async () => {
  const cut = (i: number): string => `netsh advfirewall firewall add rule name=r${i} dir=in action=allow protocol=tcp localport=${49152 + i}-${65535 - i} remoteip=10.${i >> 8}.${i & 255}.0/24\n`
  const mapper = 'netsh advfirewall firewall add rule name=m dir=in action=allow protocol=tcp localport=135\n'
  const few = await judged(mapper + Array.from({ length: 200 }, (_, i) => cut(i)).join(''))
  expect(few.report.findings.some(({ message }) => message.includes('more pieces than are followed'))).toBe(false)
  const many = await judged(mapper + Array.from({ length: 600 }, (_, i) => cut(i)).join(''))
  expect(many.report.findings.filter(({ message }) => message.includes('more pieces than are followed')).map(({ code }) => code)).toEqual(['requirement-unverifiable'])
})

test('a glob longer than any path is a wrong config', async () => {
  await expect(parseConfig(sourceText('.configmgr-firewall.yml', CONFIG.replace('a.cmd', 'a*'.repeat(40_000))))).rejects.toThrow('is longer than any path')
})

test('a crowd of findings is told in part: every file keeps its share, and the rest is counted', () => {
  const draft = (path: string, line: number): Draft => ({ identity: `${path} ${line}`, message: 'm', remedy: 'r', span: spanAt({ path, line, column: 1, endLine: 1, endColumn: 1 }) })
  const drafts = [...Array.from({ length: 500 }, (_, i) => draft('crowd.reg', i + 1)), draft('small.reg', 1), draft('small.reg', 2), draft('one.reg', 1)]
  expect(bounded(drafts, 'en', 503)).toBe(drafts)
  const kept = bounded(drafts, 'en', 100)
  const count = (path: string): number => kept.filter(({ span }) => span.origin.path === path).length
  expect([count('small.reg'), count('one.reg'), count('crowd.reg')]).toEqual([2, 1, 97 + 1])
  expect(kept.at(-1)).toMatchObject({ message: '403 more findings like this are left out: of each file the first 97 are told.' })
  expect(kept.at(-1)?.identity).not.toBe(bounded(drafts.slice(1), 'en', 100).at(-1)?.identity)
})

test('the line of many findings is read once for its comment', () => {
  let asked = 0
  const lineOf = (): string => { asked++; return `# configmgr-firewall-lint-ignore ${missing.code} -- planned #>` }
  const input = { ignore: [], baseline: undefined, trust: undefined, today: OPTIONS.today, locale: 'en', lineOf, textHas: () => true, whole: true } as const
  const { findings, suppressed } = suppress(Array.from({ length: 1000 }, () => missing), input)
  expect([findings.length, suppressed.length, asked]).toEqual([0, 1000, 1])
  expect(suppressed[0]?.suppressedBy).toMatchObject({ kind: 'inline', reason: 'planned' })
})
