// npm run bench -- --formats: how fast each format is read, beside reading and decoding the same bytes. One process for each format, so that
// none warms up another; generated inputs of 10,000 and 50,000 rules, by the format's own writer or a template of one rule.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The steps that a script may take end a configuration of more than 7,000 resources. */
const sizesOf = id => (id === 'dsc-powershell' ? [1_000, 5_000] : [10_000, 50_000])
const port = i => 1024 + ((i * 7919) % 60_000)
const address = i => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`
const string = i => `v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Domain|LPort=${port(i)}|RA4=${address(i)}|Name=Contoso rule ${i}|`
const tag = (name, value) => `<q1:${name}>${value}</q1:${name}>\n`
const node = (i, name, value) => `<Replace><Item><Target><LocURI>./Vendor/MSFT/Firewall/MdmStore/FirewallRules/R${i}/${name}</LocURI></Target><Data>${value}</Data></Item></Replace>\n`
const cells = (left, right) => `<tr><td>${left}</td><td>${right}</td></tr>\n`
const section = name => `<div><span class="sectionTitle">${name}</span></div>\n`
const label = (name, value) => `${`${name}:`.padEnd(38)}${value}\r\n`
const KEY = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules'

/** File name, what stands before the rules, one rule, what stands behind them. */
const TEMPLATES = {
  'gpreport-xml': ['gpreport.xml', '<?xml version="1.0" encoding="utf-8"?>\n<GPO xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.microsoft.com/GroupPolicy/Settings"><Name>x</Name><Computer><Enabled>true</Enabled><ExtensionData><Extension xmlns:q1="http://www.microsoft.com/GroupPolicy/Settings/WindowsFirewall" xsi:type="q1:WindowsFirewallSettings">\n',
    i => tag('InboundFirewallRules', tag('Version', '2.29') + tag('Action', 'Allow') + tag('Name', `Contoso rule ${i}`) + tag('Dir', 'In') + tag('RA4', address(i)) + tag('LPort', port(i)) + tag('Protocol', 6) + tag('Active', 'true')), '</Extension></ExtensionData></Computer></GPO>\n'],
  'policy-rules': ['a.PolicyRules', '<PolicyRules>\n', i => `<ComputerConfig><Key>Software\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules</Key><Value>R${i}</Value><RegType>REG_SZ</RegType><RegData>${string(i)}</RegData><PolicyName>CM</PolicyName></ComputerConfig>\n`, '</PolicyRules>\n'],
  'gpp-registry': ['Registry.xml', '<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">\n', i => `<Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="R${i}"><Properties action="U" hive="HKEY_LOCAL_MACHINE" key="${KEY}" name="R${i}" type="REG_SZ" value="${string(i)}"/></Registry>\n`, '</RegistrySettings>\n'],
  'firewall-csp': ['a.xml', '<SyncML xmlns="SYNCML:SYNCML1.2"><SyncBody>\n', i => node(i, 'Enabled', 'true') + node(i, 'Direction', 'IN') + node(i, 'Protocol', 6) + node(i, 'LocalPortRanges', port(i)) + node(i, 'RemoteAddressRanges', address(i)), '</SyncBody></SyncML>\n'],
  clixml: ['a.xml', '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\n', i => `<Obj RefId="${i}"><MS><S N="Name">R${i}</S><S N="DisplayName">Contoso rule ${i}</S><S N="Enabled">True</S><S N="Direction">Inbound</S><S N="Action">Allow</S><S N="Profile">Domain</S><S N="Protocol">TCP</S><S N="LocalPort">${port(i)}</S><S N="RemoteAddress">${address(i)}</S></MS></Obj>\n`, '</Objs>\n'],
  'gpo-html': ['a.htm', `<html dir="ltr" gpmc_reportInitialized="false"><head><title>x</title></head><body>\n${section('Computer Configuration (Enabled)')}${section('Windows Defender Firewall with Advanced Security')}${section('Inbound Rules')}<table>\n`,
    i => `${cells(`Contoso rule ${i}`, '')}<tr><td colspan="2"><table class="subtable">\n${cells('Enabled', 'True')}${cells('Action', 'Allow')}${cells('Protocol', 6)}${cells('Local port', port(i))}${cells('Remote scope', address(i))}${cells('Profile', 'Domain')}</table></td></tr>\n`, '</table></body></html>\n'],
  'net-firewall-rule-json': ['a.json', '[\n', i => `  { "Name": "R${i}", "DisplayName": "Contoso rule ${i}", "Enabled": 1, "Direction": 1, "Action": 2, "Profile": 1, "Protocol": "TCP", "LocalPort": ["${port(i)}"], "RemoteAddress": "${address(i)}" },\n`, '  {}\n]\n'],
  'net-firewall-rule-csv': ['a.csv', '"Name","DisplayName","Enabled","Direction","Action","Profile","Protocol","LocalPort","RemoteAddress"\r\n', i => `"R${i}","Contoso rule ${i}","True","Inbound","Allow","Domain","TCP","${port(i)}","${address(i)}"\r\n`, ''],
  'wf-export': ['inbound.txt', 'Name\tGroup\tProfile\tEnabled\tAction\tOverride\tProgram\tLocal Address\tRemote Address\tProtocol\tLocal Port\tRemote Port\t\r\n', i => `Contoso rule ${i}\t\tDomain\tYes\tAllow\tNo\tAny\tAny\t${address(i)}\tTCP\t${port(i)}\tAny\t\r\n`, ''],
  'netsh-dump': ['a.txt', '\r\n', i => `${label('Rule Name', `Contoso rule ${i}`)}${'-'.repeat(70)}\r\n${label('Enabled', 'Yes')}${label('Direction', 'In')}${label('Profiles', 'Domain')}${label('Grouping', '')}${label('LocalIP', 'Any')}${label('RemoteIP', `${address(i)}/32`)}${label('Protocol', 'TCP')}${label('LocalPort', port(i))}${label('RemotePort', 'Any')}${label('Edge traversal', 'No')}${label('Action', 'Allow')}\r\n`, 'Ok.\r\n'],
  'dsc-powershell': ['a.ps1', 'configuration C {\n  Import-DscResource -ModuleName NetworkingDsc\n  Node localhost {\n', i => `    Firewall R${i} { Name = 'R${i}'; DisplayName = 'Contoso rule ${i}'; Direction = 'Inbound'; Protocol = 'TCP'; LocalPort = '${port(i)}'; RemoteAddress = '${address(i)}' }\n`, '  }\n}\n'],
  'dsc-mof': ['a.mof', '/*\n@TargetNode=\'CLIENT01\'\n*/\n', i => `instance of DSC_Firewall { Name = "R${i}"; DisplayName = "Contoso rule ${i}"; Direction = "Inbound"; Protocol = "TCP"; LocalPort = {"${port(i)}"}; RemoteAddress = {"${address(i)}"}; };\n`, ''],
  ansible: ['a.yml', '', i => `- name: Rule ${i}\n  community.windows.win_firewall_rule:\n    name: Contoso rule ${i}\n    protocol: tcp\n    localport: ${port(i)}\n    direction: in\n    action: allow\n    remoteip: ${address(i)}\n`, ''],
  puppet: ['a.pp', '', i => `windows_firewall_rule { 'Contoso rule ${i}':\n  direction => inbound, action => allow, protocol => tcp, local_port => ${port(i)}, remote_address => '${address(i)}',\n}\n`, ''],
  chef: ['a.rb', '', i => `windows_firewall_rule 'Contoso rule ${i}' do\n  protocol 'TCP'\n  local_port '${port(i)}'\n  remote_address '${address(i)}'\nend\n`, ''],
  salt: ['a.sls', '', i => `rule${i}:\n  win_firewall.add_rule:\n    - name: Contoso rule ${i}\n    - localport: ${port(i)}\n    - remoteip: ${address(i)}\n`, ''],
}
const NAMES = { 'registry-pol': 'registry.pol', reg: 'a.reg', powershell: 'a.ps1', netsh: 'a.cmd', 'lgpo-text': 'a.lgpo', 'intune-json': 'a.json', 'rules-yaml': 'a.yml' }

async function inputOf(format, rules) {
  if (format.id === 'wfw') {
    const { hiveBytes } = await import('../test/formats/registry-files.ts')
    return ['a.wfw', hiveBytes({ name: 'x', keys: [{ name: 'FirewallRules', values: Array.from({ length: rules }, (_, i) => ({ name: `R${i}`, data: string(i) })) }] })]
  }
  const template = TEMPLATES[format.id]
  if (template) return [template[0], Buffer.from(`${template[1]}${Array.from({ length: rules }, (_, i) => template[2](i)).join('')}${template[3]}`)]
  const { makeRule } = await import('../src/model/rules.ts')
  const { addressSet } = await import('../src/model/addresses.ts')
  const { portSet } = await import('../src/model/ports.ts')
  const { sourceText } = await import('../src/text/source-file.ts')
  const source = sourceText('x', '').span(0, 0)
  const content = format.write(Array.from({ length: rules }, (_, i) => makeRule({
    id: `R${i}`, name: `Contoso rule ${i}`, protocol: 6, localPorts: portSet([[port(i), port(i)]]), remoteAddresses: addressSet([[0x0a000000 + i, 0x0a000000 + i]]), profiles: 1, source,
  })))
  return [NAMES[format.id], Buffer.from(content)]
}
const median = list => [...list].sort((a, b) => a - b)[list.length >> 1]

/** One format in this process: `[bytes, seconds, seconds of the yardstick]` for each size. */
async function measure(id) {
  const { formatOf } = await import('../src/formats/index.ts')
  const { sourceFile } = await import('../src/text/source-file.ts')
  const format = await formatOf(id)
  await format.prepare?.()
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const out = []
    for (const rules of sizesOf(id)) {
      const [name, bytes] = await inputOf(format, rules)
      const path = join(folder, name)
      writeFileSync(path, bytes)
      const times = { read: [], parse: [] }
      for (let round = 0; round < 5; round++) {
        globalThis.gc?.()
        let start = performance.now()
        // Binary formats have no text: their units are decoded as the registry keeps them.
        if (id === 'registry-pol' || id === 'wfw') readFileSync(path).toString('utf16le')
        else sourceFile(path, readFileSync(path)).text
        times.read.push(performance.now() - start)
        globalThis.gc?.()
        start = performance.now()
        const file = sourceFile(path, readFileSync(path))
        const { parts, problems } = format.parse(file, {})
        times.parse.push(performance.now() - start)
        const found = parts.reduce((sum, part) => sum + part.rules.length, 0)
        if (found !== rules || problems.length > 0) throw new Error(`${id}: ${found} of ${rules} rules, ${problems.length} problems: ${problems[0]?.message}`)
      }
      out.push([bytes.length, median(times.parse) / 1000, median(times.read) / 1000])
    }
    return out
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The table, one line for each format. */
export async function benchFormats() {
  const { loadFormats } = await import('../src/formats/index.ts')
  const heads = ['format', 'MB', 'MB/s', 'rules/s', 'to read and decode', 'growth']
  const rows = []
  for (const { id } of await loadFormats()) {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), id], { encoding: 'utf8' })
    if (status !== 0) { rows.push([id, stderr.split('\n').find(line => /^\w*Error:/.test(line)) ?? 'failed', '', '', '', '']); continue }
    const [small, large] = JSON.parse(stdout)
    const [bytes, seconds, read] = large
    const [few, many] = sizesOf(id)
    rows.push([id, (bytes / 1e6).toFixed(1), (bytes / 1e6 / seconds).toFixed(0), Math.round(many / seconds).toLocaleString('en'), `${(seconds / read).toFixed(1)} x`,
      (Math.log(seconds / small[1]) / Math.log(many / few)).toFixed(2)])
  }
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map(r => r[i].length)))
  for (const line of [heads, ...rows]) process.stdout.write(`${line.map((text, i) => text.padEnd(widths[i])).join('  ').trimEnd()}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(JSON.stringify(await measure(process.argv[2])))
