// A registry mirror may lack the binaries of platforms it does not serve. npm then writes a lock without them, and `npm ci`
// refuses it ("Missing: <name>@ from lock file"). Their versions are exact in the parent, so the entries can be written down
// here: version, os, cpu, libc; no integrity, for the file was never seen.
import { readFileSync, writeFileSync } from 'node:fs'

const OS = /(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)/
const CPU = /(arm64|wasm32|ia32|x64|loong64|mips64el|ppc64|riscv64|s390x|arm)/
const LIBC = { gnu: 'glibc', musl: 'musl' }
const before = readFileSync('package-lock.json', 'utf8')
const lock = JSON.parse(before)
const { '': root, ...packages } = lock.packages
let added = 0

const has = (from, name) => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at}${at === '' ? '' : '/'}node_modules/${name}`]) return true
    if (!at.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined
  }
}

for (const [where, { dev, optionalDependencies }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
    if (!/^\d/.test(version) || has(where, name)) continue
    const os = OS.exec(name)?.[1]
    const cpu = CPU.exec(name)?.[1]
    const libc = LIBC[/-(gnu|musl)\w*$/.exec(name)?.[1]]
    packages[`node_modules/${name}`] = {
      version,
      ...(cpu && { cpu: [cpu] }),
      ...(dev && { dev }),
      ...(libc && os === 'linux' && { libc: [libc] }),
      optional: true,
      ...(os && { os: [os] }),
    }
    added += 1
  }
}
const sorted = Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'))
lock.packages = { '': root, ...Object.fromEntries(sorted) }
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`package-lock.json: ${added} platform package(s) added\n`)
