import type { Severity } from '../book/messages/rule.ts';
import { visible } from './visible.ts';

/** The terminal that messages are shown on. */
export interface Terminal {
  /** Its width in cells. */
  readonly columns: number;
  readonly hasColours: boolean;
}

/** The terminal behind a stream; nothing where it is a file or a pipe. */
export function terminalOf(stream: NodeJS.WriteStream): Terminal | undefined {
  // Both follow NO_COLOR, FORCE_COLOR and TERM.
  return stream.isTTY ? { columns: stream.columns, hasColours: stream.hasColors() } : undefined;
}

/** Colours of ECMA-48, by what is shown in them. */
const colours = { error: 31, warning: 33, info: 36, quiet: 2, loud: 1 } as const;

/** A text in a colour, where the terminal has any. */
export function coloured(text: string, colour: keyof typeof colours, { hasColours }: Terminal): string {
  return hasColours ? `\u001B[${colours[colour]}m${text}\u001B[0m` : text;
}

/**
 * A line of a source with its number, and a caret below the place meant. Of a long line as much is shown as
 * the terminal is wide.
 *
 * @param line its text
 * @param place from 1
 * @param severity decides the colour of the caret
 */
export function codeFrame(
  line: string,
  place: { readonly line: number; readonly column: number },
  severity: Severity,
  terminal: Terminal,
): string[] {
  const number = String(place.line);
  const room = Math.max(20, terminal.columns - number.length - 6);
  const { text, before } = around(line.replace(/\r$/, ''), place.column - 1, room);
  const gutter = (of: string): string => coloured(`  ${of.padStart(number.length)} │ `, 'quiet', terminal);
  return [`${gutter(number)}${text}`, `${gutter('')}${before}${coloured('^', severity, terminal)}`];
}

/** What of a line is shown, and blanks as wide as what stands before the place. */
function around(line: string, at: number, room: number): { readonly text: string; readonly before: string } {
  const shown = line.replaceAll('\t', ' ');
  const head = graphemesOf(visible(shown.slice(0, at)));
  const tail = graphemesOf(visible(shown.slice(at)));
  const ahead = cells(head) + Math.min(cells(tail), room / 3);
  const start = ahead > room ? cutTo(head.toReversed(), (room * 2) / 3).toReversed() : head;
  const lead = start.length < head.length ? '…' : '';
  const end = cutTo(tail, room - cells(start) - 1);
  const text = `${lead}${start.join('')}${end.join('')}${end.length < tail.length ? '…' : ''}`;
  return { text, before: ' '.repeat(cells(start) + lead.length) };
}

/** As many of them as have room. */
function cutTo(graphemes: ReadonlyArray<string>, room: number): string[] {
  let used = 0;
  const end = graphemes.findIndex((each) => (used += width(each)) > room);
  return graphemes.slice(0, end === -1 ? undefined : end);
}

function cells(graphemes: ReadonlyArray<string>): number {
  return graphemes.reduce((sum, each) => sum + width(each), 0);
}

const noWidth = /^[\p{M}\p{Cf}]+$/u;
const wide =
  /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** How many cells of a terminal a grapheme takes (Unicode Standard Annex #11, roughly). */
function width(grapheme: string): number {
  if (noWidth.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}

function graphemesOf(text: string): string[] {
  return Array.from(new Intl.Segmenter(['en']).segment(text), ({ segment }) => segment);
}
