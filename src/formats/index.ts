import type { Format, ParseOptions, SourceFile } from '../model/stages.ts'
import type { PolicyFile } from '../model/types.ts'
import { sharingEffort } from '../text/effort.ts'

/**
 * What is known of a format before its file is read: a run meets two or three of them, and all together are half of the program.
 * `may` is quick and errs on one side only: it is true for every file that the format recognises or whose name it promises.
 */
interface Entry {
  readonly id: string
  readonly may: (file: SourceFile) => boolean
  readonly load: () => Promise<Format>
}
const begins = (mark: string) => ({ head }: SourceFile): boolean => head.startsWith(mark)
const xml = (mark: RegExp) => ({ head, text }: SourceFile): boolean => /^\s*</.test(head) && mark.test(text)
const json = (mark: RegExp) => ({ head, text }: SourceFile): boolean => /^\s*[[{/]/.test(head) && mark.test(text)
const named = (name: RegExp, mark: RegExp) => (file: SourceFile): boolean => name.test(file.name) && mark.test(file.text)
const either = (...ways: ((file: SourceFile) => boolean)[]) => (file: SourceFile): boolean => ways.some(way => way(file))
const called = (name: RegExp) => (file: SourceFile): boolean => name.test(file.name)

/** Every format, from the surest mark (magic bytes) to the weakest (a word in a text): the first that recognises a file reads it. */
const entries: readonly Entry[] = [
  { id: 'registry-pol', may: either(called(/^registry\.pol$/), begins('PReg')), load: async () => (await import('./registry-pol.ts')).registryPol },
  { id: 'wfw', may: either(called(/\.wfw$/), begins('regf')), load: async () => (await import('./wfw.ts')).wfw },
  { id: 'reg', may: either(({ head }) => /^\s*(?:Windows Registry|REGEDIT4)/.test(head), called(/\.reg$/)), load: async () => (await import('./reg.ts')).reg },
  { id: 'gpreport-xml', may: either(called(/^gpreport\.xml$/), xml(/\b(?:GPO|Rsop)\b/)), load: async () => (await import('./gpreport-xml.ts')).gpreportXml },
  { id: 'policy-rules', may: either(called(/\.policyrules$/), xml(/\bPolicyRules\b/)), load: async () => (await import('./policy-rules.ts')).policyRules },
  { id: 'firewall-csp', may: either(xml(/MdmStore/i), named(/\.(?:txt|csv|tsv)$/, /MdmStore/i)), load: async () => (await import('./firewall-csp.ts')).firewallCsp },
  { id: 'clixml', may: xml(/\bN="Direction"/), load: async () => (await import('./clixml.ts')).clixml },
  { id: 'gpp-registry', may: xml(/\b(?:RegistrySettings|Collection|Registry)\b/), load: async () => (await import('./gpp-registry.ts')).gppRegistry },
  { id: 'gpo-html', may: ({ head }) => head.includes('gpmc_reportInitialized'), load: async () => (await import('./gpo-html.ts')).gpoHtml },
  { id: 'intune-json', may: json(/firewall/i), load: async () => (await import('./intune-json.ts')).intuneJson },
  { id: 'net-firewall-rule-json', may: json(/"Direction"/), load: async () => (await import('./net-firewall-rule-json.ts')).netFirewallRuleJson },
  { id: 'net-firewall-rule-csv', may: ({ head }) => /[,;\t|]\s*"?direction|direction"?\s*[,;\t|]/i.test(head) && !/^\s*[[{<]/.test(head), load: async () => (await import('./net-firewall-rule-csv.ts')).netFirewallRuleCsv },
  { id: 'wf-export', may: ({ head }) => /^(?:[^\t\r\n]*\t){5}|^(?:[^,\r\n]*,){5}|^(?:[^;\r\n]*;){5}/.test(head), load: async () => (await import('./wf-export.ts')).wfExport },
  { id: 'netsh-dump', may: ({ head }) => head.includes('\n----------------------------------------'), load: async () => (await import('./netsh-dump.ts')).netshDump },
  { id: 'lgpo-text', may: either(({ head }) => /^\s*(?:;|computer|user)/i.test(head), called(/\.(?:lgpo|policytext)$/)), load: async () => (await import('./lgpo-text.ts')).lgpoText },
  { id: 'dsc-mof', may: ({ head, name }) => name.endsWith('.mof') || head.includes('@TargetNode'), load: async () => (await import('./dsc-mof.ts')).dscMof },
  { id: 'dsc-powershell', may: named(/\.ps[dm]?1$/, /^[ \t]*configuration\s/im), load: async () => (await import('./dsc-powershell.ts')).dscPowershell },
  { id: 'powershell', may: named(/\.(?:ps[dm]?1|txt)$|^[^.]*$/, /firewall|HNetCfg/i), load: async () => (await import('./powershell.ts')).powershell },
  { id: 'netsh', may: named(/\.(?:cmd|bat|nt|txt|nsh|netsh|scr|script|cfg|conf|dat|ini)$|^[^.]*$/, /netsh|firewall/i), load: async () => (await import('./netsh.ts')).netsh },
  { id: 'ansible', may: named(/\.ya?ml$/, /\bwin_/), load: async () => (await import('./ansible.ts')).ansible },
  { id: 'salt', may: named(/\.sls$/, /firewall/i), load: async () => (await import('./salt.ts')).salt },
  { id: 'puppet', may: either(named(/\.(?:pp|ya?ml|eyaml)$/, /windows_?firewall/i), named(/\.pp$/, /NetFirewall|netsh|FirewallPolicy/i)), load: async () => (await import('./puppet.ts')).puppet },
  { id: 'chef', may: named(/\.rb$/, /windows_?firewall|NetFirewall|FirewallPolicy|netsh/i), load: async () => (await import('./chef.ts')).chef },
  { id: 'rules-yaml', may: named(/\.(?:ya?ml|json)$/, /direction|profiles/), load: async () => (await import('./rules-yaml.ts')).rulesYaml },
]

export const loadFormats = (): Promise<Format[]> => Promise.all(entries.map(entry => entry.load()))
/** The format of that id; undefined when there is none. */
export const formatOf = async (id: string): Promise<Format | undefined> => entries.find(entry => entry.id === id)?.load()

/**
 * The format whose mark the content bears, ready to parse; or else the one that the file's name alone promises, for a file without that
 * mark is a finding. Neither when the file is none of ours.
 */
export async function detect(file: SourceFile): Promise<{ readonly format?: Format; readonly promised?: Format }> {
  let promised: Format | undefined
  for (const entry of entries) {
    if (!entry.may(file)) continue
    const format = await entry.load()
    if (format.recognises(file)) {
      await format.prepare?.(file)
      return { format }
    }
    if (format.names.some(name => name.test(file.name))) promised ??= format
  }
  return promised ? { promised } : {}
}

/**
 * What a file says. A parser bounds its own depth; should one miss a way to nest, the stack's end becomes a finding here, and all other files
 * are still checked.
 */
export function parseFile(format: Format, file: SourceFile, options: ParseOptions): PolicyFile {
  try {
    return sharingEffort(() => format.parse(file, options))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const problem = { code: 'file-unreadable' as const, message: 'The file is nested too deeply to be read.', source: file.span(0, 0) }
    return { path: file.path, format: format.id, parts: [], problems: [problem] }
  }
}
