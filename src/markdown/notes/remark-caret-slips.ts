import type { Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { furtherPlaces } from '../../book/messages/further-places.ts';
import { report } from '../../book/messages/messages.ts';
import { scanProse } from '../scan-prose.ts';
import { identifierOf } from './note-label.ts';

/** A mark whose caret stands elsewhere than before its label. */
interface Slipped {
  readonly label: string;
  readonly written: string;
  readonly point: Point;
}

/** What the beginning of a note looks like, its caret where it belongs, before the bracket or behind the label. */
const beginning = /^[ \t>]*(?:\[\^([^\][\s^]+)\]|\^\[([^\][\s^]+)\]|\[([^\][\s^]+)\^\]):/gm;

const anyLabel = String.raw`[^\s\0^()[\]{}.,;]{1,40}`;

/** `(^1)`, `{^1}`, `[^1)`, `[^1[` and `[^1` without an end. */
const otherwise = {
  signs: ['^'],
  pattern: new RegExp(
    String.raw`(?<!\\)(?:[({]\^(${anyLabel})[)}\]]|\[\^(${anyLabel})(?:[)}[]|(?=[\s.,;]|$)))`,
    'g',
  ),
};

const mayBeOtherwise = /[({]\^|\[\^[^\s\]]*(?:[)}[\s.,;]|$)/m;

const behind = { signs: ['^]'], pattern: /(?<!\\)\[([^\][\s^\0]{1,100})\^\](?!\()/g };

/**
 * Reports `^[1]`, `[1^]`, `(^1)` and their kin where `[^1]` is meant: with a number, or with a label that a line of the file begins
 * with as notes do. Each slip is told of once for the file, and what it cites is not missed besides. Use while
 * notes in place stand where they were typed.
 */
export function remarkCaretSlips() {
  return (tree: Root, file: VFile): void => {
    const source = String(file);
    if (!/\^\[[^\][\s^]+\]|\^\]/.test(source) && !mayBeOtherwise.test(source)) return;
    const defined = new Set(
      [...source.matchAll(beginning)].map(([, ...labels]) => identifierOf(labels.find(Boolean) ?? '')),
    );
    const isLabel = (text: string): boolean => /^\d{1,4}$/.test(text) || defined.has(identifierOf(text));
    tell(file, 'its caret stands before the bracket', beforeBracket(tree, isLabel));
    tell(file, 'its caret stands behind the label', behindLabel(tree, file, isLabel));
    const isMark = (text: string, offset: number): boolean =>
      defined.has(identifierOf(text)) ||
      (/^\d{1,4}$/.test(text) && endsWords.test(source.slice(Math.max(0, offset - 40), offset)));
    tell(file, 'it has not two square brackets around it', inOtherBrackets(tree, file, isMark));
  };
}

/** `^[1]`, which reads as a note in place whose text is 1. */
function beforeBracket(tree: Root, isLabel: (text: string) => boolean): Slipped[] {
  const slipped: Slipped[] = [];
  visit(tree, 'inlineNote', ({ children: [text, ...others], position }) => {
    if (text?.type !== 'text' || others.length > 0 || !position || !isLabel(text.value)) return;
    slipped.push({ label: text.value, written: `^[${text.value}]`, point: position.start });
  });
  return slipped;
}

/** `[1^]`, which is text, or the name of an address. */
function behindLabel(tree: Root, file: VFile, isLabel: (text: string) => boolean): Slipped[] {
  const slipped: Slipped[] = [];
  const add = (label: string, point: Point): void => {
    if (isLabel(label)) slipped.push({ label, written: `[${label}^]`, point });
  };
  visit(tree, ['definition', 'linkReference'], (node) => {
    const [, label] = ('label' in node && /^([^\s^]+)\^$/.exec(node.label ?? '')) || [];
    if (label !== undefined && node.position) add(label, node.position.start);
  });
  scanProse(tree, file, [behind], (_kind, [, label = ''], point) => add(label, point));
  return slipped.toSorted((a, b) => (a.point.offset ?? 0) - (b.point.offset ?? 0));
}

/** The end of words, as against that of a sign or a unit, behind which a power may stand. */
const endsWords =
  /(?:(?<![\p{L}\p{N}])(?!\p{L}?m$)\p{L}{2,}|\p{L}{2,}(?:[.,;:!?]["”’»)]?|["”’»)])|[.,;:!?]["”’»)])$/u;

/** A mark of a note, that of one that is defined or a number behind words, without its brackets. */
function inOtherBrackets(
  tree: Root,
  file: VFile,
  isMark: (text: string, offset: number) => boolean,
): Slipped[] {
  const slipped: Slipped[] = [];
  scanProse(tree, file, [otherwise], (_kind, [written, ...labels], point) => {
    const named = labels.find(Boolean) ?? '';
    if (isMark(named, point.offset ?? 0)) slipped.push({ label: named, written, point });
  });
  return slipped;
}

function tell(file: VFile, slip: string, slipped: readonly Slipped[]): void {
  const [first, ...others] = slipped;
  if (first === undefined) return;
  for (const { label } of slipped) file.data.draft?.misplaced.add(identifierOf(label));
  const further = furtherPlaces(others.map(({ point }) => ({ file, point })));
  report(file, 'note-undefined', `${first.written} is no mark of a note: ${slip}${further}`, first.point, {
    hint: `Write [^${first.label}], in the text and before the note.`,
  });
}
