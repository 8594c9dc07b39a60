import type { Finding, Severity } from '../model/types.ts'
import { printableLines, shortened } from '../text/printable.ts'

/** One annotation of a check run, as GitHub wants it. */
export interface Annotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly start_column?: number
  readonly end_column?: number
  readonly annotation_level: 'failure' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly raw_details?: string
}

const LEVEL: Record<Severity, Annotation['annotation_level']> = { error: 'failure', warning: 'warning', notice: 'notice' }
const RANK: Record<Severity, number> = { error: 0, warning: 1, notice: 2 }
// GitHub takes 64 KB for a message and for its details; a character of ours is at most 4 bytes.
const MOST_MESSAGE = 8_000
const MOST_DETAILS = 16_000

/** Gravest first, with a word where the base has it too; so what has no room in the end is the least: errors, then what cuts needs, then the order of the report. */
export function annotationsOf(findings: readonly Finding[], wasThere: string): Annotation[] {
  const weight = (f: Finding): number => RANK[f.severity] * 2 + (f.code.startsWith('requirement-') ? 0 : 1)
  return [...findings].sort((a, b) => weight(a) - weight(b)).map(f => annotationOf(f, wasThere))
}

function annotationOf({ code, severity, message, remedy, location, reason, new: isNew }: Finding, wasThere: string): Annotation {
  // A binary file has no lines: it is shown at its first. What belongs to no file of the repository gets the name that GitHub uses then.
  const start = Math.max(1, location.line)
  const end = Math.max(start, location.endLine)
  const inside = location.path !== '' && location.path !== '.' && !/^(?:\/|\.\.(?:\/|$)|[a-z]:)/i.test(location.path)
  return {
    path: inside ? location.path : '.github',
    start_line: start, end_line: end,
    // GitHub refuses columns of a stretch over several lines.
    ...(end === start && location.offset === undefined && { start_column: Math.max(1, location.column), end_column: Math.max(1, location.column, location.endColumn) }),
    annotation_level: LEVEL[severity],
    title: shortened(`${reason === undefined ? code : `${code}: ${reason}`}${isNew === false ? ` (${wasThere})` : ''}`, 255),
    message: shortened(printableLines(location.key === undefined ? message : `${message}\n${location.key}`), MOST_MESSAGE),
    ...(remedy !== '' && { raw_details: shortened(printableLines(remedy), MOST_DETAILS) }),
  }
}
