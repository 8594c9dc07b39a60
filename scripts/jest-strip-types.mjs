// Jest transformer: Node's own type stripping. Types become blanks, so every line and column stays that of the source.
import { createHash } from 'node:crypto'
import { stripTypeScriptTypes } from 'node:module'

export default {
  getCacheKey: (source, path, { configString, instrument }) =>
    createHash('sha256').update([process.version, configString, String(instrument), path, source].join('\0')).digest('hex'),
  process: source => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) }),
}
