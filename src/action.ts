import { failStep, readInputs, writeOutputs, writeSummary } from './io/runner.ts'

// The Action's entry: the runner's inputs go in, annotations, outputs, the report file and the job summary come out.
void import('./commands/index.ts').then(async ({ checkForAction, processWorld, trouble }) => {
  try {
    const world = processWorld()
    const done = await checkForAction(readInputs(), world)
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
    failStep(trouble(error, process.env['RUNNER_DEBUG'] === '1'))
    writeOutputs({ result: 'failed' })
  }
})
