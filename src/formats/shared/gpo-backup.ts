import type { BackupInfo, SourceFile } from '../../model/stages.ts'
import type { GpoInfo } from '../../model/types.ts'
import { childOf, readXml, type XmlNode } from '../../text/xml/tree.ts'
import { xmlProblem, xmlRoot } from '../../text/xml.ts'

const OPERATIONS = 'http://www.microsoft.com/GroupPolicy/GPOOperations'
const KINDS: ReadonlyMap<string, BackupInfo['kind']> = new Map([
  ['GroupPolicyBackupScheme', 'backup'], ['BackupInst', 'bkup-info'], ['Backups', 'manifest'],
])
/** The client-side extension that opens registry.pol ([MS-GPREG] 1.9). */
const REGISTRY_EXTENSION = '{35378eac-683f-11d2-a89a-00c04fbbcfa2}'

/** What Backup.xml, bkupInfo.xml or manifest.xml of a GPO backup say; undefined when the file is none of these, whatever its name. */
export function readBackupInfo(file: SourceFile): BackupInfo | undefined {
  const root = xmlRoot(file)
  const kind = root && (root.namespace === OPERATIONS || root.namespace === `${OPERATIONS}/Manifest`) ? KINDS.get(root.name) : undefined
  if (kind === undefined) return undefined
  const { roots, error } = readXml(file.text)
  const tops = roots.filter(node => KINDS.get(node.name) === kind)
  const gpos = kind === 'backup' ? tops.map(node => coreSettings(node, file))
    : kind === 'bkup-info' ? tops.map(instance)
      : tops.flatMap(node => node.children.filter(child => child.name === 'BackupInst').map(instance))
  return { kind, gpos, problems: error ? [xmlProblem(file, error)] : [] }
}

/** `BackupInst`: which GPO, and when. */
function instance(node: XmlNode): GpoInfo {
  return present({
    guid: textOf(node, 'GPOGuid'), name: textOf(node, 'GPODisplayName'), domain: textOf(node, 'GPODomain'),
    backupId: textOf(node, 'ID'), backupTime: textOf(node, 'BackupTime'),
  })
}

/** `GroupPolicyCoreSettings`: which GPO, and what of it applies. */
function coreSettings(root: XmlNode, file: SourceFile): GpoInfo {
  const core = childOf(root, 'GroupPolicyObject', 'GroupPolicyCoreSettings')
  if (!core) return {}
  // Bit 1: user half off; bit 2: computer half off.
  const options = wholeNumber(textOf(core, 'Options'))
  const extensions = childOf(core, 'MachineExtensionGuids')
  const info: GpoInfo = present({
    guid: textOf(core, 'ID'), name: textOf(core, 'DisplayName'), domain: textOf(core, 'Domain'),
    computerEnabled: options === undefined ? undefined : (options & 2) === 0,
    wmiFilter: textOf(core, 'WMIFilter'),
    registryExtension: extensions && extensions.text.toLowerCase().includes(REGISTRY_EXTENSION),
    machineVersion: wholeNumber(textOf(core, 'MachineVersionNumber')),
  })
  const telling = info.computerEnabled === false ? 'Options'
    : info.wmiFilter !== undefined ? 'WMIFilter'
      : info.registryExtension === false ? 'MachineExtensionGuids'
        : info.machineVersion === 0 ? 'MachineVersionNumber' : undefined
  const place = telling === undefined ? undefined : childOf(core, telling)
  return place ? { ...info, source: file.span(place.start, place.end, telling) } : info
}

function textOf(node: XmlNode, name: string): string | undefined {
  return childOf(node, name)?.text.trim() || undefined
}
const wholeNumber = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined)
/** Without the fields that are undefined. */
const present = (fields: { [K in keyof GpoInfo]: GpoInfo[K] | undefined }): GpoInfo =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
