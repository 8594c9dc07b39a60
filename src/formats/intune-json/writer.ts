import { ALL_PROFILES, profileNames } from '../../model/rules.ts'
import type { Rule } from '../../model/types.ts'
import { NAMED } from './catalog.ts'
import { type CspField, cspRule } from './csp-rule.ts'

/** One rule as a windowsFirewallRule of an endpoint protection profile. It has no switch and no ICMP types, so it is for remedies only. */
export function graphItem(rule: Rule): object {
  const said = new Map(cspRule(rule).fields.map(({ node, value }) => [node, value]))
  /** `App/FilePath` is `filePath` here. */
  const same = (node: string): object => {
    const name = node.slice(node.indexOf('/') + 1)
    return said.has(node) ? { [name.charAt(0).toLowerCase() + name.slice(1)]: said.get(node) } : {}
  }
  return {
    displayName: rule.name,
    trafficDirection: said.get('Direction'),
    action: said.get('Action/Type') === 0 ? 'blocked' : 'allowed',
    ...same('Protocol'), ...same('LocalPortRanges'), ...same('RemotePortRanges'), ...same('LocalAddressRanges'), ...same('RemoteAddressRanges'),
    ...same('App/FilePath'), ...same('App/ServiceName'),
    profileTypes: rule.profiles === ALL_PROFILES ? 'notConfigured' : profileNames(rule.profiles).join(','),
  }
}

/** One rule as the settings of a custom profile: one for each node of the Firewall CSP. */
export function omaItems(rule: Rule): object[] {
  const base = `./Vendor/MSFT/Firewall/MdmStore/FirewallRules/${(rule.id ?? rule.name).replace(/[^\w.-]+/g, '-')}`
  return cspRule(rule).fields.map(({ node, value }) => {
    const said = Array.isArray(value) ? value.join(',') : node === 'Direction' ? String(value).toUpperCase() : value
    const type = typeof said === 'number' ? 'Integer' : typeof said === 'boolean' ? 'Boolean' : 'String'
    return { '@odata.type': `#microsoft.graph.omaSetting${type}`, displayName: `${rule.name} ${node}`, omaUri: `${base}/${node}`, value: said }
  })
}

/** One rule as an item of the group setting collection. What the catalog cannot say leaves the rule switched off, with the words in its description. */
export function catalogItem(rule: Rule, name = rule.name): object {
  const { fields, lost } = cspRule(rule, name)
  const [first, ...rest] = fields.map(instance)
  const description = lost.length === 0 ? [] : [simple('description', `Switched off: not all of it can be said here (${lost.join(', ')})`)]
  return { '@odata.type': `${GRAPH}GroupSettingValue`, children: [first, ...description, ...rest] }
}
/** A field as a setting instance of the catalog. */
function instance(field: CspField): object {
  const name = field.node.replace('/', '_').toLowerCase()
  switch (field.kind) {
    case 'text': case 'number': return simple(name, field.value)
    case 'switch': return choice(name, field.value ? 1 : 0)
    case 'choice': return choice(name, field.value)
    case 'bits': return choices(name, [1, 2, 4].filter(bit => (field.value & bit) !== 0))
    case 'choices': return choices(name, field.value)
    case 'list': return list(name, field.value)
  }
}

const GRAPH = '#microsoft.graph.deviceManagementConfiguration'
const simple = (name: string, value: string | number) => ({
  '@odata.type': `${GRAPH}SimpleSettingInstance`, settingDefinitionId: `${NAMED}_${name}`,
  simpleSettingValue: { '@odata.type': `${GRAPH}${typeof value === 'string' ? 'String' : 'Integer'}SettingValue`, value },
})
const list = (name: string, values: readonly string[]) => ({
  '@odata.type': `${GRAPH}SimpleSettingCollectionInstance`, settingDefinitionId: `${NAMED}_${name}`,
  simpleSettingCollectionValue: values.map(value => ({ '@odata.type': `${GRAPH}StringSettingValue`, value })),
})
const option = (name: string, value: string | number) => ({ '@odata.type': `${GRAPH}ChoiceSettingValue`, value: `${NAMED}_${name}_${value}`, children: [] })
const choice = (name: string, value: string | number) => ({
  '@odata.type': `${GRAPH}ChoiceSettingInstance`, settingDefinitionId: `${NAMED}_${name}`, choiceSettingValue: option(name, value),
})
const choices = (name: string, values: readonly (string | number)[]) => ({
  '@odata.type': `${GRAPH}ChoiceSettingCollectionInstance`, settingDefinitionId: `${NAMED}_${name}`, choiceSettingCollectionValue: values.map(value => option(name, value)),
})

/** A policy of the settings catalog that holds these rules. The portal refuses two rules of one name, so later ones get a number. */
export function catalogPolicy(rules: readonly Rule[]): object {
  const taken = new Map<string, number>()
  const items = rules.map(rule => {
    const key = rule.name.toLowerCase()
    let { name } = rule
    let number = taken.get(key) ?? 1
    while (taken.has(name.toLowerCase())) name = `${rule.name} (${++number})`
    taken.set(key, number).set(name.toLowerCase(), taken.get(name.toLowerCase()) ?? 1)
    return catalogItem(rule, name)
  })
  return {
    name: 'Configuration Manager firewall rules',
    description: '',
    platforms: 'windows10',
    technologies: 'mdm,microsoftSense',
    templateReference: { templateId: '19c8aa67-f286-4861-9aa0-f23541d31680_1', templateFamily: 'endpointSecurityFirewall' },
    settings: [{
      '@odata.type': `${GRAPH}Setting`,
      settingInstance: {
        '@odata.type': `${GRAPH}GroupSettingCollectionInstance`,
        settingDefinitionId: NAMED,
        settingInstanceTemplateReference: { settingInstanceTemplateId: '76c7a8be-67d2-44bf-81a5-38c94926b1a1' },
        groupSettingCollectionValue: items,
      },
    }],
  }
}
