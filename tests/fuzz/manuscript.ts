import fc, { type Arbitrary } from 'fast-check';
import { dialectBlocks } from './dialect-blocks.ts';
import { programs } from './other-programs.ts';
import { citedWorks, citing, scholarship } from './scholarship.ts';
import { figures, inline, phrase } from './running-text.ts';
import { frontMatter, keys, notesSettings, pages } from './settings.ts';
import { faults, things, whiteSpace } from './things.ts';
import { languages, words } from './words.ts';

/** A manuscript that any author might write, as files by path; pictures and recordings it names are those of `namedFiles`. */
export type Files = Readonly<Record<string, string>>;

/**
 * Manuscripts with all that Markdown and Colophon know, in a language and quoting others.
 *
 * @param given further lines of book.yaml
 */
export function manuscripts(given = ''): Arbitrary<Files> {
  return fc
    .record({
      language: fc.constantFrom(...languages),
      notes: notesSettings,
      citations: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: citing }),
      print: pages,
      more: keys,
      // One in twelve has something wrong in it.
      wrong: fc.integer({ min: 0, max: 11 }).map((number) => number === 0),
    })
    .chain(({ language, notes, wrong, citations, print, more }) =>
      fc
        .array(chapter(language, { wrong, cites: citations !== '' }), { minLength: 2, maxLength: 5 })
        .map((chapters) => ({
          'book.yaml': [
            `title: ${words[language]!.slice(0, 2).join(' ').replaceAll(/[;:]/g, '')}`,
            `language: ${language}\nauthor: Ada Byron\nnotes: { ${notes} }\nprint: { ${print} }`,
            ...[more, citations, given].filter((lines) => lines !== ''),
            '',
          ].join('\n'),
          ...(citations !== '' && { 'works.bib': citedWorks }),
          ...Object.fromEntries(
            chapters.map((text, index) => [`${String(index + 1).padStart(2, '0')}-part.md`, text]),
          ),
        })),
    );
}

/** Books as they are written for other programs, of the same chapters; nothing of ours beside them. */
export const booksOfOthers: Arbitrary<Files> = fc
  .record({ language: fc.constantFrom(...languages), program: fc.constantFrom(...Object.values(programs)) })
  .chain(({ language, program }) =>
    fc
      .array(chapter(language, { wrong: false, cites: false }), { minLength: 2, maxLength: 4 })
      .map((chapters) =>
        program({
          title: words[language]!.slice(0, 2).join(' ').replaceAll(/[;:"]/g, ''),
          language,
          chapters,
        }),
      ),
  );

function chapter(
  language: string,
  { wrong, cites }: Readonly<Record<'wrong' | 'cites', boolean>>,
): Arbitrary<string> {
  const some = [
    { weight: 8, arbitrary: block(language) },
    { weight: 2, arbitrary: things(phrase(language, 5)) },
    { weight: 2, arbitrary: dialectBlocks(phrase(language, 5)) },
    { weight: 2, arbitrary: scholarship(phrase(language, 5), cites) },
  ];
  const fault = { weight: 1, arbitrary: faults(phrase(language, 5)) };
  return fc
    .tuple(
      frontMatter,
      phrase(language, 4),
      fc.array(fc.oneof(...some, ...(wrong ? [fault] : [])), { minLength: 1, maxLength: 9 }),
      fc.array(note(language), { maxLength: 4 }),
      whiteSpace,
    )
    .map(([front, title, blocks, notes, written]) => {
      const marks = notes.map((_, index) => `[^n${index}]`);
      const definitions = notes.map((text, index) => `[^n${index}]: ${text}`);
      // Every note is cited in a paragraph of its own, or behind one that is there.
      const cited = marks.map((mark) => `${words[language]!.slice(3, 9).join(' ')}${mark}.`);
      return written(`${front}${[`# ${title}`, ...blocks, ...cited, ...definitions].join('\n\n')}\n`);
    });
}

function block(language: string): Arbitrary<string> {
  const text = inline(language);
  const paragraph = text.map((each) => `${words[language]![0]} ${each}`);
  const cell = fc
    .oneof(phrase(language, 3), figures, fc.constant('12'), fc.constant(''))
    .map((each) => each.replaceAll('|', ''));
  const item = text.map((each) => `${words[language]![0]} ${each.replaceAll('\n', ' ')}`);
  return fc.oneof(
    { weight: 8, arbitrary: paragraph },
    {
      weight: 1,
      arbitrary: fc.array(paragraph, { minLength: 3, maxLength: 8 }).map((many) => many.join(' ')),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom('##', '###'), phrase(language, 5)).map((pair) => pair.join(' ')),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(item, { minLength: 1, maxLength: 12 })
        .map((items) => items.map((each) => `- ${each}`).join('\n')),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(item, { minLength: 2, maxLength: 12 })
        .map((items) => items.map((each, index) => `${index + 1}. ${each}`).join('\n')),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(item, item, item).map(([a, b, c]) => `- ${a}\n\n  ${b}\n  1. ${c}\n     > ${a}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(paragraph, { minLength: 1, maxLength: 3 })
        .map((many) => many.map((each) => `> ${each.replaceAll('\n', '\n> ')}`).join('\n>\n')),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 9 })
        .map((rows) =>
          ['| a | b | c |\n|---|--:|:-:|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(phrase(language, 14), { minLength: 1, maxLength: 9 })
        .map(
          (lines) =>
            `\`\`\`js\n${lines.map((line, index) => `const x${index} = "${line}";`).join('\n')}\n\`\`\``,
        ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(phrase(language, 2), text)
        .map(([term, each]) => `${term}\n: ${each.replaceAll('\n', ' ')}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(phrase(language, 6), { minLength: 2, maxLength: 6 })
        .map((lines) => `:::verse\n${lines.join('\n')}\n:::`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('tip', 'note', 'aside', 'letter', 'center'), paragraph)
        .map(([name, each]) => `:::${name}\n${each}\n:::`),
    },
    {
      weight: 1,
      arbitrary: phrase(language, 6).map(
        (each) => `<div>\n<p>${each} <b>${each}</b></p>\n<ul><li>${each}</li></ul>\n</div>`,
      ),
    },
    {
      weight: 1,
      arbitrary: phrase(language, 6).map((each) => `<table><tr><td>${each}</td><td>12</td></tr></table>`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(phrase(language, 2), paragraph)
        .map(([head, each]) => `<details><summary>${head}</summary>\n\n${each}\n\n</details>`),
    },
    { weight: 1, arbitrary: fc.constantFrom('***', '$$\\frac{1}{2}$$') },
  );
}

function note(language: string): Arbitrary<string> {
  const text = inline(language).map((each) => `${words[language]![1]} ${each.replaceAll('\n', ' ')}`);
  return fc.oneof(
    { weight: 4, arbitrary: text },
    { weight: 1, arbitrary: fc.tuple(text, text).map(([a, b]) => `${a}\n\n    ${b}\n\n    - ${a}`) },
  );
}
