import type { Format } from '../model/stages.ts'
import { prepareYaml } from '../text/yaml.ts'
import { isFlat, Reading } from './rules-yaml/file.ts'
import { isNeutral } from './rules-yaml/marks.ts'
import { ruleText, writerBeside } from './rules-yaml/writer.ts'

/** The project's own: a list of rules in the neutral form of the contract, as YAML or JSON. */
export const rulesYaml: Format = {
  id: 'rules-yaml',
  title: 'rules in the neutral form',
  store: 'group-policy',
  names: [],
  prepare: async file => { if (!file || !isFlat(file.text)) await prepareYaml() },
  recognises: ({ name, text }) => /\.(?:ya?ml|json)$/.test(name) && isNeutral(text),
  parse: file => ({ format: rulesYaml.id, ...new Reading(file).run() }),
  ruleWriter: beside => (beside ? writerBeside(beside) : { rule: ruleText }),
  write: rules => (rules.length === 0 ? '[]\n' : `# Rules in the neutral form of configmgr-firewall-lint\n${rules.map(ruleText).join('')}`),
}
