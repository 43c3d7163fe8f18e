import { describe, expect, test } from 'vitest';
import { judgePage } from '../../../src/prove/facts/judge-page.ts';
import { makeMetadata } from '../../builders/metadata.ts';

const isbns = { print: '9783161484100', pdf: '9781566199094' };
const mark = '(this edition)';

/** What is wrong with the copyright page that the press PDF and the PDF for screens share. */
function faults(text: string, identifiers: { print?: string; pdf?: string }): string[] {
  const metadata = makeMetadata({ identifiers: { ...identifiers, others: [] } });
  const page = { name: 'The page', file: 'book-press.pdf', product: 'print', text, facts: ['isbn'] } as const;
  const messages = judgePage({ ...page, made: ['print', 'pdf'] }, 'generated', metadata, mark);
  return messages.map(({ reason }) => reason);
}

describe('judgePage of a page that two products share', () => {
  test('wants no ISBN called this edition where both have one', () => {
    const page = 'ISBN 978-3-16-148410-0, ISBN 978-1-56619-909-4';
    expect(faults(page, isbns)).toEqual([]);
    expect(faults(`${page} ${mark}`, isbns)).toEqual([
      'The page calls 9781566199094 this edition, which is the ISBN of another one',
    ]);
    expect(faults(`ISBN 978-3-16-148410-0 ${mark}, ISBN 978-1-56619-909-4`, isbns)).toEqual([
      'The page calls 9783161484100 this edition, which is the ISBN of another one',
    ]);
  });

  test('wants the only ISBN called so', () => {
    expect(faults(`ISBN 978-1-56619-909-4 ${mark}`, { pdf: isbns.pdf })).toEqual([]);
    expect(faults('ISBN 978-1-56619-909-4', { pdf: isbns.pdf })).toEqual([
      'The page does not mark the ISBN 9781566199094 as that of this edition',
    ]);
  });
});
