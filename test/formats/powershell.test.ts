import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { powershell } from '../../src/formats/powershell.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import type { PolicyFile, Rule } from '../../src/model/types.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

const parse = (text: string): PolicyFile => powershell.parse(sourceText('clients.ps1', text), {})
const rulesOf = (text: string): readonly Rule[] => parse(text).parts.flatMap(part => part.rules)
const neutral = (text: string): Record<string, unknown>[] => rulesOf(text).map(rule => withoutSource(neutralRule(rule)))
const names = (text: string): string[] => rulesOf(text).map(rule => rule.name)
/** The parts of a rule that limit it, in short. */
const limits = (text: string): (readonly string[])[] => rulesOf(text).map(rule => rule.unmodelled)
const problems = (text: string): string[] => parse(text).problems.map(({ code, source }) => {
  const { line, column, endColumn } = placeOf(source)
  return `${code} ${line}:${column}-${endColumn}`
})
const changes = (text: string): unknown[] => parse(text).parts.flatMap(part => part.changes.map(({ kind, select, values, condition }) => ({ kind, select, values, ...(condition !== undefined && { condition }) })))
const allowed = { id: null, direction: 'inbound', action: 'allow', enabled: true }

test('a rule says what it says, and the rest is what New-NetFirewallRule fills in', () => {
  expect(neutral("New-NetFirewallRule -DisplayName 'any'")).toEqual([{ ...allowed, name: 'any', protocol: 'any' }])
  expect(neutral(`New-NetFirewallRule -Name CM-RC -DisplayName 'CM remote control' -Group 'Configuration Manager' -Direction Outbound -Action Block -Enabled False -Profile Domain,Private
    -Protocol TCP`.replace('\n', ' ') + " -LocalPort 2701,5000-5010 -RemotePort 80 -LocalAddress 192.0.2.1 -RemoteAddress 10.0.0.0/8,10.1.0.1-10.1.0.9,LocalSubnet -Program '%SystemRoot%\\a.exe' -Service x -InterfaceType Wired")).toEqual([{
    id: 'CM-RC', name: 'CM remote control', group: 'Configuration Manager', direction: 'outbound', action: 'block', enabled: false, protocol: 'tcp', localPorts: ['2701', '5000-5010'], remotePorts: ['80'],
    profiles: ['domain', 'private'], localAddresses: ['192.0.2.1'], remoteAddresses: ['10.0.0.0/8', '10.1.0.1-10.1.0.9', 'local-subnet'], program: '%SystemRoot%\\a.exe', service: 'x', interfaceTypes: ['lan'],
  }])
})
test('keywords, ICMP types, numbers and platforms are those of the cmdlet', () => {
  expect(neutral('New-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort RPC,RPCEPMap')[0]).toMatchObject({ localPorts: ['rpc', 'rpc-epmap'] })
  expect(neutral('New-NetFirewallRule -DisplayName a -Protocol UDP -LocalPort Teredo -RemoteAddress LocalSubnet4,DefaultGateway,Intranet')[0])
    .toMatchObject({ localPorts: ['teredo'], remoteAddresses: ['local-subnet4', 'default-gateway', 'intranet'] })
  expect(neutral("New-NetFirewallRule -DisplayName a -Protocol ICMPv4 -IcmpType 8,'3:4'")[0]).toMatchObject({ protocol: 'icmpv4', icmp: ['8:*', '3:4'] })
  expect(neutral('New-NetFirewallRule -DisplayName a -Protocol 47')[0]).toMatchObject({ protocol: '47' })
  expect(neutral("New-NetFirewallRule -DisplayName a -Platform '6.1','10.0+'")[0]).toMatchObject({ platforms: ['2:6:1', '2:10:0+'] })
  expect(neutral('New-NetFirewallRule -DisplayName a -Enabled $false; New-NetFirewallRule -DisplayName b -Enabled:$true; New-NetFirewallRule -DisplayName c -Enabled 1').map(rule => rule['enabled'])).toEqual([false, true, true])
})
test('parameters and words may be shortened while they fit one name only', () => {
  expect(neutral('New-NetFirewallRule -Disp a -Dir Out -Act B -Prot tcp -LocalP 80 -Prof Dom')[0]).toMatchObject({ direction: 'outbound', action: 'block', protocol: 'tcp', localPorts: ['80'], profiles: ['domain'] })
  expect(problems('New-NetFirewallRule -DisplayName a -P TCP')).toEqual(['rule-malformed 1:36-42'])
  expect(problems('New-NetFirewallRule -DisplayName a -Port 80')).toEqual(['rule-malformed 1:36-44'])
})
test('what the cmdlet refuses is malformed, at the argument', () => {
  expect(problems('New-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort "80,443"')).toEqual(['rule-malformed 1:61-69'])
  expect(problems('New-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort RPC-EPMap')).toEqual(['rule-malformed 1:61-70'])
  expect(problems('New-NetFirewallRule -DisplayName a -LocalPort 80')).toEqual(['rule-malformed 1:47-49'])
  expect(problems('New-NetFirewallRule -DisplayName a -Protocol UDP -LocalPort RPC')).toEqual(['rule-malformed 1:61-64'])
  expect(problems('New-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort RPC -Direction Outbound')).toEqual(['rule-malformed 1:61-64'])
  expect(problems('New-NetFirewallRule -DisplayName a -Protocol ICMP')).toEqual(['rule-malformed 1:46-50'])
  expect(problems('New-NetFirewallRule -DisplayName a -RemoteAddress 10.0.0.300')).toEqual(['rule-malformed 1:51-61'])
  expect(problems('New-NetFirewallRule -DisplayName a -Direction In,Out')).toEqual(['rule-malformed 1:47-53'])
  expect(problems('New-NetFirewallRule -Protocol TCP')).toEqual(['rule-malformed 1:1-20'])
  expect(problems('New-NetFirewallRule -DisplayName a Inbound')).toEqual(['rule-malformed 1:36-43'])
  for (const rule of rulesOf('New-NetFirewallRule -DisplayName a -LocalPort 80; New-NetFirewallRule -DisplayName a -P TCP')) expect(rule.malformed).toBeDefined()
})
test('near twins of the mistakes are fine', () => {
  expect(problems(`New-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort "80","443"
New-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort RPCEPMap
New-NetFirewallRule -DisplayName a -LocalPort Any
New-NetFirewallRule -DisplayName a -Protocol ICMPv6 -IcmpType 128
New-NetFirewallRule -DisplayName a -Profile "Domain, Private"`)).toEqual([])
})
test('the place of a rule is its command, the place of a part its value', () => {
  const text = "# x\r\nNew-NetFirewallRule -DisplayName 'a' `\r\n  -Protocol TCP -LocalPort 80"
  const [rule] = rulesOf(text) as [Rule]
  expect(placeOf(rule.source)).toMatchObject({ line: 2, column: 1, endLine: 3, endColumn: 30 })
  expect(placeOf(partOf(rule, 'localPorts'))).toMatchObject({ line: 3, column: 28, endColumn: 30 })
  const [splatted] = rulesOf('$p = @{\n  DisplayName = "b"\n  Direction = "Outbound"\n}\nNew-NetFirewallRule @p') as [Rule]
  expect(placeOf(splatted.source)).toMatchObject({ line: 5, column: 1 })
  expect(placeOf(partOf(splatted, 'direction'))).toMatchObject({ line: 3 })
})
test('what the file does not decide is unknown, with a place, and never a guess', () => {
  const text = 'New-NetFirewallRule -DisplayName "a $x" -Direction $d -Action $a -Enabled $e -Protocol $p -LocalPort 80,$l -RemoteAddress $r -Profile $q -Program $f'
  expect(neutral(text)).toEqual([{ id: null, name: 'a $x', localPorts: ['80', '$l'], remoteAddresses: ['$r'], unmodelled: ['Profile=$q', 'Program=$f'] }])
  expect(new Set(parse(text).problems.map(problem => problem.code))).toEqual(new Set(['requirement-unverifiable']))
  expect(problems('New-NetFirewallRule -DisplayName a @more')).toEqual(['requirement-unverifiable 1:36-41'])
  expect(neutral('New-NetFirewallRule -DisplayName a @more')).toEqual([{ id: null, name: 'a', unmodelled: ['parameters=@more'] }])
})
test('IPsec, users and packages narrow a rule; authenticated bypass is one', () => {
  expect(rulesOf('New-NetFirewallRule -DisplayName a -Authentication Required')[0]).toMatchObject({ ipsec: true, unmodelled: ['Authentication=Required'] })
  expect(rulesOf("New-NetFirewallRule -DisplayName a -Authentication Required -OverrideBlockRules True -RemoteMachine 'D:(A;;CC;;;S-1-5-11)'")[0]).toMatchObject({ action: 'bypass', ipsec: true })
  expect(problems('New-NetFirewallRule -DisplayName a -OverrideBlockRules True')).toEqual(['rule-malformed 1:56-60'])
  expect(problems("New-NetFirewallRule -DisplayName a -RemoteUser 'D:(A;;CC;;;S-1-5-11)'")).toEqual(['rule-malformed 1:48-70'])
  expect(limits("New-NetFirewallRule -DisplayName a -Package S-1-15-2-1 -InterfaceAlias 'Ethernet*' -LocalUser Any -DynamicTarget Any")).toEqual([['Package=S-1-15-2-1', 'InterfaceAlias=Ethernet*']])
})

test('a script makes what is not there yet: asking first is no condition', () => {
  for (const head of [
    'if (-not (Get-NetFirewallRule -Name x -ErrorAction SilentlyContinue)) { MAKE }', 'if ((Get-NetFirewallRule -Name x -EA 0) -eq $null) { MAKE }', 'if ($null -eq (Get-NetFirewallRule -Name x)) { MAKE }',
    '$r = Get-NetFirewallRule -DisplayName x; if (!$r) { MAKE }', 'if (Get-NetFirewallRule -Name x) { Write-Host "is there" } else { MAKE }', 'if (@(Get-NetFirewallRule -Name x).Count -eq 0) { MAKE }',
    'if (!(Get-NetFirewallRule | where {$_.Name -eq "x"})) { MAKE }', "if ((Get-NetFirewallRule).DisplayName -notcontains 'x') { MAKE }", 'try { MAKE } catch { Write-Error $_ }',
    'try { Get-NetFirewallRule -Name x -ErrorAction Stop } catch { MAKE }', 'if (Get-NetFirewallRule -Name x) { Set-NetFirewallRule -Name x -Enabled True } else { MAKE }',
    'if (Get-Command New-NetFirewallRule -EA 0) { MAKE } else { netsh advfirewall firewall add rule name=y dir=in action=allow }',
  ]) expect([head, limits(head.replace('MAKE', 'New-NetFirewallRule -DisplayName x'))]).toEqual([head, [[]]])
  expect(limits('if (Test-Path C:\\x) { New-NetFirewallRule -DisplayName x }')).toEqual([['condition=if (Test-Path C:\\x)']])
  expect(limits('if ((Get-NetFirewallRule -Name x).Enabled -eq "False") { New-NetFirewallRule -DisplayName y }')).toEqual([['condition=if ((Get-NetFirewallRule -Name x).Enabled -eq "False")']])
})
test('what the script made itself is there when it asks again', () => {
  expect(names('New-NetFirewallRule -Name x -DisplayName one\nif (!(Get-NetFirewallRule -Name x)) { New-NetFirewallRule -Name x -DisplayName two }')).toEqual(['one'])
  expect(names('Remove-NetFirewallRule -Name x -EA 0\nNew-NetFirewallRule -Name x -DisplayName one')).toEqual(['one'])
  const twice = 'New-NetFirewallRule -Name x -DisplayName one\nNew-NetFirewallRule -Name x -DisplayName two'
  expect(rulesOf(twice).map(rule => rule.malformed !== undefined)).toEqual([false, true])
  expect(problems(twice)).toEqual(['rule-malformed 2:27-28'])
  expect(problems('New-NetFirewallRule -Name x -DisplayName one\nNew-NetFirewallRule -Name x -DisplayName one')).toEqual([]) // a duplicate is told as one
})
test('later commands act on earlier rules, and are kept for what stands elsewhere', () => {
  expect(neutral('New-NetFirewallRule -DisplayName a -Name A\nSet-NetFirewallRule -Name a -LocalPort 80 -Protocol TCP -NewDisplayName b')[0]).toMatchObject({ id: 'A', name: 'b', localPorts: ['80'] })
  expect(neutral('New-NetFirewallRule -DisplayName a\nNew-NetFirewallRule -DisplayName ab\nDisable-NetFirewallRule -DisplayName a*').map(rule => rule['enabled'])).toEqual([false, false])
  expect(names('New-NetFirewallRule -DisplayName a\nNew-NetFirewallRule -DisplayName b\nRemove-NetFirewallRule -DisplayName a')).toEqual(['b'])
  expect(names('New-NetFirewallRule -DisplayName a\nRemove-NetFirewallRule\nNew-NetFirewallRule -DisplayName b')).toEqual(['b'])
  expect(changes('Remove-NetFirewallRule')).toEqual([{ kind: 'reset', select: {}, values: {} }])
  expect(changes("Enable-NetFirewallRule -DisplayGroup 'Remote Desktop','@FirewallAPI.dll,-28502'")).toEqual([{ kind: 'set', select: { groups: ['Remote Desktop', '@FirewallAPI.dll,-28502'] }, values: { enabled: true } }])
  expect(changes('Disable-NetFirewallRule -Direction Inbound')).toEqual([{ kind: 'set', select: { direction: 'inbound' }, values: { enabled: false } }])
  expect(changes('if ($a) { Enable-NetFirewallRule -Name x }')).toEqual([{ kind: 'set', select: { ids: ['x'] }, values: { enabled: true }, condition: 'if ($a)' }])
  expect(rulesOf('New-NetFirewallRule -DisplayName a\nif ($x) { Disable-NetFirewallRule -DisplayName a }')[0]).toMatchObject({ enabled: 'unknown' })
  expect(rulesOf('New-NetFirewallRule -DisplayName a\nif ($x) { Remove-NetFirewallRule -DisplayName a }')[0]).toMatchObject({ unmodelled: ['condition=if ($x)'] })
  expect(changes('Set-NetFirewallRule -Name x -LocalPort RPC-EPMap')).toEqual([])
})
test('rules go through a pipe into Set, Enable and Remove', () => {
  expect(changes('Get-NetFirewallRule -DisplayGroup g | Enable-NetFirewallRule')).toEqual([{ kind: 'set', select: { groups: ['g'] }, values: { enabled: true } }])
  expect(changes("Get-NetFirewallRule | Where-Object { $_.DisplayName -like 'CM*' -and $_.Direction -eq 'Inbound' } | Remove-NetFirewallRule")).toEqual([{ kind: 'remove', select: { names: ['CM*'], direction: 'inbound' }, values: {} }])
  expect(changes('Get-NetFirewallRule | ? Name -eq x | Disable-NetFirewallRule')).toEqual([{ kind: 'set', select: { ids: ['x'] }, values: { enabled: false } }])
  expect(changes('Get-NetFirewallRule | ? { $_.Owner } | Disable-NetFirewallRule')).toEqual([{ kind: 'set', select: {}, values: { enabled: false }, condition: '? { $_.Owner }' }])
  expect(changes('foreach ($r in Get-NetFirewallRule -Group g) { Enable-NetFirewallRule -Name $r.Name }')).toEqual([{ kind: 'set', select: { groups: ['g'] }, values: { enabled: true } }])
  expect(changes("$r = Get-NetFirewallRule -Name x; $r.Enabled = 'False'; $r | Set-NetFirewallRule")).toEqual([{ kind: 'set', select: { ids: ['x'] }, values: { enabled: false } }])
  expect(neutral('New-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort 80\nGet-NetFirewallRule -DisplayName a | Get-NetFirewallPortFilter | Set-NetFirewallPortFilter -LocalPort 8530')[0]).toMatchObject({ localPorts: ['8530'] })
  expect(changes('$x | Enable-NetFirewallRule')).toEqual([{ kind: 'set', select: {}, values: { enabled: true }, condition: 'rules from $x' }])
})
test('what only pretends, or happens elsewhere, does not count as done here', () => {
  expect(parse('New-NetFirewallRule -DisplayName a -WhatIf; Remove-NetFirewallRule -WhatIf').parts).toEqual([])
  expect(limits('New-NetFirewallRule -DisplayName a -CimSession srv1; Invoke-Command -ComputerName srv2 { New-NetFirewallRule -DisplayName b }')).toEqual([['computer=srv1'], ['computer=srv2']])
  expect(parse("# New-NetFirewallRule -DisplayName a\n$x = 'New-NetFirewallRule -DisplayName b'").parts).toEqual([])
})
test('each policy store is a part of its own', () => {
  const { parts } = parse(`New-NetFirewallRule -DisplayName l -PolicyStore PersistentStore
New-NetFirewallRule -DisplayName g -PolicyStore 'contoso.com\\Clients of \\ today'
$s = Open-NetGPO -PolicyStore contoso.com\\Servers
New-NetFirewallRule -DisplayName s -GPOSession $s
Save-NetGPO -GPOSession $s`)
  expect(parts.map(({ store, gpo, rules }) => [store, gpo, rules.map(rule => rule.name)])).toEqual([
    ['local', undefined, ['l']], ['group-policy', 'contoso.com\\Clients of \\ today', ['g']], ['group-policy', 'contoso.com\\Servers', ['s']],
  ])
  expect(problems('New-NetFirewallRule -DisplayName a -PolicyStore ActiveStore')).toEqual(['rule-malformed 1:49-60'])
  expect(limits('New-NetFirewallRule -DisplayName a -PolicyStore $gpo')).toEqual([['PolicyStore=$gpo']])
  expect(limits('$s = Open-NetGPO contoso.com\\x; New-NetFirewallRule -DisplayName s -GPOSession $s')).toEqual([]) // nothing is stored before Save-NetGPO
})
test('profile settings keep their place and their condition', () => {
  const [part] = parse('Set-NetFirewallProfile -Profile Domain,Public -Enabled True -DefaultInboundAction Block -DefaultOutboundAction Allow -AllowInboundRules False -AllowLocalFirewallRules $false').parts
  expect(Object.keys(part?.profiles ?? {})).toEqual(['domain', 'public'])
  expect(part?.profiles.domain).toMatchObject({
    enabled: { value: true }, defaultInbound: { value: 'block' }, defaultOutbound: { value: 'allow' }, blockAllInbound: { value: true }, allowLocalRules: { value: false },
  })
  const source = part?.profiles.domain?.enabled?.source
  expect(source && placeOf(source)).toMatchObject({ column: 56, endColumn: 60 })
  const all = parse('Set-NetFirewallProfile -Enabled False; Set-NetFirewallProfile Domain -Enabled NotConfigured; if ($x) { Set-NetFirewallProfile -All -DefaultInboundAction Allow }').parts[0]?.profiles
  expect([all?.domain?.enabled, all?.public?.enabled?.value, all?.private?.defaultInbound?.condition]).toEqual([undefined, false, 'if ($x)'])
  expect(problems('Set-NetFirewallProfile -Name Standard -Enabled True')).toEqual(['rule-malformed 1:30-38'])
  expect(problems('Set-NetFirewallProfile -Enabled $x')).toEqual(['requirement-unverifiable 1:33-35'])
})
test('netsh, reg and the registry cmdlets stand between the cmdlets', () => {
  expect(names(`$port = 80
netsh advfirewall firewall add rule name="N $port" dir=in action=allow protocol=tcp localport=$port,443
& netsh.exe advfirewall firewall add rule name=amp dir=in action=allow
cmd /c "netsh advfirewall firewall add rule name=cmd dir=in action=allow"
Start-Process netsh -ArgumentList 'advfirewall firewall add rule name="sp" dir=in action=allow' -Wait
Start-Process -FilePath netsh.exe -ArgumentList @('advfirewall', 'firewall', 'add', 'rule', 'name=list', 'dir=in', 'action=allow')
netsh --% advfirewall firewall add rule name=raw dir=in action=allow
netsh advfirewall firewall delete rule name=amp
Remove-NetFirewallRule -DisplayName raw`)).toEqual(['N 80', 'cmd', 'sp', 'list'])
  expect(neutral('netsh advfirewall firewall add rule name=a dir=in action=allow protocol=tcp localport=80,443')[0]).toMatchObject({ localPorts: ['80', '443'] })
  expect(neutral('netsh advfirewall firewall add rule name=a dir=in action=allow protocol=tcp localport=$p')[0]).toMatchObject({ localPorts: ['$p'] })
  expect(limits('if ($x) { netsh advfirewall firewall add rule name=a dir=in action=allow }')).toEqual([['condition=if ($x)']])
  const rule = 'v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=2701|Name=R|'
  const key = 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall'
  for (const text of [
    `Set-ItemProperty -Path 'HKLM:\\${key}\\FirewallRules' -Name R1 -Value '${rule}'`, `New-ItemProperty HKLM:\\${key}\\FirewallRules R1 -PropertyType String -Value "${rule}" -Force`,
    `reg add "HKLM\\${key}\\FirewallRules" /v R1 /t REG_SZ /d "${rule}" /f`, `Set-ItemProperty -Path Registry::HKEY_LOCAL_MACHINE\\${key}\\FirewallRules -Name R1 -Value '${rule}'`,
  ]) expect(neutral(text)).toEqual([{ ...allowed, id: 'R1', name: 'R', protocol: 'tcp', localPorts: ['2701'] }])
  expect(parse(`Set-ItemProperty 'HKLM:\\${key}\\DomainProfile' EnableFirewall 0`).parts[0]).toMatchObject({ store: 'group-policy', profiles: { domain: { enabled: { value: false } } } })
})
test('the COM interface has defaults of its own', () => {
  const com = (more: string): string => `$p = New-Object -ComObject HNetCfg.FwPolicy2\n$r = New-Object -ComObject HNetCfg.FWRule\n$r.Name = 'com'; $r.Protocol = 6; $r.LocalPorts = '80,443'; ${more}\n$p.Rules.Add($r)`
  expect(neutral(com('$r.Enabled = $true; $r.Action = 1; $r.Direction = 1; $r.Profiles = 1'))).toEqual([{ ...allowed, name: 'com', protocol: 'tcp', localPorts: ['80', '443'], profiles: ['domain'] }])
  expect(neutral(com(''))[0]).toMatchObject({ enabled: false })
})

test('a rule written is the rule read', () => {
  const text = `New-NetFirewallRule -Name 'id-1' -DisplayName 'it''s \u2019\u2019 "x" $y' -Group g -Direction Outbound -Action Block -Enabled False -Profile Domain,Public -Protocol UDP -LocalPort 9,5000-5010,Teredo -RemoteAddress LocalSubnet4,2001:db8::/32
New-NetFirewallRule -DisplayName b -Protocol ICMPv4 -IcmpType 8,3:4 -Program '%SystemRoot%\\x y.exe' -Service '*' -InterfaceType Wireless -Platform '10.0+'
New-NetFirewallRule -DisplayName c -Authentication Required -OverrideBlockRules True -RemoteMachine 'D:(A;;CC;;;S-1-5-11)'`.replace(',Teredo', '')
  const rules = rulesOf(text)
  const line = (rule: Rule): string => powershell.ruleWriter?.()?.rule(rule) ?? ''
  expect(rules.map(rule => line(rule).split('\n').length)).toEqual([1, 1, 1])
  expect(rulesOf(rules.map(line).join('\n')).map(rule => ({ ...withoutSource(neutralRule(rule)), id: null }))).toEqual(rules.map(rule => ({ ...withoutSource(neutralRule(rule)), id: null })))
  expect(line(rules[1] as Rule)).toBe("New-NetFirewallRule -Name 'b' -DisplayName 'b' -Direction Inbound -Action Allow -Protocol ICMPv4 -IcmpType 8,'3:4' -Program '%SystemRoot%\\x y.exe' -Service '*' -InterfaceType Wireless -Platform '10.0+'")
})
test('a script leaves out what the cmdlet cannot say, and never uses an id twice', () => {
  const text = powershell.write?.(rulesOf('New-NetFirewallRule -DisplayName a\nNew-NetFirewallRule -DisplayName a -Protocol TCP\nif ($x) { New-NetFirewallRule -DisplayName "c`n; evil" }')) as string
  expect(text.split('\n').slice(3)).toEqual([
    "New-NetFirewallRule -Name 'a' -DisplayName 'a' -Direction Inbound -Action Allow -Protocol Any",
    "New-NetFirewallRule -Name 'a (2)' -DisplayName 'a' -Direction Inbound -Action Allow -Protocol TCP",
    '# Not written, New-NetFirewallRule cannot say all of it: c ; evil (condition=if ($x))', '',
  ])
})

test('scripts are known by their commands', () => {
  const known = (name: string, text: string): boolean => powershell.recognises(sourceText(name, text))
  expect(known('a.ps1', 'New-NetFirewallRule -DisplayName a')).toBe(true)
  expect(known('a.psm1', 'netsh advfirewall reset')).toBe(true)
  expect(known('a.ps1', 'Get-NetFirewallRule | Export-Csv x.csv')).toBe(false)
  expect(known('a.ps1', "Write-Host 'firewall'")).toBe(false)
  expect(known('a.md', 'New-NetFirewallRule -DisplayName a')).toBe(false)
  expect(known('a.txt', 'New-NetFirewallRule -DisplayName a')).toBe(true)
})
test('a script that PowerShell refuses is told as one', () => {
  expect(problems("New-NetFirewallRule -DisplayName 'a")).toContain('file-unreadable 1:34-35')
  expect(problems('if ($true) {\n New-NetFirewallRule -DisplayName a')).toEqual(['file-unreadable 1:12-13'])
})
test('hostile input neither throws nor takes long', () => {
  survives(powershell, 'a.ps1', `function f($p) { foreach ($x in @(80, 443)) { New-NetFirewallRule -DisplayName "a $x $($p)" -LocalPort $x -Protocol TCP } }
f 'b'; $h = @{ Direction = 'In'; 'Profile' = "Domain" }; New-NetFirewallRule @h -DisplayName \`
  c; if (-not (Get-NetFirewallRule -Name x)) { netsh advfirewall firewall add rule name="x y" dir=in action=allow }
switch ($z) { 'a' { Set-NetFirewallProfile -All -Enabled False } default { } } <# x #> $y = @"
$h.a
"@`)
  const started = performance.now()
  parse(`New-NetFirewallRule -DisplayName ${'a,'.repeat(100_000)}`)
  parse('Remove-NetFirewallRule -DisplayName a*; New-NetFirewallRule -DisplayName b;'.repeat(3000))
  parse('Set-NetFirewallRule -Name a -LocalPort 1; New-NetFirewallRule -Name a -DisplayName b;'.repeat(3000))
  expect(performance.now() - started).toBeLessThan(20_000)
})

const CORPUS = '../shared/corpus'
test(`corpus${existsSync(CORPUS) ? '' : ' (absent: skipped)'}: scripts of others give the rules that a second program counted`, () => {
  if (!existsSync(CORPUS)) return
  interface Counted { kind: string; rules: { id: string; name: string; protocol: string; localPorts: string[] }[] }
  const { files } = JSON.parse(readFileSync(`${CORPUS}/expected.json`, 'utf8')) as { files: Record<string, Counted> }
  const scripts = Object.entries(files).filter(([, file]) => file.kind === 'ps1-netfw')
  expect(scripts.length).toBeGreaterThan(0)
  for (const [path, file] of scripts) {
    const { parts, problems: told } = powershell.parse(sourceFile(path, readFileSync(`${CORPUS}/${path}`)), {})
    expect(told).toEqual([])
    expect(parts.flatMap(part => part.rules).map(rule => [rule.id, rule.name, neutralRule(rule)['protocol'], neutralRule(rule)['localPorts'], rule.unmodelled]))
      .toEqual(file.rules.map(rule => [rule.id, rule.name, rule.protocol.toLowerCase(), rule.localPorts, []]))
  }
})
test(`cases${existsSync('../shared/cases') ? '' : ' (absent: skipped)'}: only the script with a wrong keyword has a problem`, () => {
  for (const path of globSync('../shared/cases/*/repo/**/*.ps1')) {
    const found = powershell.parse(sourceFile(path, readFileSync(path)), {}).problems
    expect([path, found.map(problem => problem.code)]).toEqual([path, path.includes('m121-cmdlet') ? ['rule-malformed'] : []])
  }
})

test('what a loop, a switch or a try gives is the value of the variable that takes it', () => {
  const port = (text: string): unknown => neutral(`${text}\nNew-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort $p`)[0]?.['localPorts']
  expect(port("$p = switch ('mp') { 'mp' { 443 } default { 80 } }")).toEqual(['443'])
  expect(port('$p = for ($i = 1; $i -le 2; $i++) { 8529 + $i }')).toEqual(['8530', '8531'])
  expect(port('$p = try { 2701 } catch { 0 }')).toEqual(['2701'])
  // Nobody knows which: never "any port".
  for (const text of ['switch ($env:SITE) { a { 443 } b { 80 } }', 'foreach ($x in (Get-Content ports.txt)) { $x }', 'while ($env:X) { 80 }']) {
    expect(port(`$p = ${text}`)).toEqual([text])
  }
})
test('a parameter that a call leaves out is empty, one that PowerShell asks for is not known', () => {
  const head = `function Open-It { param([Parameter(Mandatory)][string]$Name, [Parameter(Mandatory = $true)]$Port, [string]$From, [string[]]$On)
  $rule = @{ DisplayName = $Name; Protocol = 'TCP'; LocalPort = $Port }
  if ($From) { $rule.RemoteAddress = $From }
  if ($PSBoundParameters.ContainsKey('On')) { $rule.Profile = $On }
  New-NetFirewallRule @rule }\n`
  expect(neutral(`${head}Open-It -Name a -Port 80\nOpen-It b 443 -From 192.0.2.0/24 -On Domain`)).toEqual([
    { ...allowed, name: 'a', protocol: 'tcp', localPorts: ['80'] },
    { ...allowed, name: 'b', protocol: 'tcp', localPorts: ['443'], remoteAddresses: ['192.0.2.0/24'], profiles: ['domain'] },
  ])
  expect(neutral(`${head}Open-It -Name c`)[0]).toMatchObject({ localPorts: ['$port'] })
  expect(neutral(head)[0]).toMatchObject({ remoteAddresses: ['$rule.RemoteAddress'] })
})
test('properties of what comes through the pipe fill the parameters of their names', () => {
  expect(neutral(`function Open-It { param([Parameter(ValueFromPipelineByPropertyName)]$Name, [Parameter(ValueFromPipelineByPropertyName = $true)]$Port, [Parameter(ValueFromPipelineByPropertyName)]$Kind = 'UDP')
  process { New-NetFirewallRule -DisplayName $Name -Protocol $Kind -LocalPort $Port } }
"Name,Port\`na,9\`nb,25536" | ConvertFrom-Csv | Open-It`)).toEqual([
    { ...allowed, name: 'a', protocol: 'udp', localPorts: ['9'] }, { ...allowed, name: 'b', protocol: 'udp', localPorts: ['25536'] },
  ])
})
test('a function that another one calls is followed from there, and a method of a class is no less than a function', () => {
  const text = `function Add-It($port) { New-NetFirewallRule -DisplayName "p$port" -Protocol TCP -LocalPort $port }
function Main { foreach ($port in 80, 443) { Add-It $port } }
class Opener : Base {
  [string[]] $Role = @('a')
  Opener([string] $x) : base($x) { }
  [void] Set() { New-NetFirewallRule -DisplayName set -Protocol TCP -LocalPort 2701 }
}`
  expect(rulesOf(text).map(({ name, unmodelled }) => [name, ...unmodelled])).toEqual([
    ['p80', 'condition=function main is called'], ['p443', 'condition=function main is called'], ['set', 'condition=method opener.set is called'],
  ])
  expect(problems(text)).toEqual([])
})
test('a variable of the script is seen by all, a step may stand behind a blank, and types can be asked for', () => {
  expect(neutral(`function Init { $script:ports = 8530, 8531 }
Init
for ($i = 0; $i -lt 2; $i ++) { New-NetFirewallRule -DisplayName "r$i" -Protocol TCP -LocalPort $ports[$i] }
foreach ($x in @(80, 443), 2701) { if ($x -is [array]) { New-NetFirewallRule -DisplayName list -Protocol TCP -LocalPort $x } else { New-NetFirewallRule -DisplayName one -Protocol TCP -LocalPort $x } }`)
    .map(rule => [rule['name'], rule['localPorts']])).toEqual([['r0', ['8530']], ['r1', ['8531']], ['list', ['80', '443']], ['one', ['2701']]])
})
test('methods of texts and names of enumerations decide what they can', () => {
  expect(names("$x = 'none'; if ($x.Equals('none')) { New-NetFirewallRule -DisplayName yes } else { New-NetFirewallRule -DisplayName no }")).toEqual(['yes'])
  expect(neutral("New-NetFirewallRule -DisplayName ' a;'.Trim().TrimEnd(';') -Protocol TCP -LocalPort '/8530/'.Substring(1, 4)")).toEqual([{ ...allowed, name: 'a', protocol: 'tcp', localPorts: ['8530'] }])
  expect(neutral('$block = [Microsoft.PowerShell.Cmdletization.GeneratedTypes.NetSecurity.Action]::Block\nNew-NetFirewallRule -DisplayName a -Action $block')[0]).toMatchObject({ action: 'block' })
})
test('a GPO whose name is known in part is a GPO', () => {
  for (const store of ['"$env:USERDNSDOMAIN\\CM clients"', "('{0}\\{1}' -f $gpo.DomainName, $gpo.DisplayName)", "($domain + '\\' + $name)"]) {
    const [part, more] = parse(`New-NetFirewallRule -DisplayName a -PolicyStore ${store}`).parts
    expect([part?.store, part?.rules[0]?.unmodelled, more]).toEqual(['group-policy', [], undefined])
    expect(parse(`[string] $s = Open-NetGPO -PolicyStore ${store}\nNew-NetFirewallRule -DisplayName a -GPOSession $s\nSave-NetGPO -GPOSession $s`).parts.map(p => p.store)).toEqual(['group-policy'])
  }
  expect(parse('New-NetFirewallRule -DisplayName a -PolicyStore (Get-Content C:\\store.txt)').parts[0]?.store).toBe('local')
  expect(limits('New-GPO x | ForEach-Object { New-NetFirewallRule -DisplayName a -PolicyStore "$d\\$($_.DisplayName)" }')).toEqual([[]])
})
test('quotes that an argument of netsh still holds are not part of it', () => {
  expect(neutral(`& netsh.exe 'advfirewall' 'firewall' 'add' 'rule' 'name="Block it"' 'dir=in' 'service="RemoteRegistry"' 'action=block'
netsh advfirewall firewall add rule name=\`"Two words\`" dir=in action=allow
cmd /c 'netsh advfirewall firewall add rule name="By cmd" dir=in action=allow'
Invoke-Expression "netsh advfirewall firewall add rule name=\`"By text\`" dir=in action=allow"`)).toEqual([
    { ...allowed, name: 'Block it', action: 'block', protocol: 'any', service: 'RemoteRegistry' },
    ...['Two words', 'By cmd', 'By text'].map(name => ({ ...allowed, name, protocol: 'any' })),
  ])
  expect(names('netsh advfirewall firewall add rule name="To $server" dir=out action=allow')).toEqual(['To $server'])
})
test('the COM policy sets profiles, switches groups and goes back to the defaults', () => {
  const { parts, problems: told } = parse(`New-NetFirewallRule -DisplayName gone
$p = New-Object -ComObject HNetCfg.FwPolicy2
$p.RestoreLocalFirewallDefaults()
$p.FirewallEnabled(1) = $true
$p.DefaultInboundAction(4) = 0
$p.EnableRuleGroup(7, 'Remote Desktop', $true)
(New-Object -ComObject HNetCfg.FwMgr).LocalPolicy.CurrentProfile.FirewallEnabled = $false`)
  expect(parts[0]?.rules).toEqual([])
  expect([parts[0]?.profiles.domain?.enabled?.value, parts[0]?.profiles.public?.defaultInbound?.value]).toEqual([true, 'block'])
  expect(parts[0]?.changes.map(({ kind, select, values }) => [kind, select, values])).toEqual([['reset', {}, {}], ['set', { groups: ['Remote Desktop'] }, { enabled: true }]])
  expect(told.map(({ message }) => message)).toEqual(['This changes the firewall by HNetCfg.FwMgr, the interface of Windows XP, which is not followed.'])
})
test('a text that is known is followed like the script, at its place', () => {
  const text = `$ports = 80, 443 -join ','
iex "Remove-NetFirewallRule -DisplayName old; New-NetFirewallRule -DisplayName new -Protocol TCP -LocalPort $ports"
powershell.exe -NoProfile -Command "New-NetFirewallRule -DisplayName shell -Protocol TCP -LocalPort 2701"
$again = 'iex $again'
iex $again`
  expect(rulesOf(text).map(rule => [rule.name, placeOf(rule.source).line])).toEqual([['new', 2], ['shell', 3]])
  expect(neutral(text)[0]).toMatchObject({ localPorts: ['80', '443'] })
  expect(problems('if ($env:X) { $c = "New-NetFirewallRule -DisplayName a" }\niex $c\niex (New-Object Net.WebClient).DownloadString("https://contoso.com/a.ps1")')).toEqual(['requirement-unverifiable 2:1-7'])
})
test('filters run for each thing, and lists are cut as they are told', () => {
  expect(names('filter Open-It { New-NetFirewallRule -DisplayName "f$_" }\n1, 2 | Open-It')).toEqual(['f1', 'f2'])
  expect(names("'head', 'a', 'b' | Select-Object -Skip 1 | ForEach-Object { New-NetFirewallRule -DisplayName $_ }\n'a', 'b' | Select-Object -Last 1 | ForEach-Object { New-NetFirewallRule -DisplayName \"last $_\" }")).toEqual(['a', 'b', 'last b'])
  expect(names('"Name,Port`na,9`nb,8530" | ConvertFrom-Csv | Where-Object Port -eq 8530 | ForEach-Object { New-NetFirewallRule -DisplayName $_.Name }')).toEqual(['b'])
  expect(names('foreach ($x in $null) { New-NetFirewallRule -DisplayName never }')).toEqual([])
  expect(neutral("$doc = [xml]'<a p=\"1\"/>'\nNew-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort $doc.a.p")[0]).toMatchObject({ localPorts: ['$doc.a.p'] })
  expect(limits('$found = netsh advfirewall firewall show rule name=a | Select-String "Rule Name"\nif (-not $found) { New-NetFirewallRule -DisplayName a }')).toEqual([[]])
})
test('a rule that netsh is asked for is not there yet', () => {
  const make = 'New-NetFirewallRule -DisplayName a'
  expect(limits(`netsh advfirewall firewall show rule name=a | Out-Null\nif ($LASTEXITCODE -eq 0) { 'there' } else { ${make} }`)).toEqual([[]])
  expect(limits(`netsh advfirewall firewall show rule name=a\nif ($LASTEXITCODE -ne 0) { ${make} }`)).toEqual([[]])
  expect(limits(`netsh advfirewall set allprofiles state on\nif ($LASTEXITCODE -ne 0) { ${make} }`)).toEqual([['condition=if ($LASTEXITCODE -ne 0)']])
})
test('netsh takes arguments by their beginnings, as long as they fit one', () => {
  expect(neutral('netsh adv f a r n=a dir=in act=block prof=domain prot=tcp localp=80 prog="C:\\a.exe"')).toEqual([
    { ...allowed, name: 'a', action: 'block', protocol: 'tcp', localPorts: ['80'], profiles: ['domain'], program: 'C:\\a.exe' },
  ])
  expect(problems('netsh adv f a r name=a dir=in action=allow pro=tcp')).toEqual(['rule-malformed 1:44-51'])
})
test('a condition is written whole, and not turned round twice', () => {
  expect(limits('if ( Get-Service CertSvc 2>$null ) { New-NetFirewallRule -DisplayName a } else { exit }\nNew-NetFirewallRule -DisplayName b')).toEqual([
    ['condition=if ( Get-Service CertSvc 2>$null )'], ['condition=if ( Get-Service CertSvc 2>$null )'],
  ])
})
test('profiles are called by wildcards too', () => {
  const profiles = (text: string): unknown => parse(text).parts[0]?.profiles
  expect(Object.keys(profiles("Set-NetFirewallProfile -Profile * -Enabled False") as object)).toEqual(['domain', 'private', 'public'])
  expect(Object.keys(profiles("Get-NetFirewallProfile -Name 'P*' | Set-NetFirewallProfile -Enabled True") as object)).toEqual(['private', 'public'])
  expect(Object.keys(profiles("Set-NetFirewallProfile -Name Dom*, Public -Enabled True") as object)).toEqual(['domain', 'public'])
  expect(problems("Set-NetFirewallProfile -Name 'x*' -Enabled True")).toEqual(['rule-malformed 1:30-34'])
})
test('what is done under a rule\'s own condition is done to the rule', () => {
  const make = 'New-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort 80'
  expect(neutral(`param([string]$Site)\nif ($Site) { ${make} }\nif ($Site) { Set-NetFirewallRule -DisplayName a -LocalPort 443 -Action Block }`)).toEqual([
    { ...allowed, name: 'a', action: 'block', protocol: 'tcp', localPorts: ['443'], unmodelled: ['condition=if ($Site)'] },
  ])
  expect(limits(`if ($env:A) { ${make}\nif ($env:B) { Set-NetFirewallRule -DisplayName a -LocalPort 443 } }`)).toEqual([['condition=if ($env:A)', 'condition=if ($env:B)']])
  expect(names(`if ($env:A) { ${make} }\nif ($env:A) { Remove-NetFirewallRule -DisplayName a }`)).toEqual([])
  // Each catch has a reason of its own.
  expect(names(`try { Start-Service x } catch { ${make} }\ntry { Start-Service y } catch { Remove-NetFirewallRule -DisplayName a }`)).toEqual(['a'])
  expect(neutral(`$far = New-CimSession -ComputerName pc\n${make} -CimSession $far\nSet-NetFirewallRule -DisplayName a -LocalPort 443 -CimSession $far`)[0]).toMatchObject({ localPorts: ['443'], unmodelled: ['computer=New-CimSession -ComputerName pc'] })
})
test('a switch that nobody has given yet keeps its rules under its condition, and changes nothing else', () => {
  const make = (name: string): string => `New-NetFirewallRule -DisplayName ${name} -Protocol TCP -LocalPort 80`
  expect(limits(`param([switch]$Open)\nif ($Open) { ${make('a')} } else { ${make('b')} }`)).toEqual([['condition=if ($Open)'], []])
  expect(limits(`param([switch]$Open)\nif ($Open.IsPresent) { ${make('a')} }\nif (!$Open) { ${make('b')} }`)).toEqual([['condition=if ($Open.IsPresent)'], []])
  // Who removes the rules, or all that is set, has asked for it.
  expect(limits(`param([switch]$Remove, [bool]$Quiet = $false)\n${make('a')}\nif ($Remove -or $Quiet) { Remove-NetFirewallRule -DisplayName a; exit }\n${make('b')}`)).toEqual([[], []])
  const settings = parse(`param([switch]$Off)\nSet-NetFirewallProfile -All -Enabled True\nif ($Off) { Set-NetFirewallProfile -All -Enabled False }`)
  expect(settings.parts[0]?.profiles.domain).toMatchObject({ enabled: { value: true } })
  expect(settings.problems.map(({ message }) => message)).toEqual(['This setting of the profiles is made only when: if ($Off).'])
  expect(changes('param([switch]$Remote)\nif ($Remote) { Enable-NetFirewallRule -DisplayGroup "Remote Desktop" }')).toEqual([
    { kind: 'set', select: { groups: ['Remote Desktop'] }, values: { enabled: true }, condition: 'if ($Remote)' },
  ])
  const table = "$p = @{ DisplayName = 'a'; Protocol = 'TCP'; LocalPort = 80 }"
  expect(neutral(`param([switch]$Narrow)\n${table}\nif ($Narrow) { $p.RemoteAddress = '10.0.0.0/8'; $p['LocalPort'] = 81; $p.Remove('Protocol') }\nNew-NetFirewallRule @p`)).toEqual([
    { ...allowed, name: 'a', protocol: 'tcp', localPorts: ['80'] },
  ])
  expect(limits(`param([switch]$Open)\nif ($Open) { ${table}; $p.Action = 'Block'\nNew-NetFirewallRule @p }`)).toEqual([['condition=if ($Open)']])
})
test('what follows a leaving that a switch prevents is there under its condition', () => {
  const make = (name: string): string => `New-NetFirewallRule -DisplayName ${name} -Protocol TCP -LocalPort 80`
  expect(limits(`param([switch]$Apply)\n${make('a')}\nif (-not $Apply) { 'nothing is done'; exit }\n${make('b')}\nRemove-NetFirewallRule -DisplayName a`)).toEqual([[], ['condition=not if (-not $Apply)']])
  expect(limits(`param([switch]$Force)\nif (-not $Force) { throw 'say -Force' }\n${make('a')}`)).toEqual([[]])
  // A function that the script calls without its switch has no other way.
  expect(names(`function f([switch]$All) { if ($All) { ${make('a')} } else { ${make('b')} } }\nf`)).toEqual(['b'])
  expect(limits(`function f([switch]$All) { if ($All) { ${make('a')} } }`)).toEqual([['condition=function f is called', 'condition=if ($All)']])
})
test('rules of the script are copied and renamed, and a copy reads from any store', () => {
  const text = `New-NetFirewallRule -Name web -DisplayName Web -Protocol TCP -LocalPort 80
Copy-NetFirewallRule -DisplayName Web -NewName tls
Set-NetFirewallRule -Name tls -LocalPort 443
Rename-NetFirewallRule -Name web -NewName plain
Set-NetFirewallRule -Name plain -Enabled False
Get-NetFirewallRule -Name tls | Copy-NetFirewallRule -NewName site -NewPolicyStore 'contoso.com\\Web'`
  expect(neutral(text)).toEqual([
    { ...allowed, id: 'plain', name: 'Web', enabled: false, protocol: 'tcp', localPorts: ['80'] },
    { ...allowed, id: 'tls', name: 'Web', protocol: 'tcp', localPorts: ['443'] },
    { ...allowed, id: 'site', name: 'Web', protocol: 'tcp', localPorts: ['443'] },
  ])
  expect(parse(text).parts.map(({ gpo }) => gpo)).toEqual([undefined, 'contoso.com\\Web'])
  expect(rulesOf(text).map(rule => placeOf(rule.source).line)).toEqual([1, 2, 6])
  expect(problems(text)).toEqual([])
  expect(problems("Copy-NetFirewallRule -PolicyStore SystemDefaults -Group '@FirewallAPI.dll,-30267' -NewPolicyStore PersistentStore")).toEqual(['requirement-unverifiable 1:1-114'])
})
test('a round of a loop says nothing about the next one, and an endless loop is looked at once', () => {
  const make = (name: string): string => `New-NetFirewallRule -DisplayName "${name}" -Protocol TCP -LocalPort 80`
  expect(limits(`foreach ($p in 1, 2) { if (Test-Rule $p) { continue }; ${make('r$p')} }\n${make('end')}`)).toEqual([['condition=not if (Test-Rule $p)'], ['condition=not if (Test-Rule $p)'], []])
  expect(limits(`while ($true) { $c = Read-Host\nswitch ($c) { '1' { ${make('one')} } 'q' { exit } } }`)).toEqual([["condition=switch ($c) { '1' }"]])
  for (const loop of ['while (1)', 'for (;;)', 'while ($true)']) expect(names(`${loop} { ${make('watch')}; Start-Sleep 60 }`)).toEqual(['watch'])
  expect(limits(`do { $c = Read-Host\nswitch ($c) { '1' { ${make('one')} } } } until ($c -eq 'q')`)).toEqual([["condition=switch ($c) { '1' }"]])
  expect(names(`$i = 1\ndo { ${make('n$i')}; $i = Get-Next $i } while ($i -lt 9)`)).toEqual(['n1', 'n$i'])
  expect(names(`$i = 0\nwhile ($true) { $i++; ${make('n$i')}; if ($i -ge 3) { break } }`)).toEqual(['n1', 'n2', 'n3'])
})
test('ShouldProcess lets a script do what it is for', () => {
  const make = (name: string): string => `New-NetFirewallRule -DisplayName ${name} -Protocol TCP -LocalPort 80`
  expect(limits(`[CmdletBinding(SupportsShouldProcess)]\nparam()\nif ($PSCmdlet.ShouldProcess('firewall', 'open')) { ${make('a')} }\nif (-not $PSCmdlet.ShouldProcess('firewall')) { return }\n${make('b')}`)).toEqual([[], []])
  expect(limits(`if ($PSCmdlet.ShouldContinue('open?', 'firewall')) { ${make('a')} }`)).toEqual([["condition=if ($PSCmdlet.ShouldContinue('open?', 'firewall'))"]])
})
