import type { Macro } from '../dialects/dialect.ts';
import { wordsIn } from '../dialects/front-matter.ts';

/**
 * The macros of formulas that a mapping defines as MathJax or MyST has them: `R: "\mathbb{R}"`, `V: ["\mathbf{#1}", 1]`,
 * `\R: { macro: … }`.
 */
export function macrosIn(values: Readonly<Record<string, unknown>>): Array<[string, Macro]> {
  return Object.entries(values).flatMap(([typed, value]): Array<[string, Macro]> => {
    const name = typed.replace(/^\\/, '');
    const list: ReadonlyArray<unknown> = Array.isArray(value) ? (value as unknown[]) : [value];
    const [first, stated, usual] = list;
    const body =
      typeof first === 'object' && first !== null
        ? wordsIn((first as Readonly<Record<string, unknown>>)['macro'])
        : wordsIn(first);
    if (body === undefined || !/^[A-Za-z]+$/.test(name)) return [];
    const greatest = Math.max(0, ...[...body.matchAll(/#(\d)/g)].map(([, number]) => Number(number)));
    const option = wordsIn(usual);
    return [
      [
        name,
        {
          count: typeof stated === 'number' ? stated : greatest,
          body,
          ...(option !== undefined && { usual: option }),
        },
      ],
    ];
  });
}
