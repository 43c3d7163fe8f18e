import fc, { type Arbitrary } from 'fast-check';

const commands = [
  '\\frac{a_1}{b^2} + \\sqrt[3]{x}',
  '\\left( \\vec{v} \\cdot \\hat{n} \\right) \\mathrm{d}x',
  '\\overline{AB} \\perp \\underbrace{c + d}_{\\text{two}}',
  '\\lim_{n \\to \\infty} \\prod_{k=1}^{n} \\binom{n}{k}',
  '\\begin{array}{c|c} 1 & 2 \\\\ \\hline 3 & 4 \\end{array}',
  '\\operatorname{sgn} x \\neq 0 \\quad \\forall x \\in \\emptyset^c',
];

/**
 * What Markdown of other programs, and of those who know them, has besides: formulas between other signs, tables without bars,
 * lines and lists of their own, attributes.
 *
 * @param phrases some words, none of which is taken for markup
 */
export function dialectBlocks(phrases: Arbitrary<string>): Arbitrary<string> {
  return fc.oneof(mathematics(phrases), lists(phrases), tables(phrases), attributes(phrases), rest(phrases));
}

function mathematics(phrases: Arbitrary<string>): Arbitrary<string> {
  const formula = fc.constantFrom(...commands);
  return fc.oneof(
    formula.map((each) => `\`\`\`math\n${each}\n\`\`\``),
    fc.tuple(phrases, formula).map(([text, each]) => `- ${text}\n\n  \`\`\`math\n  ${each}\n  \`\`\``),
    formula.map((each) => `\\[\n${each}\n\\]`),
    fc.tuple(phrases, formula).map(([text, each]) => `${text} \\(${each}\\), $\`${each}\`$ ${text}.`),
    fc.tuple(phrases, formula).map(([text, each]) => `${text}^[${text} $${each}$.] ${text}.`),
    fc.tuple(phrases, formula).map(([text, each]) => `> ${text}\n>\n> $$\n> ${each}\n> $$`),
    fc
      .tuple(phrases, formula)
      .map(([text, each]) => `| ${text} | b |\n|---|---|\n| $${each.replaceAll('|', '')}$ | 1 |`),
  );
}

function lists(phrases: Arbitrary<string>): Arbitrary<string> {
  return fc.oneof(
    fc
      .tuple(phrases, phrases)
      .map(([one, other]) => `${one}\n: ${other}\n\n    ${one}\n: ${one}\n\n${other}\n: ${other}`),
    fc
      .tuple(phrases, phrases)
      .map(([one, other]) => `${one}\n${other}\n: ${other}\n\n  - ${one}\n  - ${other}`),
    phrases.map((text) => `(a) ${text}\n(b) ${text}\n(c) ${text}`),
    phrases.map((text) => `i. ${text}\nii. ${text}\niii. ${text}`),
    phrases.map((text) => `* ${text}\n\t* ${text}\n\t\t1) ${text}\n\t\t2) ${text}\n\n* ${text}`),
    phrases.map((text) => `7. ${text}\n8. ${text}\n\n<!-- -->\n\n1. ${text}`),
    phrases.map((text) => `${text}\n: ${text}^[${text}]\n: \`\`\`\n  ${text}\n  \`\`\``),
  );
}

function tables(phrases: Arbitrary<string>): Arbitrary<string> {
  const row = (cells: ReadonlyArray<string>, widths: ReadonlyArray<number>): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return fc.oneof(
    fc.tuple(phrases, phrases).map(([one, other]) => {
      const widths = [Math.max(one.length, 4), Math.max(other.length, 4)];
      const rule = (sign: string): string => `+${widths.map((width) => sign.repeat(width + 2)).join('+')}+`;
      return [
        rule('-'),
        row(['a', 'b'], widths),
        rule('='),
        row([one, other], widths),
        rule('-'),
        row([other.slice(0, widths[0]), '12'], widths),
        rule('-'),
      ].join('\n');
    }),
    phrases.map((text) => `| ${text} |\n|:--|\n| ${text} **${text}** |\n\nTable: ${text}`),
    phrases.map((text) => `|a|b|c|\n|-|-|-|\n|${text}|\n||${text}|12,5|`),
    phrases.map(
      (text) =>
        `<table><caption>${text}</caption><thead><tr><th colspan="2">${text}</th></tr></thead><tbody><tr><td>${text}</td><td>3</td></tr></tbody></table>`,
    ),
  );
}

function attributes(phrases: Arbitrary<string>): Arbitrary<string> {
  const ids = fc.integer({ min: 0, max: 1e9 }).map((number) => `at-${number}`);
  return fc.oneof(
    fc.tuple(phrases, ids).map(([text, id]) => `## ${text} {#${id}}\n\n${text} [${text}](#${id}).`),
    phrases.map((text) => `### ${text} {.unnumbered}\n\n${text}.`),
    phrases.map((text) => `${text} [${text}]{.smallcaps} [${text}]{lang=fr} ${text}.`),
    fc
      .tuple(phrases, ids)
      .map(([text, id]) => `<span id="${id}">${text}</span> ${text}, :ref[${id}]{page} ${text}.`),
    phrases.map((text) => `![${text}](images/small.png){width=50%}`),
    phrases.map((text) => `![${text}](images/photograph.jpg "${text}")\n\n![${text}](images/drawing.svg)`),
    phrases.map((text) => `::: {.aside lang=de}\n${text}\n\n- ${text}\n:::`),
    phrases.map((text) => `<p lang="el" dir="ltr">${text}</p>\n\n<p dir="rtl">${text}</p>`),
  );
}

function rest(phrases: Arbitrary<string>): Arbitrary<string> {
  return fc.oneof(
    phrases.map((text) => `| ${text}\n|    ${text}\n| ${text}`),
    phrases.map((text) => `> [!NOTE] ${text}\n> ${text}\n>\n> > [!TIP]\n> > ${text}`),
    phrases.map(
      (text) =>
        `:::dialogue\n(*${text}*)\n\nAHAB: ${text}\\\n${text}\\\n${text}.\n\n*${text}*\n\nALL: ${text}^[${text}]\n:::`,
    ),
    fc
      .tuple(phrases, fc.integer({ min: 0, max: 1e9 }))
      .map(([text, id]) => `The Q${id}T ${text} Q${id}T.\n\n*[Q${id}T]: ${text}`),
    phrases.map((text) => `~~~~ js numbers {2}\na\n${text}\n\t${text}\n~~~~`),
    phrases.map(
      (text) =>
        `<kbd>Ctrl</kbd>+<kbd>${text}</kbd> <abbr title="${text.replaceAll('"', '')}">${text}</abbr> <q>${text}</q> <cite>${text}</cite>`,
    ),
    phrases.map(
      (text) =>
        `<section><h3>${text}</h3><p>${text}<br>${text}</p><hr><pre>${text}\n  ${text}</pre></section>`,
    ),
    phrases.map(
      (text) =>
        `::::tip\n${text}\n\n:::verse\n${text}\n${text}\n:::\n\n:::figure\n![${text}](images/small.png)\n\n${text}\n:::\n::::`,
    ),
    phrases.map((text) => `${text}\n===\n\n${text}\n\n${text}\n---\n\n${text}`),
    fc
      .tuple(phrases, fc.integer({ min: 0, max: 1e9 }))
      .map(
        ([text, id]) =>
          `[${text}][r${id}] and [r${id}] <https://example.org/${'long-'.repeat(12)}>\n\n[r${id}]: https://example.org "${text.replaceAll('"', '')}"`,
      ),
  );
}
