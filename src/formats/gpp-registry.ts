import type { Format } from '../model/stages.ts'
import type { Problem } from '../model/types.ts'
import { walkXml, xmlProblem, xmlRoot } from '../text/xml.ts'
import { FIREWALL_KEY, RegistryPreferences } from './shared/gpp-properties.ts'

/** A whole file, or an item or collection that somebody copied out of the console. */
const ROOTS: ReadonlySet<string> = new Set(['RegistrySettings', 'Collection', 'Registry'])

/** Registry items of Group Policy Preferences (`Preferences/Registry/Registry.xml`); they write what an administrator could change again. */
export const gppRegistry: Format = {
  id: 'gpp-registry',
  title: 'Group Policy Preferences (Registry.xml)',
  store: 'local',
  exported: true,
  names: [],
  recognises(file) {
    const root = xmlRoot(file)
    return root !== undefined && ROOTS.has(root.name) && root.namespace === '' && FIREWALL_KEY.test(file.text)
  },
  parse(file) {
    const problems: Problem[] = []
    const preferences = new RegistryPreferences(file, problems)
    const error = walkXml(file.text, { close: element => { preferences.close(element) } })
    if (error) problems.push(xmlProblem(file, error))
    return { path: file.path, format: gppRegistry.id, parts: preferences.parts(), problems }
  },
}
