import { isAnyAddress } from '../../model/addresses.ts'
import { isAnyPort } from '../../model/ports.ts'
import type { Rule } from '../../model/types.ts'

/** What such a list shows of a rule. */
export type Shown = { readonly name: string | undefined } & Pick<Rule, 'group' | 'program' | 'service' | 'protocol' | 'localPorts' | 'remotePorts' | 'localAddresses' | 'remoteAddresses'>

/**
 * What to say of a rule in a list that leaves app packages out; undefined where the rule needs no such word.
 *
 * Windows writes two rules for each packaged app: any protocol, port, address and program, bound to the package and its user, and named and
 * grouped after the app. What is left of them in such a list reads like a rule that lets everything through. A person cannot give a rule a
 * group in the console or with netsh, so an ungrouped rule is what it looks like.
 */
export function leftOutPackage({ name, group, program, service, protocol, localPorts, remotePorts, localAddresses, remoteAddresses }: Shown, description?: string): 'AppPkgId' | 'app package' | undefined {
  if (group === undefined || name === undefined || program !== undefined || service !== undefined || !isAnyPort(localPorts) || !isAnyPort(remotePorts)
    || !isAnyAddress(localAddresses) || !isAnyAddress(remoteAddresses) || protocol === 1 || protocol === 58) return undefined
  const isOfApp = protocol === 'any' && (name === group || name === description || name.startsWith('@{') || group.startsWith('@{'))
  return isOfApp ? 'AppPkgId' : 'app package'
}
