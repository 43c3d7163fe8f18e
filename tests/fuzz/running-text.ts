import fc, { type Arbitrary } from 'fast-check';
import { words } from './words.ts';

/** Some words in a row, none of which is taken for markup. */
export function phrase(language: string, most: number): Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...words[language]!), { minLength: 1, maxLength: most })
    .map((several) => several.join(' ').replace(/^\d+$/, 'x'));
}

/** A word of another language, which may run the other way. */
const foreign = fc
  .constantFrom('en', 'de', 'el', 'ru', 'ar', 'he')
  .chain((language) => phrase(language, 3).map((text) => `:lang[${text}]{lang=${language}}`));

/** Figures and signs as they stand in texts. */
export const figures = fc.constantFrom(
  '12–15',
  '(1867) Karl Marx',
  '½ kg',
  '5 > 3',
  '§ 7',
  '3.14',
  '100 %',
  'A4',
  'C:\\\\x',
  '№ 9',
  '1,000',
  '+49 30',
  '€ 5',
  '20~25',
);

/** A paragraph with all that stands in running text. */
export function inline(language: string): Arbitrary<string> {
  const text = phrase(language, 6);
  return fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: text },
        { weight: 1, arbitrary: text.map((each) => `*${each}*`) },
        { weight: 1, arbitrary: text.map((each) => `**${each}**`) },
        { weight: 1, arbitrary: text.map((each) => `\`${each}\``) },
        { weight: 1, arbitrary: text.map((each) => `[${each}](https://example.org/a_b?c=1)`) },
        { weight: 1, arbitrary: text.map((each) => `<i>${each}</i>`) },
        { weight: 1, arbitrary: text.map((each) => `<span lang="en">${each}</span>`) },
        { weight: 1, arbitrary: text.map((each) => `~~${each}~~`) },
        { weight: 1, arbitrary: fc.constantFrom('H:sub[2]O', 'x:sup[10]', '19:sup[th]', 'e^2^', 'CO~2~') },
        { weight: 1, arbitrary: text.map((each) => `:smallcaps[${each}]`) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            '$a^2+b^2$',
            'line\\\nbreak',
            'a\u00A0b',
            'co\u00ADop',
            '&amp;',
            '&eacute;t',
            '<br>',
          ),
        },
        { weight: 2, arbitrary: foreign },
        { weight: 2, arbitrary: figures },
      ),
      { minLength: 1, maxLength: 14 },
    )
    .map((pieces) =>
      pieces
        .join(' ')
        .replaceAll(/^(?!:(?:lang|smallcaps)\[|~~)([-+#>=~:|\d]|\()/gm, '\\$1')
        .replace(/^\\(\d)/, '$1'),
    );
}
