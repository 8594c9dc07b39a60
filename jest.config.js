export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.md', '.yml'],
  transform: { '\\.ts$': '<rootDir>/scripts/jest-strip-types.mjs', '\\.(md|yml)$': '<rootDir>/scripts/jest-text.mjs' },
  // Half of the tests wait for a process or a browser: one worker for each core, not one less.
  maxWorkers: '100%',
  testTimeout: 30_000, // some tests start a process or read a large file; a busy runner is slow
  coverageProvider: 'babel',
  collectCoverageFrom: ['src/**/*.ts', '!src/cli.ts', '!src/action.ts'],
  coverageReporters: ['text-summary', 'lcovonly'],
}
