import { UsageError } from '../book/errors.ts';

/** What no text comes to: a tree of so many elements fills the memory, and what is deeper the stack. */
const most = { depth: 300, elements: 500_000, inLine: 20_000 } as const;

/** Elements without content, and those that the next of their kind ends (HTML, 13.1.2.4). */
const shallow = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rt rp colgroup html head body'.split(
    ' ',
  ),
);

/** What a paragraph that begins within it opens once more, however often (HTML, 13.2.4.3). */
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/** What does not end a paragraph. */
const inline = new Set([...formatting, ...'abbr br cite img mark q s span sub sup wbr'.split(' ')]);

/** A tag, or a comment, or an element whose content is no markup. */
const markup =
  /<!--[^]*?(?:-->|$)|<(script|style|textarea|title)\b[^]*?(?:<\/\1|$)|<(\/?)([a-z][^\s/<>]*)(?=[\s/>])[^<>]*>/gi;

/**
 * Judges HTML before it is parsed.
 *
 * @throws {UsageError} where it holds more than any text does
 */
export function judgeHtml(html: string, path: string): void {
  const open = new Map<string, number>();
  let depth = 0;
  let formats = 0;
  let elements = 0;
  let inLine = 0;
  for (const [, , end, tag] of html.matchAll(markup)) {
    const name = tag?.toLowerCase() ?? '';
    if (name === '') continue;
    const isFormat = formatting.has(name);
    if (end !== '/') elements += isFormat ? 1 : 1 + formats;
    if (elements > most.elements)
      throw excess(path, `more than ${most.elements.toLocaleString('en')} elements`);
    inLine = inline.has(name) ? inLine + 1 : 0;
    if (inLine > 2 * most.inLine)
      throw excess(path, `more than ${most.inLine.toLocaleString('en')} elements in a paragraph`);
    if (shallow.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (end === '/' && count === 0) continue;
    const step = end === '/' ? -1 : 1;
    open.set(name, count + step);
    depth += step;
    if (isFormat) formats += step;
    if (depth > most.depth) throw excess(path, `elements more than ${most.depth} levels deep`);
  }
}

function excess(path: string, what: string): UsageError {
  return new UsageError(`${path} holds ${what}, which no text does: divide it`);
}
