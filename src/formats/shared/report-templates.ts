import type { SourceText } from '../../model/stages.ts'
import type { Problem } from '../../model/types.ts'
import type { XmlElement } from '../../text/xml.ts'
import type { RegistryData } from './profile-keys.ts'
import type { RegistryPolicy } from './registry-policy.ts'

const ROOT = 'Software\\Policies\\Microsoft\\WindowsFirewall'

/**
 * Administrative Templates in a report, as far as they concern the firewall: `Policy` elements by their English names, unknown values by
 * their key. Each is put into the registry that it stands for. Texts are in the language of the machine that made the report.
 */
export class TemplateExtension {
  readonly #file: SourceText
  readonly #policy: RegistryPolicy
  readonly #problems: Problem[]
  #setting: Setting | undefined

  constructor(file: SourceText, policy: RegistryPolicy, problems: Problem[]) {
    this.#file = file
    this.#policy = policy
    this.#problems = problems
  }

  /** False: what is inside does not matter. Depths count from the extension's children, which have 1. */
  open({ name }: XmlElement, depth: number): boolean {
    if (depth === 1) this.#setting = name === 'Policy' || name === 'RegistrySetting' ? newSetting() : undefined
    return this.#setting !== undefined && name !== 'Explain'
  }
  close(element: XmlElement, depth: number): void {
    const setting = this.#setting
    if (!setting) return
    const { name, parent, text, start, end } = element
    if (depth === 1) {
      this.#setting = undefined
      const source = { start, end }
      if (name === 'Policy') this.#take(setting, source)
      else this.#takeValues(setting, source)
    } else if (depth === 2) {
      if (name === 'CheckBox') setting.boxes.set(words(setting.part.name), isOn(setting.part.state))
      else if (name === 'EditText') setting.edits.push(setting.part)
      else if (name === 'Value') setting.values.push(setting.part)
      else setting.fields.set(name, text.trim())
      setting.part = newPart()
    } else if (depth === 3) {
      if (name === 'Name') setting.part.name = text.trim()
      else if (name === 'State') setting.part.state = text.trim()
      else if (name === 'Value') Object.assign(setting.part, { value: text.trim(), start, end })
      else if (name === 'Number' || name === 'String') Object.assign(setting.part, { kind: name, value: text.trim(), start, end })
    } else if (parent?.name === 'Element' && name === 'Data') setting.entries.push({ text: text.trim(), start, end })
  }

  #take({ fields, boxes, edits, entries }: Setting, at: Stretch): void {
    const name = (fields.get('Name') ?? '').toLowerCase()
    const category = fields.get('Category') ?? ''
    const state = fields.get('State') ?? ''
    if (!/^(?:Enabled|Disabled)$/.test(state)) return
    const profile = /\/Domain Profile$/.test(category) ? 'DomainProfile' : /\/Standard Profile$/.test(category) ? 'StandardProfile' : undefined
    const known = /^windows (?:defender )?firewall: (.+)$/.exec(name)?.[1]
    const reader = profile && known !== undefined ? READERS.get(known) : undefined
    if (!reader) {
      const isFirewall = /windows/i.test(category) && FIREWALL_WORD.test(category)
      if (entries.some(({ text }) => LIST_ENTRY.test(text)) || (isFirewall && !(profile && known !== undefined))) this.#cannotRead(fields.get('Name') ?? '', at)
      return
    }
    const set = (below: string, value: string, data: Omit<RegistryData, 'source'>, place: Stretch = at): void => {
      this.#set(`${ROOT}\\${profile}${below === '' ? '' : `\\${below}`}`, value, data, place)
    }
    reader(set, state === 'Enabled' ? 1 : 0, { boxes, edits, entries })
  }
  #takeValues({ fields, values }: Setting, at: Stretch): void {
    const key = fields.get('KeyPath') ?? ''
    const policyKey = this.#policy.key(key)
    if (!policyKey) return
    this.#policy.create(policyKey)
    for (const part of values) {
      if (part.kind === 'Number' && /^\d{1,10}$/.test(part.value)) this.#set(key, part.name, { number: Number(part.value) }, part)
      else if (part.kind === 'String') this.#set(key, part.name, { text: part.value }, part)
      else if (part.name !== '') this.#cannotRead(`${key}\\${part.name}`, at)
    }
  }
  #set(path: string, name: string, data: Omit<RegistryData, 'source'>, { start, end }: Stretch): void {
    const key = this.#policy.key(path)
    if (key) this.#policy.set(key, name, { ...data, source: this.#file.span(start, end, `${path}\\${name}`) })
  }
  #cannotRead(name: string, { start, end }: Stretch): void {
    const message = `What "${name}" opens cannot be read from this report; registry.pol of the same GPO says it.`
    this.#problems.push({ code: 'requirement-unverifiable', message, source: this.#file.span(start, end, name) })
  }
}

interface Stretch { readonly start: number; readonly end: number }
/** A control of a policy, or a value of a key. */
interface Part { name: string; state: string; value: string; kind: string; start: number; end: number }
const newPart = (): Part => ({ name: '', state: '', value: '', kind: '', start: 0, end: 0 })
interface Setting {
  readonly fields: Map<string, string>
  readonly boxes: Map<string, boolean>
  readonly edits: Part[]
  readonly entries: (Stretch & { readonly text: string })[]
  readonly values: Part[]
  part: Part
}
const newSetting = (): Setting => ({ fields: new Map(), boxes: new Map(), edits: [], entries: [], values: [], part: newPart() })
const isOn = (state: string): boolean => state === 'Enabled'
/** `Allow inbound echo request` names the value AllowInboundEchoRequest. */
const words = (text: string): string => text.replaceAll(' ', '').toLowerCase()

/** The word in the languages of Windows that write it in their own way. */
export const FIREWALL_WORD = /firewall|방화벽|ファイアウォール|防火墙|防火牆|pare-feu|брандмауэр|tűzfal|zapora|güvenlik duvarı/i
const LIST_ENTRY = /^\d{1,5}:(?:TCP|UDP):[^:]*:(?:enabled|disabled):|:(?:enabled|disabled):/i

type Set = (below: string, value: string, data: Omit<RegistryData, 'source'>, place?: Stretch) => void
type Reader = (set: Set, state: 0 | 1, said: Pick<Setting, 'boxes' | 'edits' | 'entries'>) => void

const value = (below: string, name: string): Reader => (set, state) => { set(below, name, { number: state }) }
const list = (key: string): Reader => (set, state, { entries }) => {
  set(key, 'Enabled', { number: state })
  for (const { text, start, end } of entries) set(`${key}\\List`, text, { text }, { start, end })
}
const exception = (key: string): Reader => (set, state, { edits }) => {
  set(key, 'Enabled', { number: state })
  const scope = edits.find(edit => isOn(edit.state) && edit.value !== '')
  if (scope) set(key, 'RemoteAddresses', { text: scope.value }, scope)
}
const icmp: Reader = (set, state, { boxes }) => {
  if (state === 1) for (const [name, on] of boxes) set('IcmpSettings', name, { number: on ? 1 : 0 })
}
const nothing: Reader = () => {}

/** Settings of WindowsFirewall.admx below a profile, by what stands behind "Windows Defender Firewall: ", of all editions. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ['protect all network connections', value('', 'EnableFirewall')],
  ['do not allow exceptions', value('', 'DoNotAllowExceptions')],
  ['allow local port exceptions', value('GloballyOpenPorts', 'AllowUserPrefMerge')],
  ['allow local program exceptions', value('AuthorizedApplications', 'AllowUserPrefMerge')],
  ['define port exceptions', list('GloballyOpenPorts')],
  ['define inbound port exceptions', list('GloballyOpenPorts')],
  ['define program exceptions', list('AuthorizedApplications')],
  ['define inbound program exceptions', list('AuthorizedApplications')],
  ['allow file and printer sharing exception', exception('Services\\FileAndPrint')],
  ['allow inbound file and printer sharing exception', exception('Services\\FileAndPrint')],
  ['allow remote administration exception', exception('RemoteAdminSettings')],
  ['allow inbound remote administration exception', exception('RemoteAdminSettings')],
  ['allow remote desktop exception', exception('Services\\RemoteDesktop')],
  ['allow inbound remote desktop exceptions', exception('Services\\RemoteDesktop')],
  ['allow upnp framework exception', exception('Services\\UPnPFramework')],
  ['allow inbound upnp framework exceptions', exception('Services\\UPnPFramework')],
  ['allow icmp exceptions', icmp],
  ['allow logging', nothing],
  ['prohibit notifications', nothing],
  ['prohibit unicast response to multicast or broadcast requests', nothing],
])
