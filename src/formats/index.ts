import type { Format, SourceFile } from '../model/stages.ts'
import { ansible } from './ansible.ts'
import { chef } from './chef.ts'
import { clixml } from './clixml.ts'
import { dscMof } from './dsc-mof.ts'
import { dscPowershell } from './dsc-powershell.ts'
import { firewallCsp } from './firewall-csp.ts'
import { gpoHtml } from './gpo-html.ts'
import { gppRegistry } from './gpp-registry.ts'
import { gpreportXml } from './gpreport-xml.ts'
import { intuneJson } from './intune-json.ts'
import { lgpoText } from './lgpo-text.ts'
import { netFirewallRuleCsv } from './net-firewall-rule-csv.ts'
import { netFirewallRuleJson } from './net-firewall-rule-json.ts'
import { netshDump } from './netsh-dump.ts'
import { netsh } from './netsh.ts'
import { policyRules } from './policy-rules.ts'
import { powershell } from './powershell.ts'
import { puppet } from './puppet.ts'
import { reg } from './reg.ts'
import { registryPol } from './registry-pol.ts'
import { rulesYaml } from './rules-yaml.ts'
import { salt } from './salt.ts'
import { wfExport } from './wf-export.ts'
import { wfw } from './wfw.ts'

/** Every format, from the surest mark (magic bytes) to the weakest (a word in a text): the first that recognises a file reads it. */
export const formats: readonly Format[] = [
  registryPol, wfw, reg, gpreportXml, policyRules, firewallCsp, clixml, gppRegistry, gpoHtml,
  intuneJson, netFirewallRuleJson, netFirewallRuleCsv, wfExport, netshDump, lgpoText, dscMof, dscPowershell, powershell, netsh,
  ansible, salt, puppet, chef, rulesYaml,
]
const byId = new Map(formats.map(format => [format.id, format]))
export const formatOf = (id: string): Format | undefined => byId.get(id)

/** The format whose mark the content bears; undefined when it is none of ours. */
export const detect = (file: SourceFile): Format | undefined => formats.find(format => format.recognises(file))
/** The format that a file's name alone promises: one without that mark inside is a finding. */
export const promised = (file: SourceFile): Format | undefined => formats.find(format => format.names.some(name => name.test(file.name)))
