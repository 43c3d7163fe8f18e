/** The part of css-tree that cuts a stylesheet into tokens; the whole takes five times as long to load. */
declare module 'css-tree/tokenizer' {
  export { tokenize, tokenTypes } from 'css-tree';
}

/** The part of css-tree that resolves escapes and writes strings. */
declare module 'css-tree/utils' {
  export { ident, string, url } from 'css-tree';
}
