import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, type BuildResult } from '../../src/build/build.ts';
import { held } from '../builders/held.ts';
import { readPdf } from '../support/read-pdf.ts';
import { taggedText } from '../support/tagged-text.ts';

/*
 * What themes do to blocks of text that browsers paint as groups: the text is there once, in order, tagged,
 * its notes and links where they belong.
 */

const effects: Readonly<Record<string, string>> = {
  opacity: 'opacity: 0.9',
  blending: 'mix-blend-mode: multiply',
  scaling: 'transform: scale(0.9)',
  turning: 'transform: rotate(1deg); margin: 0 10%',
  clipping: 'clip-path: polygon(0 0, 100% 0, 100% 97%, 97% 100%, 0 100%)',
  both: 'opacity: 0.9; mix-blend-mode: multiply',
};

const names = Object.keys(effects);

/** A chapter with all kinds of blocks under an effect, each with words that are nowhere else. */
function chapter(name: string, index: number): string {
  return `# ${name}chapter {#${name}}

Before${name} comes this.

::::center{.${name}}
First${name} has a note.[^${name}]

> Quoted${name} with [address${name}](https://example.org/${name}).

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

Last${name} leads [elsewhere${name}](#${names[(index + 1) % names.length]}).
::::

After${name} has <span class="${name}">inline${name}</span> in it.

[^${name}]: Note${name} text.
[^second${name}]: Second${name} text.
`;
}

const words = (name: string): string[] =>
  'Before First Quoted address Verse code Head cell item Last elsewhere After inline'
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

/** Of these words, those that are not there once. */
const notOnce = (wanted: ReadonlyArray<string>, text: string): string[] =>
  wanted.filter((word) => text.split(word).length !== 2);

describe('groups', () => {
  let result: BuildResult;
  beforeAll(async () => {
    const styles = Object.entries(effects).map(([name, style]) => `.${name} { ${style} }\n`);
    result = await built(styles.join(''), names.map(chapter));
  });

  it('make a book without a message, as the preflight of both PDFs has it', () => {
    expect(result.messages).toEqual([]);
  });

  it.each(['pdf', 'press'])('leave all words in the %s once', async (kind) => {
    const { pages } = await readPdf(bytesOf(result, kind));
    const text = pages.map((page) => page.text).join(' ');
    expect(names.flatMap((name) => notOnce(words(name), text))).toEqual([]);
  });

  it('leave the words in the order of the tags, however they are painted', async () => {
    const text = (await taggedText(bytesOf(result, 'pdf'))).replaceAll(/\s/g, '');
    const found = names.flatMap((name) => words(name).map((word) => text.indexOf(word)));
    expect(found).not.toContain(-1);
    expect(found.toSorted((a, b) => a - b)).toEqual(found);
  });

  it('leave links over their words', async () => {
    const { pages } = await readPdf(bytesOf(result, 'pdf'));
    const urls = pages.flatMap(({ links }) => links.flatMap(({ url }) => url ?? []));
    expect(urls).toEqual(names.map((name) => `https://example.org/${name}`));
  });
});
