import type { FootnoteDefinition, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { namesNotes } from './note-elements.ts';

/** An entry of the notes at the end: its number and where it begins. */
interface Entry {
  readonly number: string;
  readonly index: number;
}

/**
 * Turns marks and notes that are typed ([1] in the text; [1], 1. or ¹ at the end) into those of Markdown, where
 * there is a mark for every note. Elsewhere nothing is changed.
 */
export function typedNotes(tree: Root): Root {
  const head = tree.children.findLastIndex((node) => node.type === 'heading' && namesNotes(toString(node)));
  const flat = head < 0 ? tree.children : flattened(tree.children, head);
  const entries = entriesOf(flat, head);
  const [first] = entries;
  if (first === undefined) return tree;
  const numbers = new Set(entries.map(({ number }) => number));
  const begin = head >= 0 && head < first.index ? head : first.index;
  const text: Root = { type: 'root', children: flat.slice(0, begin) };
  const mark = [/\[(\d{1,4})\]/g, /([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})/gu].find((each) => marksAll(text, numbers, each));
  if (mark === undefined) return tree;
  const end = entries.at(-1)?.index ?? first.index;
  const definitions = entries.map(({ number, index }, at): FootnoteDefinition => {
    const until = entries[at + 1]?.index ?? end + 1;
    const content = flat.slice(index, until).map((node) => withoutNumber(node, number));
    return {
      type: 'footnoteDefinition',
      identifier: number,
      label: number,
      children: content as FootnoteDefinition['children'],
    };
  });
  putMarks(text, numbers, mark);
  return { type: 'root', children: [...text.children, ...definitions, ...flat.slice(end + 1)] };
}

/** The items of an ordered list below the heading as paragraphs that begin with their numbers. */
function flattened(children: ReadonlyArray<RootContent>, head: number): RootContent[] {
  return children.flatMap((node, index): RootContent[] => {
    if (index < head || node.type !== 'list' || node.ordered !== true) return [node];
    return node.children.flatMap((item, at): RootContent[] => {
      const [lead, ...more] = item.children;
      if (lead?.type !== 'paragraph') return item.children;
      const number: PhrasingContent = { type: 'text', value: `${(node.start ?? 1) + at}. ` };
      return [{ ...lead, children: [number, ...lead.children] }, ...more];
    });
  });
}

/** Paragraphs that begin with 1, 2, 3 … in turn: in brackets anywhere, otherwise below a heading of notes. */
function entriesOf(children: ReadonlyArray<RootContent>, head: number): Entry[] {
  const entries: Entry[] = [];
  for (const [index, node] of children.entries()) {
    if (node.type !== 'paragraph') continue;
    const number = numberAt(node, head >= 0 && index > head);
    if (number === '1' && entries.length < 2) entries.length = 0;
    if (number === String(entries.length + 1)) entries.push({ number, index });
  }
  return entries;
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function numberAt(node: Paragraph, isBelowHead: boolean): string | undefined {
  const text = toString(node);
  const bracketed = /^\s*\[(\d{1,4})\]\s*\S/.exec(text)?.[1];
  if (bracketed !== undefined || !isBelowHead) return bracketed;
  const signs = /^\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*\S/.exec(text)?.[1];
  if (signs !== undefined) return plainDigits(signs);
  return /^\s*(\d{1,4})[.)\]]?\s+\S/.exec(text)?.[1];
}

function plainDigits(signs: string): string {
  return signs.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu, (sign) => String(raised.indexOf(sign)));
}

function withoutNumber(node: RootContent, number: string): RootContent {
  if (node.type !== 'paragraph') return node;
  const [lead, ...more] = node.children;
  if (lead?.type !== 'text') return node;
  const typed = new RegExp(`^\\s*(?:\\[${number}\\]|${number}[.)\\]]?(?=\\s)|[${raised}]+)\\s*`, 'u');
  return { ...node, children: [{ ...lead, value: lead.value.replace(typed, '') }, ...more] };
}

/** Whether there is a mark for every note. */
function marksAll(text: Root, numbers: ReadonlySet<string>, mark: RegExp): boolean {
  const left = new Set(numbers);
  visit(text, 'text', ({ value }) => {
    for (const [, number = ''] of value.matchAll(mark)) left.delete(plainDigits(number));
  });
  return left.size === 0;
}

function putMarks(text: Root, numbers: ReadonlySet<string>, mark: RegExp): void {
  visit(text, 'text', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const pieces: PhrasingContent[] = [];
    let from = 0;
    for (const match of node.value.matchAll(mark)) {
      const number = plainDigits(match[1] ?? '');
      if (!numbers.has(number)) continue;
      const before = node.value.slice(from, match.index).replace(/\s+$/, '');
      pieces.push(
        { type: 'text', value: before },
        { type: 'footnoteReference', identifier: number, label: number },
      );
      from = match.index + match[0].length;
    }
    if (pieces.length === 0) return undefined;
    pieces.push({ type: 'text', value: node.value.slice(from) });
    parent.children.splice(index, 1, ...(pieces as typeof parent.children));
    return [SKIP, index + pieces.length];
  });
}
