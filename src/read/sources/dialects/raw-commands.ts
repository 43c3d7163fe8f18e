import type { StepContext } from './dialect.ts';
import { instead, kindsOf, outsideCode, type Line } from './lines.ts';

/** Environments that are formulas; all others are of LaTeX alone. */
const formulas =
  /^(?:equation|align|alignat|gather|multline|eqnarray|split|cases|aligned|gathered|array|dmath|flalign|[bpvBV]?matrix|smallmatrix|subequations|math|displaymath)\*?$/;

/** Commands that stand for a character (LaTeX 2e, Comprehensive Symbol List, tables 2 to 4); a blank behind one ends it. */
const symbols: Readonly<Record<string, string>> = {
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
};
const bareSymbol = new RegExp(`(?<!\\\\)\\\\(${Object.keys(symbols).join('|')})(?![A-Za-z{])[ \\t]?`, 'g');

/** A blank that ends no line, escaped: one that is not broken (Pandoc's Markdown, backslash escapes). */
const escapedBlank = /(?<!\\)((?:\\\\)*)\\ (?=\S)/g;

const command =
  /(?<!\\)\\([A-Za-z]+)\*?((?:[ \t]*\[[^\]\n]*\])*(?:\{(?:[^{}\n]|\{[^{}\n]*\})*\})+)|(?<!\\)\\(LaTeX|TeX|BibTeX|ldots|dots|textbackslash|noindent|newline|linebreak|hfill|par|clearpage|newpage)\b(?:\{\})?[ \t]?/g;
const words: Readonly<Record<string, string>> = {
  LaTeX: 'LaTeX ',
  TeX: 'TeX ',
  BibTeX: 'BibTeX ',
  ldots: '… ',
  dots: '… ',
  textbackslash: '\\\\',
};
const marks: Readonly<Record<string, string>> = {
  textbf: '**',
  textit: '*',
  emph: '*',
  textsl: '*',
  texttt: '`',
};

/**
 * Takes out of running text what only LaTeX would set, as Pandoc does for e-books: commands and environments that
 * are no formulas. Marks of an index become ours, words set in another face keep that, and commands for characters
 * are these.
 */
export function withoutCommands(lines: ReadonlyArray<Line>, context: StepContext): Line[] {
  if (!lines.some(({ text }) => text.includes('\\'))) return [...lines];
  const kinds = kindsOf(lines);
  let isFormula = false;
  let environment = '';
  return lines.flatMap((line, index) => {
    if (kinds[index] !== 'prose') return environment === '' ? [line] : [];
    const [, ended] = /\\end\{([^}]+)\}/.exec(line.text) ?? [];
    if (environment !== '') {
      if (ended === environment) environment = '';
      return [];
    }
    const [, begun = ''] = /^[ \t]*\\begin\{([^}]+)\}/.exec(line.text) ?? [];
    if (begun !== '' && !isFormula && !formulas.test(begun)) {
      context.book.note('raw', context.file, line, line.text.trim());
      if (ended !== begun) environment = begun;
      return [instead(line, '')];
    }
    const wasFormula = isFormula;
    if (begun !== '' && ended === undefined) isFormula = true;
    else if (ended !== undefined && formulas.test(ended)) isFormula = false;
    else if ((line.text.match(/(?<!\\)\$\$/g)?.length ?? 0) % 2 === 1) isFormula = !isFormula;
    if (wasFormula || isFormula || begun !== '' || !line.text.includes('\\')) return [line];
    const text = outsideCode(line.text, (prose) =>
      outsideFormulas(prose, (plain) => plainOf(plain, line, context)),
    );
    return [text === line.text ? line : instead(line, text)];
  });
}

function outsideFormulas(text: string, change: (text: string) => string): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(
    /(?<!\\)(\$\$?)(?=\S)[\s\S]*?(?<!\\)\1|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]/g,
  )) {
    result += change(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + change(text.slice(from));
}

function plainOf(text: string, line: Line, { book, file }: StepContext): string {
  const spelt = text
    .replace(escapedBlank, '$1\u00A0')
    .replace(bareSymbol, (_, name: string) => symbols[name] ?? '');
  return spelt.replace(command, (whole, name?: string, given = '', bare?: string) => {
    if (bare !== undefined) return words[bare] ?? '';
    const argument = /\{((?:[^{}]|\{[^{}]*\})*)\}$/.exec(given)?.[1] ?? '';
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
      book.note('raw', file, line, whole);
    return '';
  });
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
