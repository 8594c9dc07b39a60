import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { formatOf } from '../../src/formats/index.ts'
import type { Format } from '../../src/model/stages.ts'
import { SAMPLES } from '../formats/samples.ts'
import { probe } from './probe.ts'

async function ready(id: string): Promise<Format> {
  const format = (await formatOf(id))!
  await format.prepare?.()
  return format
}
/** What takes time by the square fails all the same. */
const PATIENCE = 4
const folder = new URL('seeds/', import.meta.url)
const seeds = (existsSync(folder) ? readdirSync(folder) : []).filter(name => name.endsWith('.json'))
  .map(name => ({ name, ...JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { format: string; path: string; base64: string } }))

test('what once failed under npm run fuzz does not any more', async () => {
  for (const { name, format, path, base64 } of seeds) {
    expect([name, probe(await ready(format), path, Buffer.from(base64, 'base64'), PATIENCE)]).toEqual([name, undefined])
  }
})

test.each(SAMPLES)('every beginning of $format ($path) is read to its end', async ({ format, path, bytes }) => {
  const parser = await ready(format)
  const step = Math.max(1, bytes.length >> 6)
  for (let end = 0; end <= bytes.length; end += step) expect(probe(parser, path, bytes.subarray(0, end), PATIENCE)).toBeUndefined()
})
