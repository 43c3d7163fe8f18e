import { expect, test } from 'vitest';
import type { Manifest } from '../../src/book/manifest.ts';
import type { Message } from '../../src/book/messages/messages.ts';
import { toldInManuscript } from '../../src/commands/told-in-manuscript.ts';

test('what is said of a file that is no e-book stays as it is, though a manifest lists it as released', async () => {
  const finding: Message = {
    file: 'book.epub',
    line: 1,
    column: 1,
    severity: 'error',
    rule: 'epubcheck/PKG-004',
    reason: 'The file cannot be opened',
    hint: '',
  };
  const place = { line: 1, column: 1 };
  const manifest: Manifest = {
    metadata: { print: { trim: { width: 100, height: 150 }, bleed: 0 } },
    artifacts: [{ path: 'book.epub', kind: 'epub', bytes: 4, sha256: 'a1' }],
    tools: { colophon: '1.0.0' },
    written: {
      files: ['one.md'],
      sections: { one: '0,0,1' },
      selling: { file: 'book.yaml', places: { store: place, cover: place, description: place, isbn: place } },
    },
  };
  const file = { name: 'book.epub', bytes: Buffer.from('data'), sha256: 'a1' };
  expect(await toldInManuscript([finding], file, manifest)).toEqual([finding]);
});
