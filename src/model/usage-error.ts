import type { Place } from './types.ts'

/** The call or the config is wrong: exit status 2, one clear line, with the place where a file is at fault. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly place: Pick<Place, 'path' | 'line' | 'column'> | undefined

  constructor(message: string, place?: Pick<Place, 'path' | 'line' | 'column'>) {
    super(message)
    this.place = place
  }
}
