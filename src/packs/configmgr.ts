import { PACK_CONFIGMGR } from '../generated/pack-configmgr.ts'
import type { Pack, PackRow, RequirementSource } from './types.ts'

type Packed = Omit<Pack, 'requirements'> & {
  readonly requirements: { readonly keys: readonly string[]; readonly sources: readonly RequirementSource[]; readonly rows: readonly (readonly unknown[])[] }
}
let pack: Pack | undefined

/** The built-in pack. Read when it is first asked for. */
export function configmgrPack(): Pack {
  return (pack ??= unpack(JSON.parse(PACK_CONFIGMGR) as Packed))
}

function unpack({ requirements: { keys, sources, rows }, ...rest }: Packed): Pack {
  const requirements = rows.map(values => {
    const row: Record<string, unknown> = {}
    for (let i = 0; i < values.length; i++) {
      const key = keys[i] as string
      const value = values[i]
      if (value !== null) row[key] = key === 'sources' ? (value as number[]).map(n => sources[n]) : value
    }
    return row as unknown as PackRow
  })
  return { ...rest, requirements }
}
