/** The text of a script of the site; the modules it is bundled from lie in page/. */
declare module '#site-page/*' {
  const script: string;
  export default script;
}
