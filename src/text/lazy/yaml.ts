// import() this file, never 'yaml' itself: bundled, import('yaml') is a CommonJS namespace with only `default`.
export { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments } from 'yaml'
