import type { Format } from '../model/stages.ts'
import type { Change, Problem, Profile, ProfileSettings, Rule, Span } from '../model/types.ts'
import { type Literal, literalText } from '../text/literal.ts'
import { instancesOf, type MofInstance } from '../text/mof.ts'
import { dscFirewall, dscProfile } from './shared/dsc-firewall.ts'
import { RegistryPolicy } from './shared/registry-policy.ts'
import { setRegistryValue } from './shared/registry-resource.ts'

const FIREWALL = /^(?:DSC|MSFT)_x?Firewall$/i
const PROFILE = /^(?:DSC|MSFT)_x?FirewallProfile$/i
/** `Registry` of PSDscResources and xPSDesiredStateConfiguration, and GPRegistryPolicyDsc. */
const REGISTRY = /^(?:DSC|MSFT)_x?Registry(?:Resource|PolicyFile)$/i
const REGISTRY_MARK = /\binstance\s+of\s+(?:DSC|MSFT)_x?Registry(?:Resource|PolicyFile)\b/i
const REGISTRY_KEY = /\\\\(?:FirewallPolicy|WindowsFirewall)\b/i
const MARK = /\binstance\s+of\s+(?:DSC|MSFT)_x?Firewall(?:Profile)?\b/i
/** An encrypted configuration is one CMS message (Protect-CmsMessage). */
const ENCRYPTED = '-----BEGIN CMS-----'

/** Compiled DSC configurations: instances of the NetworkingDsc and xNetworking firewall resources. */
export const dscMof: Format = {
  id: 'dsc-mof',
  title: 'Compiled DSC configuration (MOF)',
  store: 'local',
  exported: true,
  names: [],
  recognises: file =>
    (file.name.endsWith('.mof') && !file.name.endsWith('.schema.mof') || file.head.includes('@TargetNode'))
    && (file.head.startsWith(ENCRYPTED) || MARK.test(file.text) || (REGISTRY_MARK.test(file.text) && REGISTRY_KEY.test(file.text))),
  parse(file) {
    const rules: Rule[] = []
    const changes: Change[] = []
    const problems: Problem[] = []
    const profiles: { [P in Profile]?: ProfileSettings } = {}
    if (file.head.startsWith(ENCRYPTED)) {
      const message = 'This configuration is encrypted; compile it without encryption to have it checked.'
      problems.push({ code: 'requirement-unverifiable', message, source: file.span(0, ENCRYPTED.length) })
    }
    const { instances, problems: broken } = instancesOf(file.text, name => FIREWALL.test(name) || PROFILE.test(name) || REGISTRY.test(name))
    const registry = new RegistryPolicy(problems)
    for (const { message, start, end } of broken) problems.push({ code: 'file-unreadable', message, source: file.span(start, end) })
    for (const instance of instances) {
      const source = file.span(instance.start, instance.end, keyOf(instance))
      if (FIREWALL.test(instance.className)) {
        const { rule, change, problems: said } = dscFirewall(instance.properties, source)
        if (rule) rules.push(rule)
        if (change) changes.push(change)
        problems.push(...said)
      } else if (REGISTRY.test(instance.className)) registryValue(instance, source, registry, problems)
      else {
        const { profile, settings, problems: said } = dscProfile(instance.properties, source)
        if (profile) profiles[profile] = { ...profiles[profile], ...settings }
        problems.push(...said)
      }
    }
    return { path: file.path, format: dscMof.id, parts: [{ store: 'local', rules, profiles, changes }, ...registry.parts()], problems }
  },
}

function registryValue({ properties }: MofInstance, source: Span, registry: RegistryPolicy, problems: Problem[]): void {
  const value = (name: string): Literal | undefined => properties.get(name)?.value
  const said = (name: string): string => literalText(value(name) ?? { kind: 'nothing', start: 0, end: 0 }).toLowerCase()
  const path = value('key')
  // Of the policy file's two halves only the computer's concerns the firewall.
  if (!path || said('targettype') === 'userconfiguration') return
  setRegistryValue(registry, {
    path, name: value('valuename'), data: value('valuedata'), type: value('valuetype'), isHex: said('hex') === 'true', isAbsent: said('ensure') === 'absent', source,
  }, problems)
}

/** `C:\cfg\cm.ps1::31::5::Firewall`: where the script that was compiled says it; empty when it was typed at the prompt. */
function keyOf({ properties }: MofInstance): string | undefined {
  for (const name of ['sourceinfo', 'resourceid']) {
    const value = properties.get(name)?.value
    const said = value ? literalText(value) : ''
    if (said !== '' && !said.startsWith('::')) return said
  }
  return undefined
}
