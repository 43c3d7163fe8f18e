import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { messageAt, report, type Message } from '../../src/book/messages/messages.ts';
import { Findings } from '../../src/build/findings.ts';

const ofEpub: Message = {
  file: 'a.epub',
  line: 1,
  column: 1,
  severity: 'error',
  rule: 'epubcheck/RSC-005',
  reason: 'odd',
  hint: '',
};

test('findings come in one list, whichever way they came: the manuscript in order, then finished files', () => {
  const [one, two] = [new VFile({ path: 'one.md' }), new VFile({ path: 'two.md' })];
  const findings = new Findings();
  findings.watch([two]);
  findings.watch([one, two]);
  findings.addFinished([ofEpub]);
  report(two, 'image-alt', 'no description', { line: 9, column: 1 });
  const lost = messageAt('two.md', 'note-lost', 'In the EPUB the note [^a] is missing', {
    line: 3,
    column: 1,
  });
  findings.addPlaced([lost, lost]);
  report(one, 'image-alt', 'no description', { line: 5, column: 2 });
  expect(findings.inManuscript().map(({ file, line }) => `${file}:${line}`)).toEqual([
    'one.md:5',
    'two.md:9',
  ]);
  expect(findings.messages().map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
    'one.md:5 image-alt',
    'two.md:3 note-lost',
    'two.md:9 image-alt',
    'a.epub:1 epubcheck/RSC-005',
  ]);
});
