import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { ident } from 'css-tree/utils';

/** Properties with which browsers may paint text as something else, and by which names they are marked. */
const effects = new Map([
  ['filter', 'filter'],
  ['-webkit-filter', 'filter'],
  ['transform', 'transform'],
  ['-webkit-transform', 'transform'],
  ['-webkit-text-stroke', 'text-stroke'],
  ['-webkit-text-stroke-width', 'text-stroke'],
]);

/**
 * A stylesheet in which every rule that sets `filter` sets `--filter-at` too, to the place of the declaration, and so
 * on for other effects: so that an element tells whose effect it has.
 *
 * @param css the text of a stylesheet; places are offsets in it, in code units
 */
export function markEffects(css: string): string {
  if (!/filter|transform|text-stroke/i.test(css)) return css;
  const parts: string[] = [];
  let done = 0;
  let name: { readonly text: string; readonly start: number } | undefined;
  let isValue = false;
  let isFirst = true;
  let depth = 0;
  const finish = (end: number): void => {
    if (name !== undefined && isValue) {
      const value = css.slice(name.start, end);
      const important = /!\s*important\s*$/i.test(value) ? ' !important' : '';
      parts.push(css.slice(done, end), `;--${effects.get(name.text)}-at:${name.start}${important}`);
      done = end;
    }
    name = undefined;
    isValue = false;
    isFirst = true;
  };
  tokenize(css, (type, start, end) => {
    if (type === tokenTypes.WhiteSpace || type === tokenTypes.Comment) return;
    if (type === tokenTypes.LeftParenthesis || type === tokenTypes.Function) depth += 1;
    else if (type === tokenTypes.RightParenthesis) depth -= 1;
    else if (type === tokenTypes.LeftCurlyBracket) {
      // What looked like a declaration was the selector of a rule.
      name = undefined;
      finish(start);
      return;
    } else if (depth === 0 && (type === tokenTypes.Semicolon || type === tokenTypes.RightCurlyBracket)) {
      finish(start);
      return;
    }
    if (isFirst && type === tokenTypes.Ident) {
      const text = ident.decode(css.slice(start, end)).toLowerCase();
      name = effects.has(text) ? { text, start } : undefined;
    } else if (name !== undefined && !isValue) {
      if (type === tokenTypes.Colon) isValue = true;
      else name = undefined;
    }
    isFirst = false;
  });
  finish(css.length);
  return [...parts, css.slice(done)].join('');
}
