import { expect, test } from 'vitest';
import { messageAt, type Message } from '../../../src/book/messages/messages.ts';
import { asTold, reasonWithPlace } from '../../../src/book/messages/told-elsewhere.ts';

test('a finding in a file is told as the build told it, at its place in the manuscript', () => {
  const inPdf: Message = { ...messageAt('a.pdf', 'pdf-hairline', 'Thin'), page: 3 };
  const inEpub = messageAt('a.epub/one.xhtml', 'pdf-alt', 'None', { line: 4, column: 2 });
  expect(reasonWithPlace(inPdf)).toBe('Thin (a.pdf page 3)');
  expect(reasonWithPlace(inEpub)).toBe('None (a.epub/one.xhtml:4:2)');
  const told = messageAt('01.md', 'pdf-hairline', 'Thin (a.pdf page 3)', { line: 9, column: 1 });
  expect(asTold([inPdf, inEpub], [told])).toEqual([told, inEpub]);
  expect(asTold([{ ...inPdf, page: 4 }], [told])).toEqual([{ ...inPdf, page: 4 }]);
});
