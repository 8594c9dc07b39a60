/** The syntax tree of PowerShell, as far as a reader needs it that runs nothing. Offsets count in the file's text. */

interface At { readonly start: number; readonly end: number }

/** A constant text: quoted, a here-string, or a bare word of argument mode. */
export interface Text extends At { readonly kind: 'text'; readonly value: string; readonly bare: boolean }
export interface Num extends At { readonly kind: 'number'; readonly value: number }
/** `"…$x…"`, or a bare word with variables in it. */
export interface Expand extends At { readonly kind: 'expand'; readonly parts: readonly (string | Node)[] }
/** `$name` without the `$` and without a scope that only says where it lives; in lower case. */
export interface Variable extends At {
  readonly kind: 'variable'
  readonly name: string
  /** `$script:name`, `$global:name`: every function sees what is written there. */
  readonly isShared: boolean
}
export interface List extends At { readonly kind: 'list'; readonly items: readonly Node[] }
/** `@( … )`, `$( … )`. */
export interface Group extends At { readonly kind: 'array' | 'sub'; readonly body: readonly Node[] }
export interface Paren extends At { readonly kind: 'paren'; readonly inner: Node | undefined }
export interface HashEntry extends At { readonly key: Node; readonly value: Node | undefined }
/** `@{ … }`. */
export interface Hash extends At { readonly kind: 'hash'; readonly entries: readonly HashEntry[] }
/** `{ … }` with its `param`, `begin`, `process` and `end`. */
export interface Block extends At {
  readonly kind: 'block'
  readonly parameters: readonly Parameter[]
  readonly begin: readonly Node[]
  readonly process: readonly Node[]
  readonly body: readonly Node[]
}
export interface Parameter extends At {
  readonly name: string
  readonly isSwitch: boolean
  /** Without a value PowerShell asks for one. */
  readonly isMandatory: boolean
  /** In lower case, without brackets; empty when there is none. */
  readonly type: string
  /** Bound from the pipeline (`ValueFromPipeline`), or from a property of what comes through it. */
  readonly fromPipeline: boolean
  readonly byProperty: boolean
  readonly value: Node | undefined
}
export interface Unary extends At { readonly kind: 'unary'; readonly operator: string; readonly operand: Node }
/** Operator in lower case without the `c` or `i` of its case. */
export interface Binary extends At { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
export interface Ternary extends At { readonly kind: 'ternary'; readonly condition: Node; readonly then: Node; readonly else: Node }
/** `a.b`, `a::b`, and with `args` a call. */
export interface Member extends At {
  readonly kind: 'member'
  readonly target: Node
  readonly name: Node
  readonly isStatic: boolean
  readonly args: readonly Node[] | undefined
}
export interface Index extends At { readonly kind: 'index'; readonly target: Node; readonly index: Node }
export interface Cast extends At { readonly kind: 'cast'; readonly type: string; readonly operand: Node }
export interface TypeName extends At { readonly kind: 'type'; readonly name: string }
/** What could not be read; its text stands for it. */
export interface Bad extends At { readonly kind: 'bad' }

/** One argument: `-Name`, `-Name value`, `-Name:value` or `value`; `@name` splats. */
export interface Arg extends At {
  readonly name: string | undefined
  readonly value: Node | undefined
  /** `-Name:value`: the value belongs to the parameter even when it is a switch. */
  readonly attached: boolean
  readonly splat: boolean
}
export interface Command extends At {
  readonly kind: 'command'
  /** `&`, `.`, or nothing. */
  readonly operator: string
  readonly name: Node
  readonly args: readonly Arg[]
}
export interface Pipeline extends At { readonly kind: 'pipeline'; readonly elements: readonly Node[] }
/** `a && b`, `a || b`. */
export interface Chain extends At { readonly kind: 'chain'; readonly operator: string; readonly left: Node; readonly right: Node }
export interface Assignment extends At { readonly kind: 'assign'; readonly operator: string; readonly target: Node; readonly value: Node | undefined }
export interface If extends At { readonly kind: 'if'; readonly clauses: readonly Clause[]; readonly otherwise: readonly Node[] | undefined }
/** The head ends behind the bracket of the condition. */
export interface Clause extends At { readonly condition: Node | undefined; readonly headEnd: number; readonly body: readonly Node[] }
/** `while`, `do … while`, `do … until`, `for`. */
export interface Loop extends At {
  readonly kind: 'loop'
  readonly word: 'while' | 'do' | 'for'
  readonly first: Node | undefined
  readonly condition: Node | undefined
  readonly until: boolean
  readonly step: Node | undefined
  readonly body: readonly Node[]
  /** Where the head ends, for words about it. */
  readonly headEnd: number
}
export interface ForEach extends At {
  readonly kind: 'foreach'
  readonly variable: string
  readonly list: Node | undefined
  readonly body: readonly Node[]
  readonly headEnd: number
}
/** A clause without a condition is `default`. */
export interface Switch extends At { readonly kind: 'switch'; readonly flags: readonly string[]; readonly value: Node | undefined; readonly clauses: readonly Clause[]; readonly headEnd: number }
export interface Try extends At { readonly kind: 'try'; readonly body: readonly Node[]; readonly catches: readonly (readonly Node[])[]; readonly last: readonly Node[] }
/** `class Name { … }`: its methods. */
export interface Class extends At { readonly kind: 'class'; readonly methods: readonly Function[] }
/** `function`, `filter`, `workflow`, DSC's `configuration`, and the `method` of a class. */
export interface Function extends At { readonly kind: 'function'; readonly word: string; readonly name: string; readonly block: Block }
/** `return`, `exit`, `throw`, `break`, `continue`. */
export interface Jump extends At { readonly kind: 'jump'; readonly word: string; readonly value: Node | undefined }
/** The script's own `param( … )`. */
export interface Params extends At { readonly kind: 'params'; readonly parameters: readonly Parameter[] }
/** An enum, `using`, a label: says nothing about packets by itself. */
export interface Nothing extends At { readonly kind: 'nothing' }

export type Node =
  | Text | Num | Expand | Variable | List | Group | Paren | Hash | Block | Unary | Binary | Ternary | Member | Index | Cast | TypeName | Bad
  | Command | Pipeline | Chain | Assignment | If | Loop | ForEach | Switch | Try | Class | Function | Jump | Params | Nothing

/** What could not be read, and where. */
export interface Fault extends At {
  readonly message: string
  /** PowerShell would refuse the script; else it is only more than we read. */
  readonly isRefused: boolean
}
