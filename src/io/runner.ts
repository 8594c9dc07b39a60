import { appendFileSync } from 'node:fs'
import { posix } from 'node:path'
import * as core from '@actions/core'
import { UsageError } from '../model/usage-error.ts'

/** The inputs of action.yml, read once and here only. Empty means not given. */
export interface Inputs {
  readonly paths: readonly string[]
  readonly config: string
  readonly features: readonly string[]
  readonly role: string
  readonly failOn: string
  readonly locale: string
  readonly workingDirectory: string
  readonly formats: readonly string[]
  readonly annotations: boolean
  readonly summary: boolean
  /** A git revision to compare with, instead of the one of the event. */
  readonly base: string
  readonly onlyNew: boolean
  readonly redact: boolean
  /** For the places on GitHub, and for the base where git cannot give it; empty: GitHub is not asked. */
  readonly token: string
  readonly check: string
  readonly checkName: string
  readonly comment: string
  readonly suggestions: boolean
}

/** What the workflow asks for. */
export function readInputs(): Inputs {
  return {
    paths: lines('paths'),
    config: core.getInput('config'),
    features: lines('features').flatMap(line => line.split(',')).map(word => word.trim()).filter(word => word !== ''),
    role: core.getInput('role'),
    failOn: core.getInput('fail-on') || 'error',
    locale: core.getInput('locale') || 'en',
    workingDirectory: core.getInput('working-directory') || '.',
    formats: lines('format'),
    annotations: yesOr('annotations', true),
    summary: yesOr('summary', true),
    base: core.getInput('base'),
    onlyNew: yesOr('only-new', false),
    redact: yesOr('redact', false),
    token: core.getInput('token'),
    check: core.getInput('check') || 'auto',
    checkName: core.getInput('check-name') || 'ConfigMgr firewall',
    comment: core.getInput('comment'),
    suggestions: yesOr('suggestions', false),
  }
}
const lines = (name: string): string[] => core.getMultilineInput(name).map(line => line.trim()).filter(line => line !== '')
const SWITCH = new Map([['true', true], ['false', false]])
function yesOr(name: string, otherwise: boolean): boolean {
  const said = core.getInput(name)
  const value = said === '' ? otherwise : SWITCH.get(said.toLowerCase())
  if (value === undefined) throw new UsageError(`${name}: ${JSON.stringify(said)} is not known: true, false`)
  return value
}

/** Outputs of the step; without a runner (no GITHUB_OUTPUT) nobody reads them, and the toolkit would print a command that is no more. */
export function writeOutputs(outputs: Readonly<Record<string, string | number>>): void {
  if (!process.env['GITHUB_OUTPUT']) return
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
}

/** Adds the page to the job summary; says false where there is none or it has no room. */
export function writeSummary(page: string): boolean {
  const file = process.env['GITHUB_STEP_SUMMARY']
  if (!file) return false
  try {
    appendFileSync(file, page)
    return true
  } catch {
    return false // a full or read-only disk must not hide the findings, which the log has too
  }
}

/** Ends the step as failed; with a place the message stands at the line of that file, as the working directory has it. */
export function failStep(message: string, place: UsageError['place']): void {
  process.exitCode = 1
  core.error(message, place && { title: 'configmgr-firewall-lint', file: posix.join(core.getInput('working-directory'), place.path), startLine: place.line, startColumn: place.column })
}
