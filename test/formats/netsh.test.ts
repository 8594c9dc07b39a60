import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { netsh } from '../../src/formats/netsh.ts'
import { portTexts } from '../../src/model/ports.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import type { PartName, PolicyFile, Rule } from '../../src/model/types.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

const parse = (text: string, name = 'scripts/firewall.cmd'): PolicyFile => netsh.parse(sourceText(name, text), {})
const rulesOf = (text: string): readonly Rule[] => parse(text).parts.flatMap(part => part.rules)
const neutral = (text: string) => rulesOf(text).map(rule => withoutSource(neutralRule(rule)))
const problems = (text: string) => parse(text).problems.map(({ code, message, source }) => `${placeOf(source).line}:${placeOf(source).column} ${code} ${message}`)
const add = (rest: string): string => `netsh advfirewall firewall add rule ${rest}\r\n`
const ok = (rest: string) => neutral(add(`name=x dir=in action=allow ${rest}`))[0]

describe('add rule', () => {
  test('what is said, and the defaults', () => {
    expect(neutral(add('name="CM remote control" dir=in action=allow protocol=TCP localport=2701,5000-5010 profile=domain,private remoteip=10.0.30.0/24,LocalSubnet'))).toEqual([{
      id: null, name: 'CM remote control', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['2701', '5000-5010'],
      profiles: ['domain', 'private'], remoteAddresses: ['10.0.30.0/24', 'local-subnet'],
    }])
    expect(neutral(add('name=x dir=out action=block'))).toEqual([{ id: null, name: 'x', direction: 'outbound', action: 'block', enabled: true, protocol: 'any' }])
  })
  test('every token', () => {
    expect(ok('program="%%SystemRoot%%\\x.exe" service=RpcSs')).toMatchObject({ program: '%SystemRoot%\\x.exe', service: 'RpcSs' })
    expect(ok('service=any')).toMatchObject({ service: '*' })
    expect(ok('enable=no')).toMatchObject({ enabled: false })
    expect(ok('protocol=icmpv4:8,any')).toMatchObject({ protocol: 'icmpv4', icmp: ['8:*'] })
    expect(ok('protocol=icmpv6:128,0')).toMatchObject({ protocol: 'icmpv6', icmp: ['128:0'] })
    expect(ok('protocol=47')).toMatchObject({ protocol: '47' })
    expect(ok('protocol=tcp localport=RPC-EPMap')).toMatchObject({ localPorts: ['rpc-epmap'] })
    expect(ok('protocol=tcp localport=rpc')).toMatchObject({ localPorts: ['rpc'] })
    expect(ok('interfacetype=lan,ras')).toMatchObject({ interfaceTypes: ['lan', 'remote-access'] })
    expect(ok('localip=10.0.0.1 remoteip=10.0.0.1-10.0.0.9,2001:db8::/32,192.0.2.0/255.255.255.0')).toMatchObject({
      localAddresses: ['10.0.0.1'], remoteAddresses: ['10.0.0.1-10.0.0.9', '2001:db8::/32', '192.0.2.0/255.255.255.0'],
    })
    expect(ok('security=authenticate rmtcomputergrp="D:(A;;CC;;;S-1-5-21)"')).toMatchObject({ unmodelled: ['security=authenticate', 'rmtcomputergrp=D:(A;;CC;;;S-1-5-21)'] })
    expect(ok('description="a=b" edge=yes security=notrequired profile=any remoteip=any')).toEqual({ id: null, name: 'x', direction: 'inbound', action: 'allow', enabled: true, protocol: 'any' })
  })
  test('case, shortened verbs, blanks around the sign, two rules of one name', () => {
    expect(neutral('NETSH.EXE AdvFirewall Firewall ADD Rule NAME="x" Dir=IN Action=ALLOW')).toHaveLength(1)
    expect(neutral('netsh adv f a r name=x dir=in action=allow')).toHaveLength(1)
    expect(neutral(add('name = "x y" dir = in action= allow protocol =tcp localport = 80'))).toEqual([
      { id: null, name: 'x y', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['80'] },
    ])
    expect(neutral(add('name=x dir=in action=allow') + add('name=x dir=in action=allow'))).toHaveLength(2)
  })
  test('places: the command from netsh on, and the value behind the sign', () => {
    const text = `@echo off\r\n  @${add('name="a b" dir=in action=allow ^\r\n   protocol=tcp localport=80,443')}`
    const [rule] = rulesOf(text)
    expect(placeOf((rule as Rule).source)).toMatchObject({ line: 2, column: 4, endLine: 3 })
    const said = (part: PartName): string => {
      const { start, end } = partOf(rule as Rule, part)
      return text.slice(start, end)
    }
    expect(['name', 'direction', 'localPorts', 'protocol'].map(part => said(part as PartName))).toEqual(['"a b"', 'in', '80,443', 'tcp'])
  })

  test.each([
    ['name=all dir=in action=allow', 'A rule cannot be named "all".'],
    ['dir=in action=allow', 'netsh needs name= to add a rule.'],
    ['name=x action=allow', 'netsh needs dir= to add a rule.'],
    ['name=x dir=inbound action=allow', 'dir "inbound" is not in or out.'],
    ['name=x dir=in action=permit', 'action "permit" is not allow or block or bypass.'],
    ['name=x dir=in action=allow localport=80', 'localport= needs protocol=tcp or protocol=udp.'],
    ['name=x dir=in action=allow protocol=icmpv4 localport=80', 'localport= needs protocol=tcp or protocol=udp.'],
    ['name=x dir=in action=allow protocol=tcp localport=70000', 'localport "70000" is not a port, a range or a keyword.'],
    ['name=x dir=in action=allow protocol=tcp localport=90-80', 'localport "90-80" is not a port, a range or a keyword.'],
    ['name=x dir=in action=allow protocol=tcp localport=80, 443', 'localport "" is not a port, a range or a keyword.'],
    ['name=x dir=in action=allow protocol=udp localport=RPC', 'localport=RPC needs protocol=tcp and dir=in.'],
    ['name=x dir=in action=allow remoteip=10.0.0.0/33', 'remoteip "10.0.0.0/33" is not an address, a subnet, a range or a keyword.'],
    ['name=x dir=in action=allow remoteip=0.0.0.0/0', 'remoteip "0.0.0.0/0" is not an address, a subnet, a range or a keyword.'],
    ['name=x dir=in action=allow localip=localsubnet', 'localip "localsubnet" is not an address, a subnet, a range or a keyword.'],
    ['name=x dir=in action=allow profile=standard', 'profile "standard" is not domain, private, public or any.'],
    ['name=x dir=in action=allow port=80', 'netsh knows no argument "port=80".'],
    ['name=x dir=in dir=in action=allow', 'dir= stands twice.'],
    ['name=x dir=in action=bypass', 'action=bypass needs security= and rmtcomputergrp= or rmtusrgrp=.'],
    ['name=x dir=in action=allow constructor=1', 'netsh knows no argument "constructor=1".'],
  ])('netsh refuses %s', (rest, message) => {
    const { parts, problems: told } = parse(add(rest))
    expect(told[0]).toMatchObject({ code: 'rule-malformed', message })
    expect(parts[0]?.rules[0]?.malformed).toBe(message)
  })

  test('what only the machine knows stays open', () => {
    expect(ok('protocol=tcp localport=80,%PORT% remoteip=%SITE%')).toMatchObject({ localPorts: ['80', '%PORT%'], remoteAddresses: ['%SITE%'] })
    expect(ok('%EXTRA%')).toMatchObject({ unmodelled: ['%EXTRA%'] })
    expect(neutral(add('name=x dir=%D% action=allow'))[0]).not.toHaveProperty('direction')
    expect(problems(add('name=x dir=in action=allow protocol=tcp localport=%PORT%'))).toEqual([])
  })
  test('an if that the file does not decide stands on the rule', () => {
    expect(neutral(`if exist "C:\\x" ${add('name=x dir=in action=allow')}`)[0]).toMatchObject({ unmodelled: ['condition=if exist "C:\\x"'] })
  })
})

describe('later commands act on earlier ones', () => {
  const rule = add('name=a dir=in action=allow protocol=tcp localport=80') + add('name=b dir=in action=allow protocol=udp localport=80')
  test('set changes what is right of new on the rules left of it', () => {
    expect(neutral(`${rule}netsh advfirewall firewall set rule name=a dir=in new localport=8080 enable=no`)).toMatchObject([{ localPorts: ['8080'], enabled: false }, { localPorts: ['80'], enabled: true }])
    expect(neutral(`${rule}netsh advfirewall firewall set rule name=a dir=out new enable=no`)).toMatchObject([{ enabled: true }, { enabled: true }])
  })
  test('delete removes, and is told to lower layers too', () => {
    const { parts } = parse(`${rule}netsh advfirewall firewall delete rule name="A" protocol=tcp localport=80`)
    expect(parts[0]?.rules.map(({ name }) => name)).toEqual(['b'])
    expect(parts[0]?.changes).toMatchObject([{ kind: 'remove', select: { names: ['A'], protocol: 6 }, condition: undefined }])
  })
  test('delete all, reset and import leave nothing of what was before', () => {
    for (const command of ['netsh advfirewall firewall delete rule name=all', 'netsh advfirewall reset', 'netsh firewall reset', 'netsh advfirewall import "c:\\x.wfw"']) {
      const { parts } = parse(`${rule}${command}\r\n${add('name=c dir=in action=allow')}`)
      expect(parts[0]?.rules.map(({ name }) => name)).toEqual(['c'])
      expect(parts[0]?.changes.map(({ kind }) => kind)).toEqual(['reset'])
    }
    expect(problems('netsh advfirewall import x.wfw')[0]).toMatch(/^1:1 requirement-unverifiable .*"x.wfw"/)
  })
  test('groups are asked for by name or resource id', () => {
    const { parts } = parse('netsh advfirewall firewall set rule group="@FirewallAPI.dll,-28502" new enable=yes\r\nnetsh advfirewall firewall set rule group="파일 및 프린터 공유" profile=domain new enable=no')
    expect(parts[0]?.changes).toMatchObject([
      { kind: 'set', select: { groups: ['@FirewallAPI.dll,-28502'] }, values: { enabled: true } },
      { kind: 'set', select: { groups: ['파일 및 프린터 공유'], profiles: 1 }, values: { enabled: false } },
    ])
    expect(parse('netsh advfirewall firewall set rule group="Remote Desktop" new enable=Yes profile=domain').parts[0]?.changes).toEqual([
      expect.objectContaining({ kind: 'set', select: { groups: ['Remote Desktop'], profiles: 1 }, values: { enabled: true } }),
    ])
    expect(problems('netsh advfirewall firewall set rule group="x" new action=block')[0]).toMatch(/only set "enable"/)
    expect(problems('netsh advfirewall firewall set rule name=x enable=no')[0]).toMatch(/needs "new"/)
  })
  test('what may not happen makes the rule uncertain', () => {
    expect(neutral(`${rule}if exist x netsh advfirewall firewall set rule name=a new enable=no`)[0]).not.toHaveProperty('enabled')
    expect(neutral(`${rule}if exist x netsh advfirewall firewall delete rule name=a`)[0]).toMatchObject({ unmodelled: ['condition=if exist x'] })
  })
  test('a wildcard in a name is a plain character for netsh', () => {
    const { parts } = parse(`${rule}netsh advfirewall firewall delete rule name=*`)
    expect(parts[0]?.changes[0]?.condition).toBeDefined()
  })
})

describe('settings', () => {
  const settings = (text: string) => JSON.parse(JSON.stringify(parse(text).parts[0]?.profiles, (key, value: unknown) => (key === 'source' ? undefined : value))) as unknown
  test('state and policy', () => {
    expect(settings('netsh advfirewall set domainprofile state off')).toEqual({ domain: { enabled: { value: false } } })
    expect(settings('netsh advfirewall set publicprofile firewallpolicy blockinboundalways,blockoutbound')).toEqual({
      public: { defaultInbound: { value: 'block' }, blockAllInbound: { value: true }, defaultOutbound: { value: 'block' } },
    })
    expect(settings('netsh advfirewall set allprofiles firewallpolicy notconfigured,allowoutbound')).toMatchObject({ private: { defaultOutbound: { value: 'allow' } } })
    expect(settings('netsh advfirewall set domainprofile state on\nnetsh advfirewall set domainprofile state notconfigured')).toEqual({ domain: {} })
    expect(settings('netsh advfirewall set currentprofile state off')).toMatchObject({ domain: { enabled: { value: false, condition: expect.any(String) } } })
  })
  test('the merge switch is Group Policy\'s alone', () => {
    expect(problems('netsh advfirewall set domainprofile settings localfirewallrules disable')[0]).toMatch(/Group Policy store/)
    const script = 'advfirewall set store gpo="contoso.com\\Clients"\nadvfirewall set domainprofile settings localfirewallrules disable\nadvfirewall firewall add rule name=x dir=in action=allow\n'
    expect(parse(script, 'gpo.nsh').parts).toMatchObject([{ store: 'group-policy', gpo: 'contoso.com\\Clients', rules: [{ name: 'x' }], profiles: { domain: { allowLocalRules: { value: false } } } }])
  })
  test('each call of netsh is a session of its own', () => {
    const text = `netsh advfirewall set store gpo="contoso.com\\Clients"\r\n${add('name=x dir=in action=allow')}`
    expect(parse(text).parts).toMatchObject([{ store: 'local', rules: [{ name: 'x' }] }])
    expect(problems(text)[0]).toMatch(/forgets the store/)
  })
  test('wrong words', () => {
    expect(problems('netsh advfirewall set domainprofile state maybe')[0]).toMatch(/^1:43 rule-malformed/)
    expect(problems('netsh advfirewall set domainprofile firewallpolicy allowinbound')[0]).toMatch(/not a firewall policy/)
    expect(problems('netsh advfirewall set global statefulftp enable\nnetsh advfirewall show allprofiles\nnetsh advfirewall export x.wfw\nnetsh interface show interface')).toEqual([])
  })
})

describe('scripts for netsh -f', () => {
  test('contexts last', () => {
    const text = '# baseline\npushd advfirewall firewall\nadd rule name=a dir=in action=allow\npopd\nadvfirewall firewall\nadd rule name=b dir=in action=allow\n..\nset allprofiles state on\ninterface ipv4\nadd rule name=c dir=in action=allow\n'
    const file = sourceText('rules.txt', text)
    expect(netsh.recognises(file)).toBe(true)
    const { parts, problems: told } = netsh.parse(file, {})
    expect(parts[0]?.rules.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(Object.keys(parts[0]?.profiles ?? {})).toEqual(['domain', 'private', 'public'])
    expect(told).toEqual([])
  })
})

describe('the context before Windows Vista', () => {
  test('values by position and by name', () => {
    expect(neutral('netsh firewall add portopening TCP 445 "SMB" ENABLE CUSTOM 10.0.0.0/8,LocalSubnet DOMAIN')).toEqual([{
      id: null, name: 'SMB', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['445'], profiles: ['domain'], remoteAddresses: ['10.0.0.0/8', 'local-subnet'],
    }])
    expect(neutral('netsh firewall add portopening protocol=ALL port=53 name=dns profile=ALL scope=SUBNET')).toMatchObject([
      { protocol: 'tcp', profiles: ['domain', 'private'], remoteAddresses: ['local-subnet'] }, { protocol: 'udp', profiles: ['domain', 'private'] },
    ])
    expect(neutral('netsh firewall add allowedprogram "C:\\a b.exe" Agent DISABLE profile=STANDARD')).toMatchObject([{ program: 'C:\\a b.exe', name: 'Agent', enabled: false, profiles: ['private'] }])
    expect(neutral('netsh firewall set icmpsetting 8 enable ALL')).toMatchObject([{ protocol: 'icmpv4', icmp: ['8:*'] }])
  })
  test('the current profile is not known', () => {
    expect(neutral('netsh firewall add portopening TCP 80 web')[0]).toMatchObject({ unmodelled: ['profile=CURRENT'] })
  })
  test('services are groups, remote administration is two ports', () => {
    expect(parse('netsh firewall set service FILEANDPRINT ENABLE ALL profile=DOMAIN').parts[0]?.changes).toMatchObject([{ select: { groups: ['@FirewallAPI.dll,-28502'], profiles: 1 }, values: { enabled: true } }])
    expect(neutral('netsh firewall set service type=REMOTEADMIN mode=ENABLE profile=DOMAIN')).toMatchObject([{ protocol: 'tcp', localPorts: ['135', '445'] }])
  })
  test('delete and opmode', () => {
    expect(neutral('netsh firewall add portopening TCP 80 web profile=DOMAIN\nnetsh firewall delete portopening TCP 80 profile=DOMAIN')).toEqual([])
    expect(parse('netsh firewall set opmode ENABLE DISABLE DOMAIN').parts[0]?.profiles.domain).toMatchObject({ enabled: { value: true }, blockAllInbound: { value: true } })
  })
  test('wrong words', () => {
    expect(problems('netsh firewall add portopening TCP 80-90 web')[0]).toMatch(/not one port/)
    expect(problems('netsh firewall add portopening SCTP 80 web')[0]).toMatch(/not TCP, UDP or ALL/)
    expect(problems('netsh firewall add portopening TCP 80 web ENABLE CUSTOM')[0]).toMatch(/needs addresses/)
  })
})

describe('how people write batch files', () => {
  const named = (text: string): unknown[] => rulesOf(text).map(({ name, localPorts, unmodelled }) => [name, portTexts(localPorts).join(), ...unmodelled])
  const open = (name: string, port: string): string => add(`name="${name}" dir=in action=allow protocol=tcp localport=${port}`)

  test('names of arguments, profiles and verbs are taken shortened where that says one thing', () => {
    expect(neutral('netsh a f a r n=x dir=in a=block interface=lan prof=domain prot=udp localp=53 remotep=any\r\n')).toEqual([{
      id: null, name: 'x', direction: 'inbound', action: 'block', enabled: true, protocol: 'udp', localPorts: ['53'], profiles: ['domain'], interfaceTypes: ['lan'],
    }])
    expect(problems(add('name=x dir=in action=allow pro=tcp'))).toEqual(['1:64 rule-malformed netsh knows no argument "pro=tcp".'])
    expect(named(`${open('a', '1')}${open('b', '2')}netsh adv f de r n=a\r\n`)).toEqual([['b', '2']])
    expect(parse('netsh a s allprofile st off\r\nnetsh adv set dom fire blockinbound,blockoutbound\r\n').parts[0]?.profiles.domain).toMatchObject({
      enabled: { value: false }, defaultOutbound: { value: 'block' },
    })
  })
  test('all without its name= may mean every rule or none', () => {
    const text = `${open('a', '1')}netsh advfirewall firewall delete rule all\r\n${open('b', '2')}`
    expect(named(text)).toEqual([['a', '1', 'condition=netsh takes "all" without name='], ['b', '2']])
    expect(problems(text)).toEqual(['2:40 requirement-unverifiable Whether netsh takes "all" without name= is not known, so this may mean every rule or none.'])
  })
  test('a guard that jumps to the work is a guard like one that jumps past it', () => {
    const guard = 'net session >nul 2>&1\r\nif %errorlevel% equ 0 goto work\r\necho ask for more rights\r\nexit /b\r\n:work\r\n'
    expect(named(`${guard}set "N=CM push"\r\n${open('%N%', '445')}`)).toEqual([['CM push', '445']])
    expect(named(`fltmc >nul && goto work\r\nexit /b 1\r\n:work\r\n${open('a', '1')}`)).toEqual([['a', '1']])
    expect(named(`goto end;\r\n${open('a', '1')}:end\r\n${open('b', '2')}`)).toEqual([['b', '2']])
    // Where something else is done on the other way, there are two ways.
    expect(named(`if exist x goto work\r\n${open('a', '1')}exit /b\r\n:work\r\n${open('b', '2')}`)).toEqual([['a', '1'], ['b', '2', 'condition=if exist x']])
  })
  test('each way of a menu ends with its own jump', () => {
    const text = 'set /p c=?\r\nif "%c%"=="1" goto on\r\nif "%c%"=="2" goto off\r\ngoto :eof\r\n'
      + `:on\r\nset P=2701\r\n${open('a', '%P%')}goto done\r\n:off\r\n${open('b', '%P%')}goto done\r\n:done\r\n${open('c', '3')}`
    expect(named(text)).toEqual([['a', '2701', 'condition=if "%c%"=="1"'], ['b', '%P%', 'condition=if "%c%"=="2"'], ['c', '3', 'condition=label :done']])
  })
  test('a subroutine that is called under a condition ends with its own exit', () => {
    const text = `if exist x call :open Web 80\r\ngoto :eof\r\n:open\r\nset "N=%~1"\r\n${open('%N%', '%2')}exit /b\r\n:more\r\n${open('no', '1')}`
    expect(named(text)).toEqual([['Web', '80', 'condition=if exist x']])
    // Where a jump is computed, it may lead to any label.
    expect(named(`${text}exit /b\r\n:pick\r\ngoto %1\r\n`)).toContainEqual(['no', '1', 'condition=label :more'])
  })
  test('what follows a question runs by its answer', () => {
    expect(named(`ver | find "6.1" >nul && ${open('a', '1')}`)).toEqual([['a', '1', 'condition=if find "6.1" succeeds']])
    expect(named(`cd /d "%~dp0" && ${open('a', '1')}`)).toEqual([['a', '1']])
    expect(named(`netsh advfirewall firewall show rule name=a >nul && exit /b\r\n${open('a', '1')}`)).toEqual([['a', '1']])
    expect(named(`where x >nul && goto end\r\n${open('a', '1')}:end\r\n${open('b', '2')}`)).toEqual([
      ['a', '1', 'condition=unless if where x succeeds'], ['b', '2'],
    ])
  })
  test('a rule is added once where the script asks for it first', () => {
    const ask = 'netsh advfirewall firewall show rule name="a" >nul 2>&1\r\n'
    expect(named(`${ask}if %errorlevel% neq 0 (\r\n${open('a', '1')}) else (\r\nnetsh advfirewall firewall set rule name="a" new enable=no\r\n)\r\n`)).toEqual([['a', '1']])
    expect(named(`${open('a', '1')}${ask}if errorlevel 1 ${open('a', '2')}`)).toEqual([['a', '1']])
    expect(named(`netsh advfirewall firewall show rule name="a" | find "a" >nul || ${open('a', '1')}`)).toEqual([['a', '1']])
    expect(named(`netsh advfirewall firewall show rule name="a" | findstr /i "no rules" >nul && ${open('a', '1')}`)).toEqual([['a', '1']])
    expect(named(`netsh advfirewall firewall show rule name="a" | find "Block" >nul && ${open('b', '2')}`)).toEqual([['b', '2', 'condition=if find "Block" succeeds']])
    expect(named(`if exist x ${open('a', '1')}${ask}if errorlevel 1 ${open('b', '2')}`)).toEqual([['a', '1', 'condition=if exist x'], ['b', '2', 'condition=if errorlevel 1']])
    // A rule that Windows brings may be there without the script.
    expect(named(`netsh advfirewall firewall show rule name="File and Printer Sharing (SMB-In)" >nul || ${open('b', '2')}`)).toEqual([
      ['b', '2', 'condition=unless netsh advfirewall firewall show rule name="File and Printer Sharing (SMB-In)" succeeds'],
    ])
    expect(named(`sc query x\r\nif errorlevel 0 (${open('a', '1').trim()}) else ${open('b', '2')}`)).toEqual([['a', '1']])
    expect(named(`${ask}ping -n 1 srv\r\nif errorlevel 1 ${open('b', '2')}`)).toEqual([['b', '2', 'condition=if errorlevel 1']])
  })
  test('defaults of arguments are taken, other arguments are not known', () => {
    expect(named(`set "P=80"\r\nif not "%~1"=="" set "P=%~1"\r\n${open('a', '%P%')}`)).toEqual([['a', '80']])
    expect(named(`set P=%1\r\nif "%P%"=="" set P=80\r\n${open('a', '%P%')}`)).toEqual([['a', '80']])
    expect(named(`if [%1] == [] (\r\nset P=80\r\n) else (\r\nset P=%1\r\n)\r\n${open('a', '%P%')}`)).toEqual([['a', '80']])
    expect(named(`if not defined P set P=80\r\n${open('a', '%P%')}`)).toEqual([['a', '80']])
    expect(named(`set /p P=port?\r\nif "%P%"=="" set P=80\r\n${open('a', '%P%')}`)).toEqual([['a', '%P%']])
    expect(named(`if "%1"=="" exit /b\r\n${open('a', '1')}`)).toEqual([['a', '1']])
    expect(named(`if "%1"=="on" ${open('a', '1')}`)).toEqual([['a', '1', 'condition=if "%1"=="on"']])
  })
  test('what a branch sets is known inside of it, and behind it where both set the same', () => {
    const start = 'setlocal enabledelayedexpansion\r\n'
    expect(named(`${start}if exist x (\r\nset N=a\r\n${open('!N!', '1')}) else (\r\nset N=b\r\n)\r\n${open('!N!', '2')}`)).toEqual([
      ['a', '1', 'condition=if exist x'], ['!N!', '2'],
    ])
    expect(named(`${start}if exist x (set P=1) else (set P=1)\r\n${open('a', '%P%')}`)).toEqual([['a', '1']])
    expect(named(`${start}for /f %%i in (list.txt) do (\r\nset "N=block %%i"\r\n${open('!N! !first!', '1')}set first=no\r\n)\r\n`)[0]).toEqual([
      'block %i !first!', '1', 'condition=for /f %i in (list.txt)',
    ])
    expect(named(`set N=\r\nif defined N (${open('a', '1').trim()}) else ${open('b', '2')}`)).toEqual([['b', '2']])
  })
  test('loops over texts, and variables with a number in their names', () => {
    expect(named(`for %%A in ("Web|80" "CM push|445") do for /f "tokens=1,2 delims=|" %%i in (%%A) do ${open('%%i', '%%j')}`)).toEqual([['Web', '80'], ['CM push', '445']])
    expect(named(`for /f "tokens=2* delims=: " %%a in ("x: 135 and the rest") do ${open('%%b', '%%a')}`)).toEqual([['and the rest', '135']])
    expect(named(`for /f "usebackq tokens=1-2" %%a in ('a 1') do ${open('%%a', '%%b')}`)).toEqual([['a', '1']])
    expect(named(`for /f "tokens=1" %%a in ('hostname') do ${open('%%a', '1')}`)).toEqual([['%a', '1', 'condition=for /f "tokens=1" %a in (\'hostname\')']])
    expect(named(`setlocal enabledelayedexpansion\r\nset p[0]=135\r\nset p[1]=445\r\nfor /l %%n in (0,1,1) do ${open('%%n', '!p[%%n]!')}`)).toEqual([['0', '135'], ['1', '445']])
  })
  test('loops that count, and arguments that are shifted', () => {
    expect(named(`set p=80\r\n:next\r\n${open('%p%', '%p%')}set /a p+=1, q=p*2\r\nif %p% leq 82 goto next\r\n${open('q', '%q%')}`)).toEqual([
      ['80', '80'], ['81', '81'], ['82', '82'], ['q', '166'],
    ])
    expect(named(`call :all web 80 443\r\nexit /b\r\n:all\r\nset n=%1\r\n:one\r\nshift\r\nif "%1"=="" exit /b\r\n${open('%n%-%1', '%1')}goto one\r\n`)).toEqual([
      ['web-80', '80'], ['web-443', '443'],
    ])
    expect(named(`call :all Web x 1 2\r\nexit /b\r\n:all\r\nif not "%3"=="" (\r\n${open('%1 %2', '%3')}shift /3\r\ngoto all\r\n)\r\n`)).toEqual([
      ['Web x', '1'], ['Web x', '2'],
    ])
    expect(named(`:again\r\n${open('a', '1')}timeout 60\r\ngoto again\r\n`)).toEqual([['a', '1']])
    expect(named(`set p=80\r\nset /a p=p/2\r\n${open('a', '%p%')}`)).toEqual([['a', '%p%']])
  })
  test('a counter without an end does not hold it up', () => {
    const started = Date.now()
    const { problems: found } = parse(`set n=0\r\n:again\r\n${open('a', '%n%')}set /a n+=1\r\ngoto again\r\n${'rem padding\r\n'.repeat(20_000)}`)
    expect(found.some(({ message }) => message.includes('go too far'))).toBe(true)
    expect(Date.now() - started).toBeLessThan(10_000)
  })
  test('shells in shells in shells do not lose the rest of the file', () => {
    expect(named(`${'cmd /c '.repeat(20_000)}exit\r\n${open('a', '1')}`)).toEqual([['a', '1']])
  })
  test('other shells: cmd /c, and what starts it with more rights or elsewhere', () => {
    expect(named('cmd /c "netsh advfirewall firewall add rule name="a b" dir=in action=allow protocol=tcp localport=1 & exit"\r\n' + open('c', '2'))).toEqual([['a b', '1'], ['c', '2']])
    expect(named(`sudo ${open('a', '1')}`)).toEqual([['a', '1']])
    expect(problems(`psexec \\\\srv ${open('a', '1')}`)).toEqual(['1:1 requirement-unverifiable What psexec runs is not followed.'])
  })
})

describe('other ways to write a rule in a batch file', () => {
  test('reg add', () => {
    const text = 'reg add "HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules" /v CM-1 /t REG_SZ /d "v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=445|App=%%SystemRoot%%\\x.exe|Name=CM SMB|" /f\r\n'
    expect(netsh.recognises(sourceText('a.cmd', text))).toBe(true)
    expect(parse(text).parts).toMatchObject([{ store: 'group-policy', rules: [{ id: 'CM-1', name: 'CM SMB', program: '%SystemRoot%\\x.exe' }] }])
  })
  test('a line of PowerShell', () => {
    const text = '@echo off\r\npowershell -ExecutionPolicy Bypass -Command "New-NetFirewallRule -DisplayName \'CM x\' -Direction Inbound -Protocol TCP -LocalPort 80,443 -Action Allow"\r\n'
    expect(netsh.recognises(sourceText('a.cmd', text))).toBe(true)
    expect(neutral(text)).toMatchObject([{ name: 'CM x', localPorts: ['80', '443'] }])
    expect(placeOf(rulesOf(text)[0]?.source as Rule['source']).line).toBe(2)
  })
})

test('PowerShell in a batch file gets its text as cmd.exe leaves it', () => {
  const text = 'set P=8005\r\nset "N=my rule"\r\n'
    + 'powershell -NoProfile -Command "New-NetFirewallRule -DisplayName \'%N%\' -Direction Inbound" ^\r\n  "-Protocol TCP -LocalPort %P% -Action Allow" >nul\r\n'
    + 'powershell -Command "Start-Process netsh -ArgumentList \'advfirewall firewall add rule name=""b c"" dir=in action=allow protocol=tcp localport=%P%\' -Verb RunAs"\r\n'
    + 'powershell netsh advfirewall firewall add rule name="d" dir=in action=allow protocol=tcp localport=4\r\n'
  expect(neutral(text).map(({ name, localPorts }) => [name, localPorts])).toEqual([['my rule', ['8005']], ['b c', ['8005']], ['d', ['4']]])
  expect(parse(text).problems).toEqual([])
  expect(netsh.recognises(sourceText('a.bat', 'powershell -c "Start-Process netsh -ArgumentList \'advfirewall reset\'"'))).toBe(true)
})
test('recognises scripts, and not texts about them', () => {
  const is = (name: string, text: string): boolean => netsh.recognises(sourceText(name, text))
  expect(is('a.cmd', add('name=x dir=in action=allow'))).toBe(true)
  expect(is('a.bat', 'if exist x (netsh adv f a r name=x dir=in action=allow)')).toBe(true)
  expect(is('a.cmd', 'echo hello')).toBe(false)
  expect(is('readme.md', add('name=x dir=in action=allow'))).toBe(false)
  expect(is('help.txt', 'Usage: set\n\n      netsh advfirewall set privateprofile state off\n')).toBe(false)
  expect(is('notes.txt', 'Ask the firewall people.\nadvfirewall firewall is a context.\n')).toBe(false)
})

test('writes what it reads', () => {
  const text = add('name="100%% a b" dir=out action=block enable=no profile=domain,public protocol=TCP localport=RPC-EPMap,80-90 remoteip=10.0.0.0/8,localsubnet program="%%SystemRoot%%\\x.exe" service=any interfacetype=ras').replace('dir=out', 'dir=in')
    + add('name=ping dir=in action=allow protocol=icmpv4:8,any')
  const written = netsh.write?.(rulesOf(text)) as string
  expect(neutral(written)).toEqual(neutral(text))
  expect(netsh.recognises(sourceText('a.cmd', written))).toBe(true)
})
test('a hostile name stays inside its quotes', () => {
  const [rule] = rulesOf(add('name=x dir=in action=allow'))
  const written = netsh.ruleWriter?.()?.rule({ ...(rule as Rule), name: 'a" & del /q c:\\ & "%PATH%\r\nnetsh x', parts: undefined }) as string
  expect(rulesOf(written)).toHaveLength(1)
  expect(written.split(/\r?\n/)).toHaveLength(1)
  expect(written).toContain('%%PATH%%')
})

test('survives cut and changed files', () => {
  survives(netsh, 'a.cmd', `@echo off\r\nset P=80\r\nfor %%p in (1 2) do (\r\n ${add('name="a %%p" dir=in action=allow protocol=tcp localport=%P%')})\r\nif exist x (${add('name=b dir=in action=allow')}) else netsh firewall add portopening TCP 80 x\r\ncall :s "a" 1\r\ngoto :eof\r\n:s\r\nnetsh advfirewall firewall set rule name=%1 new enable=no\r\nnetsh advfirewall set allprofiles firewallpolicy blockinbound,allowoutbound\r\n`)
  survives(netsh, 'a.nsh', 'pushd advfirewall firewall\nadd rule name=a dir=in action=allow\npopd\nadvfirewall set store gpo=x\n')
})
test('many deletes of many rules end in time', () => {
  const text = add('name=a dir=in action=allow').repeat(20_000) + 'netsh advfirewall firewall delete rule name=all dir=out\r\n'.repeat(20_000)
  const begin = performance.now()
  parse(text)
  expect(performance.now() - begin).toBeLessThan(20_000)
})

const CASES = new URL('../../../shared/cases/', import.meta.url).pathname
const cases = existsSync(CASES) ? readdirSync(CASES).map(name => join(CASES, name, 'repo/scripts/firewall.cmd')).filter(existsSync) : []
;(cases.length > 0 ? test.each(cases) : test.skip.each(['the shared cases are not here']))('reads %s without a problem', path => {
  const file = sourceFile('firewall.cmd', readFileSync(path))
  expect(netsh.recognises(file)).toBe(true)
  const { parts, problems: told } = netsh.parse(file, {})
  expect(told).toEqual([])
  expect(parts.flatMap(part => part.rules).every(rule => rule.malformed === undefined)).toBe(true)
})
