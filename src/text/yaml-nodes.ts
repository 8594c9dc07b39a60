/** YAML and JSON as a tree that knows where everything stands. */
export type YamlNode = YamlMap | YamlList | YamlScalar
/** A map: its entries in file order. */
export interface YamlMap {
  readonly kind: 'map'
  /** In file order; merge keys (`<<`) are already joined in, own keys first. */
  readonly entries: readonly YamlEntry[]
  readonly start: number
  readonly end: number
}
/** One key with its value. */
export interface YamlEntry {
  readonly key: string
  readonly value: YamlNode
  /** Of the key. */
  readonly start: number
  readonly end: number
}
/** A list. */
export interface YamlList {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly start: number
  readonly end: number
}
/** A text, a number, a truth or nothing. */
export interface YamlScalar {
  readonly kind: 'scalar'
  /** A number is a number only where the text is one; `0640`, `0x1F` and dates stay what YAML 1.2 core makes of them. */
  readonly value: string | number | boolean | null
  /** The text between the quotes, or as written when plain: `05` for 5, `1.10` for 1.1. */
  readonly text: string
  readonly quoted: boolean
  /** A tag of its own, such as `!vault` or `!Ref`. */
  readonly tag?: string
  readonly start: number
  readonly end: number
}
