import type { BlockContent, List, ListItem, PhrasingContent, Root } from 'mdast';
import type { Block } from './blocks-of-text.ts';

/** Where one is written before it, a heading opens a chapter. */
const opensChapter =
  /^(?:chapter|part|kapitel|teil|chapitre|partie|capítulo|parte|capitolo|глава|часть|розділ|частина|الفصل|第)[\s\dIVXLC一二三四五六七八九十]/iu;

/** Blocks of text as headings, paragraphs, lists, quotations and stanzas. */
export function textToMdast(blocks: ReadonlyArray<Block>): Root {
  const children: BlockContent[] = [];
  for (const [index, block] of blocks.entries()) {
    const item = /^(?:([-*•–])|(\d{1,3})[.)])\s+(.*)$/su.exec(block.join(' '));
    const list = children.at(-1);
    if (item !== null && (isInList(blocks, index) || list?.type === 'list')) addItem(children, item);
    else children.push(blockOf(block, blocks[index + 1]));
  }
  return { type: 'root', children };
}

/** Whether a block that looks like an item has another one beside it. */
function isInList(blocks: ReadonlyArray<Block>, index: number): boolean {
  const looks = (block: Block | undefined): boolean => /^(?:[-*•–]|\d{1,3}[.)])\s/u.test(block?.[0] ?? '');
  return looks(blocks[index + 1]) || looks(blocks[index - 1]);
}

function addItem(children: BlockContent[], [, , number, text = '']: RegExpExecArray): void {
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    children: [paragraph([{ type: 'text', value: text }])],
  };
  const list = children.at(-1);
  const ordered = number !== undefined;
  if (list?.type === 'list' && list.ordered === ordered) list.children.push(item);
  else
    children.push({
      type: 'list',
      ordered,
      start: ordered ? Number(number) : null,
      spread: false,
      children: [item],
    } satisfies List);
}

function blockOf(block: Block, next: Block | undefined): BlockContent {
  const text = block.join(' ');
  const marked = /^(#{1,6})\s+(.*)$/.exec(text);
  if (marked?.[1] !== undefined)
    return {
      type: 'heading',
      depth: depthOf(marked[1].length),
      children: [{ type: 'text', value: marked[2] ?? '' }],
    };
  if (/^(?:\*\s*){3,}$|^-{3,}$|^_{3,}$|^⁂$/.test(text)) return { type: 'thematicBreak' };
  if (isHeading(block, next))
    return {
      type: 'heading',
      depth: opensChapter.test(text) ? 1 : 2,
      children: [{ type: 'text', value: text }],
    };
  if (block.every((line) => line.startsWith('>'))) {
    const quoted = block.map((line) => line.replace(/^>\s?/, '')).join(' ');
    return { type: 'blockquote', children: [paragraph([{ type: 'text', value: quoted }])] };
  }
  return paragraph(isStanza(block) ? withBreaks(block) : [{ type: 'text', value: unbroken(block) }]);
}

function depthOf(signs: number): 1 | 2 | 3 | 4 | 5 | 6 {
  const depths = [1, 2, 3, 4, 5, 6] as const;
  return depths[signs - 1] ?? 6;
}

/** A short line that ends without a point, and has text below it. */
function isHeading(block: Block, next: Block | undefined): boolean {
  const line = (block[0] ?? '').replace(/(?:\[\d{1,4}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹])+$/u, '');
  if (block.length !== 1 || line.length > 100 || next === undefined) return false;
  if (/[.:;,…–—-]$|[.!]["”’»)]$/.test(line) || /^[[("“‘«„–—•>]/.test(line)) return false;
  return /^[\p{Lu}\p{Lo}\d¿¡]/u.test(line);
}

/** Several lines that all end well before the edge: verse, or an address. */
function isStanza(block: Block): boolean {
  return (
    block.length > 1 &&
    block.every((line) => line.length < 60) &&
    !block.slice(0, -1).every((line) => line.length > 50)
  );
}

function withBreaks(block: Block): PhrasingContent[] {
  return block.flatMap((line, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{ type: 'break' } as const]),
    { type: 'text', value: line },
  ]);
}

/** Lines broken to fit a page as one; a word that was divided by a soft hyphen is whole again. */
function unbroken(block: Block): string {
  return block.join(' ').replace(/\u00AD /g, '');
}

function paragraph(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children };
}
