/** The text of a script that runs in pages; the modules it is bundled from lie in in-page/. */
declare module '#in-page/*' {
  const script: string;
  export default script;
}
