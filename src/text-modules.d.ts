/** Markdown and YAML files are imported as their text. */
declare module '*.md' {
  const text: string
  export default text
}
declare module '*.yml' {
  const text: string
  export default text
}
