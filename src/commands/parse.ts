import { detect, parseFile } from '../formats/index.ts'
import { pathFrom } from '../io/files.ts'
import { readSource } from '../io/read.ts'
import type { World } from '../io/world.ts'
import { neutralPlace, neutralRule, placeOf } from '../model/rules.ts'
import type { SourceFile } from '../model/stages.ts'
import type { PolicyFile, Profiles, Setting } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { inertJson } from '../text/printable.ts'
import type { Call } from './syntax.ts'

/** Prints the neutral form of what each file holds: one JSON array, one object for each file. */
export async function parse(call: Call, world: World): Promise<number> {
  if (call.operands.length === 0) throw new UsageError('parse needs the name of a file')
  const files = []
  for (const operand of call.operands) files.push(await neutralFile(readSource(world.cwd, operand, pathFrom(world.cwd, operand))))
  const text = `${inertJson(JSON.stringify(files, null, 2))}\n`
  const output = call.options.get('output')?.at(-1)
  if (output === undefined) world.out(text)
  else world.write(output, text)
  return 0
}

async function neutralFile(file: SourceFile): Promise<Record<string, unknown>> {
  const { format } = await detect(file)
  if (!format) {
    const problem = { code: 'file-unreadable', message: 'No known policy format.', line: 1, column: 1 }
    return { path: file.path, format: null, profiles: {}, rules: [], problems: [problem] }
  }
  return neutralPolicy(parseFile(format, file, {}))
}

/** The neutral form (contract, section 4) of one parsed file. */
export function neutralPolicy(policy: PolicyFile): Record<string, unknown> {
  return {
    path: policy.path,
    format: policy.format,
    profiles: Object.assign({}, ...policy.parts.map(({ profiles }) => neutralProfiles(profiles))) as Record<string, unknown>,
    rules: policy.parts.flatMap(({ rules }) => rules.map(neutralRule)),
    problems: policy.problems.map(({ code, message, source }) => ({ code, message, ...neutralPlace(placeOf(source)) })),
  }
}
const SETTINGS = ['enabled', 'defaultInbound', 'defaultOutbound', 'allowLocalRules', 'blockAllInbound', 'allowUserApps', 'allowUserPorts'] as const
function neutralProfiles(profiles: Profiles): Record<string, unknown> {
  return Object.fromEntries(Object.entries(profiles).map(([name, settings]) => [
    name,
    Object.fromEntries(SETTINGS.flatMap(key => {
      const setting: Setting<unknown> | undefined = settings[key]
      return setting === undefined ? [] : [[key, setting.value]]
    })),
  ]))
}
