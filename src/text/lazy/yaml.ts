// import() this file, never 'yaml' itself: bundled, import('yaml') is a CommonJS namespace with only `default`.
export { Composer, isAlias, isMap, isPair, isScalar, isSeq, Parser } from 'yaml'
