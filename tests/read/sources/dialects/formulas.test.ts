import { describe, expect, it } from 'vitest';
import type { Macro } from '../../../../src/read/sources/dialects/dialect.ts';
import { macrosIn } from '../../../../src/read/sources/readers/macros-in.ts';
import { pandocSteps } from '../../../../src/read/sources/readers/quarto.ts';
import { stepped, translated } from './translated.ts';

describe('formulas typed for MathJax', () => {
  it.each([
    ['So \\\\(a\\_1 \\\\{b\\\\}\\\\) holds.', 'So $a_1 \\{b\\}$ holds.'],
    ['\\\\[\na \\\\\\\\\nb\n\\\\]', '$$\na \\\\\nb\n$$'],
    ['\\\\begin{align}\na &= b\n\\\\end{align}', '$$\n\\begin{aligned}\na &= b\n\\end{aligned}\n$$'],
    ['`\\\\(a\\\\)` and \\\\(b', '`\\\\(a\\\\)` and \\\\(b'],
    ['```\n\\\\(a\\\\)\n```', '```\n\\\\(a\\\\)\n```'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'mathjax', 'formulas')).toBe(expected);
  });
});

describe('formulas with blanks within their dollars', () => {
  it.each([
    ['The $|E|=2^{n} $ edges of $ <S_{xx}> $ and $x $.', 'The $|E|=2^{n}$ edges of $<S_{xx}>$ and $x$.'],
    ['It is $5 and $6, or $a$ and $b$.', 'It is $5 and $6, or $a$ and $b$.'],
    ['`$ a_1 $` and \\$ a_1 $', '`$ a_1 $` and \\$ a_1 $'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'spaced-formulas', 'formulas')).toBe(expected);
  });
});

describe('formulas that begin within a line', () => {
  it.each([
    [
      'A vector $$ y =\n\\left[a\\right].\n$$\nIt is.',
      'A vector\n\n$$\ny =\n\\left[a\\right].\n$$\n\nIt is.',
    ],
    ['With $$a$$ and $$b\n+c$$ there.', 'With $$a$$ and\n\n$$\nb\n+c\n$$\n\nthere.'],
    ['So $$ a\n$$ {#eq:a} and more', 'So\n\n<a id="eq-a"></a>\n\n$$\na \\tag{1}\n$$\n\nand more'],
    ['$$\na\n$$ So $b$ is\nleft.', '$$\na\n$$\n\nSo $b$ is\nleft.'],
    ['$$\na\n$$.', '$$\na\\text{.}\n$$'],
    ['It costs $$ and\n\nmore $$.', 'It costs $$ and\n\nmore $$.'],
    ['`$$ a`\n$$', '`$$ a`\n$$'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'formulas')).toBe(expected);
  });
});

describe('formulas in notebooks', () => {
  it.each([
    ['So \\(x_1, \\ldots\\) and \\(n=2\\).', 'So $x_1, \\ldots$ and $n=2$.'],
    ['\\(see below\\) and `\\(x_1\\)`', '\\(see below\\) and `\\(x_1\\)`'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'myst-roles')).toBe(expected);
  });
});

describe('macros of formulas', () => {
  it.each([
    ['\\newcommand{\\R}{\\mathbb{R}}\n\n$x \\in \\R^n$', '$x \\in \\mathbb{R}^n$'],
    [
      '$$\n\\newcommand{\\V}[1]{\\mathbf{#1}}\n\\def\\A#1#2{#1+#2}\n$$\n\n$\\V{a}, \\A{b}c$',
      '$\\mathbf{a}, b+c$',
    ],
    [
      '\\newcommand{\\E}[2][x]{\\mathbb{E}_{#1}[#2]}\n\n$\\E{a} \\E[y]{b}$',
      '$\\mathbb{E}_{x}[a] \\mathbb{E}_{y}[b]$',
    ],
    ['\\DeclareMathOperator{\\Var}{Var}\n\n$\\Var X, \\Variance$', '$\\operatorname{Var} X, \\Variance$'],
    ['\\newcommand{\\a}{\\b}\\newcommand{\\b}{c}\n\n$\\a$ and `\\a`, \\\\a', '$c$ and `\\a`, \\\\a'],
    ['\\newcommand{\\a}{\\a\\a}\n\nA $\\a$', 'A $\\a$'],
    ['\\newcommand{\\le}{\n  \\leq\n}\n\n$a \\le b$', '$a \\leq b$'],
  ])('%s', async (typed, expected) => {
    const made = await stepped(typed, 'macros');
    expect(made.replace(/[ ]+/g, ' ')).toBe(expected);
  });

  it('are those of the book besides', async () => {
    const macros: ReadonlyMap<string, Macro> = new Map(
      macrosIn({
        R: '\\mathbb{R}',
        N: ['\\|#1\\|', 1],
        '\\Q': { macro: '\\mathbb{Q}' },
        'no name': 'x',
        S: 3,
      }),
    );
    const { text } = await translated('$\\R \\N{a} \\Q$', { steps: new Set(['macros']), macros });
    expect(text).toBe('$\\mathbb{R} \\|a\\| \\mathbb{Q}$');
  });
});

describe('formulas stay as they were written', () => {
  const formulas = [
    '\\frac{a}{b}',
    '\\sqrt[3]{x}',
    '[a]{b}',
    '\\{a, b\\}',
    'a < b > c',
    '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
    '\\left[ \\frac{1}{2} \\right]',
    '\\operatorname{Var}(X)',
    '\\emph{x} + \\textbf{y} + \\dots',
    'a \\ b',
    '@x',
    '\\$5',
  ];
  const alone = formulas.map((tex) => `$$\n${tex}\n$$`).join('\n\n');
  it.each([
    ['Quarto', pandocSteps],
    ['Jupyter Book', ['myst-blocks', 'macros', 'myst-roles', 'formulas', 'images', 'div-fences']],
    ['mdBook', ['macros', 'mathjax', 'formulas']],
  ] as const)('in a book of %s', async (_, steps) => {
    expect(await stepped(alone, ...steps)).toBe(alone);
    for (const tex of formulas) {
      expect(await stepped(`So $${tex}$ holds.`, ...steps)).toBe(`So $${tex}$ holds.`);
      expect(await stepped(`So $y =\n${tex}$ holds.`, ...steps)).toBe(`So $y =\n${tex}$ holds.`);
      expect(await stepped(`$$ ${tex} $$`, ...steps)).toBe(`$$\n${tex}\n$$`);
    }
  });

  it('where a matrix stands on one line between dollars', async () => {
    const typed =
      '$$\n\\begin{pmatrix} a \\end{pmatrix}\n$$\n\nWords \\vspace{1em}here.\n\n$$\n\\frac{a}{b}\n$$';
    expect(await stepped(typed, ...pandocSteps)).toBe(typed.replace('\\vspace{1em}', ''));
  });

  it('but for names of characters and wiki links outside of them', async () => {
    expect(await stepped('A :smile: and $f:a:B$.', 'emoji')).toBe('A 😄 and $f:a:B$.');
  });
});
