// npm run new -- format|check|reporter ID: makes the file with its test and page, and says which line to add to which list.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [kind, id] = process.argv.slice(2)
const name = (id ?? '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
const kinds = {
  format: {
    list: 'src/formats/index.ts (from the surest mark to the weakest), with a quick test that is true for all such files',
    files: {
      [`src/formats/${id}.ts`]: `import type { Format } from '../model/stages.ts'

/** Where such files come from. */
export const ${name}: Format = {
  id: '${id}',
  title: '',
  store: 'local',
  names: [],
  recognises: () => false,
  parse: file => ({ path: file.path, format: ${name}.id, parts: [], problems: [] }),
}
`,
      [`test/formats/${id}.test.ts`]: `import { expect, test } from '@jest/globals'
import { ${name} } from '../../src/formats/${id}.ts'
import { sourceText } from '../../src/text/source-file.ts'

test('a file of this kind is recognised', () => {
  expect(${name}.recognises(sourceText('policies/example', ''))).toBe(true)
})
`,
      [`docs/formats/${id}.md`]: `# ${id}\n\nFormat id: \`${id}\`.\n\n## Where such files come from\n\n## What is read\n\n## What is left\n\n## Where findings point\n\n## Example\n\n## Sources\n`,
    },
  },
  check: {
    list: 'src/checks/index.ts, src/config/codes.ts, src/reporters/shared/codes.ts and schema/report.schema.json',
    files: {
      [`src/checks/${id}.ts`]: `import type { Check } from '../model/facts.ts'

/** Why somebody wants to know. */
export const ${name}: Check = {
  code: '${id}',
  severity: 'warning',
  *run() {},
}
`,
      [`docs/codes/${id}.md`]: `# ${id}\n\nSeverity: warning.\n\n## What it means\n\n## Why it matters\n\n## Example\n\n## Remedy\n\n## Sources\n`,
    },
  },
  reporter: {
    list: 'src/reporters/index.ts and REPORT_FORMATS of src/commands/syntax.ts',
    files: {
      [`src/reporters/${id}.ts`]: `import type { Reporter } from '../model/report.ts'

/** Who reads it. */
export const ${name}: Reporter = {
  id: '${id}',
  title: '',
  render: () => '',
}
`,
    },
  },
}
const made = Object.hasOwn(kinds, kind ?? '') ? kinds[kind] : undefined
if (!made || !/^[a-z][a-z0-9-]*$/.test(id ?? '')) {
  process.stderr.write('npm run new -- format|check|reporter ID\n')
  process.exit(2)
}
for (const [file, text] of Object.entries(made.files)) {
  if (existsSync(join(root, file))) {
    process.stderr.write(`${file} is there already\n`)
    process.exit(2)
  }
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
  process.stdout.write(`${file}\n`)
}
process.stdout.write(`Now add it to ${made.list}.\n`)
