import { failStep, readInputs, writeOutputs, writeSummary } from './io/runner.ts'
import { UsageError } from './model/usage-error.ts'

// The Action's entry: the runner's inputs go in, annotations, outputs, the report file and the job summary come out.
void import('./commands/index.ts').then(async ({ checkForAction, processWorld, trouble, troublePage }) => {
  let wantsSummary = true
  try {
    const world = processWorld()
    const inputs = readInputs()
    wantsSummary = inputs.summary
    const done = await checkForAction(inputs, world)
    writeOutputs(done.outputs)
    if (done.annotations !== undefined) world.out(done.annotations)
    if (done.summary !== undefined) writeSummary(done.summary)
    if (done.failure !== undefined) {
      process.exitCode = 1
      world.out(`${done.failure}\n`)
    }
    // Last, when nothing can be lost any more: GitHub's API may be slow, refuse, or be away.
    const posted = await done.publish()
    writeOutputs(posted.outputs)
    if (posted.log !== undefined) world.out(posted.log)
    process.exit() // as the command line ends: all is written
  } catch (error) {
    const message = trouble(error, process.env['RUNNER_DEBUG'] === '1')
    failStep(message, error instanceof UsageError ? error.place : undefined)
    if (wantsSummary) writeSummary(await troublePage(message))
    writeOutputs({ result: 'failed' })
  }
})
