import type { SourceFile } from '../model/stages.ts'
import { prepareYaml } from '../text/yaml.ts'
import { readConfig } from './load.ts'
import type { Config } from './types.ts'

export { defaultConfig } from './load.ts'

/** Reads a config file, YAML or JSON. What is wrong with it is a `UsageError` with its place. */
export async function parseConfig(file: SourceFile): Promise<Config> {
  await prepareYaml(file.text)
  return readConfig(file)
}
