import type { Check } from '../model/facts.ts'
import { problemDrafts } from './shared/problems.ts'

/** A file could not be read, decoded or recognised though its name says it should be. */
export const fileUnreadable: Check = {
  code: 'file-unreadable',
  severity: 'error',
  run: facts => problemDrafts('file-unreadable', facts),
}
