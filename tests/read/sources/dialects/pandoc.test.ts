import { describe, expect, it } from 'vitest';
import { folderOf } from '../../../builders/folder.ts';
import { stepped, translated } from './translated.ts';

describe('formulas', () => {
  it.each([
    ['$$a + b$$', '$$\na + b\n$$'],
    ['\\[a\\]', '$$\na\n$$'],
    ['\\begin{align*}\na &= b\n\\end{align*}', '$$\n\\begin{aligned}\na &= b\n\\end{aligned}\n$$'],
    ['$$\na\n$$ {#eq-one}', '<a id="eq-one"></a>\n\n$$\na \\tag{1}\n$$'],
    ['$$\na\n$$ (one)', '<a id="one"></a>\n\n$$\na \\tag{1}\n$$'],
    ['\\begin{equation}\na (\\#eq:one)\n\\end{equation}', '<a id="eq-one"></a>\n\n$$\na \\tag{1}\n$$'],
    ['Where $$a$$ stays.', 'Where $$a$$ stays.'],
    ['```\n$$a$$\n```', '```\n$$a$$\n```'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'formulas')).toBe(expected);
  });
});

describe('figures and tables', () => {
  it.each([
    [
      '![A *sea*](a.png){#fig-sea width=50%}',
      ':::figure{#fig-sea}\n![A sea](a.png){width=50%}\n\nA *sea*\n:::',
    ],
    ['![A sea](a.png)', ':::figure{.unnumbered}\n![A sea](a.png)\n\nA sea\n:::'],
    ['![](a.png)', '![](a.png)'],
    ['In ![a](a.png) line', 'In ![a](a.png) line'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'pandoc-figures')).toBe(expected);
  });

  const table = '| a | b |\n|---|---|\n| 1 | 2 |';
  it.each([
    [`${table}\n\n: Words {#tbl-x}`, `:::table{#tbl-x}\nWords\n\n${table}\n\n:::`],
    [`Table: Words\n\n${table}`, `:::table{.unnumbered}\nWords\n\n${table}\n\n:::`],
    [
      '+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n|   | 3 |\n+---+---+',
      '| a | b |\n| --- | --- |\n| 1 | 2 3 |',
    ],
    ['A term\n: what it means', 'A term\n: what it means'],
    ['| a | `|` | c |\n|:--+--:|\n| 1 | 2 | 3 |', '| a | `|` | c |\n|:--|--:|---|\n| 1 | 2 | 3 |'],
    ['a | b\n--|--\n1 | 2', 'a | b\n--|--\n1 | 2'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'table-captions')).toBe(expected);
  });
});

describe('tables without bars', () => {
  it.each([
    [
      'Simple',
      '  Right     Left     Center     Default\n-------     ------ ----------   -------\n     12     12        12            12\n    123     1|3       123          123\n\nText',
      '| Right | Left | Center | Default |\n| ---: | :--- | :---: | --- |\n| 12 | 12 | 12 | 12 |\n| 123 | 1\\|3 | 123 | 123 |\n\nText',
    ],
    [
      'without a head',
      '-------  ------\n     12  12\n    123  123\n-------  ------\n',
      '|  |  |\n| ---: | :--- |\n| 12 | 12 |\n| 123 | 123 |',
    ],
    [
      'with lines that go on',
      '-----------------\nHead   Words\nof it\n------ ----------\nOne    A text\n       goes on.\n\nTwo    Another\n-----------------\n\nText',
      '| Head of it | Words |\n| :--- | :--- |\n| One | A text goes on. |\n| Two | Another |\n\nText',
    ],
    ['A break', 'Text\n\n--- ---\n\nText', 'Text\n\n--- ---\n\nText'],
    ['A heading', 'A long heading\n---------\n\nText', 'A long heading\n---------\n\nText'],
    ['Code', '```\nA  B\n-- --\n1  2\n```', '```\nA  B\n-- --\n1  2\n```'],
    [
      'Text over a gap',
      'A text and more\n----- -----\nand more text',
      'A text and more\n----- -----\nand more text',
    ],
  ])('%s', async (_, typed, expected) => {
    expect(await stepped(typed, 'simple-tables')).toBe(expected);
  });

  it('have captions', async () => {
    const typed = 'A   B\n--- ---\n1   2\n\nTable: Words of\nthe caption {#tbl-x}\n';
    expect(await stepped(typed, 'simple-tables', 'table-captions')).toBe(
      ':::table{#tbl-x}\nWords of the caption\n\n| A | B |\n| :--- | :--- |\n| 1 | 2 |\n\n:::',
    );
  });
});

describe('examples and definitions', () => {
  it.each([
    [
      '(@)  One\n(@sea) Two\n\nSee (@sea), not (@none) or `(@sea)`.',
      '(1)  One\n(2) Two\n\nSee (2), not (@none) or `(@sea)`.',
    ],
    ['See (@sea).\n\n(@sea) One', 'See (1).\n\n(1) One'],
    ['Term\n  ~ Words\n\nTerm\n\n~   Words', 'Term\n  : Words\n\nTerm\n\n:   Words'],
    ['~~~\n(@) code\n~~~\n\n~~gone~~', '~~~\n(@) code\n~~~\n\n~~gone~~'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'example-lists')).toBe(expected);
  });
});

it('Markdown between tags of HTML is read', async () => {
  expect(await stepped('<div class="x">\n*A*\n</div>\nText\n```\n<div>\n```', 'html-divs')).toBe(
    '<div class="x">\n\n*A*\n\n</div>\n\nText\n```\n<div>\n```',
  );
});

describe('blocks and spans', () => {
  it.each([
    ['| One\n| Two', ':::verse\nOne\nTwo\n:::'],
    ['| a | b |\n|---|---|', '| a | b |\n|---|---|'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'line-blocks')).toBe(expected);
  });

  it.each([
    ['::: {.column width="50%"}\nA\n:::', 'A'],
    ['::: {.content-visible when-format="pdf"}\nA\n:::\n\nB', 'B'],
    ['::: {.callout-tip}\nA\n:::', '::: {.callout-tip}\nA\n:::'],
    ['::: {.theorem #pyth name="Old"}\nA\n:::', ':::aside[Theorem 1 (Old)]{#pyth}\nA\n:::'],
    ['::: {#fig-x}\n![](a.png)\n\nWords\n:::', ':::figure{#fig-x}\n![](a.png)\n\nWords\n:::'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'divs')).toBe(expected);
  });

  it('blocks around others have more colons', async () => {
    expect(await stepped('::: note\n::: tip\nA\n:::\n:::', 'div-fences')).toBe(
      ':::: note\n::: tip\nA\n:::\n::::',
    );
  });

  it.each([
    ['[Words]{.smallcaps}', ':smallcaps[Words]'],
    ['[Mots]{lang=fr}', ':lang[Mots]{fr}'],
    ['[Words]{.red}', 'Words'],
    ['[Words](a.md){.red} ![A](a.png){width=9%}', '[Words](a.md) ![A](a.png){width=9%}'],
    ['<https://a.org>{.uri}, [a [b](c.md)](d){target="_blank"}', '<https://a.org>, [a [b](c.md)](d)'],
    ['[Words](a.md){not attributes}', '[Words](a.md){not attributes}'],
    [':smallcaps[Words]{.red}', ':smallcaps[Words]{.red}'],
    ['`[a]{.b}`', '`[a]{.b}`'],
    ['`a`{.haskell .x} and `b`{=html}', '`a` and `b`{=html}'],
    ['`a()`{data-pkg="b" data-of="c d"}', '`a()`'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'spans')).toBe(expected);
  });

  it('raw LaTeX is left out, raw HTML stays', async () => {
    expect(await stepped('```{=latex}\n\\x\n```\n\\newpage\n```{=html}\n<b>a</b>\n```', 'raw-blocks')).toBe(
      '<b>a</b>',
    );
  });
});

describe('figures whose image does not exist', () => {
  it.each([
    ['![A *sea*](none.png)', 'A *sea*'],
    ['![A *sea*](none.png){#fig-sea}', ':::figure{#fig-sea}\nA *sea*\n:::'],
    ['In ![a sea](none.png) line', 'In a sea line'],
    [':::figure\n![A](none.png)\n:::', ':::figure\nA\n:::'],
  ])('%s', async (typed, expected) => {
    expect((await stepped(typed, 'pandoc-figures', 'images')).replace(/\n+/g, '\n')).toBe(expected);
  });
});

describe('references', () => {
  it.each([
    ['![A](a.png){#fig-x}\n\nSee @fig-x and [-@fig-x].', 'See :Ref[fig-x] and :ref[fig-x]{number}.'],
    ['## Title {#sec-x}\n\nSee @sec-x.', 'See :Ref[sec-x].'],
    ['![(\\#fig:x) A](a.png)\n\nFigure \\@ref(fig:x)', 'Figure :ref[fig-x]{number}'],
    ['$$\na\n$$ {#eq-x}\n\nBy @eq-x.', 'By [(1)](#eq-x).'],
    ['## A Title\n\nSee [A Title].', 'See [A Title](#a-title).'],
    ['## A Title\n\nSee [A Title][].', 'See [A Title](#a-title).'],
    ['![A](a.png){#fig-x}\n\nSee @fig-x-2.', 'See :Ref[fig-x].'],
    ['See @fig-none.', 'See @fig-none.'],
    ['Write to a@fig-x.org or `@fig-x`.', 'Write to a@fig-x.org or `@fig-x`.'],
  ])('%s', async (typed, expected) => {
    expect((await stepped(typed, 'formulas', 'pandoc-figures', 'references')).split('\n\n').at(-1)).toBe(
      expected,
    );
  });
});

describe('code that would be run', () => {
  const dialect = { steps: new Set(['text-references', 'cells', 'references'] as const) };

  it('is shown without its options, or not, as it says', async () => {
    const { text, messages } = await translated(
      '```{r plot, echo=TRUE}\nplot(1)\n```\n\n```{python}\n#| echo: false\nx\n```\n\n```{r, include=FALSE}\ny\n```\n\n```{.bash #id}\nls\n```',
      dialect,
    );
    expect(text.trim().replace(/\n+/g, '\n')).toBe('```r\nplot(1)\n```\n```bash\nls\n```');
    expect(messages).toHaveLength(1);
  });

  it('has the picture that it includes, or that was made of it', async () => {
    const root = await folderOf({ 'img/a.png': 'x', 'one_files/figure-html/made-1.png': 'x' });
    const { text } = await translated(
      '```{r fig-a, echo=FALSE, fig.cap="(ref:cap)"}\nknitr::include_graphics("img/a.png")\n```\n\n(ref:cap) A *caption*\n\n```{r}\n#| label: made\n#| fig-cap: "Made"\n#| echo: false\nplot(1)\n```\n\nSee @fig-a.',
      dialect,
      { root, path: 'one.Rmd' },
    );
    expect(text).toContain(':::figure{#fig-a}\n![A *caption*](img/a.png)\n\nA *caption*\n:::');
    expect(text).toContain(':::figure{#made}\n![Made](one_files/figure-html/made-1.png)');
    expect(text).toContain('See :Ref[fig-a].');
  });

  it('may have its options in lines as R has them', async () => {
    const { text } = await translated(
      '```{r plot}\n#| echo = FALSE,\n#| out.width="70%",\n#| fig.cap = "Words, more",\n#| fig.alt = paste("A", "b")\nplot(1)\n```\n\nSee @fig-x, \\@ref(fig:plot).',
      dialect,
    );
    expect(text).toContain('*Words, more*');
    expect(text).toContain('[?](#plot)');
    expect(text).not.toContain('paste');
  });

  it('may have code in its options', async () => {
    const root = await folderOf({ 'a.png': 'x' });
    const { text } = await translated(
      '```{r a, echo = FALSE, fig.cap = "The `sea`."}\nknitr::include_graphics("a.png")\n```\n\nAfter `x`.\n\n```r\n```{r, b="`"}\n```',
      dialect,
      { root },
    );
    expect(text).toContain(':::figure{#a}\n![The `sea`.](a.png)\n\nThe `sea`.\n:::');
    expect(text).toContain('After `x`.\n\n```r\n```{r, b="`"}\n```');
  });

  it('names a table by its own words', async () => {
    const { text } = await translated(
      '```{r}\nkable(x, caption = "Rows",\n label = "mono")\n```\n\nTable \\@ref(tab:mono)',
      dialect,
    );
    expect(text).toContain('Table [?](#mono)');
  });

  it('whose figure is not there has its caption, and is told of', async () => {
    const { text, messages } = await translated('```{r a, fig.cap="Words"}\nplot(1)\n```', dialect);
    expect(text).toContain('*Words*');
    expect(messages.join('\n')).toContain('its caption stands in its place: Words');
  });
});

describe('LaTeX in running text', () => {
  it.each([
    ['A\\index{sea!North} B', 'A:index[]{term="sea > North"} B'],
    ['A\\index{a@\\emph{b}|see{c}}', 'A'],
    ['\\textbf{A} and \\emph{b}, \\LaTeX{} too', '**A** and *b*, LaTeX too'],
    ['A\\footnote{B.}', 'A^[B.]'],
    ['\\begin{tabbing}\nA \\= B\n\\end{tabbing}\n\nText', 'Text'],
    ['$\\frac{a}{b}$ and $$\\text{x}$$', '$\\frac{a}{b}$ and $$\\text{x}$$'],
    ['$$\n\\frac{a}{b}\n$$', '$$\n\\frac{a}{b}\n$$'],
    ['\\begin{cases}\n\\frac{a}{b}\n\\end{cases}', '\\begin{cases}\n\\frac{a}{b}\n\\end{cases}'],
    ['`\\textbf{A}` and \\@ref(fig:a)', '`\\textbf{A}` and \\@ref(fig:a)'],
    ['A \\foo{b} c', 'A  c'],
    ['\\doublespacing\n\nText', 'Text'],
    ['\\pounds 500, \\textsterling{}5', '£500, £5'],
    ['\\copyright{} 2020, \\copyright\\ 2021', '© 2020, ©\u00A02021'],
    ['\\oe uvre, \\textquotedblleft{a}\\dag', 'œuvre, “a†'],
    [
      '\\poundsterling and `\\pounds`, $\\pounds$, \\\\pounds',
      '\\poundsterling and `\\pounds`, $\\pounds$, \\\\pounds',
    ],
    ['Mr.\\ Smith, `a\\ b`, $a\\ b$, a\\\\ b', 'Mr.\u00A0Smith, `a\\ b`, $a\\ b$, a\\\\ b'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'raw-blocks')).toBe(expected);
  });
});

it('refers to headings whose ids have colons', async () => {
  expect(await stepped('See @sec:sea.\n\n# Sea {#sec:sea}', 'references')).toBe(
    'See :Ref[sec-sea].\n\n# Sea {#sec-sea}',
  );
});

it.each([
  ['::: {.infobox .note data-latex="{note}"}\nA\n:::', ':::note\nA\n:::'],
  ['::: {.rmdwarning data-latex=""}\nA\n:::', ':::warning\nA\n:::'],
  ['::: {.puzzle data-latex="{x}"}\nA\n:::', ':::aside\nA\n:::'],
  ['::: {.center data-latex=""}\nA\n:::', ':::center\nA\n:::'],
])('makes a box of a block of bookdown: %s', async (typed, expected) => {
  expect(await stepped(typed, 'divs', 'div-fences')).toBe(expected);
});

it('ends the address of a note in place with its bracket', async () => {
  expect(await stepped('語^[https://example.org/a]は、^[see https://example.org/b].')).toBe(
    '語^[<https://example.org/a>]は、^[see https://example.org/b].',
  );
});

it('takes further paragraphs behind the labels of Pandoc for no code', async () => {
  const typed =
    '(@a) One\ngoes on\n\n    more\n\n        deeper\n\nText (@a)\n\n    code\n\n(5) Five\n\n    more\n\nb) Bee\n\n   more';
  expect(await stepped(typed, 'example-lists')).toBe(
    '(1) One\ngoes on\n\nmore\n\n    deeper\n\nText (1)\n\n    code\n\n(5) Five\n\nmore\n\nb) Bee\n\nmore',
  );
});

it('leaves out a backslash that ends a paragraph', async () => {
  expect(await stepped('One\\\ntwo.\\\n\n\\\n\nThree\\\\\n\n    code\\', 'line-blocks')).toBe(
    'One\\\ntwo.\n\nThree\\\\\n\n    code\\',
  );
});

it('code to be run that stands further out than its fences goes with these', async () => {
  const typed = '1.  One\n\n    ```{r, eval = FALSE}\nlist(\n  1\n\n)\n    ```\n\n    Two';
  expect(await stepped(typed, 'cells')).toBe(
    '1.  One\n\n    ```r\n    list(\n      1\n\n    )\n    ```\n\n    Two',
  );
});

it('marks of an index have no code', async () => {
  expect(await stepped('\\index{sea|see {`tide`}}\n\nText', 'raw-blocks')).not.toContain('`');
});

it('marks of an index behind a colon begin no block', async () => {
  expect(await stepped('Sea:\\index{sea} and', 'raw-blocks')).toBe('Sea&#58;:index[]{term="sea"} and');
});
