import type { Properties } from 'hast';
import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';

/** Numbers and ranges of lines in braces: `{3,5-7}`. */
const ranges = /\{\s*(\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d+(?:\s*-\s*\d+)?)*)\s*\}/;
const numbers = /(?:^|\s)numbers(?:=(\d{1,5}))?(?=\s|\{|$)/;

/**
 * Reads what stands behind the language of a block of code: `numbers` (or `numbers=10`) numbers the
 * lines, `{3,5-7}` stresses some of them. Both become data of the `<code>` element. Without a
 * language they stand in its place.
 */
export function remarkCodeOptions() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', (node) => {
      const { lang, meta } = node;
      const options = [lang, meta].filter((part) => typeof part === 'string').join(' ');
      const first = numbers.exec(options);
      const stressed = stressedLines(options, node, file);
      if (/^(?:numbers(?:=\d+)?$|\{)/.test(lang ?? '')) node.lang = null;
      if (!first && stressed === '') return;
      const hProperties: Properties = {
        ...(first && { dataNumbers: first[1] ?? '1' }),
        ...(stressed !== '' && { dataLines: stressed }),
      };
      node.data = { ...node.data, hProperties };
    });
  };
}

/** The numbers of the lines to stress, blanks between them; those the code does not have are reported. */
function stressedLines(options: string, node: Code, file: VFile): string {
  const wanted = ranges.exec(options)?.[1];
  if (wanted === undefined) return '';
  const last = node.value.split('\n').length;
  const lines = wanted.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    if (from >= 1 && to <= last && from <= to) {
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    }
    report(file, 'directive-unknown', `The code has no lines ${part.trim()}`, node, {
      hint: `It has ${last} lines; count them from 1, whatever numbers are printed.`,
    });
    return [];
  });
  return lines.join(' ');
}
