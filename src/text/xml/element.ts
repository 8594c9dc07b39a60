/** One element while it is being read. The reader uses the object again: take out what is to stay. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** `''` when it is in none. */
  readonly namespace: string
  readonly attributes: readonly XmlAttribute[]
  readonly parent: XmlElement | undefined
  /** 1 for a root. */
  readonly depth: number
  /** Of the `<`. */
  readonly start: number
  /** Behind the `>` of the start tag. */
  readonly tagEnd: number
  /** Behind the end tag; set when `close` is called. */
  readonly end: number
  /** From the first to the last of its own character data; both `tagEnd` when it has none. */
  readonly textStart: number
  readonly textEnd: number
  /** Its own character data, references and CDATA resolved; blanks between child elements left out. */
  readonly text: string
}
/** One attribute of a start tag. */
export interface XmlAttribute {
  readonly name: string
  readonly namespace: string
  readonly value: string
  /** Of the value, without its quotes. */
  readonly start: number
  readonly end: number
}
/** Who is told of elements. */
export interface XmlHandler {
  /** `false`: tell nothing of what is inside, nor of its end. `'stop'`: read no further. A number: the handler has read on by itself, to behind the end tag. */
  open?(element: XmlElement): void | boolean | number | 'stop'
  close?(element: XmlElement): void
}
/** Why and where reading ended early. What was told before stays true. */
export interface XmlError {
  readonly message: string
  readonly start: number
  readonly end: number
}
