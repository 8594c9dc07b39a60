// npm run fuzz [-- --seconds 60 --format ID --seed N]: broken copies of good files for every parser, each format in a thread of its own.
// Input I of a format depends on the seed and I alone. What fails is made small and kept in test/fuzz/seeds, which a test replays.
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

const root = fileURLToPath(new URL('..', import.meta.url))
const SEEDS = join(root, 'test/fuzz/seeds')
const MOST_BYTES = 1_000_000

// --------------------------------------------------------------------------------------------------------------- inputs

/** A small generator of numbers that every machine repeats (mulberry32). */
function randomOf(seed) {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
const TOKENS = [
  '"', "'", '`', '\\', '\0', '\r', '\n', '\r\n', '\t', ',', ';', '|', '=', ':', '{', '}', '[', ']', '(', ')', '<', '>', '&', '%', '$', '@', '#', '^', '*', '-', '--', '/*', '*/', '<!--', '-->', '<![CDATA[', ']]>',
  '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '&#x110000;', '{{', '}}', '{%', '%}', '${', '$(', '@"\n', "@'\n", '<#', '#>', '#{', '<<~E', '*a', '&a ', '!!binary ', '<<: *a', '? ', '---\n', '%%', '!a!', 'for %%i in (', 'if ', 'else', 'constructor', '__proto__',
  'v2.31|', 'Action=', 'LPort=', '65536', '-1', '1e999', '0x', '4294967296', '0.0.0.0/0', '::/0', '255.255.255.255-0.0.0.0', '10.0.0.0/33', 'fe80::1%eth0', 'System.String[]', '\ud800', '\ufeff', '\u2028', '％', '：', '한국어', 'É', '\x1b[2J',
]
const NESTS = ['[', '{', '(', '@(', '@{', '$(', '"$(', '<a>', '{"a":', '[[', '- ', '- - ', 'a:\n ', '{{', '{% if a %}', 'if (1) {', 'foreach ($a in $b) {', 'for %%i in (1 2) do (', 'if exist a (', 'do ', 'begin\n', '&&', '"#{', '!', '<Objs><Obj><LST>', '/*', '<#', '*', '&a [*a,']
const concat = (...parts) => Buffer.concat(parts)
const text = value => Buffer.from(value, 'utf8')
const piece = (bytes, random) => {
  const from = random(bytes.length + 1)
  return [from, from + random(Math.min(bytes.length - from, 1 << random(12)) + 1)]
}
/** A place where something ends or begins, more often than not. */
const spot = (bytes, random) => {
  const at = random(bytes.length + 1)
  if (random(2) === 0) return at
  const found = bytes.subarray(at).findIndex(b => b < 0x30 || b === 0x3d || b === 0x3a || b === 0x3b || b === 0x7c)
  return found < 0 ? at : at + found
}
const insert = (bytes, at, what) => concat(bytes.subarray(0, at), what, bytes.subarray(at))
const MUTATIONS = [
  (b, r) => b.subarray(0, r(b.length + 1)),
  (b, r) => b.subarray(r(b.length + 1)),
  (b, r) => { const out = Buffer.from(b); for (let i = 0; i <= r(16) && out.length > 0; i++) out[r(out.length)] ^= 1 << r(8); return out },
  (b, r) => { const out = Buffer.from(b); for (let i = 0; i <= r(8) && out.length > 0; i++) out[r(out.length)] = r(256); return out },
  (b, r) => { const out = Buffer.from(b); if (out.length > 4) out.writeUInt32LE([0, 1, 0xffffffff, 0x7fffffff, 0x80000000, out.length, r(out.length)][r(7)], r(out.length - 4) & ~(r(2) * 3)); return out },
  (b, r) => { const [from, to] = piece(b, r); return concat(b.subarray(0, from), b.subarray(to)) },
  (b, r) => { const [from, to] = piece(b, r); return insert(b, to, concat(...Array(1 + r(3)).fill(b.subarray(from, to)))) },
  (b, r) => { const [from, to] = piece(b, r); return insert(b, r(b.length + 1), b.subarray(from, to)) },
  (b, r) => insert(b, spot(b, r), text(TOKENS[r(TOKENS.length)])),
  (b, r) => insert(b, spot(b, r), text(TOKENS[r(TOKENS.length)].repeat(1 + r(4)))),
  (b, r) => { const [from, to] = piece(b, r); return concat(b.subarray(0, from), text(TOKENS[r(TOKENS.length)]), b.subarray(to)) },
  (b, r) => { const s = b.toString('latin1'); const numbers = [...s.matchAll(/\d+/g)]; const n = numbers[r(numbers.length || 1)]; return n ? concat(b.subarray(0, n.index), text(['0', '-1', '65536', '4294967296', '99999999999999999999', '1.5', '٣'][r(7)]), b.subarray(n.index + n[0].length)) : b },
  (b, r, other) => { const [from, to] = piece(other, r); return insert(b, spot(b, r), other.subarray(from, to)) },
]
/** Rarer: they make large files. */
const LARGE = [
  (b, r) => { const s = b.toString('utf8'); const wide = Buffer.from((r(2) ? '\ufeff' : '') + s, 'utf16le'); return r(2) ? wide : wide.subarray(0, wide.length & ~1).swap16() },
  b => Buffer.from(b.toString('latin1'), 'utf8'),
  b => Buffer.from(b.toString('utf8'), 'latin1'),
  (b, r) => insert(b, spot(b, r), Buffer.alloc(1 << (8 + r(11)), text(['A', '0', ' ', '"', "'", ',', '\n', '\r\n', '\\', '%', '-', ':', '=', '\0', 'a,', '1-2,', '&amp;', '""', '$a', '%a%', '# ', '<a/>', '[]'][r(23)]))),
  (b, r) => insert(b, spot(b, r), text(NESTS[r(NESTS.length)].repeat(1 << (4 + r(12))).slice(0, 400_000))),
  (b, r) => { const [from, to] = piece(b, r); const part = b.subarray(from, to); return part.length === 0 ? b : insert(b, to, concat(...Array(Math.min(1 << (4 + r(10)), Math.ceil(300_000 / part.length))).fill(part))) },
  (b, r) => { const lines = b.toString('latin1').split('\n'); const line = lines[r(lines.length)]; return Buffer.from([...lines, ...Array(Math.min(2000, Math.ceil(200_000 / (line.length + 1)))).fill(line)].join('\n'), 'latin1') },
  b => concat(...Array(Math.min(200, Math.ceil(300_000 / (b.length + 1)))).fill(b)),
]
function inputAt(files, seed, index) {
  const random = randomOf(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
  random(2)
  const { path, bytes } = files[random(files.length)]
  let out = bytes
  for (let i = 0, n = 1 + random(4); i < n; i++) {
    const list = random(24) === 0 ? LARGE : MUTATIONS
    out = list[random(list.length)](out, random, files[random(files.length)].bytes)
    if (out.length > MOST_BYTES) out = out.subarray(0, MOST_BYTES)
  }
  return { path, bytes: Buffer.from(out) }
}

/** Good samples of one format, and the real files that are its. */
async function goodFiles(format) {
  const { SAMPLES } = await import('../test/formats/samples.ts')
  const { sourceFile } = await import('../src/text/source-file.ts')
  const files = SAMPLES.filter(sample => sample.format === format.id).map(({ path, bytes }) => ({ path, bytes: Buffer.from(bytes) }))
  const corpus = join(root, '../shared/corpus')
  if (existsSync(corpus)) {
    for (const path of globSync('*/**/*', { cwd: corpus }).sort()) {
      const full = join(corpus, path)
      if (!statSync(full).isFile() || statSync(full).size > 200_000) continue
      const bytes = readFileSync(full)
      if (format.recognises(sourceFile(path, bytes))) files.push({ path, bytes })
    }
  }
  return files
}

// -------------------------------------------------------------------------------------------------------------- thread

async function work({ id, seed, seconds, progress }) {
  const { formatOf } = await import('../src/formats/index.ts')
  const { probe } = await import('../test/fuzz/probe.ts')
  const format = await formatOf(id)
  await format.prepare?.()
  const files = await goodFiles(format)
  const state = new Int32Array(progress)
  const end = Date.now() + seconds * 1000
  let index = 0
  let total = 0
  for (; Date.now() < end; index++) {
    const { path, bytes } = inputAt(files, seed, index)
    total += bytes.length
    Atomics.store(state, 0, index)
    Atomics.store(state, 1, bytes.length)
    Atomics.add(state, 2, 1)
    let why
    try {
      why = probe(format, path, bytes)
      if (why?.startsWith('slow')) why = probe(format, path, bytes) // once may be the machine
    } catch (error) {
      why = String(error?.stack ?? error).split('\n').slice(0, 4).join('\n')
    }
    if (why === undefined) continue
    const kind = String(why).split('\n').slice(0, 2).join(' ').replace(/\d+/g, '')
    const fails = candidate => {
      try { return probe(format, path, candidate)?.replace(/\d+/g, '') === kind } catch (error) { return String(error?.stack ?? error).split('\n').slice(0, 2).join(' ').replace(/\d+/g, '') === kind }
    }
    parentPort.postMessage({ index, path, why, kind, bytes: why.startsWith('slow') ? bytes : smaller(bytes, fails) })
  }
  parentPort.postMessage({ done: index, total, files: files.length })
}
/** Takes away what is not needed to fail, in halves, quarters …, for at most five seconds. */
function smaller(bytes, fails) {
  const end = Date.now() + 5000
  let best = bytes
  for (let size = best.length >> 1; size > 0 && Date.now() < end; size >>= 1) {
    for (let at = 0; at < best.length && Date.now() < end;) {
      const candidate = concat(best.subarray(0, at), best.subarray(at + size))
      if (fails(candidate)) best = candidate
      else at += size
    }
  }
  return best
}

// ---------------------------------------------------------------------------------------------------------------- main

function keep(id, { path, bytes, why }) {
  mkdirSync(SEEDS, { recursive: true })
  const name = `${id}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.json`
  writeFileSync(join(SEEDS, name), `${JSON.stringify({ format: id, path: path.slice(path.lastIndexOf('/') + 1), why: String(why).split('\n')[0], base64: Buffer.from(bytes).toString('base64') }, null, 2)}\n`)
  return name
}
function fuzz(id, seed, seconds) {
  return new Promise(resolve => {
    const progress = new SharedArrayBuffer(12)
    const state = new Int32Array(progress)
    // A parser may hold a small multiple of its input, which is a megabyte at most.
    const worker = new Worker(new URL(import.meta.url), { workerData: { id, seed, seconds, progress }, resourceLimits: { maxOldGenerationSizeMb: 300 } })
    const kinds = new Set()
    let last = -1
    const lost = async why => {
      clearInterval(watch)
      const { formatOf } = await import('../src/formats/index.ts')
      const input = inputAt(await goodFiles(await formatOf(id)), seed, state[0])
      process.stdout.write(`${id}: input ${state[0]}: ${why}; kept as ${keep(id, { ...input, why })}\n`)
      await worker.terminate()
      resolve(kinds.size + 1)
    }
    const watch = setInterval(() => {
      if (state[2] > 0 && state[2] === last) void lost(`no end after 20 seconds for ${state[1]} bytes`)
      last = state[2]
    }, 20_000)
    worker.on('message', message => {
      if (message.done !== undefined) {
        clearInterval(watch)
        process.stdout.write(`${id}: ${message.done} inputs of ${message.files} files, ${(message.total / 1e6).toFixed(1)} MB, ${kinds.size} kinds of failure\n`)
        resolve(kinds.size)
      } else if (!kinds.has(message.kind) && kinds.size < 20) {
        kinds.add(message.kind)
        process.stdout.write(`${id}: input ${message.index}: ${message.why}\n  kept as ${keep(id, message)}\n`)
      }
    })
    worker.on('error', error => void lost(String(error.message ?? error)))
  })
}

if (isMainThread) {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, format: { type: 'string', multiple: true }, seed: { type: 'string' } } })
  const { loadFormats } = await import('../src/formats/index.ts')
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
  const waiting = values.format ?? (await loadFormats()).map(({ id }) => id)
  process.stdout.write(`seed ${seed}\n`)
  let failures = 0
  const lane = async () => { for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) failures += await fuzz(id, seed, Number(values.seconds)) }
  await Promise.all([lane(), lane()])
  process.exitCode = failures > 0 ? 1 : 0
} else await work(workerData)
