import type { PolicyPart, Problem, Profile, ProfileSettings, Setting, Span, Store } from '../../model/types.ts'

/** The data of one registry value. What is neither text nor a DWORD has neither field. */
export interface RegistryData {
  /** REG_SZ, REG_EXPAND_SZ. */
  readonly text?: string | undefined
  /** REG_DWORD. */
  readonly number?: number | undefined
  readonly source: Span
  /** The place of an offset in `text`; absent where a value has one place only. */
  readonly at?: ((index: number) => Span) | undefined
}
/** A value as it was set, with its name and the path of its key as written. */
export interface RegistryValue extends RegistryData { readonly key: string; readonly name: string }

/** The values of profile keys, with the rule for StandardProfile applied. */
export class ProfileKeys {
  readonly #keys: ReadonlyMap<string, ReadonlyMap<string, RegistryValue>>
  /** Which key speaks for which profile. */
  readonly sources: readonly { readonly profile: Profile; readonly from: string }[]
  readonly store: Store
  /** Which of the policy keys for private and public there are; undefined where there is none, or in the local store. */
  readonly generation: 'old' | 'new' | undefined

  constructor(store: Store, keys: ReadonlyMap<string, ReadonlyMap<string, RegistryValue>>) {
    this.#keys = keys
    this.store = store
    const exists = (name: string): boolean => [...keys.keys()].some(tail => tail === name || tail.startsWith(`${name}\\`))
    this.generation = store !== 'group-policy' ? undefined
      : exists('privateprofile') || exists('publicprofile') ? 'new' : exists('standardprofile') ? 'old' : undefined
    const standard = [{ profile: 'private' as const, from: 'standardprofile' }, { profile: 'public' as const, from: 'standardprofile' }]
    const own = [{ profile: 'private' as const, from: 'privateprofile' }, { profile: 'public' as const, from: 'publicprofile' }]
    this.sources = [
      { profile: 'domain', from: 'domainprofile' },
      // The service's own key calls the private profile StandardProfile.
      ...(store === 'local' ? [{ profile: 'private' as const, from: 'standardprofile' }, { profile: 'public' as const, from: 'publicprofile' }]
        // In policies the old key counts only where neither of the new ones exists ([MS-GPFAS] 2.2.3).
        : this.generation === 'new' ? own : standard),
    ]
  }
  value(profileKey: string, below: string, name: string): RegistryValue | undefined {
    return this.values(profileKey, below).get(name.toLowerCase())
  }
  values(profileKey: string, below: string): ReadonlyMap<string, RegistryValue> {
    return this.#keys.get(below === '' ? profileKey : `${profileKey}\\${below}`) ?? NO_VALUES
  }
}
const NO_VALUES: ReadonlyMap<string, RegistryValue> = new Map()

/** Reads the settings of [MS-FASP] 2.2.38 that decide about packets. */
export function settingsOf(keys: ProfileKeys, from: string, problems: Problem[]): ProfileSettings | undefined {
  const settings: { -readonly [K in keyof ProfileSettings]: Setting<never> } = {}
  for (const { below, name, setting, read, notStandard } of SETTINGS) {
    const value = keys.value(from, below, name)
    if (!value || (notStandard && from === 'standardprofile' && keys.store !== 'local')) continue
    const source = settingSpan(value)
    if (value.number === undefined) problems.push({ code: 'rule-malformed', message: `"${value.name}" is no DWORD value, so Windows does not use it.`, source })
    else settings[setting] = { value: read(value.number) as never, source }
  }
  return Object.keys(settings).length > 0 ? settings : undefined
}
/** The place of a value, named by its path where the format has no lines. */
export const settingSpan = ({ key, name, source }: RegistryValue): Span => ({ ...source, key: `${key}\\${name}` })

/** Settings by the profile key they stand in, such as those that a file deletes. */
export class SettingNames {
  readonly #names = new Map<string, Set<keyof ProfileSettings>>()

  /** The setting that a value of a key is; all of that key for `*`. */
  add(tail: string, name: string): void {
    this.#add((key, value) => key === tail && (name === '*' || value === name.toLowerCase()))
  }
  /** All that stand in a key or below it. */
  addBelow(tail: string): void {
    this.#add(key => tail === '' || key === tail || key.startsWith(`${tail}\\`))
  }
  byProfile(sources: ProfileKeys['sources']): NonNullable<PolicyPart['unset']> | undefined {
    if (this.#names.size === 0) return undefined
    return Object.fromEntries(sources.flatMap(({ profile, from }) => {
      const names = this.#names.get(from)
      return names ? [[profile, [...names]]] : []
    }))
  }
  #add(matches: (key: string, value: string) => boolean): void {
    for (const from of ['domainprofile', 'privateprofile', 'publicprofile', 'standardprofile']) {
      for (const { below, name, setting } of SETTINGS) {
        if (!matches(below === '' ? from : `${from}\\${below}`, name.toLowerCase())) continue
        const held = this.#names.get(from)
        if (held) held.add(setting)
        else this.#names.set(from, new Set([setting]))
      }
    }
  }
}

const isOn = (number: number): boolean => number !== 0
/** 1 blocks, also for outbound ([MS-GPFAS] 2.2.3); the Firewall CSP's rules count the other way round. */
const action = (number: number): 'allow' | 'block' => (number === 0 ? 'allow' : 'block')
const SETTINGS: readonly {
  below: string; name: string; setting: keyof ProfileSettings; read: (number: number) => unknown; notStandard?: true
}[] = [
  { below: '', name: 'EnableFirewall', setting: 'enabled', read: isOn },
  { below: '', name: 'DefaultInboundAction', setting: 'defaultInbound', read: action, notStandard: true },
  { below: '', name: 'DefaultOutboundAction', setting: 'defaultOutbound', read: action, notStandard: true },
  { below: '', name: 'AllowLocalPolicyMerge', setting: 'allowLocalRules', read: isOn, notStandard: true },
  { below: '', name: 'DoNotAllowExceptions', setting: 'blockAllInbound', read: isOn },
  { below: 'authorizedapplications', name: 'AllowUserPrefMerge', setting: 'allowUserApps', read: isOn },
  { below: 'globallyopenports', name: 'AllowUserPrefMerge', setting: 'allowUserPorts', read: isOn },
]
