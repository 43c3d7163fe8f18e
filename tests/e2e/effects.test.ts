import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, type BuildResult } from '../../src/build/build.ts';
import { Objects } from '../../src/pdf/file/objects.ts';
import { filePages } from '../../src/pdf/file/pages.ts';
import { TextFonts } from '../../src/pdf/text/fonts.ts';
import { pageText } from '../../src/pdf/text/page-text.ts';
import { held } from '../builders/held.ts';
import { readPdf } from '../support/read-pdf.ts';
import { taggedText } from '../support/tagged-text.ts';

/*
 * What themes do to blocks of text that browsers paint as groups: the text is there once, in order, tagged,
 * its notes and links where they belong.
 */

/** Styles of classes, by the names of the classes. */
type Effects = Readonly<Record<string, string>>;

const groups: Effects = {
  opacity: 'opacity: 0.9',
  blending: 'mix-blend-mode: multiply',
  scaling: 'transform: scale(0.9)',
  turning: 'transform: rotate(1deg); margin: 0 10%',
  clipping: 'clip-path: polygon(0 0, 100% 0, 100% 97%, 97% 100%, 0 100%)',
  masking: 'mask-image: linear-gradient(#000, #0008)',
  gradient: 'background: linear-gradient(90deg, #a00, #00a); background-clip: text; color: transparent',
  both: 'opacity: 0.9; mix-blend-mode: multiply',
};

const shadows: Effects = {
  sharp: 'text-shadow: 1px 1px 0 #ccc',
  blurred: 'text-shadow: 1px 1px 1px #ccc',
  straight: 'text-shadow: 0 0 2px #ccc',
  several: 'text-shadow: 1px 1px 0 #ccc, 2px 2px 0 #ddd, 0 0 3px #888',
  faded: 'opacity: 0.9; text-shadow: 1px 1px 0 #ccc',
};

/** A chapter with all kinds of blocks under an effect, each with words that are nowhere else. */
function chapter(name: string, next: string): string {
  return `# ${name}chapter {#${name}}

Before${name} comes this.

::::center{.${name}}
First${name} has a note.[^${name}]

> Quoted${name} with [address${name}](https://example.org/${name}), and so many words that they fill more than
> one line of the page, and more than two of them, if this is not enough, until the Ending${name}.

:::verse
Verse${name} one
:::

\`\`\`
code${name}
\`\`\`

| Head${name} | Other |
|---|---|
| cell${name} | 2 |

- item${name}[^second${name}]

## Inner${name} heading

:::letter{lang=ar}
هذه فقرة بالعربية.
:::

Last${name} leads [elsewhere${name}](#${next}).
::::

After${name} has <span class="${name}">inline${name}</span> in it.

[^${name}]: Note${name} text.
[^second${name}]: Second${name} text.
`;
}

const words = (name: string): string[] =>
  'Before First Quoted address Ending Verse code Head cell item Last elsewhere After inline'
    .split(' ')
    .map((word) => word + name);

const folder = await mkdtemp(join(tmpdir(), 'colophon-effects-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const about =
  'title: Effects\nlanguage: en\nauthor: Ann Other\nprint: { bleed: 3mm }\n' +
  'identifiers: { id: urn:uuid:3f2c8a52-7c1e-4d0b-9d5e-6b1f0a7c2e94 }\n';

/** A book with these styles and chapters. */
async function built(styles: string, chapters: ReadonlyArray<string>): Promise<BuildResult> {
  const book = await mkdtemp(join(folder, 'book-'));
  await writeFile(join(book, 'book.yaml'), about);
  await writeFile(join(book, 'theme.css'), styles);
  for (const [index, text] of chapters.entries()) await writeFile(join(book, `${index + 1}.md`), text);
  return build(book, { only: ['pdf', 'press'] });
}

const bytesOf = ({ artifacts }: BuildResult, name: string): Uint8Array =>
  held(artifacts.find(({ kind }) => kind === name)?.bytes);

/** What a PDF says, as readers have it that heed what stands for glyphs. */
function textOf(pdf: Uint8Array): string {
  const objects = Objects.of(pdf);
  const fonts = new TextFonts(objects, (text) => text);
  return filePages(objects)
    .flatMap((page) => pageText(page, objects, fonts))
    .map(({ text }) => text)
    .join('');
}

/** Of these words, those that are not there once. */
const notOnce = (wanted: ReadonlyArray<string>, text: string): string[] =>
  wanted.filter((word) => text.split(word).length !== 2);

describe('effects that no text survives', () => {
  const styles =
    '.filtered { filter: drop-shadow(1px 1px 1px #888) }\n.turned { transform: perspective(20cm) rotateY(2deg) }\n';

  it('are left out, which is told of where they are declared', async () => {
    const names = ['filtered', 'turned'];
    const { messages, ...result } = await built(
      styles,
      names.map((name, index) => chapter(name, names[1 - index] ?? '')),
    );
    expect(messages.map(({ rule, file, line, column }) => [rule, file, line, column])).toEqual([
      ['stylesheet-effect', 'theme.css', 1, 13],
      ['stylesheet-effect', 'theme.css', 2, 11],
    ]);
    const text = (await taggedText(bytesOf({ messages, ...result }, 'pdf'))).replaceAll(/\s/g, '');
    expect(names.flatMap((name) => notOnce(words(name), text))).toEqual([]);
  });
});

describe.each([
  ['groups', groups],
  ['shadows', shadows],
])('%s', (_, effects) => {
  const names = Object.keys(effects);
  let result: BuildResult;
  beforeAll(async () => {
    const styles = Object.entries(effects).map(([name, style]) => `.${name} { ${style} }\n`);
    const chapters = names.map((name, index) => chapter(name, names[(index + 1) % names.length] ?? ''));
    result = await built(styles.join(''), chapters);
  });

  it('make a book without a message, as the preflight of both PDFs has it', () => {
    expect(result.messages).toEqual([]);
  });

  it('leave all words in the order of the tags once, however they are painted', async () => {
    const text = (await taggedText(bytesOf(result, 'pdf'))).replaceAll(/\s/g, '');
    expect(names.flatMap((name) => notOnce(words(name), text))).toEqual([]);
    const found = names.flatMap((name) => words(name).map((word) => text.indexOf(word)));
    expect(found.toSorted((a, b) => a - b)).toEqual(found);
  });

  it.each(['pdf', 'press'])('leave all words in the %s once', (kind) => {
    const text = textOf(bytesOf(result, kind));
    expect(names.flatMap((name) => notOnce(words(name), text))).toEqual([]);
  });

  it('leave links over their words', async () => {
    const { pages } = await readPdf(bytesOf(result, 'pdf'));
    const urls = pages.flatMap(({ links }) => links.flatMap(({ url }) => url ?? []));
    expect(urls).toEqual(names.map((name) => `https://example.org/${name}`));
  });
});
