import type { Definition, FootnoteDefinition, List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { pointAfter } from '../../book/messages/point-in.ts';
import { entryNumber, takeNumber } from './bracketed-entry.ts';
import { bracketedIdentifier } from './note-label.ts';
import { extentOf, joinLines, linesOf } from '../paragraph-lines.ts';

/** A block that holds notes in brackets, or only the `[hr]` above them. */
export interface NoteBlock {
  /** The numbers of its notes, in order. */
  readonly numbers: readonly string[];
  /** Whether a line `[hr]` stands in it. */
  readonly ruled: boolean;
  /** What of the block is running text. */
  readonly text: () => Paragraph | undefined;
  /** The notes; taking them changes the nodes of the block. */
  readonly notes: () => FootnoteDefinition[];
}

const rule = /^\s*\[hr\]\s*/i;

/**
 * The notes a block of a file holds, as entries that begin with `[1]`: lines of a paragraph,
 * items of a list, or what CommonMark reads as the definition of a link.
 *
 * @param block a block at the top of the tree
 * @param file the source
 * @returns nothing for blocks of another kind
 */
export function readNoteBlock(block: RootContent, file: VFile): NoteBlock | undefined {
  if (block.type === 'paragraph') return readParagraph(block, file);
  if (block.type === 'list') return readList(block, file);
  if (block.type === 'definition' && /^\d{1,3}$/.test(block.identifier)) {
    return blockOf([block.identifier], () => [noteOfDefinition(block, file)]);
  }
  return undefined;
}

function blockOf(numbers: readonly string[], notes: NoteBlock['notes']): NoteBlock {
  return { numbers, ruled: false, text: () => undefined, notes };
}

function readParagraph(block: Paragraph, file: VFile): NoteBlock | undefined {
  const typed = String(file).slice(block.position?.start.offset, block.position?.end.offset);
  if (!/\[\d|\[hr\\?\]/i.test(typed)) return undefined;
  const lines = linesOf(block, file);
  const ruled = lines.findIndex(([first]) => first?.type === 'text' && rule.test(first.value));
  const entries = lines.slice(Math.max(0, ruled));
  if (ruled !== -1) entries[0] = withoutRule(entries[0] ?? [], file);
  if (entries[0]?.length === 0) entries.shift();
  const numbers = entries.map(entryNumber);
  if (entries.length > 0 ? numbers[0] === undefined : ruled === -1) return undefined;
  return {
    numbers: numbers.filter((number) => number !== undefined),
    ruled: ruled !== -1,
    text: () => (ruled > 0 ? { ...block, children: joinLines(lines.slice(0, ruled)) } : undefined),
    notes: () => notesOfLines(entries, file),
  };
}

/** A line without the `[hr]` it begins with. */
function withoutRule(line: readonly PhrasingContent[], file: VFile): PhrasingContent[] {
  const [first, ...rest] = line;
  if (first?.type !== 'text') return [...line];
  const value = first.value.replace(rule, '');
  if (value === '') return rest;
  const { start, end } = first.position ?? {};
  const typed = /^\s*\\?\[hr\\?\]\s*/i.exec(String(file).slice(start?.offset, end?.offset))?.[0].length ?? 0;
  const from = pointAfter(file, start, typed);
  return [{ ...first, value, ...(from && end && { position: { start: from, end } }) }, ...rest];
}

function notesOfLines(lines: readonly PhrasingContent[][], file: VFile): FootnoteDefinition[] {
  const groups: PhrasingContent[][][] = [];
  for (const line of lines) {
    if (entryNumber(line) !== undefined) groups.push([]);
    groups.at(-1)?.push(line);
  }
  return groups.map((group) => {
    const [first = []] = group;
    const number = entryNumber(first) ?? '';
    const position = extentOf(group.flat());
    takeNumber(first, file);
    const children = joinLines(group);
    const paragraph: Paragraph = { type: 'paragraph', children, ...(position && { position }) };
    return noteOf(number, [paragraph], position);
  });
}

function readList(list: List, file: VFile): NoteBlock | undefined {
  const numbers = list.children.map(({ children: [first] }) =>
    first?.type === 'paragraph' ? entryNumber(first.children) : undefined,
  );
  const known = numbers.filter((number) => number !== undefined);
  if (known.length === 0 || known.length < numbers.length) return undefined;
  return blockOf(known, () =>
    list.children.map((item, index) => {
      const [first] = item.children;
      const { start } = first?.position ?? {};
      if (first?.type === 'paragraph') takeNumber(first.children, file);
      const position = start && item.position && { start, end: item.position.end };
      return noteOf(known[index] ?? '', item.children, position);
    }),
  );
}

/** `[1]: https://example.org "Title"` with its words as they stand. */
function noteOfDefinition(block: Definition, file: VFile): FootnoteDefinition {
  const { start, end } = block.position ?? {};
  const typed = String(file)
    .slice(start?.offset, end?.offset)
    .replace(/^\s*\[\d+\]:\s*/, '');
  const [, address, rest = ''] = /^<?(https?:\/\/[^\s>]+)>?([\s\S]*)$/i.exec(typed) ?? [];
  const link: PhrasingContent[] = address
    ? [{ type: 'link', url: address, children: [{ type: 'text', value: address }] }]
    : [];
  const value = address ? rest : typed;
  const children: PhrasingContent[] = value === '' ? link : [...link, { type: 'text', value }];
  return noteOf(block.identifier, [{ type: 'paragraph', children }], block.position);
}

function noteOf(
  number: string,
  children: FootnoteDefinition['children'],
  position: FootnoteDefinition['position'],
): FootnoteDefinition {
  return {
    type: 'footnoteDefinition',
    identifier: bracketedIdentifier(number),
    label: String(Number(number)),
    children,
    ...(position && { position }),
  };
}
