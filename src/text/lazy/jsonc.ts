// A file of its own, so that `import()` brings the library as it is (and not only its `default`) once everything is bundled.
export { parse, printParseErrorCode } from 'jsonc-parser'
