import { tokenize, tokenTypes } from 'css-tree/tokenizer';

/** Where the comments of a stylesheet stand. */
export function cssComments(css: string): Array<{ readonly start: number; readonly end: number }> {
  const comments: Array<{ readonly start: number; readonly end: number }> = [];
  tokenize(css, (type, start, end) => {
    if (type === tokenTypes.Comment) comments.push({ start, end });
  });
  return comments;
}
