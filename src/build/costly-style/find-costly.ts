import { cssStatements, type CssStatement } from '../../css/statements.ts';

/** What in a stylesheet keeps a browser busy. */
export interface Costly {
  /** Where it begins, in code units. */
  readonly start: number;
  /** It by itself, it together with what stands before it, or something from there on, for which there was no time. */
  readonly what: 'it' | 'up to it' | 'from it on';
}

/** How stylesheets are tried out. */
export interface Trials {
  /** Whether the browser comes to no end in good time with a stylesheet. */
  isCostly(css: string): Promise<boolean>;
  /** Whether there is time for one more. */
  readonly hasTime: boolean;
}

/** They say what fonts are there, and the browser refuses what they ask for in its own way. */
const kept = /^@(?:font-face|charset|namespace)\b/i;

/**
 * The statement by which a stylesheet becomes costly, as small as it can be told: a declaration, a rule, or the
 * first of those it may be.
 *
 * @param css the text of a stylesheet that a browser came to no end with
 * @returns nothing where the browser does come to an end this time
 */
export async function findCostly(css: string, trials: Trials): Promise<Costly | undefined> {
  if (!(await trials.isCostly(css))) return undefined;
  let found: Costly | undefined;
  let block = { start: 0, end: css.length };
  for (let sheet = css; ;) {
    const statements = cssStatements(sheet, block.start, block.end).filter(
      ({ start }) => !kept.test(css.slice(start, start + 20)),
    );
    if (statements.length === 0) return found;
    const { last, isSure } = await firstCostly(sheet, statements, trials);
    const culprit = statements[last];
    if (culprit === undefined) return found;
    const upTo = without(sheet, statements.slice(last + 1));
    const alone = without(upTo, statements.slice(0, last));
    if (!isSure) return { start: culprit.start, what: 'from it on' };
    const isAlone = last === 0 || (trials.hasTime && (await trials.isCostly(alone)));
    found = { start: culprit.start, what: isAlone ? 'it' : 'up to it' };
    if (!isAlone || culprit.block === undefined) return found;
    [sheet, block] = [alone, culprit.block];
  }
}

/** The number of the first statement that those up to it are costly with, or where the search stood when its time was up. */
async function firstCostly(
  css: string,
  statements: ReadonlyArray<CssStatement>,
  trials: Trials,
): Promise<{ readonly last: number; readonly isSure: boolean }> {
  let [fine, costly] = [0, statements.length];
  while (costly - fine > 1) {
    if (!trials.hasTime) return { last: fine, isSure: false };
    const middle = Math.trunc((fine + costly) / 2);
    if (await trials.isCostly(without(css, statements.slice(middle)))) costly = middle;
    else fine = middle;
  }
  return { last: costly - 1, isSure: true };
}

/** Blanks in their place keep all others where they are. */
function without(css: string, statements: ReadonlyArray<CssStatement>): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of statements) {
    parts.push(css.slice(done, start), css.slice(start, end).replaceAll(/[^\n]/g, ' '));
    done = end;
  }
  return [...parts, css.slice(done)].join('');
}
