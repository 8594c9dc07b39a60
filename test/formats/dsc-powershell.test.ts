import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { dscPowershell } from '../../src/formats/dsc-powershell.ts'
import { neutralRule, placeOf } from '../../src/model/rules.ts'
import type { PolicyFile } from '../../src/model/types.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

const parse = (text: string): PolicyFile => dscPowershell.parse(sourceText('clients.ps1', text), {})
const neutral = (text: string): Record<string, unknown>[] => parse(text).parts.flatMap(part => part.rules).map(rule => withoutSource(neutralRule(rule)))
const config = (body: string, head = 'Node localhost'): string => `configuration Clients\n{\n  Import-DscResource -ModuleName NetworkingDsc\n  ${head}\n  {\n${body}\n  }\n}\n`

const WAKE_UP = `    Firewall WakeUp
    {
      Name      = 'CM-WakeUp'
      DisplayName = 'CM wake-up'
      Ensure    = 'Present'
      Enabled   = 'True'
      Profile   = ('Domain', 'Private')
      Direction = 'Inbound'
      Protocol  = 'UDP'
      LocalPort = ('25536', '9')
    }`

test('a Firewall resource is a rule, at its own place, with the defaults of New-NetFirewallRule', () => {
  const text = config(WAKE_UP)
  expect(neutral(text)).toEqual([{
    id: 'CM-WakeUp', name: 'CM wake-up', direction: 'inbound', action: 'allow', enabled: true, protocol: 'udp', localPorts: ['25536', '9'], profiles: ['domain', 'private'],
  }])
  const [rule] = parse(text).parts[0]?.rules ?? []
  expect(rule && placeOf(rule.source)).toMatchObject({ line: 6, column: 5, endLine: 16 })
  expect(neutral(config("xFirewall A { Name = 'a'; DisplayName = 'a'; Direction = 'OutBound' }"))[0]).toMatchObject({ direction: 'outbound', enabled: true, protocol: 'any' })
})
test('a configuration on one line is known as one', () => {
  const line = "Configuration C { Import-DscResource -ModuleName NetworkingDsc; Node localhost { Firewall A { Name = 'a'; DisplayName = 'a'; Protocol = 'TCP'; LocalPort = '2701' } } }\n"
  expect(dscPowershell.recognises(sourceText('a.ps1', line))).toBe(true)
  expect(neutral(line)).toMatchObject([{ id: 'a', localPorts: ['2701'] }])
  expect(dscPowershell.recognises(sourceText('a.ps1', line.replace('Firewall A', 'MyFirewall A')))).toBe(false)
})
test('the resource of a predefined rule changes it and says nothing else', () => {
  expect(parse(config("Firewall W { Name = 'WMI-RPCSS-In-TCP'; Enabled = 'True' }")).parts[0]).toMatchObject({ rules: [], changes: [{ kind: 'set', select: { ids: ['WMI-RPCSS-In-TCP'] }, values: { enabled: true } }] })
  expect(neutral(config("Firewall W { Name = 'IIS-WebServerRole-HTTP-In-TCP'; Enabled = 'True' }"))[0]).not.toHaveProperty('direction')
  expect(parse(config("Firewall Old { Name = 'Old'; Ensure = 'Absent' }")).parts[0]?.changes).toMatchObject([{ kind: 'remove', select: { ids: ['Old'] } }])
})
test('profiles and registry values are settings', () => {
  expect(parse(config("FirewallProfile D { Name = 'Domain'; Enabled = 'True'; DefaultInboundAction = 'Block'; AllowInboundRules = 'False' }")).parts[0]?.profiles.domain)
    .toMatchObject({ enabled: { value: true }, defaultInbound: { value: 'block' }, blockAllInbound: { value: true } })
  expect(parse(config(`Registry R { Key = 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules'; ValueName = 'R1'; ValueType = 'String'
    ValueData = 'v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=2701|Name=R|' }`)).parts[0]).toMatchObject({ store: 'group-policy', rules: [{ id: 'R1', name: 'R' }] })
})
test('data of nodes is known where the file shows it', () => {
  const text = `${config(`    foreach ($p in $Node.Ports) { Firewall "P$p" { Name = "CM-$p"; DisplayName = "CM $p"; Protocol = 'TCP'; LocalPort = "$p" } }`, "Node $AllNodes.Where{ $_.Role -eq 'client' }.NodeName")}
$data = @{ AllNodes = @(
  @{ NodeName = '*' }
  @{ NodeName = 'PC1'; Role = 'client'; Ports = 80, 443 }
  @{ NodeName = 'PC2'; Role = 'client'; Ports = 80 }
  @{ NodeName = 'SRV'; Role = 'server'; Ports = 25 }
) }
Clients -ConfigurationData $data -OutputPath C:\\x`
  expect(neutral(text).map(rule => [rule['id'], rule['localPorts'], rule['unmodelled']])).toEqual([['CM-80', ['80'], undefined], ['CM-443', ['443'], ['node=PC1']]])
  expect(neutral(config("Firewall A { Name = 'a'; DisplayName = 'a'; Protocol = 'TCP'; LocalPort = $Node.Port }", 'Node $AllNodes.NodeName'))[0]).toMatchObject({ localPorts: ['$Node.Port'] })
  expect(neutral(`configuration C { param([string[]]$Ports = @('80', '443'))\n Firewall A { Name = 'a'; DisplayName = 'a'; Protocol = 'TCP'; LocalPort = $Ports } }`)[0]).toMatchObject({ localPorts: ['80', '443'] })
})
test('a condition that nothing decides stays with the rule', () => {
  expect(neutral(config("if ($Node.Web) { Firewall A { Name = 'a'; DisplayName = 'a' } }"))[0]).toMatchObject({ unmodelled: ['condition=if ($Node.Web)'] })
})
test('what the resource refuses is malformed, at the value', () => {
  const [problem] = parse(config("Firewall A { Name = 'a'; DisplayName = 'a'; LocalPort = '80' }")).problems
  expect(problem?.code).toBe('rule-malformed')
  expect(problem && placeOf(problem.source)).toMatchObject({ line: 6, column: 57 })
})
test('configurations are known by a configuration and a resource', () => {
  const known = (text: string): boolean => dscPowershell.recognises(sourceText('a.ps1', text))
  expect(known(config(WAKE_UP))).toBe(true)
  expect(known(config("WindowsFeature Web { Name = 'Web-Server' }"))).toBe(false)
  expect(known("New-NetFirewallRule -DisplayName 'configuration of Firewall x {'")).toBe(false)
})
test('hostile input neither throws nor takes long', () => {
  survives(dscPowershell, 'a.ps1', `${config(WAKE_UP, 'Node $AllNodes.NodeName')}Clients -ConfigurationData @{ AllNodes = @(@{ NodeName = 'a' }, @{ NodeName = 'b' }) }`)
  const started = performance.now()
  parse(config('Firewall A {'.repeat(20_000)))
  parse(config("Firewall A { Name = 'a'; DisplayName = 'b' }\n".repeat(5000)))
  expect(performance.now() - started).toBeLessThan(10_000)
})

const CORPUS = '../shared/corpus/dsc'
test(`corpus${existsSync(CORPUS) ? '' : ' (absent: skipped)'}: examples of the modules are read without a problem`, () => {
  for (const path of globSync(`${CORPUS}/**/*.ps1`)) {
    const file = sourceFile(path, readFileSync(path))
    expect([path, dscPowershell.recognises(file)]).toEqual([path, true])
    const { parts, problems } = dscPowershell.parse(file, {})
    expect([path, parts.flatMap(part => part.rules).length, problems]).toEqual([path, 1, []])
  }
})

test('a configuration may be called like a resource, or by what a variable says', () => {
  const body = "  Node localhost {\n    Firewall A { Name = 'A'; DisplayName = 'a'; Protocol = 'TCP'; LocalPort = '80' }\n  }\n"
  expect(neutral(`Configuration Firewall {\n${body}}\nFirewall -OutputPath x`).map(rule => rule['id'])).toEqual(['A'])
  const named = `$name = 'Site'\ntry {\n  Configuration $name\n  {\n${body}  }\n} catch { exit 1 }\n& $name -OutputPath x`
  expect(dscPowershell.recognises(sourceText('site.ps1', named))).toBe(true)
  expect(neutral(named).map(rule => rule['id'])).toEqual(['A'])
})
test('old names of properties and resources are read, and what is not known is told as such', () => {
  expect(neutral(config("    xFirewall Old { Name = 'Old'; DisplayName = 'old'; DisplayGroup = 'G'; Access = 'Block'; State = 'Disabled'; ApplicationPath = 'C:\\a.exe' }"))).toEqual([
    { id: 'Old', name: 'old', group: 'G', direction: 'inbound', action: 'block', enabled: false, protocol: 'any', program: 'C:\\a.exe' },
  ])
  const { parts, problems } = parse(config("    xFirewallProfile D { Name = 'Domain'; Enabled = 'True' }\n    FirewallProfile P { Name = $Node.Profile; Enabled = 'False' }"))
  expect(parts[0]?.profiles.domain?.enabled?.value).toBe(true)
  expect(problems.map(({ code, message }) => [code, message])).toEqual([['requirement-unverifiable', 'FirewallProfile $Node.Profile is a profile that this file does not name.']])
  expect(neutral(config("    Firewall 'On' { Name = 'On'; DisplayName = 'on'; Enabled = $open.ToString() }", 'param([bool]$open = $false)\n  Node localhost'))[0]).toMatchObject({ enabled: false })
  // A list that may be empty names no ports.
  expect(parse(config("    Firewall L { Name = 'L'; DisplayName = 'l'; LocalPort = $Node.Ports }")).problems).toEqual([])
})
