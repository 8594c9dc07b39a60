// Two hundred kilobytes of generated checks, read only when a config names a pack of its own.
export { default as validatePack } from '../../generated/validate-pack.js'
