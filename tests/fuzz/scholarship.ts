import fc, { type Arbitrary } from 'fast-check';

/** What manuscripts may cite: a file of BibTeX. */
export const citedWorks = `@book{melville,
  author = {Melville, Herman}, title = {Moby-Dick: or, The Whale}, publisher = {Harper}, address = {New York}, year = 1851
}
@article{ärzte,
  author = {Müller, Jürgen and {van der} Berg, Anna}, title = {„Größe“ und $x^2$}, journal = {Zeitschrift für Maße},
  volume = 12, number = 3, pages = {101--29}, year = 1999, langid = {german}
}
@incollection{essay,
  author = {القبطان, أحمد}, title = {السفينة}, booktitle = {Essays \\& Tales}, editor = {Roe, R. R.}, year = {2004}, pages = {7}
}
@online{page,
  title = {A page of nobody}, url = {https://example.org/a_very_long/path-of_words/and_more?with=queries&and=more#parts},
  urldate = {2020-02-02}
}
`;

/** Ways to cite in books that cite, in lines of book.yaml. */
export const citing: Arbitrary<string> = fc.constantFrom(
  ...['author-date', 'notes', 'numeric'].flatMap((style) =>
    ['end', 'chapter'].map(
      (section) => `citations: { bibliography: works.bib, style: ${style}, section: ${section} }`,
    ),
  ),
);

const keys = fc.constantFrom('melville', 'ärzte', 'essay', 'page');
const places = fc.constantFrom(
  '',
  ', p. 12',
  ', pp. 12–15',
  ', S. 3 f.',
  ', chap. 2',
  ', § 7',
  ', {plate B}',
  ', 9',
);

/**
 * What scholars' chapters hold: citations, notes of two series and notes cited twice, formulas, long and indented code.
 *
 * @param phrases some words, none of which is taken for markup
 * @param cites whether the book has a bibliography
 */
export function scholarship(phrases: Arbitrary<string>, cites: boolean): Arbitrary<string> {
  const labels = fc.integer({ min: 0, max: 1e9 }).map((number) => `l${number}`);
  return fc.oneof(
    ...(cites ? [citations(phrases)] : []),
    fc.tuple(labels, phrases).map(([label, text]) => `${text}.[^*${label}]\n\n[^*${label}]: ${text}.`),
    fc
      .tuple(labels, phrases)
      .map(
        ([label, text]) =>
          `${text},[^${label}] ${text}.[^${label}]\n\n[^${label}]: ${text}.\n\n    > ${text}`,
      ),
    fc
      .tuple(labels, labels, phrases)
      .map(
        ([outer, inner, text]) =>
          `${text}.[^${outer}]\n\n[^${outer}]: ${text}.[^${outer}i${inner}]\n\n[^${outer}i${inner}]: ${text}.`,
      ),
    formulas(phrases),
    code(phrases),
  );
}

function citations(phrases: Arbitrary<string>): Arbitrary<string> {
  return fc.oneof(
    fc.tuple(phrases, keys, places).map(([text, key, place]) => `${text} [@${key}${place}].`),
    fc
      .tuple(phrases, keys, keys, places)
      .map(([text, one, other, place]) => `${text} [see @${one}${place}; cf. @${other}, ${text}] ${text}.`),
    fc.tuple(phrases, keys).map(([text, key]) => `${text} @${key} [p. 4] ${text} [-@${key}].`),
    fc.tuple(phrases, keys).map(([text, key]) => `${text}^[${text} [@${key}, p. 9] and @${key}.] ${text}.`),
    fc.tuple(phrases, keys).map(([text, key]) => `> ${text} [@${key}]\n\n- ${text} [@${key}]\n- ${text}`),
  );
}

const displayed = [
  '\\frac{a}{b} = \\sqrt{2}',
  '\\begin{aligned} a &= b + c \\\\ d &= e \\end{aligned}',
  '\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix} \\tag{A}',
  'f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}',
  '\\sum_{i=1}^{n} x_i \\leq \\int_0^\\infty e^{-t}\\,dt',
  '\\mathbb{R} \\ni \\varepsilon \\to \\mathcal{O}(n^2)',
];

function formulas(phrases: Arbitrary<string>): Arbitrary<string> {
  const formula = fc.constantFrom(...displayed);
  return fc.oneof(
    formula.map((text) => `$$\n${text}\n$$`),
    fc.tuple(formula, formula).map(([one, other]) => `$$\n${one}\n$$\n$$\n${other}\n$$`),
    fc.tuple(phrases, formula).map(([text, each]) => `${text}:\n$$\n${each}\n$$\n${text}.`),
    fc
      .tuple(phrases, fc.constantFrom('x_1', 'a<b', '\\alpha', 'f\\colon A\\to B', '5\\%'))
      .map(([text, each]) => `${text} $${each}$, ${text} $${each}$.`),
    formula.map((each) => `1. A step\n\n   $$\n   ${each}\n   $$\n\n2. Another`),
  );
}

function code(phrases: Arbitrary<string>): Arbitrary<string> {
  const line = fc
    .tuple(fc.constantFrom('', '\t', '    ', '\t\t'), phrases, fc.integer({ min: 0, max: 6 }))
    .map(([indent, text, times]) => `${indent}call("${`${text}, `.repeat(times)}")  # ${text}`);
  const lines = fc.array(line, { minLength: 1, maxLength: 12 });
  return fc.oneof(
    lines.map((each) => `\`\`\`python\n${each.join('\n')}\n\`\`\``),
    lines.map((each) => each.map((one) => `    ${one}`).join('\n')),
    fc
      .tuple(phrases, lines)
      .map(([text, each]) => `- ${text}\n\n  ~~~\n${each.map((one) => `  ${one}`).join('\n')}\n  ~~~`),
    lines.map((each) => `\`\`\`diff\n${each.map((one) => `+${one}`).join('\n')}\n\`\`\``),
    phrases.map((text) => `${text} \`--long-option=${text.replaceAll(' ', '_').repeat(3)}\` ${text}.`),
  );
}
