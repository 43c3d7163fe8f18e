import type { StepContext } from './dialect.ts';
import { outsideCode, withProse, type Line } from './lines.ts';

/**
 * Makes links of what mdbook-numeq and mdbook-numthm refer to: `{{eqref: a}}` and `{{ref: a}}`. Names that nothing has
 * stay as they are, as what is unread.
 */
export function step(lines: ReadonlyArray<Line>, { book }: StepContext): Line[] {
  return withProse(lines, (text) => {
    if (!text.includes('{{')) return text;
    const isHtml = /^[ \t]*</.test(text);
    return outsideCode(text, (prose) =>
      prose.replace(
        /\{\{(eqref|t?ref):[ \t]*([\w:.-]+)[ \t]*\}\}/g,
        (whole: string, kind: string, name: string) => {
          const label = book.labels.get(name);
          if (label === undefined) return whole;
          const { target, number = '?', words } = label;
          const shown = kind === 'eqref' ? `(${number})` : (words ?? number);
          return isHtml ? `<a href="#${target}">${shown}</a>` : `[${shown}](#${target})`;
        },
      ),
    );
  });
}
