import type { StepContext } from './dialect.ts';
import { withTitledCallouts } from './callouts.ts';
import { withClosedElements } from './closed-elements.ts';
import { withIndentedCells, withTildes } from './cell-fences.ts';
import { instead, kindsOf, outsideCode, type Line } from './lines.ts';

/** A bare address at the end of a note in place, which would go on behind the bracket where a letter follows. */
const noteAddress = /\^\[[^\][\n]*?(?<!\()https?:\/\/[^\s\][<>()]+\](?=[^\s.,;:!?)])/;
const noteAddresses = /\^\[([^\][\n]*?)(?<!\()(https?:\/\/[^\s\][<>()]+)\](?=[^\s.,;:!?)])/g;

/**
 * What all programs but ours take: a note whose text begins on the line below its mark, headings with
 * attributes that mean nothing in a book, and callouts of any kind.
 */
export function usual(written: ReadonlyArray<Line>, { book, dialect }: StepContext): Line[] {
  const typed = withClosedElements(withTitledCallouts(written));
  const fenced = dialect.steps.has('cells') ? withIndentedCells(withTildes(typed)) : typed;
  // In Markua such a line says something of the block below.
  const lines = dialect.steps.has('markua') ? fenced : withAttributesBelow(fenced);
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const next = lines[index + 1]?.text ?? '';
    if (kinds[index] !== 'prose') result.push(line);
    else if (/^ {0,3}\[\^[^\]\s]+\]:[ \t]*$/.test(line.text) && /^ {1,3}\S/.test(next)) {
      result.push(instead(line, `${line.text.trimEnd()} ${next.trim()}`));
      index += 1;
    } else if (/^ {0,3}#{1,6}[ \t].*\}[ \t#]*$/.test(line.text))
      result.push(instead(line, plainHeading(line.text, book)));
    else if (noteAddress.test(line.text))
      result.push(instead(line, line.text.replace(noteAddresses, '^[$1<$2>]')));
    else if (/\]\(#[^)\s]*:[^)\s]*\)/.test(line.text)) result.push(instead(line, withOwnIds(line.text)));
    else if (/[^\s\\]\\$/.test(line.text) && endsBlock(next))
      result.push(instead(line, line.text.slice(0, -1)));
    else result.push(line);
  }
  return result;
}

/** Whether a paragraph ends above a line: a break there is dropped by most programs, and printed as a backslash by Markdown. */
function endsBlock(next: string): boolean {
  return next.trim() === '' || /^ {0,3}(?:[-*+]|\d{1,9}[.)]|#{1,6}|>|:::|```|~~~)(?:\s|$)/.test(next);
}

/** Headings with the attributes that stand on the line below them, as VFM takes them. */
function withAttributesBelow(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  const isBelow = (at: number): boolean =>
    /^ {0,3}#{1,6}[ \t]+(?:[^{]|\{[^{}|]*\|[^{}]*\})*$/.test(lines[at - 1]?.text ?? '') &&
    /^\{[#.][\w-][^{}]*\}[ \t]*$/.test(lines[at]?.text ?? '');
  if (!lines.some((_, at) => isBelow(at))) return lines;
  const kinds = kindsOf(lines);
  const found = (at: number): boolean => kinds[at - 1] === 'prose' && isBelow(at);
  return lines.flatMap((line, at) => {
    if (found(at)) return [];
    return [found(at + 1) ? instead(line, `${line.text.trimEnd()} ${lines[at + 1]?.text ?? ''}`) : line];
  });
}

/** A heading with an id and what numbers and contents heed; the rest of its attributes is of layout alone. */
function plainHeading(text: string, book: StepContext['book']): string {
  const [, before = '', inner] =
    /^(.*?)[ \t]*(?<!\])\{:?[ \t]*((?:(?:[#.][\w:.-]+|-|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))[ \t]*)+)\}[ \t#]*$/.exec(
      text,
    ) ?? [];
  if (inner === undefined) return text;
  const words = inner.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  const id = words.find((word) => word.startsWith('#'));
  const kept = [
    ...(id === undefined ? [] : [`#${ownId(id.slice(1), book)}`]),
    ...words.filter((word) => /^(?:-|\.unnumbered|\.unlisted)$/.test(word)),
  ];
  return kept.length === 0 ? before : `${before} {${kept.join(' ')}}`;
}

/** An id of a heading as ours can be, `sec-sea` for `sec:sea`; what refers to it by the other is told. */
function ownId(id: string, book: StepContext['book']): string {
  const own = id.replace(/[^\w.-]/g, '-').replace(/^(?![A-Za-z])/, 'id-');
  if (own !== id) book.labels.set(id, { target: own });
  return own;
}

/** Links within the text to ids that are ours by now. */
function withOwnIds(text: string): string {
  return outsideCode(text, (prose) =>
    prose.replace(/\]\(#([^)\s]*:[^)\s]*)\)/g, (_, id: string) => `](#${id.replace(/[^\w.%-]/g, '-')})`),
  );
}
