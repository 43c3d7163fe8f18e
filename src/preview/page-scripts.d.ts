/** Scripts of page/, bundled when the project is compiled or tested (see bundling.ts). */
declare module '#preview-page/*' {
  const script: string;
  export default script;
}
