import { expect, test } from 'vitest';
import { changesOf, isUnchanged } from '../../src/compare/changes.ts';
import { changesInWords } from '../../src/compare/in-words.ts';
import { releasedSection as section, releaseOfSections as release } from '../builders/compared-release.ts';

const three = [
  section('One', { number: '1' }),
  section('Two', { number: '2' }),
  section('Three', { number: '3' }),
];

function inWords(...[old, next]: Parameters<typeof changesOf>): Record<string, ReadonlyArray<string>> {
  return Object.fromEntries(changesInWords(changesOf(old, next)).map(({ head, lines }) => [head, lines]));
}

test('of the same release nothing has changed', () => {
  const changes = changesOf(release(three), release(three));
  expect(isUnchanged(changes)).toBe(true);
  expect(changesInWords(changes)).toEqual([]);
});

test('a chapter that was rewritten is named, and those behind it begin as much later', () => {
  const [one, two, last] = three as [never, never, never];
  const longer = section('Two', { number: '2', text: 'more', words: 1012, notes: 1, pages: 5 });
  expect(inWords(release([one, two, last]), release([one, longer, last]))).toEqual({
    Book: ['13 pages (+1)', '3,012 words (+12)', '1 note (+1)'],
    Text: ['2 Two: +12 words; +1 note; 5 pages, before 4; other words begin page 9'],
    Pages: ['3 Three begins 1 page later'],
  });
});

test('sections in a row that move by as many pages are told together', () => {
  const more = [...three, section('Four'), section('Five')];
  const shorter = [section('One', { number: '1', text: 'less', words: 900, pages: 2 }), ...more.slice(1)];
  const { Pages, Text } = inWords(release(more), release(shorter));
  expect(Text).toEqual(['1 One: −100 words; 2 pages, before 4']);
  expect(Pages).toEqual(['2 Two to Five begin 2 pages earlier']);
});

test('a chapter that is set anew without a new word is told by its pages alone', () => {
  const next = release(three);
  const pageMap = next.manifest.pageMap?.map((page, index) =>
    [5, 6].includes(index) ? { ...page, begins: `another ${index}` } : page,
  );
  expect(inWords(release(three), { ...next, manifest: { ...next.manifest, pageMap } })).toEqual({
    Text: ['2 Two: other words begin pages 6–7'],
  });
});

test('sections that are new or gone are told with what they hold', () => {
  const other = [...three.slice(0, 2), section('Four', { words: 1 })];
  expect(inWords(release(three), release(other))['Text']).toEqual([
    'Four: new, 1 word, 4 pages',
    '3 Three: gone, 1,000 words, 4 pages',
  ]);
});

test('metadata and rights are compared down to their texts', () => {
  const before = {
    title: 'A',
    modified: '2024-01-01T00:00:00Z',
    contributors: [{ name: 'Ada' }],
    copyright: { funding: ['The Board'] },
  };
  const after = {
    title: 'A',
    contributors: [{ name: 'Ada B.' }, { name: 'Bo' }],
    copyright: { funding: [] },
  };
  expect(inWords(release(three, {}, before), release(three, {}, after))).toEqual({
    'Metadata and rights': [
      'contributors[0].name: “Ada B.”, was “Ada”',
      'contributors[1].name: “Bo”, new',
      'copyright.funding[0]: gone, was “The Board”',
    ],
  });
});

test('files, fonts, messages, the spine and the program are told of', () => {
  const file = { path: 'a.epub', kind: 'epub', bytes: 1000, sha256: 'a'.repeat(64) };
  const message = { file: 'one.md', line: 3, column: 1, severity: 'warning', hint: '' } as const;
  const first = { ...message, rule: 'chapter-empty', reason: 'Nothing' } as const;
  const second = { ...message, rule: 'glyph-missing', reason: 'No glyph' } as const;
  const old = release(three, {
    artifacts: [file, { ...file, path: 'a.pdf' }],
    fonts: ['A.ttf'],
    checks: { manuscript: { messages: [first, first] } },
  });
  const next = release(three, {
    artifacts: [
      { ...file, bytes: 900, sha256: 'b'.repeat(64) },
      { ...file, path: 'b.pdf' },
    ],
    fonts: ['B.ttf'],
    checks: { manuscript: { messages: [first, second] } },
    tools: { colophon: '0.2.0' },
  });
  expect(inWords({ ...old, spine: 28.35 }, { ...next, spine: 29.35 })).toEqual({
    Book: ['spine: 10.35 mm, was 10.00 mm', 'built by Colophon 0.2.0, before by 0.1.0'],
    Fonts: ['B.ttf: new', 'A.ttf: gone'],
    Messages: [
      'new: one.md:3 warning glyph-missing  No glyph',
      'gone: one.md warning chapter-empty  Nothing',
    ],
    Files: ['a.epub: 900 bytes (−100)', 'b.pdf: new', 'a.pdf: gone'],
  });
});

test('pictures and recordings are told of, where both releases tell of theirs', () => {
  const sea = { path: 'sea.png', alt: 'A sea', sha256: 'a'.repeat(64) };
  const old = release(three, { media: [sea, { ...sea, path: 'old.png' }, { ...sea, path: 'same.png' }] });
  const media = [
    { ...sea, path: 'new.png' },
    { ...sea, path: 'same.png' },
    { ...sea, alt: 'The sea', sha256: 'b'.repeat(64) },
  ];
  expect(inWords(old, release(three, { media }))).toEqual({
    'Images and recordings': [
      'new.png: new',
      'old.png: gone',
      'sea.png: another file; says “The sea”, was “A sea”',
    ],
  });
  expect(inWords(release(three), release(three, { media }))).toEqual({});
});
