import { instead, kindsOf, type Line } from './lines.ts';

const opening =
  /^([ \t>]*)(:{3,})([ \t]*(?:\{(?:[^}"]|"[^"]*")*\}|[\w.-]+(?:[ \t]*\[[^\]]*\])?[ \t]*(?:\{[^}]*\})?)[ \t]*:*[ \t]*)$/;
const closing = /^([ \t>]*)(:{3,})[ \t]*$/;

/** A block between colons. */
interface Fence {
  readonly index: number;
  /** The line that closes it. */
  end?: number;
  /** How many blocks are open inside of each other within it. */
  height: number;
}

/**
 * Gives blocks within blocks fewer colons than those around them, as they are read here; Pandoc closes the
 * innermost whatever their number.
 */
export function step(lines: ReadonlyArray<Line>): Line[] {
  const kinds = kindsOf(lines);
  const open: Fence[] = [];
  const found: Fence[] = [];
  for (const [index, { text }] of lines.entries()) {
    if (kinds[index] !== 'prose') continue;
    if (closing.test(text)) {
      const fence = open.pop();
      if (fence === undefined) continue;
      fence.end = index;
      const around = open.at(-1);
      if (around !== undefined) around.height = Math.max(around.height, fence.height + 1);
    } else if (opening.test(text)) {
      const fence: Fence = { index, height: 0 };
      open.push(fence);
      found.push(fence);
    }
  }
  const result = [...lines];
  for (const { index, end, height } of found) {
    const colons = ':'.repeat(3 + height);
    const [first, last] = [result[index], result[end ?? -1]];
    if (first === undefined || last === undefined || end === undefined) continue;
    result[index] = instead(
      first,
      first.text.replace(
        opening,
        (_, indent: string, _sign, rest: string) =>
          `${indent}${colons}${rest.replace(/[ \t]*:+[ \t]*$/, '')}`,
      ),
    );
    result[end] = instead(
      last,
      last.text.replace(closing, (_, indent: string) => `${indent}${colons}`),
    );
  }
  return result;
}
