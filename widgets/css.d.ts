// Lets the style be imported as text: the bundler puts it in.
declare module '*.css' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the bundler's form
  export default text
}
