import type { StepContext } from './dialect.ts';
import { instead, kindsOf, type Line } from './lines.ts';
import { outsideFormulas } from './outside-formulas.ts';
import { dictionary } from '../../../book/dictionary.ts';

/** Environments that are formulas; all others are of LaTeX alone. */
const formulas =
  /^(?:equation|align|alignat|gather|multline|eqnarray|split|cases|aligned|gathered|array|dmath|flalign|[bpvBV]?matrix|smallmatrix|subequations|math|displaymath)\*?$/;

/** Commands that stand for a character (LaTeX 2e, Comprehensive Symbol List, tables 2 to 4); a blank behind one ends it. */
const symbols = dictionary<string>({
  pounds: '£',
  textsterling: '£',
  texteuro: '€',
  euro: '€',
  textyen: '¥',
  textcent: '¢',
  copyright: '©',
  textcopyright: '©',
  textregistered: '®',
  texttrademark: '™',
  dag: '†',
  textdagger: '†',
  ddag: '‡',
  textdaggerdbl: '‡',
  textsection: '§',
  textparagraph: '¶',
  textbullet: '•',
  textdegree: '°',
  textperiodcentered: '·',
  textendash: '–',
  textemdash: '—',
  textellipsis: '…',
  textasciitilde: '\\~',
  textasciicircum: '\\^',
  textbar: '\\|',
  textless: '\\<',
  textgreater: '\\>',
  textunderscore: '\\_',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  guillemotleft: '«',
  guillemotright: '»',
  oe: 'œ',
  OE: 'Œ',
  ae: 'æ',
  AE: 'Æ',
  aa: 'å',
  AA: 'Å',
  ss: 'ß',
});
const bareSymbol = new RegExp(`(?<!\\\\)\\\\(${Object.keys(symbols).join('|')})(?![A-Za-z{])[ \\t]?`, 'g');

/** A blank that ends no line, escaped: one that is not broken (Pandoc's Markdown, backslash escapes). */
const escapedBlank = /(?<!\\)((?:\\\\)*)\\ (?=\S)/g;

const command =
  /(?<!\\)\\([A-Za-z]+)\*?((?:[ \t]*\[[^\]\n]*\])*(?:\{(?:[^{}\n]|\{[^{}\n]*\})*\})+)|(?<!\\)\\(LaTeX|TeX|BibTeX|ldots|dots|textbackslash|noindent|newline|linebreak|hfill|par|clearpage|newpage)\b(?:\{\})?[ \t]?/g;
const words = dictionary<string>({
  LaTeX: 'LaTeX ',
  TeX: 'TeX ',
  BibTeX: 'BibTeX ',
  ldots: '… ',
  dots: '… ',
  textbackslash: '\\\\',
});
const marks = dictionary<string>({
  textbf: '**',
  textit: '*',
  emph: '*',
  textsl: '*',
  texttt: '`',
});

/**
 * Takes out of running text what only LaTeX would set, as Pandoc does for e-books: commands and environments that
 * are no formulas. Marks of an index become ours, words set in another face keep that, and commands for characters
 * are these.
 */
export function withoutCommands(lines: ReadonlyArray<Line>, context: StepContext): Line[] {
  if (!lines.some(({ text }) => text.includes('\\'))) return [...lines];
  const result: Line[] = [];
  let paragraph: Line[] = [];
  const end = (): void => {
    for (const line of plainLines(paragraph, context)) result.push(line);
    paragraph = [];
  };
  for (const { line, isText } of withoutEnvironments(lines, context)) {
    if (!isText || paragraph.length === mostLines) end();
    if (isText) paragraph.push(line);
    else result.push(line);
  }
  end();
  return result;
}

/** No formula goes on over more lines. */
const mostLines = 100;

/** A line, and whether it is running text: not blank, nor part of a formula on lines of its own or of code. */
interface Judged {
  readonly line: Line;
  readonly isText: boolean;
}

/** The lines without the environments that are no formulas. */
function withoutEnvironments(lines: ReadonlyArray<Line>, context: StepContext): Judged[] {
  const kinds = kindsOf(lines);
  let formulaEnd = -1;
  let environment = '';
  return lines.flatMap((typed, index) => {
    // The words of an index have no code in them.
    const line = /^\\index\{[^\n]*`[^\n]*\}[ \t]*$/.test(typed.text)
      ? instead(typed, typed.text.replaceAll('`', ''))
      : typed;
    if (kinds[index] !== 'prose') return environment === '' ? [{ line, isText: false }] : [];
    if (index <= formulaEnd) return [{ line, isText: false }];
    const [, ended] = /\\end\{([^}]+)\}/.exec(line.text) ?? [];
    if (environment !== '') {
      if (ended === environment) environment = '';
      return [];
    }
    const [, begun = ''] = /^[ \t]*\\begin\{([^}]+)\}/.exec(line.text) ?? [];
    if (begun !== '' && !formulas.test(begun)) {
      context.book.note('raw', context.file, line, line.text.trim());
      if (ended !== begun) environment = begun;
      return [{ line: instead(line, ''), isText: false }];
    }
    formulaEnd = begun === '' ? dollarsEnd(lines, kinds, index) : environmentEnd(lines, index, begun);
    return [{ line, isText: index > formulaEnd && line.text.trim() !== '' }];
  });
}

/** The last line of an environment that begins on a line; that line where it does not end. */
function environmentEnd(lines: ReadonlyArray<Line>, from: number, name: string): number {
  const end = lines.slice(from, from + mostLines).findIndex(({ text }) => text.includes(`\\end{${name}}`));
  return from + Math.max(0, end);
}

const dollars = /(?<!\\)\$\$/g;

/** The last line of a formula between `$$` that begins on a line and ends on a later one; -1 where none does. */
function dollarsEnd(lines: ReadonlyArray<Line>, kinds: ReadonlyArray<string>, from: number): number {
  const text = lines[from]?.text ?? '';
  if ((text.match(dollars)?.length ?? 0) % 2 === 0) return -1;
  // One that stands on lines of its own may have empty ones.
  const isApart = /^[ \t>]*\$\$/.test(text);
  for (let at = from + 1; at < from + mostLines && kinds[at] === 'prose'; at++) {
    const next = lines[at]?.text ?? '';
    if (next.match(dollars) !== null) return at;
    if (!isApart && next.trim() === '') return -1;
  }
  return -1;
}

/** The lines of a paragraph without commands; its formulas and spans of code may go on over the end of a line. */
function plainLines(paragraph: ReadonlyArray<Line>, context: StepContext): Line[] {
  const typed = paragraph.map(({ text }) => text).join('\n');
  if (!typed.includes('\\')) return [...paragraph];
  const lineAt = (index: number): Line => paragraph[index] ?? { text: '', at: 0 };
  const plain = outsideFormulas(typed, (part, start) =>
    plainOf(part, context, (at) => lineAt(endsIn(typed.slice(0, start)) + endsIn(part.slice(0, at)))),
  );
  // Two colons would begin a block.
  const parted = plain.replace(/(?<![\s:]):(?=:index\[\]\{)/g, '&#58;');
  return parted.split('\n').map((text, index) => instead(lineAt(index), text));
}

/** How many lines end in a text. */
function endsIn(text: string): number {
  return text.split('\n').length - 1;
}

/** @param lineAt the line in which a place of the text is */
function plainOf(text: string, { book, file }: StepContext, lineAt: (at: number) => Line): string {
  const spelt = text
    .replace(escapedBlank, '$1\u00A0')
    .replace(bareSymbol, (_, name: string) => symbols[name] ?? '');
  return spelt.replace(
    command,
    (whole, name: string | undefined, given: string | undefined, bare: string | undefined, at: number) => {
      if (bare !== undefined) return words[bare] ?? '';
      const argument = /\{((?:[^{}]|\{[^{}]*\})*)\}$/.exec(given ?? '')?.[1] ?? '';
      if (name === undefined || name === 'begin' || name === 'end') return whole;
      const stands = words[name];
      if (stands !== undefined) return stands.trimEnd();
      const symbol = symbols[name];
      if (symbol !== undefined) return symbol + argument;
      if (name === 'index') return indexMark(argument);
      const mark = marks[name];
      if (mark !== undefined) return `${mark}${argument}${mark}`;
      if (name === 'footnote') return `^[${argument}]`;
      if (name === 'textsc') return `:smallcaps[${argument}]`;
      if (name === 'url') return `<${argument}>`;
      if (
        !/^(?:label|vspace|hspace|setcounter|addcontentsline|pagestyle|thispagestyle|markboth|cleardoublepage)$/.test(
          name,
        )
      )
        book.note('raw', file, lineAt(at), whole);
      return '';
    },
  );
}

/** `a!b|see{c}` of makeindex as a mark of ours that prints nothing. */
function indexMark(typed: string): string {
  const [path = '', rest = ''] = typed.split('|', 2);
  const levels = path
    .split('!')
    .map((level) =>
      (level.split('@').at(-1) ?? '')
        .replace(/\\[A-Za-z]+\{([^{}]*)\}/g, '$1')
        .replace(/["{}`*]/g, '')
        .trim(),
    )
    .filter((level) => level !== '');
  if (levels.length === 0 || rest.startsWith(')')) return '';
  // What leads elsewhere may lead to what no text marks.
  if (rest.startsWith('see')) return '';
  return `:index[]{term="${levels.join(' > ')}"}`;
}
