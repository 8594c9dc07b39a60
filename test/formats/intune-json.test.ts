import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { intuneJson } from '../../src/formats/intune-json.ts'
import { makeRule, neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import { portSet } from '../../src/model/ports.ts'
import type { Profiles } from '../../src/model/types.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

const parse = (text: string) => intuneJson.parse(sourceText('intune/policy.json', text), {})
const rulesOf = (text: string) => parse(text).parts.flatMap(part => part.rules)
const neutral = (text: string) => rulesOf(text).map(rule => withoutSource(neutralRule(rule)))
const valuesOf = (profiles: Profiles | undefined) => Object.fromEntries(Object.entries(profiles ?? {})
  .map(([profile, settings]) => [profile, Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, setting.value]))]))

const GRAPH = `{
  "@odata.context": "https://graph.microsoft.com/beta/$metadata#deviceManagement/deviceConfigurations",
  "value": [{
    "@odata.type": "#microsoft.graph.windows10EndpointProtectionConfiguration",
    "displayName": "Endpoint protection",
    "firewallProfileDomain": {
      "firewallEnabled": "allowed", "incomingTrafficBlocked": false, "incomingTrafficRequired": true,
      "inboundConnectionsBlocked": true, "outboundConnectionsBlocked": false, "policyRulesFromGroupPolicyNotMerged": true
    },
    "firewallProfilePublic": { "firewallEnabled": "notConfigured" },
    "firewallProfilePrivate": null,
    "firewallRules": [
      {
        "displayName": "Remote control",
        "description": "",
        "packageFamilyName": null,
        "filePath": "%SystemRoot%\\\\CCM\\\\RemCtrl\\\\CmRcService.exe",
        "serviceName": "",
        "protocol": 6,
        "localPortRanges": ["2701", "100-120"],
        "remotePortRanges": [],
        "localAddressRanges": ["*"],
        "remoteAddressRanges": ["10.0.10.5", "LocalSubnet", "RmtIntranet"],
        "profileTypes": "domain,private",
        "action": "allowed",
        "trafficDirection": "in",
        "interfaceTypes": "lan,wireless",
        "edgeTraversal": "blocked",
        "localUserAuthorizations": null
      },
      { "displayName": "Silent", "action": "notConfigured", "trafficDirection": "notConfigured", "profileTypes": "notConfigured", "interfaceTypes": "notConfigured" },
      { "displayName": "Users", "action": "blocked", "trafficDirection": "out", "localUserAuthorizations": "D:(A;;CC;;;S-1-5-32-545)", "packageFamilyName": "Contoso_1" }
    ]
  }]
}`

test('rules of an endpoint protection configuration: outbound and allow where nothing is said', () => {
  expect(neutral(GRAPH)).toEqual([
    {
      id: null, name: 'Remote control', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['2701', '100-120'],
      profiles: ['domain', 'private'], remoteAddresses: ['10.0.10.5', 'local-subnet', 'intranet-remote-access'],
      program: '%SystemRoot%\\CCM\\RemCtrl\\CmRcService.exe', interfaceTypes: ['lan', 'wireless'],
    },
    { id: null, name: 'Silent', direction: 'outbound', action: 'allow', enabled: true, protocol: 'any' },
    {
      id: null, name: 'Users', direction: 'outbound', action: 'block', enabled: true, protocol: 'any',
      unmodelled: ['localUserAuthorizations=D:(A;;CC;;;S-1-5-32-545)', 'packageFamilyName=Contoso_1'],
    },
  ])
  const { parts, problems } = parse(GRAPH)
  expect(problems).toEqual([])
  expect(parts[0]?.store).toBe('mdm')
  expect(valuesOf(parts[0]?.profiles)).toEqual({ domain: { enabled: true, blockAllInbound: false, defaultInbound: 'block', allowLocalRules: false }, public: {} })
  const [rule] = parts[0]?.rules ?? []
  expect(rule && placeOf(partOf(rule, 'localPorts'))).toMatchObject({ line: 20, column: 28 })
})

test('"any address" of the portal wins over the list beside it', () => {
  const rule = (more: string) => `{"@odata.type":"#microsoft.graph.windowsFirewallRule","firewallRules":[{"displayName":"a","trafficDirection":"in",${more}}]}`
  expect(neutral(rule('"useAnyRemoteAddressRange":true,"actualRemoteAddressRanges":[],"remoteAddressRanges":["*"]'))[0]?.['remoteAddresses']).toBeUndefined()
  expect(neutral(rule('"useAnyRemoteAddressRange":false,"actualRemoteAddressRanges":["192.0.2.0/24"]'))[0]?.['remoteAddresses']).toEqual(['192.0.2.0/24'])
})

const P = 'vendor_msft_firewall_mdmstore_firewallrules_{firewallrulename}'
const catalog = (children: string, id = P) => `{
  "name": "Rules", "platforms": "windows10", "technologies": "mdm,microsoftSense",
  "settings": [{ "settingInstance": {
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationGroupSettingCollectionInstance",
    "settingDefinitionId": "${id}",
    "groupSettingCollectionValue": [{ "children": [
${children}
    ] }]
  } }]
}`
const one = (name: string, value: string, id = P) => `      { "settingDefinitionId": "${id}_${name}", "simpleSettingValue": { "value": ${value} } }`
const many = (name: string, values: string[]) => `      { "settingDefinitionId": "${P}_${name}", "simpleSettingCollectionValue": [${values.map(v => `{ "value": "${v}" }`).join(', ')}] }`
const pick = (name: string, value: string, id = P) => `      { "settingDefinitionId": "${id}_${name}", "choiceSettingValue": { "value": "${id}_${name}_${value}", "children": [] } }`
const picks = (name: string, values: string[]) => `      { "settingDefinitionId": "${P}_${name}", "choiceSettingCollectionValue": [${values.map(v => `{ "value": "${P}_${name}_${v}" }`).join(', ')}] }`

const WAKE_UP = catalog([
  one('name', '"Wake-up"'), pick('enabled', '1'), pick('direction', 'in'), pick('action_type', '1'), one('protocol', '"17"'),
  many('localportranges', ['9', '25536']), many('remoteaddressranges', ['LocalSubnet']), picks('profiles', ['1', '2']), picks('interfacetypes', ['all']),
  one('app_filepath', '"C:\\\\Windows\\\\CCM\\\\CcmExec.exe"'), one('app_servicename', '"CcmExec"'), one('description', '"x"'), pick('edgetraversal', '0'),
].join(',\n'))

test('one item of the settings catalog is one rule', () => {
  expect(neutral(WAKE_UP)).toEqual([{
    id: null, name: 'Wake-up', direction: 'inbound', action: 'allow', enabled: true, protocol: 'udp', localPorts: ['9', '25536'], profiles: ['domain', 'private'],
    remoteAddresses: ['local-subnet'], program: 'C:\\Windows\\CCM\\CcmExec.exe', service: 'CcmExec',
  }])
  const [rule] = rulesOf(WAKE_UP)
  expect(rule && placeOf(partOf(rule, 'localPorts'))).toMatchObject({ line: 12 })
  expect(parse(WAKE_UP).problems).toEqual([])
})

test('comments, UTF-16, other case and every wrapper are read', () => {
  const inner = WAKE_UP.replace('{firewallrulename}"', '{FirewallRuleName}"').replace('"settings"', '// exported by hand\n "settings"')
  for (const text of [inner, `[${inner}]`, `{"value":[${inner}]}`, `/* x */ {"policy":{"a":[${inner},]}}`]) {
    const file = sourceFile('a.json', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
    expect(intuneJson.recognises(file)).toBe(true)
    expect(intuneJson.parse(file, {})).toMatchObject({ problems: [], parts: [{ rules: [{ name: 'Wake-up', protocol: 17 }] }] })
  }
})

test('ids of older scripts lack the name in braces', () => {
  const id = 'vendor_msft_firewall_mdmstore_firewallrules'
  expect(neutral(catalog([one('name', '"a"', id), pick('direction', 'in', id), pick('action_type', '0', id), pick('enabled', '1', id)].join(','), id)))
    .toEqual([{ id: null, name: 'a', direction: 'inbound', action: 'block', enabled: true, protocol: 'any' }])
})

test('a choice the service refuses is malformed, at its value', () => {
  const text = catalog([one('name', '"a"'), pick('direction', 'in'), pick('action_type', 'allow')].join(',\n'))
  expect(rulesOf(text)[0]?.malformed).toBeDefined()
  expect(parse(text).problems.map(({ code, source }) => [code, placeOf(source).line])).toEqual([['rule-malformed', 9]])
})

test('without the field "enabled" it is not known whether a rule is on', () => {
  expect(rulesOf(catalog([one('name', '"a"'), pick('action_type', '1')].join(',')))).toMatchObject([{ enabled: 'unknown', direction: 'outbound' }])
})

test('profile settings of the catalog, also below another choice', () => {
  const S = 'vendor_msft_firewall_mdmstore_domainprofile'
  const text = `{"settings":[{"settingInstance":{"settingDefinitionId":"${S}_enablefirewall","choiceSettingValue":{"value":"${S}_enablefirewall_true","children":[
    {"settingDefinitionId":"${S}_defaultinboundaction","choiceSettingValue":{"value":"${S}_defaultinboundaction_1"}},
    {"settingDefinitionId":"${S}_defaultoutboundaction","choiceSettingValue":{"value":"${S}_defaultoutboundaction_0"}},
    {"settingDefinitionId":"${S}_shielded","choiceSettingValue":{"value":"${S}_shielded_false"}},
    {"settingDefinitionId":"${S}_allowlocalpolicymerge","choiceSettingValue":{"value":"${S}_allowlocalpolicymerge_false"}},
    {"settingDefinitionId":"${S}_logmaxfilesize","simpleSettingValue":{"value":16384}}]}}}]}`
  expect(valuesOf(parse(text).parts[0]?.profiles))
    .toEqual({ domain: { enabled: true, defaultInbound: 'block', defaultOutbound: 'allow', blockAllInbound: false, allowLocalRules: false } })
})

test('an intent holds JSON in a text, and its rules stand at that text', () => {
  const json = JSON.stringify([{ displayName: 'a "b"', trafficDirection: 'in', protocol: 6, localPortRanges: ['70000'], action: 'allowed' }])
  const profile = JSON.stringify({ firewallEnabled: 'allowed', inboundConnectionsBlocked: true })
  const text = `{ "settingsDelta": [
  { "definitionId": "deviceConfiguration--windows10EndpointProtectionConfiguration_firewallRules", "valueJson": ${JSON.stringify(json)} },
  { "definitionId": "deviceConfiguration--windows10EndpointProtectionConfiguration_firewallProfilePublic", "valueJson": ${JSON.stringify(profile)} },
  { "definitionId": "deviceConfiguration--windows10EndpointProtectionConfiguration_firewallRules", "valueJson": "[{" }
] }`
  const { parts, problems } = parse(text)
  expect(parts[0]?.rules).toMatchObject([{ name: 'a "b"', malformed: expect.any(String) }])
  expect(valuesOf(parts[0]?.profiles)).toEqual({ public: { enabled: true, defaultInbound: 'block' } })
  expect(problems.map(({ code, source }) => [code, placeOf(source).line])).toEqual([['rule-malformed', 2], ['file-unreadable', 4]])
})

test('OMA-URIs of a custom profile are nodes of the Firewall CSP', () => {
  const node = (path: string, value: string) => `{ "@odata.type": "#microsoft.graph.omaSettingString", "omaUri": "./Vendor/MSFT/Firewall/MdmStore/${path}", "value": ${value} }`
  const text = `{ "@odata.type": "#microsoft.graph.windows10CustomConfiguration", "omaSettings": [
    ${node('FirewallRules/CM/Direction', '"IN"')}, ${node('FirewallRules/CM/Action/Type', '1')}, ${node('FirewallRules/CM/Protocol', '6')},
    ${node('FirewallRules/CM/LocalPortRanges', '"2701,10123"')}, ${node('FirewallRules/CM/Enabled', 'true')}, ${node('DomainProfile/Shielded', 'true')},
    ${node('FirewallRules/CM/Description', 'null')} ] }`
  expect(intuneJson.recognises(sourceText('a.json', text))).toBe(true)
  expect(neutral(text)).toEqual([{ id: 'CM', name: 'CM', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['2701', '10123'] }])
  expect(valuesOf(parse(text).parts[0]?.profiles)).toEqual({ domain: { blockAllInbound: true } })
  expect(parse(text).problems).toMatchObject([{ code: 'requirement-unverifiable' }])
})

test('a value of a custom profile that the export masks is not known', () => {
  const node = (path: string, value: string) => ({ omaUri: `./Vendor/MSFT/Firewall/MdmStore/FirewallRules/R/${path}`, value })
  const { parts, problems } = parse(JSON.stringify({ omaSettings: [node('Direction', 'IN'), node('Protocol', '6'), node('LocalPortRanges', '****')] }))
  expect(parts[0]?.rules).toMatchObject([{ direction: 'inbound', malformed: undefined }])
  expect(problems.map(({ code }) => code)).toContain('requirement-unverifiable')
})

test('a template that keeps the policy as JSON in a JSON text, and that in another', () => {
  const id = 'vendor_msft_firewall_mdmstore_publicprofile_defaultoutboundaction'
  const raw = JSON.stringify({ settings: [{ settingInstance: { settingDefinitionId: id, choiceSettingValue: { value: `${id}_1` } } }] })
  const template = (inner: string): string => JSON.stringify({ PartitionKey: 'IntuneTemplate', JSON: JSON.stringify({ Displayname: 'x', RAWJson: inner }) }, null, 1)
  expect(intuneJson.recognises(sourceText('a.json', template(raw)))).toBe(true)
  const { parts, problems } = parse(template(raw))
  expect(valuesOf(parts[0]?.profiles)).toEqual({ public: { defaultOutbound: 'block' } })
  expect(problems).toEqual([])
  expect(parse(template(raw.slice(0, -4))).problems.map(({ message }) => message)).toEqual([expect.stringMatching(/^RAWJson is not readable as JSON: /)])
})

test('what is written reads back as the same rules', () => {
  const [wakeUp] = rulesOf(WAKE_UP)
  const [remote, , users] = rulesOf(GRAPH)
  if (!wakeUp || !remote || !users) throw new Error('The samples hold these rules.')
  const text = String(intuneJson.write?.([wakeUp, remote, wakeUp]))
  expect(intuneJson.recognises(sourceText('a.json', text))).toBe(true)
  const [first, second] = [wakeUp, remote].map(rule => withoutSource(neutralRule(rule)))
  expect(neutral(text)).toEqual([first, second, { ...first, name: 'Wake-up (2)' }])
  expect(parse(text).problems).toEqual([])
  const names = ['a', 'A', 'a (2)', 'a'].map(name => makeRule({ name, source: wakeUp.source }))
  expect(rulesOf(String(intuneJson.write?.(names))).map(rule => rule.name)).toEqual(['a', 'A (2)', 'a (2) (2)', 'a (3)'])
  expect(JSON.parse(String(intuneJson.ruleWriter?.()?.rule(wakeUp)))).toMatchObject({ children: expect.any(Array) })
  // Left out, the user list would open the rule to everybody.
  expect(neutral(String(intuneJson.write?.([users])))).toMatchObject([{ name: 'Users', enabled: false }])
  const rpc = makeRule({ name: 'RPC', source: wakeUp.source, protocol: 6, localPorts: portSet([], ['rpc', 'rpc-epmap'], [], ['rpc', 'rpc-epmap']) })
  expect(neutral(String(intuneJson.write?.([rpc])))).toMatchObject([{ localPorts: ['49152-65535', '135'], enabled: true }])
})

test('JSON without firewall rules or settings is not ours', () => {
  for (const text of [
    '{"settingDefinitionId":"device_vendor_msft_bitlocker"}', '{"a":"Firewall"}', '{"firewallRules":[{"name":"AllowAzure","startIpAddress":"0.0.0.0"}]}',
    '{"@odata.type":"#microsoft.graph.windows10EndpointProtectionConfiguration","firewallRules":[],"firewallProfileDomain":null}',
    '{"settingDefinitionId":"vendor_msft_firewall_mdmstore_hypervfirewallrules_{firewallrulename}"}',
  ]) expect([text, intuneJson.recognises(sourceText('a.json', text))]).toEqual([text, false])
})

test('half a file is told', () => {
  expect(parse(GRAPH.slice(0, 900)).problems).toMatchObject([{ code: 'file-unreadable' }])
})

const CORPUS = '../shared/corpus/'
const files = (folder: string): string[] => readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.json')).map(name => join(CORPUS, folder, name));
(existsSync(CORPUS) ? test : test.skip)('corpus (absent: skipped): of all JSON files only one policy has firewall settings', () => {
  const ours = [...files('intune-json'), ...files('other-json'), ...files('irrelevant'), ...files('azure-nsg')].filter(path => intuneJson.recognises(sourceFile(path, readFileSync(path))))
  expect(ours).toHaveLength(1)
  expect(ours[0]).toMatch(/Windows_Firewall\.json$/)
  const { parts, problems } = intuneJson.parse(sourceFile('a.json', readFileSync(ours[0] ?? '')), {})
  expect(problems).toEqual([])
  const one = { enabled: true, defaultInbound: 'block', defaultOutbound: 'allow', blockAllInbound: false, allowLocalRules: true, allowUserApps: true, allowUserPorts: true }
  expect(valuesOf(parts[0]?.profiles)).toMatchObject({ domain: one, private: one, public: { enabled: true, defaultInbound: 'block' } })
})

test('hostile input neither throws nor takes long', () => {
  survives(intuneJson, 'x.json', WAKE_UP)
  survives(intuneJson, 'x.json', GRAPH)
  for (const unit of ['[', '{"a":', '"', '\\', '/*', '//', '{"firewallRules":[', '{"definitionId":"', '[{},', ' ', '"firewallRules" ']) {
    const start = performance.now()
    const file = sourceText('x.json', `[${unit.repeat(200_000)}`)
    intuneJson.recognises(file)
    intuneJson.parse(file, {})
    expect([unit, performance.now() - start < 10_000]).toEqual([unit, true])
  }
})
