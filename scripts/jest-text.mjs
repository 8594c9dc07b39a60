// Jest transformer: Markdown and YAML are imported as text, as esbuild's text loader does for dist/.
export default {
  process: source => ({ code: `export default ${JSON.stringify(source)}` }),
}
