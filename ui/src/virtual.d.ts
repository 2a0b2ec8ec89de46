declare module 'virtual:folio-locale/*' {
  /** The Fluent source of one language. */
  const source: string;
  export default source;
}
