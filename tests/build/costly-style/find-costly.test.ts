import { describe, expect, it } from 'vitest';
import { findCostly, type Trials } from '../../../src/build/costly-style/find-costly.ts';

/** A browser that comes to no end with some stylesheets, and is tried so many times at most. */
function browser(isCostly: (css: string) => boolean, most = Infinity): Trials & { tried: string[] } {
  const tried: string[] = [];
  return {
    tried,
    get hasTime() {
      return tried.length < most;
    },
    isCostly: (css) => {
      tried.push(css);
      return Promise.resolve(isCostly(css));
    },
  };
}

const rules = Array.from({ length: 100 }, (_, index) => `.a${index} { color: red; }\n`);

describe('findCostly', () => {
  it('finds a declaration in a rule in another', async () => {
    const css = `${rules.join('')}@media print {\n  p { a: b; slow: very; c: d }\n}\nq { e: f }\n`;
    const trials = browser((sheet) => sheet.includes('slow'));
    expect(await findCostly(css, trials)).toEqual({ start: css.indexOf('slow'), what: 'it' });
    expect(trials.tried.length).toBeLessThan(20);
    expect(trials.tried.every((sheet) => sheet.split('\n').length === css.split('\n').length)).toBe(true);
  });

  it('finds the rule that is one too many', async () => {
    const css = rules.join('');
    const trials = browser((sheet) => (sheet.match(/red/g)?.length ?? 0) > 40);
    expect(await findCostly(css, trials)).toEqual({ start: css.indexOf('.a40 '), what: 'up to it' });
  });

  it('says where it stood when its time was up', async () => {
    const css = `${rules.join('')}p { slow: very }`;
    const found = await findCostly(
      css,
      browser((sheet) => sheet.includes('slow'), 3),
    );
    expect(found).toEqual({ start: css.indexOf('.a75 '), what: 'from it on' });
  });

  it('finds nothing where the browser comes to an end this time', async () => {
    expect(
      await findCostly(
        'p { a: b }',
        browser(() => false),
      ),
    ).toBe(undefined);
  });

  it('leaves fonts what they are', async () => {
    const css = '@font-face { font-family: a; src: url(fonts/a.ttf) }\np { slow: very }';
    const trials = browser((sheet) => sheet.includes('slow'));
    expect(await findCostly(css, trials)).toEqual({ start: css.indexOf('slow'), what: 'it' });
    expect(trials.tried.every((sheet) => sheet.includes('fonts/a.ttf'))).toBe(true);
  });
});
