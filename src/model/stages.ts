import type { GpoInfo, Origin, PolicyFile, Problem, Rule, Span, Store } from './types.ts'

/** A text, and where it stands. */
export interface SourceText {
  readonly text: string
  /** The text as what of it is at hand: to make a string of a large file takes as long as to read it. */
  readonly units: string | Uint16Array
  /** A span of the file, by offsets of the text. */
  span(start: number, end: number, key?: string): Span
}

/** One file of the repository: bytes, and its text once somebody asks for it. `text/source-file.ts` makes them. */
export interface SourceFile extends SourceText {
  /** From the repository root, with `/` on every system. */
  readonly path: string
  /** Last part of the path, in lower case. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The bytes in pieces, for formats that need never hold a large file whole. */
  readonly pieces: Pieces
  /** The first 4,096 bytes as text (decoded like `text`), for quick looks. */
  readonly head: string
  /** The decoded text without a byte order mark. Offsets of spans count in it. */
  readonly text: string
  readonly encoding: string
  /** Places by text offset. */
  readonly origin: Origin
  /** Places by byte offset, for binary files: line 1, column 1, with `offset` and `key`. */
  readonly binaryOrigin: Origin
  /** Forgets the text, and bytes that can be read again: whoever asks later gets new ones, and none of the old may be held any more. */
  release(): void
}

/** Bytes that lie in memory, or on disk until somebody asks for some of them. */
export interface Pieces {
  /** In bytes. */
  readonly size: number
  /**
   * The bytes from `start` on: `length` of them or more, fewer where the file ends before. Good until the next call for any file.
   * For passes over a file.
   */
  stretch(start: number, length: number): Uint8Array
  /** The same in memory of its own, for short pieces here and there. */
  look(start: number, length: number): Uint8Array
}

/** One grammar in which policy is kept. One file in `formats/`, read when the quick test of its line in `formats/index.ts` lets it be. */
export interface Format {
  readonly id: string
  readonly title: string
  /** Where its rules count unless the file or the config says otherwise. */
  readonly store: Store
  /** File names that are its alone (`registry.pol`, `*.wfw`): one without the mark inside is a finding. */
  readonly names: readonly RegExp[]
  /** Loads a library that parsing this file needs, or any file. Awaited before each `parse`; most formats need none. */
  prepare?(file?: SourceFile): Promise<void>
  /** Whether the content bears this format's mark. Fast: it sees every file of the repository. */
  recognises(file: SourceFile): boolean
  /** What the file says. A pure function of the bytes; bad input becomes a problem, never an exception. */
  parse(file: SourceFile, options: ParseOptions): PolicyFile
  /** Made by a tool from what stands elsewhere: nobody mends the file itself, a rule is added where the file comes from. */
  readonly exported?: true
  /** How a person adds rules by hand: `beside` what stands in the file. Absent where nobody would, undefined where nobody would into this very file. */
  ruleWriter?(beside?: Beside): RuleWriter | undefined
  /** A whole file that holds these rules. */
  write?(rules: readonly Rule[]): Uint8Array | string
}

/** Rules in the words of one file, as they are added to it. */
export interface RuleWriter {
  rule(rule: Rule): string
  /** A line above the first rule. */
  readonly heading?: string
  /** Ends every rule but the last; a line end follows. */
  readonly separator?: string
  /** The command of the file that comes too early for what is added below it. */
  readonly above?: string
}

/** What stands where a rule is to be added: the new one goes into the same store, in the same shape. */
export interface Beside {
  readonly file: SourceFile
  /** The last rule or setting of the layer; undefined where it has none. */
  readonly last: Span | undefined
  /** The GPO that the layer's commands write to, as `domain\\GPO`. */
  readonly gpo: string | undefined
}

export interface ParseOptions {
  /** Label tables that the config adds for localized dumps: language to label table. */
  readonly labels?: ReadonlyMap<string, unknown>
  /** The file only repeats what another one decides (a report beside a registry.pol): its rules may wait until somebody asks for one. */
  readonly repeats?: boolean
}

/** What Backup.xml, bkupInfo.xml or manifest.xml say. */
export interface BackupInfo {
  readonly kind: 'backup' | 'bkup-info' | 'manifest'
  readonly gpos: readonly GpoInfo[]
  readonly problems: readonly Problem[]
}
