import { PACK_CONFIGMGR, rowOf } from '../generated/pack-configmgr.ts'
import type { Pack, PackRow, RequirementSource } from './types.ts'

type Packed = Omit<Pack, 'requirements'> & {
  readonly requirements: { readonly sources: readonly RequirementSource[]; readonly rows: readonly (readonly unknown[])[] }
}
let pack: Pack | undefined

/** The built-in pack. Read when it is first asked for. */
export function configmgrPack(): Pack {
  return (pack ??= unpack(JSON.parse(PACK_CONFIGMGR) as Packed))
}

function unpack({ requirements: { sources, rows }, ...rest }: Packed): Pack {
  return { ...rest, requirements: rows.map(values => rowOf(values, sources) as PackRow) }
}
