import type { Paragraph, PhrasingContent } from 'mdast';
import type { VFile } from 'vfile';
import { pointIn } from '../../book/messages/point-in.ts';
import { imageIn, isBlank } from './images-in.ts';
import { withoutIndent } from './without-indent.ts';

/** What one line of a paragraph holds. */
interface Line {
  /** `caption` is emphasis alone, which may belong to an image above. */
  kind: 'empty' | 'pictures' | 'caption' | 'text';
  /** Where its first and last node stand among the children. */
  first: number;
  last: number;
  /** What it begins and ends with, as far as that is text. */
  begins: string;
  ends: string;
  /** Whether an image on it has a title, which is its caption. */
  isTitled: boolean;
}

/**
 * A paragraph whose lines are images alone between lines of text, divided before and behind these: each part holds text
 * without them, or them without text. An image in the middle of a sentence stays in it, be it alone on its line.
 *
 * @param paragraph in which attributes behind images have been read
 * @param file where it stands
 */
export function dividedAtPictures(paragraph: Paragraph, file: VFile): Paragraph[] {
  const { children } = paragraph;
  if (children.length < 2 || !children.some((node) => imageIn(node))) return [paragraph];
  const runs = pictureRuns(linesOf(children));
  const parts: Paragraph[] = [];
  let behind = 0;
  const add = (nodes: PhrasingContent[]): void => {
    const [first, last] = [nodes[0]?.position, nodes.at(-1)?.position];
    const position = first && last && { position: { start: first.start, end: last.end } };
    if (nodes.length === 0) return;
    parts.push({ ...(parts.length === 0 ? paragraph : goneOn(paragraph)), children: nodes, ...position });
  };
  for (const { first, last } of runs) {
    add(trimmed(children.slice(behind, first), file));
    add(children.slice(first, last + 1));
    behind = last + 1;
  }
  if (behind === 0) return [paragraph];
  add(trimmed(children.slice(behind), file));
  return parts.length > 1 ? parts : [paragraph];
}

/** A paragraph that goes on below a picture: it is no new one, and has no second id. */
function goneOn(paragraph: Paragraph): Paragraph {
  const { id: _, ...others } = paragraph.data?.hProperties ?? {};
  const below: Paragraph = { ...paragraph, data: { ...paragraph.data, hProperties: others } };
  withoutIndent(below);
  return below;
}

/** The lines of images that follow one another, with what may be their captions. */
function pictureRuns(lines: ReadonlyArray<Line>): Array<Pick<Line, 'first' | 'last'>> {
  const runs: Array<{ first: number; last: number }> = [];
  let isOpen = false;
  for (const [at, line] of lines.entries()) {
    const run = runs.at(-1);
    const above = lines[at - 1];
    const isCaption = line.kind === 'caption' && isOpen && above?.kind === 'pictures' && !above.isTitled;
    if (line.kind === 'pictures' && !isInSentence(lines, at)) {
      if (isOpen && run) run.last = line.last;
      else runs.push({ first: line.first, last: line.last });
      isOpen = true;
    } else if (isCaption && run) run.last = line.last;
    else if (line.kind !== 'empty') isOpen = false;
  }
  return runs;
}

/** Whether the sentence above goes on below. */
function isInSentence(lines: ReadonlyArray<Line>, at: number): boolean {
  const above = lines[at - 1];
  const below = lines[at + 1];
  if (above?.kind !== 'text' || below?.kind !== 'text') return false;
  return /^[\p{Ll},;.:!?)\]–—-]/u.test(below.begins) && !/[.:!?…。：！？]["'”’»)\]]*$/.test(above.ends);
}

function linesOf(children: ReadonlyArray<PhrasingContent>): Line[] {
  const begun = (): Line => ({
    kind: 'empty',
    first: -1,
    last: -1,
    begins: '',
    ends: '',
    isTitled: false,
  });
  let line = begun();
  const lines = [line];
  const take = (at: number, kind: Exclude<Line['kind'], 'empty'>, words = ''): void => {
    const isFirst = line.kind === 'empty';
    line.kind = isFirst || line.kind === kind ? kind : 'text';
    if (isFirst) Object.assign(line, { first: at, begins: words });
    Object.assign(line, { last: at, ends: words });
  };
  for (const [at, node] of children.entries()) {
    const image = imageIn(node);
    if (node.type === 'break') lines.push((line = begun()));
    else if (node.type === 'text') {
      for (const [row, words] of node.value.split('\n').entries()) {
        if (row > 0) lines.push((line = begun()));
        if (words.trim() !== '') take(at, 'text', words.trim());
      }
    } else if (image !== undefined) {
      take(at, 'pictures');
      line.isTitled ||= Boolean(image.title);
    } else if (node.type === 'emphasis') take(at, line.kind === 'caption' ? 'text' : 'caption');
    // Marks of notes belong to what they stand behind.
    else take(at, node.type === 'footnoteReference' && line.kind !== 'empty' ? line.kind : 'text');
  }
  return lines;
}

/** Nodes without the breaks and the white at either end. */
function trimmed(nodes: PhrasingContent[], file: VFile): PhrasingContent[] {
  let from = 0;
  while (from < nodes.length && isBlank(nodes[from]!)) from++;
  let to = nodes.length;
  while (to > from && isBlank(nodes[to - 1]!)) to--;
  const kept = nodes.slice(from, to);
  const [first] = kept;
  if (first?.type === 'text') kept[0] = { ...first, value: first.value.trimStart(), ...startOf(first, file) };
  const last = kept.at(-1);
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, value: last.value.trimEnd() };
  return kept;
}

/** Where a text begins that has lost the white before it, and the signs of quotations there. */
function startOf(text: PhrasingContent, file: VFile): Pick<PhrasingContent, 'position'> {
  const { position } = text;
  if (position?.start.offset === undefined) return {};
  const white = /^[\s>]*/.exec(String(file).slice(position.start.offset, position.start.offset + 400));
  const start = pointIn(file, position.start.offset + (white?.[0].length ?? 0));
  return { position: { ...position, start } };
}
