import { nameToEmoji } from 'gemoji';
import { withProse, type Line } from './lines.ts';
import { outsideFormulas } from './outside-formulas.ts';
import { dictionary } from '../../../book/dictionary.ts';

/** What some call otherwise than GitHub does. */
const others = dictionary<string>({
  simple_smile: '🙂',
  thumbs_up: '👍',
  thumbs_down: '👎',
});

/**
 * Puts the characters in that names between colons stand for, `:tada:`; names that mean none stay as they are.
 *
 * @see https://github.com/github/gemoji
 */
export function step(lines: ReadonlyArray<Line>): Line[] {
  return withProse(lines, (text) => {
    // A link's address may hold the like.
    if (!/:[a-z0-9_+-]+:/.test(text)) return text;
    return outsideFormulas(text, (prose) =>
      prose.replace(
        /(?<![\p{L}\p{N}_:/\\]):([a-z][a-z0-9_+-]*|\+1|-1|100|1234):(?![\p{L}\p{N}_/:[{])/gu,
        (whole, name: string) =>
          others[name] ?? (Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined) ?? whole,
      ),
    );
  });
}
