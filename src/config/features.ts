import type { FeatureList } from './types.ts'

/** The names of features as a config, the command line or the Action's input lists them; the word `all` among them, in either case, means every one. */
export function featureNames(features: FeatureList | readonly string[]): readonly string[] | 'all' {
  if (features === 'all') return 'all'
  const names = features.map(feature => (typeof feature === 'string' ? feature : feature.value))
  return names.some(name => name.toLowerCase() === 'all') ? 'all' : names
}
