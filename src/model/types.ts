import type { RulesDigest } from './digest.ts'

/**
 * The words of the project as types. Values, not classes; whatever a source leaves open is absent, `'unknown'` or
 * `unresolved`, never guessed, and never proves that a packet passes.
 */

/** Lines and columns count from 1, columns in UTF-16 units, as SARIF and GitHub count. */
export interface Place {
  /** From the repository root, with `/` on every system. */
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** Bytes from the start, for files that have no lines (registry.pol, .wfw). */
  readonly offset?: number
  /** Registry value name or element path: the place in words. */
  readonly key?: string
}

/** What can turn offsets of one file into places. Cheap to hold: lines are counted when the first place is asked for. */
export interface Origin {
  readonly path: string
  /** `start` and `end` are UTF-16 offsets of the decoded text, or byte offsets where the file has no text. */
  place(start: number, end: number, key?: string): Place
  /** The source line a place begins on, for excerpts; undefined where the file has no lines. */
  line(number: number): string | undefined
}

/** A stretch of one file, kept as offsets until somebody wants to read it. */
export interface Span {
  readonly origin: Origin
  readonly start: number
  readonly end: number
  readonly key?: string | undefined
}

export type Direction = 'inbound' | 'outbound'
export type Action = 'allow' | 'block' | 'bypass'
export type Profile = 'domain' | 'private' | 'public'
/** Bits: 1 domain, 2 private, 4 public ([MS-FASP] 2.2.2). 7 is all; a rule that names none means all. */
export type ProfileSet = number
/** IANA number: 6 TCP, 17 UDP, 1 ICMPv4, 58 ICMPv6. */
export type Protocol = number | 'any'

/** Inclusive at both ends, 0 to 65535. */
export type PortRange = readonly [from: number, to: number]
/** Windows resolves these at run time ([MS-GPFAS] 2.2.2.3), so they stand beside the numbers, not among them. */
export type PortKeyword = 'rpc' | 'rpc-epmap' | 'iphttps' | 'teredo' | 'dhcp' | 'ply2disc' | 'mdns' | 'tcpcdpsvc' | 'cortana'
/** Ranges are sorted, disjoint and never touch, so equal sets are equal values. Only ports.ts makes one. */
export interface PortSet {
  readonly ranges: readonly PortRange[]
  /** The ends of the one range that the set is, where its parser kept just these: large policies are read without making the arrays. */
  readonly from?: number
  readonly to?: number
  readonly keywords: readonly PortKeyword[]
  /** Variables and expressions as written: they may stand for any port and prove nothing. */
  readonly unresolved: readonly string[]
  /** The entries as the file lists them, in neutral spelling; absent for computed sets and for "any". */
  readonly text?: readonly string[]
}

export type Range4 = readonly [from: number, to: number]
export type Range6 = readonly [from: bigint, to: bigint]
/** A trailing 4 or 6 limits the keyword to one address family. */
export type AddressKeyword =
  | 'local-subnet' | 'local-subnet4' | 'local-subnet6'
  | 'dns' | 'dns4' | 'dns6' | 'dhcp' | 'dhcp4' | 'dhcp6' | 'wins' | 'wins4' | 'wins6'
  | 'default-gateway' | 'default-gateway4' | 'default-gateway6'
  | 'intranet' | 'internet' | 'intranet-remote-access' | 'play-to-device' | 'captive-portal'
/** Sorted, disjoint, never touching ranges of both families. Only addresses.ts makes one. */
export interface AddressSet {
  readonly v4: readonly Range4[]
  /** The ends of the one IPv4 range that the set is, where its parser kept just these. */
  readonly from?: number
  readonly to?: number
  readonly v6: readonly Range6[]
  readonly keywords: readonly AddressKeyword[]
  /** Host names, variables, object groups, as written. They never prove that something passes. */
  readonly unresolved: readonly string[]
  /** The entries as the file lists them, in neutral spelling; absent for computed sets and for "any". */
  readonly text?: readonly string[]
}

/** `type:code` in decimal, `*` for all codes ("8:*"). Empty means all types. */
export type IcmpSet = readonly string[]
export type InterfaceType = 'lan' | 'wireless' | 'remote-access' | 'mobile-broadband'

/** One `Platform` entry of a rule string ([MS-FASP] 2.2.29 to 31): platform 2 is NT. */
export interface Platform {
  readonly platform: number
  readonly major: number
  readonly minor: number
  /** This version or later; else exactly this version. */
  readonly orLater: boolean
}

/** The fields of a rule whose own place a text format can name. The order is the index into `Rule.parts`. */
export const PART_NAMES = [
  'id', 'name', 'group', 'direction', 'action', 'enabled', 'protocol', 'localPorts', 'remotePorts', 'icmp',
  'profiles', 'localAddresses', 'remoteAddresses', 'program', 'service', 'interfaceTypes',
] as const
export type PartName = (typeof PART_NAMES)[number]

/** One rule as its file says it, before any precedence. */
export interface Rule {
  /** Registry value name or `-Name`; null where the format has none. Compares case-insensitively. */
  readonly id: string | null
  readonly name: string
  readonly group: string | undefined
  readonly direction: Direction | 'unknown'
  readonly action: Action | 'unknown'
  readonly enabled: boolean | 'unknown'
  readonly protocol: Protocol | 'unknown'
  readonly localPorts: PortSet
  readonly remotePorts: PortSet
  readonly icmp: IcmpSet
  readonly profiles: ProfileSet
  readonly localAddresses: AddressSet
  readonly remoteAddresses: AddressSet
  /** As written. `System` is the kernel (SMB, HTTP.sys). */
  readonly program: string | undefined
  /** Short name; `*` means every service and only services. */
  readonly service: string | undefined
  /** Empty means all. */
  readonly interfaceTypes: readonly InterfaceType[]
  /** Empty means every Windows. */
  readonly platforms: readonly Platform[]
  /**
   * What else narrows the rule, as `Key=value` (user, package, an unknown token, `condition=if (…)`):
   * such a rule may apply or not, so it never proves that something passes.
   */
  readonly unmodelled: readonly string[]
  /** Applies only to traffic that IPsec protects ([MS-FASP] 2.2.35). Its tokens also stand in `unmodelled`. */
  readonly ipsec: boolean
  /**
   * Its source leaves out conditions that such a rule often has, as lists and dumps do with app packages and trust keywords:
   * it is taken at its word for needs, but is no reason to call another rule useless, nor is it called so.
   */
  readonly partial?: boolean | undefined
  /** Why Windows would drop the rule; the file's problems say it with a place. Such a rule is never enforced. */
  readonly malformed: string | undefined
  readonly source: Span
  /** Flat triples [index into PART_NAMES, start, end], for text formats. */
  readonly parts: readonly number[] | undefined
}

/** One configured value with its place. */
export interface Setting<T> {
  readonly value: T
  readonly source: Span
  /** Set when a script sets it only under a condition that the file does not decide. */
  readonly condition?: string
}
/** Absent means "not configured here", which is not "off". */
export interface ProfileSettings {
  readonly enabled?: Setting<boolean>
  readonly defaultInbound?: Setting<'allow' | 'block'>
  readonly defaultOutbound?: Setting<'allow' | 'block'>
  readonly allowLocalRules?: Setting<boolean>
  /** Shields up: `DoNotAllowExceptions`. */
  readonly blockAllInbound?: Setting<boolean>
  /** `AuthorizedApplications\AllowUserPrefMerge`: local rules for programs count. */
  readonly allowUserApps?: Setting<boolean>
  /** `GloballyOpenPorts\AllowUserPrefMerge`: local rules for single ports count. */
  readonly allowUserPorts?: Setting<boolean>
}
export type Profiles = { readonly [P in Profile]?: ProfileSettings }

/** Where a rule is kept. What the local store says counts only where policy lets local rules count. */
export type Store = 'group-policy' | 'mdm' | 'local' | 'network'

/** Which rules a script's Set, Enable, Disable or Remove means. Absent fields do not narrow; `*` and `?` are wildcards. */
export interface RuleSelector {
  readonly ids?: readonly string[]
  readonly names?: readonly string[]
  /** Resource ids (`@FirewallAPI.dll,-28502`), display names in any language, or group ids of the pack. */
  readonly groups?: readonly string[]
  readonly direction?: Direction
  readonly action?: Action
  readonly enabled?: boolean
  readonly profiles?: ProfileSet
  readonly protocol?: Protocol
  readonly localPorts?: PortSet
  readonly remotePorts?: PortSet
  readonly localAddresses?: AddressSet
  readonly remoteAddresses?: AddressSet
  readonly program?: string
  readonly service?: string
}

/** The values that a script can change on a rule that stands elsewhere. */
export type RuleValues = Partial<Pick<Rule,
  'name' | 'direction' | 'action' | 'enabled' | 'protocol' | 'localPorts' | 'remotePorts' | 'icmp' | 'profiles'
  | 'localAddresses' | 'remoteAddresses' | 'program' | 'service' | 'interfaceTypes' | 'unmodelled' | 'ipsec'>>

/** What a script does to rules that it did not write itself: predefined groups, or rules of lower layers. */
export interface Change {
  readonly kind: 'set' | 'remove' | 'reset'
  readonly select: RuleSelector
  readonly values: RuleValues
  /** Why it may not happen (an undecided `if`); undefined when it always does. */
  readonly condition: string | undefined
  readonly source: Span
}

/** What one store gets from one file. */
export interface PolicyPart {
  readonly store: Store
  /** The GPO that a script writes to (`-PolicyStore 'contoso.com\Clients'`). */
  readonly gpo?: string
  /** What the file says of that GPO, where it holds several (a report of all GPOs). Goes before the file's own. */
  readonly gpoInfo?: GpoInfo
  /** In their final state: what the file itself changes later is already applied. */
  readonly rules: readonly Rule[]
  /**
   * What settings of the old administrative templates open or shut (GloballyOpenPorts, FileAndPrint …). They act like rules
   * and are none: `parse` does not list them. The id is the key path of the value, so that a later layer replaces or removes it.
   */
  readonly openings?: readonly Rule[]
  readonly profiles: Profiles
  /** Settings that it takes back before it sets its own: what lower layers of the store say of them is gone ([MS-GPREG] 2.2.1.1, `**del.`). */
  readonly unset?: { readonly [P in Profile]?: readonly (keyof ProfileSettings)[] }
  /**
   * Which policy keys it has for the private and the public profile. `old` is StandardProfile, which speaks for both of them only where
   * no layer has a `new` one ([MS-GPFAS] 2.2.3 asks whether the key exists).
   */
  readonly profileKeys?: 'old' | 'new'
  /** In file order, each applied to what lower layers and Windows itself hold. */
  readonly changes: readonly Change[]
  /** It holds active connection security rules: traffic may be under IPsec. */
  readonly connectionSecurity?: boolean
}

/** Bad input as a value. `rule-malformed`: Windows would drop it. `requirement-unverifiable`: it cannot be known from the file. */
export interface Problem {
  readonly code: 'rule-malformed' | 'file-unreadable' | 'requirement-unverifiable'
  /** One sentence, plain words. Quotes the text at fault; sinks escape it. */
  readonly message: string
  readonly source: Span
}

/** What a parser returns. Bad input becomes a problem, never an exception. */
export interface PolicyFile {
  readonly path: string
  readonly format: string
  readonly parts: readonly PolicyPart[]
  readonly problems: readonly Problem[]
  /** What a GPO report says of the GPO as a whole. */
  readonly gpo?: GpoInfo
  /** Of its rules, where the format can tell it without making them; undefined where something in the file is out of the ordinary. */
  readonly digest?: () => RulesDigest | undefined
  /** Set where the rules of `parts` are made only when somebody asks. */
  readonly counts?: { readonly rules: number; readonly disabled: number }
  /** Where a rule of the same name and direction stands, found without making the others. */
  readonly find?: (rule: Rule) => Span | undefined
}

/** What a GPO backup or report says of the GPO as a whole ([MS-GPOL]; Backup.xml, bkupInfo.xml, manifest.xml, gpreport.xml). */
export interface GpoInfo {
  readonly guid?: string
  readonly name?: string
  readonly domain?: string
  /** The folder's own id, in braces. */
  readonly backupId?: string
  /** `YYYY-MM-DDThh:mm:ss`, no zone. */
  readonly backupTime?: string
  /** False: none of the computer settings apply. */
  readonly computerEnabled?: boolean
  /** The WMI filter's name or reference: the GPO applies to some machines only. */
  readonly wmiFilter?: string
  /** False: clients do not open its registry.pol ([MS-GPREG] 3.2.5.1), since the registry extension is not in its list. */
  readonly registryExtension?: boolean
  /** Of the computer half; 0: it was never saved, so clients skip it. */
  readonly machineVersion?: number
  /** Where the GPO is linked, as far as a report says. */
  readonly links?: readonly { readonly path: string; readonly enabled: boolean; readonly enforced: boolean }[]
  /** The place that says the computer half is off, or the filter, or the links. */
  readonly source?: Span
}

/** The rules and settings of one source, as configured: one GPO, one script, one MDM profile. */
export interface Layer {
  /** The path as the config writes it, or the GPO's name. */
  readonly name: string
  readonly path: string
  readonly store: Store
  readonly parts: readonly PolicyPart[]
  readonly gpo: GpoInfo | undefined
}

export type Severity = 'error' | 'warning' | 'notice'

/** One packet of a box: the witness of a finding. */
export interface Packet {
  readonly direction: Direction
  readonly protocol: string
  readonly profile: Profile
  readonly localPort?: number
  readonly remotePort?: number
  readonly icmpType?: number
  readonly remoteAddress?: string
  readonly program?: string
  readonly service?: string
}

/** Lines of the finding's file and what to put in their place: the finding is gone then. Only where the file's own words allow no doubt. */
export interface Fix {
  readonly startLine: number
  readonly endLine: number
  /** The lines as they are, without line ends. */
  readonly was: readonly string[]
  readonly lines: readonly string[]
}

export interface Finding {
  readonly code: string
  readonly reason?: string
  readonly severity: Severity
  readonly target?: string
  /** Every need that this one cause cuts. */
  readonly requirements: readonly string[]
  readonly features: readonly string[]
  readonly message: string
  readonly remedy: string
  readonly location: Place
  readonly related: readonly { readonly path: string; readonly line: number; readonly message: string }[]
  readonly witness?: Packet
  /** Survives moves, nearby edits and the language. */
  readonly fingerprint: string
  readonly new?: boolean
  readonly fix?: Fix
}
