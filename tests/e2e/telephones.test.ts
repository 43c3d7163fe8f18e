import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';
import { png, svg } from '../builders/pictures.ts';
import { mp3 } from '../builders/recordings.ts';
import { openInReader, type Reading } from '../support/reading-system.ts';

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const sum = (letter: string) =>
  Array.from({ length: 9 }, (_, at) => `${letter}_{${at}} x^{${at}}`).join(' + ');

const rows = [
  '| A word in a column | And one beside it | And another | And one |\n|---|---|---|---|',
  ...Array.from({ length: 80 }, (_, at) => `| Row ${at} | extraordinarily | incomprehensible | ${at} |`),
].join('\n');

const chapter = `# A Chapter on a Telephone

A long word, *${long}*, \`a_name_in_code_that_never_ends_but_goes_on_and_on::for_ever<T>()\`, an address,
<https://www.example.org/a/very/long/path/that/goes/on/and/on/for-ever/and-ever.html?query=1234567890>, and
a formula in the line, $${sum('a')} = ${sum('b')}$.[^1] A second series.[^*2] Oh![^*3]

A line with ![a bar](images/bar.png) in it, which stays a line.

| a | b | c | d | e | f | g | h |
|---|---|---|---|---|---|---|---|
| 1,000,000 | 2,000,000 | 3,000,000 | 4,000,000 | 5,000,000 | 6,000,000 | 7,000,000 | 8,000,000 |

| Word | Meaning | Source |
|------|---------|--------|
| Donaudampfschifffahrtsgesellschaft | Elektrizitätenhauptbetriebswerk | \`a_name_of_code_here()\` |

${rows}

$$
\\int_0^\\infty \\frac{${sum('a')}}{${sum('b')}} dx = \\sum_{k=0}^{\\infty} c_k \\left( ${sum('c')} \\right)
$$

\`\`\`
┌──────────────┐        ┌──────────────┐        ┌──────────────┐
│  Manuscript  │───────▶│   Pipeline   │───────▶│   Release    │
└──────────────┘        └──────────────┘        └──────────────┘
\`\`\`

\`\`\`python
def a_function_with_a_long_name(argument_one, argument_two, argument_three=None, *args, **kwargs):
    return argument_one + argument_two  # a comment that is long too
\`\`\`

:::note[A box with a title]
The first paragraph after the title of a box has no indent.

The second has.
:::

:::verse
A line of verse so long that it cannot stand on a narrow screen without a turn-over
    and one that is indented
:::

- one
  - two
    - three
      - four
        - five with \`long_code_in_a_deep_list_item_here\`
          - six ${long}

> A quotation
>
> > in a quotation
> >
> > > in a quotation: ${long}

![A drawing on no ground](images/lines.svg "Its caption, ${long}")

Term
: Its definition, with ${long}.

<audio src="bell.mp3">

A bell.

</audio>

<div lang="he">

פסקה בעברית עם מילים ארוכות וגם English words בתוכה.

</div>

## A heading with ${long}

Text.

[^1]: A note with \`a_name_in_code_that_never_ends_but_goes_on_and_on\` and ${long}.

[^*2]: An editor’s note.

[^*3]: Another.
`;

const readings: Reading[] = [
  { width: 320, size: 100, light: 'light' },
  { width: 320, size: 200, light: 'sepia' },
  { width: 390, size: 100, light: 'dark' },
  { width: 390, size: 200, light: 'light' },
  { width: 768, size: 100, light: 'sepia' },
  { width: 768, size: 200, light: 'dark' },
  { width: 1100, size: 100, light: 'light' },
  { width: 1100, size: 200, light: 'sepia' },
];

/** Behind the title page and the contents. */
const chapterAt = 2;

/** Where continuous integration keeps what the readers would see. */
const screens = process.env['COLOPHON_SCREENS'];

async function opened(theme: string) {
  const folder = await folderOf({
    'book.yaml': `title: ${long}\nlanguage: en\nepub: { pages: false }\nprint: { theme: ${theme}, openingStyle: dropcap }\n`,
    '01.md': chapter,
    'images/bar.png': png(100, 900),
    'bell.mp3': mp3(),
    'images/lines.svg': svg('<path d="M0 5H20" stroke="#000"/>'),
  });
  const { artifacts, messages } = await build(folder, { only: ['epub'] });
  expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
  return openInReader(held(artifacts.find(({ kind }) => kind === 'epub')?.bytes));
}

describe('an e-book in a reading system', () => {
  it.each(['literary', 'scholarly', 'modern'])(
    'has nothing cut off, however narrow the page and large the type, in the %s theme',
    async (theme) => {
      const reader = await opened(theme);
      const pictures = screens === undefined ? undefined : join(screens, theme);
      for (const reading of readings)
        expect({ reading, cuts: await reader.cuts(reading, pictures) }).toEqual({ reading, cuts: [] });
      await reader.close();
    },
  );

  it('keeps pictures in lines as high as the line, and drawings on white', async () => {
    const reader = await opened('literary');
    const facts = await reader.inSection({ width: 390, size: 100, light: 'dark' }, chapterAt, (shown) => {
      const styleOf = (selector: string) =>
        shown.defaultView!.getComputedStyle(shown.querySelector(selector)!);
      return {
        fits:
          shown.querySelector('p img')!.getBoundingClientRect().height <=
          Number.parseFloat(styleOf('p').lineHeight),
        ground: styleOf('figure img').backgroundColor,
        indents: ['.box > .title', '.box > .title + p', '.box > p:last-child'].map(
          (each) => styleOf(each).textIndent,
        ),
        way: shown.querySelector('[lang=he]')?.getAttribute('dir'),
        joined: shown.body.textContent.includes('\u2060'),
      };
    });
    await reader.close();
    expect(facts).toMatchObject({ fits: true, ground: 'rgb(255, 255, 255)', way: 'rtl', joined: false });
    expect(facts.indents.map((each) => Number.parseFloat(each) > 0)).toEqual([false, false, true]);
  });

  it('shows the signs of the second series where a note is shown alone', async () => {
    const reader = await opened('literary');
    const left = await reader.inSection({ width: 390, size: 100, light: 'light' }, chapterAt, (shown) => {
      const alone = shown.createElement('div');
      alone.append(...shown.querySelector('.marked .note')!.cloneNode(true).childNodes);
      shown.body.prepend(alone);
      return (
        alone.querySelector('.note-sign')!.getBoundingClientRect().left - alone.getBoundingClientRect().left
      );
    });
    await reader.close();
    expect(left).toBeGreaterThanOrEqual(0);
  });
});
