import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { rightsRules } from '../../../src/book/messages/rules.ts';
import { checkRights } from '../../../src/lint/rights/check-rights.ts';
import { bookToHast } from '../../../src/html/book-to-hast.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { readManuscript } from '../../../src/read/manuscript.ts';

const fixtures = new URL('../../fixtures/rules/', import.meta.url);

describe('the rules on rights', () => {
  test.each(rightsRules)('%s', async (rule) => {
    const manuscript = await readManuscript(new URL(`${rule}/input`, fixtures).pathname, {});
    const written = parseManuscript(manuscript);
    checkRights(written, [...manuscript.references, ...bookToHast(written).references]);
    const expected: unknown = JSON.parse(
      await readFile(new URL(`${rule}/expected/messages.json`, fixtures), 'utf8'),
    );
    expect(messagesOf(manuscript.files)).toEqual(expected);
  });
});
