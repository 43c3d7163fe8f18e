import { nameIn } from '../../../pdf/content/operand.ts';
import { Operations } from '../../../pdf/content/operations.ts';
import { numberOfTag } from './mark-artifacts.ts';
import { Replacements } from './replacements.ts';

/** The number that the next part of marked content has which is divided. */
export type Divide = (number: number) => number;

/** A part of a content stream, as offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The beginning of marked content of the structure, and the text objects in it. */
interface Tag extends Stretch {
  readonly name: string;
  readonly number: number;
  readonly texts: TextObject[];
}

/** A text object, with the operators between which it shows its glyphs. */
interface TextObject {
  readonly begin: Stretch;
  end: Stretch;
  /** Operators that mark content in it. */
  readonly marks: Stretch[];
}

/**
 * Keeps shadows of text from being read. Chrome paints a text once for each of its shadows and then itself: the
 * same text object in the same marked content, under another matrix or in another colour. All but the last stand
 * for no text (ISO 32000-1, 14.9.4).
 *
 * @param content the decoded content stream
 * @param divide puts shadows outside of the marked content, which goes on behind them; without it they stay in it
 * @returns the content itself where there are no shadows
 */
export function muteShadows(content: Uint8Array, divide?: Divide): Uint8Array {
  const pieces = new Replacements(content);
  for (const tag of tagsOf(content)) {
    const shadows = shadowsIn(tag, content);
    if (shadows.size > 0) muteIn(pieces, tag, shadows, divide);
  }
  return pieces.joined();
}

function tagsOf(content: Uint8Array): Tag[] {
  const tags: Tag[] = [];
  let depth = 0;
  let tagDepth = 0;
  let text: TextObject | undefined;
  const operations = new Operations(content);
  while (operations.next()) {
    const { operator, start, end } = operations;
    if (operator === 'BDC' || operator === 'BMC') {
      depth += 1;
      const number = operator === 'BDC' && tagDepth === 0 ? numberOfTag(operations) : undefined;
      if (number !== undefined) {
        tags.push({ start, end, name: nameIn(operations.operand(0)) ?? '', number, texts: [] });
        tagDepth = depth;
      }
    } else if (operator === 'EMC') {
      if (depth === tagDepth) tagDepth = 0;
      depth -= 1;
    } else if (operator === 'BT') {
      text = { begin: { start, end }, end: { start, end }, marks: [] };
      if (tagDepth > 0) tags.at(-1)?.texts.push(text);
    } else if (operator === 'ET' && text !== undefined) {
      text.end = { start, end };
      text = undefined;
    }
    if (text !== undefined && (operator === 'BDC' || operator === 'BMC' || operator === 'EMC'))
      text.marks.push({ start, end });
  }
  return tags;
}

/** Text objects that are painted once more, in the same place of the text. */
function shadowsIn({ texts }: Tag, content: Uint8Array): Set<TextObject> {
  const shadows = new Set<TextObject>();
  const later = new Set<string>();
  if (texts.length < 2) return shadows;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  for (const text of texts.toReversed()) {
    const painted = bytes.toString('latin1', text.begin.end, text.end.start);
    if (later.has(painted)) shadows.add(text);
    later.add(painted);
  }
  return shadows;
}

function muteIn(
  pieces: Replacements,
  { texts, ...tag }: Tag,
  shadows: ReadonlySet<TextObject>,
  divide: Divide | undefined,
): void {
  let isOpen = true;
  let number: number | undefined;
  texts.forEach((text, index) => {
    if (!shadows.has(text)) {
      number ??= tag.number;
      return;
    }
    if (isOpen && divide !== undefined) {
      if (number === undefined) pieces.replace(tag.start, tag.end, '');
      else pieces.replace(text.begin.start, text.begin.start, 'EMC\n');
      isOpen = false;
    }
    mute(pieces, text);
    const next = texts[index + 1];
    if (isOpen || divide === undefined || next === undefined || shadows.has(next)) return;
    number = number === undefined ? tag.number : divide(tag.number);
    pieces.replace(text.end.end, text.end.end, `\n/${tag.name} <</MCID ${number} >>BDC`);
    isOpen = true;
  });
}

/** Says that a text object stands for no text, in place of what it says of itself. */
function mute(pieces: Replacements, { begin, marks, end }: TextObject): void {
  pieces.replace(begin.end, begin.end, '\n/Span<</ActualText<FEFF>>>BDC');
  for (const mark of marks) pieces.replace(mark.start, mark.end, '');
  pieces.replace(end.start, end.start, 'EMC\n');
}
