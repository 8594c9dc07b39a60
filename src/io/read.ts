import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { SourceFile } from '../model/stages.ts'
import { UsageError } from '../model/usage-error.ts'
import { sourceFile } from '../text/source-file.ts'

/** One file that the call names itself (config, report): not to be readable is an error of the call. */
export function readSource(root: string, path: string, shown = path): SourceFile {
  try {
    return sourceFile(shown, readFileSync(resolve(root, path)))
  } catch (error) {
    const { code } = error as { code?: string }
    throw new UsageError(code === 'ENOENT' ? `No such file: ${shown}` : code === 'EISDIR' ? `Not a file: ${shown}` : `Cannot read ${shown}: ${code ?? 'unknown reason'}`)
  }
}
