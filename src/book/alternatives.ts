/** Words for readers who may choose one: `epub, pdf or press`. */
export function alternatives(words: ReadonlyArray<string>): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
