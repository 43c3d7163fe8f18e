import { expect, it } from 'vitest';
import { wordlessSubjects } from '../../../src/build/editions/wordless-subjects.ts';

it('names subjects whose code alone is shown', () => {
  const worded = { scheme: 'thema', code: 'WTL', text: 'Travel writing' } as const;
  expect(wordlessSubjects({ subjects: [{ text: 'Sea voyages' }, worded] })).toBeUndefined();
  const subjects = [
    worded,
    { scheme: 'bisac', code: 'TRV010000' },
    { scheme: 'thema', code: 'JPS' },
  ] as const;
  expect(wordlessSubjects({ subjects })).toContain('as codes: TRV010000, JPS.');
});
