import { linesOf } from './lines-of.ts';

/** Items are asked for that hold nothing but text. */
const texts =
  ':is(p, li, dd):not(.kept-whole, :has(> :is(p, ul, ol, dl, pre, blockquote, table, figure, div)))';

/**
 * Paragraphs and items of up to three lines: Chrome would leave a line of them alone on a page, since
 * two lines before and two after the break are more than they have.
 */
export function shortParagraphs(): Element[] {
  // Each change of the document is told to every range there is: so there is one for all paragraphs.
  const range = document.createRange();
  return [...document.querySelectorAll(texts)].filter((paragraph) => linesOf(paragraph, range) <= 3);
}
