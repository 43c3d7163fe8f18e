/**
 * Spans of code and formulas, whichever begins first. A dollar that opens a formula has no blank behind it, and one
 * that closes has none before it and no figure behind it; two dollars may stand apart from their formula (Pandoc's
 * Markdown, Extension: tex_math_dollars).
 */
const closed = new RegExp(
  [
    /(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/,
    /(?<!\\)\$\$(?!\$)[\s\S]*?(?<!\\)\$\$/,
    /(?<![\\$])\$(?![\s$])(?:[^$\\]|\\[\s\S])*?(?<!\s)\$(?!\d)/,
    /\\\([\s\S]*?\\\)/,
    /\\\[[\s\S]*?\\\]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/**
 * A paragraph with what stands outside of its formulas and spans of code as a function has it.
 *
 * @param change is told where in the paragraph a part begins
 */
export function outsideFormulas(text: string, change: (part: string, start: number) => string): string {
  let result = '';
  let from = 0;
  for (const { 0: whole, index } of text.matchAll(closed)) {
    result += change(text.slice(from, index), from) + whole;
    from = index + whole.length;
  }
  return result + change(text.slice(from), from);
}
