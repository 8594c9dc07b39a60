import { afterEach, expect, test } from '@jest/globals'
import { readInputs } from '../../src/io/runner.ts'

afterEach(() => { delete process.env['INPUT_REDACT'] })

test.each([['', false], ['true', true], ['True', true], ['FALSE', false]])('a switch that says %j', (said, value) => {
  process.env['INPUT_REDACT'] = said
  expect(readInputs().redact).toBe(value)
})
test('a switch that says something else is a mistake of the workflow, not of the program', () => {
  process.env['INPUT_REDACT'] = 'yes'
  expect(readInputs).toThrow(expect.objectContaining({ name: 'UsageError', message: 'redact: "yes" is not known: true, false' }))
})
