import type { Profile, Store } from '../../model/types.ts'

/** What a registry key is to us. Everything else under the two firewall keys says nothing about packets. */
export interface FirewallKey {
  readonly store: Store
  /** Below the firewall key, in lower case: '' is the key itself, `domainprofile\logging` one of its subkeys. */
  readonly tail: string
}

const POLICIES = 'policies\\microsoft\\windowsfirewall'
const SERVICE = 'services\\sharedaccess\\parameters\\firewallpolicy'

/**
 * The firewall key that a key path lies in, whatever stands before it (a hive name, a mounted hive, ControlSet001);
 * undefined where it lies in none, or in a user's hive.
 */
export function firewallKey(path: string): FirewallKey | undefined {
  const key = normalised(path)
  if (/^(?:hkey_current_user|hkcu)(?:\\|$)/.test(key)) return undefined
  const policies = tailAfter(key, POLICIES)
  if (policies !== undefined) return { store: 'group-policy', tail: policies }
  const service = tailAfter(key, SERVICE)
  return service === undefined ? undefined : { store: 'local', tail: service }
}

/** The stores whose firewall key lies below a key: deleting `…\Policies\Microsoft` deletes the policies too. */
export function storesBelow(path: string): readonly Store[] {
  const key = normalised(path).replace(/^(?:hkey_local_machine|hklm|machine)\\/, '').replace(/^system\\(?:currentcontrolset|controlset\d+)\\?/, 'system\\')
  const below = (full: string): boolean => key !== '' && full.startsWith(`${key.replace(/\\$/, '')}\\`)
  return [...(below(`software\\${POLICIES}`) ? ['group-policy' as const] : []), ...(below(`system\\${SERVICE}`) ? ['local' as const] : [])]
}

/** The look behind keeps a long run of backslashes from being tried from each of them. */
const normalised = (path: string): string => path.toLowerCase().replace(/^\\+|(?<!\\)\\+$/g, '')
function tailAfter(key: string, base: string): string | undefined {
  for (let at = key.indexOf(base); at >= 0; at = key.indexOf(base, at + 1)) {
    const end = at + base.length
    if ((at === 0 || key[at - 1] === '\\') && (end === key.length || key[end] === '\\')) return key.slice(end + 1)
  }
  return undefined
}

/** The four subkeys that hold profile settings. `standardprofile` is the old name of what became private and public. */
export const PROFILE_KEYS: ReadonlyMap<string, Profile | 'standard'> = new Map<string, Profile | 'standard'>([
  ['domainprofile', 'domain'], ['privateprofile', 'private'], ['publicprofile', 'public'], ['standardprofile', 'standard'],
])
/** `domainprofile\globallyopenports\list` to the profile and what follows. */
export function splitProfile(tail: string): { readonly profile: Profile | 'standard'; readonly rest: string } | undefined {
  const cut = tail.indexOf('\\')
  const profile = PROFILE_KEYS.get(cut < 0 ? tail : tail.slice(0, cut))
  return profile && { profile, rest: cut < 0 ? '' : tail.slice(cut + 1) }
}
/** The keys below a profile whose values we read. */
export const HOLDING_KEYS: ReadonlySet<string> = new Set([
  '', 'authorizedapplications', 'authorizedapplications\\list', 'globallyopenports', 'globallyopenports\\list', 'icmpsettings', 'remoteadminsettings',
  'services\\fileandprint', 'services\\remotedesktop', 'services\\upnpframework',
])
