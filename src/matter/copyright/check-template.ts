import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pointIn } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import { copyrightBlocks } from './copyright-blocks.ts';

/**
 * Reports placeholders that do not exist, and those that stand for whole lines but have been put
 * into a sentence.
 *
 * @param template the page, its placeholders text
 * @param file its source, which collects the messages
 * @param words the placeholders a sentence may hold
 */
export function checkTemplate(template: Root, file: VFile, words: ReadonlySet<string>): void {
  visit(template, ['paragraph', 'heading'], (node) => {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    const source = String(file).slice(start.offset, end.offset);
    const rows = source.split('\n');
    // A placeholder may also stand in the address of a link, where the tree has no place for it.
    for (const match of source.matchAll(/(?<!\\)\{([\w-]+)\}/g)) {
      const [whole, name = ''] = match;
      const point = pointIn(file, start.offset + match.index);
      const alone = rows[point.line - start.line]?.trim() === whole && node.type === 'paragraph';
      if (words.has(name) || (alone && copyrightBlocks.has(name) && isBlock(source))) continue;
      if (copyrightBlocks.has(name)) {
        const hint = 'Put it into a paragraph of its own, or of such placeholders, each on its own line.';
        report(
          file,
          'config-value',
          `{${name}} stands for whole lines and cannot be part of a sentence`,
          point,
          {
            hint,
          },
        );
        continue;
      }
      const known = [...new Set([...copyrightBlocks.keys(), ...words])].toSorted().map((each) => `{${each}}`);
      report(file, 'config-value', `There is no placeholder {${name}}`, point, {
        hint: `Use one of ${known.join(', ')}.`,
      });
    }
  });
}

/** Whether every line of a paragraph is one placeholder for a block. */
function isBlock(source: string): boolean {
  return source.split('\n').every((row) => copyrightBlocks.has(/^\s*\{([\w-]+)\}\s*$/.exec(row)?.[1] ?? ''));
}
