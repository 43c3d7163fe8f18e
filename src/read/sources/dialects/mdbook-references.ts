import type { StepContext } from './dialect.ts';
import { outsideCode, withProse, type Line } from './lines.ts';
import { withRules } from './mdbook-rules.ts';

/**
 * Makes links of what mdbook-numeq and mdbook-numthm refer to: `{{eqref: a}}` and `{{ref: a}}`. Names that nothing has
 * stay as they are, as what is unread. So with the rules of mdbook-spec.
 */
export function step(typed: ReadonlyArray<Line>, context: StepContext): Line[] {
  const { book, dialect } = context;
  const lines = dialect.steps.has('mdbook-rules') ? withRules(typed, context) : typed;
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
