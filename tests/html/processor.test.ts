import { describe, expect, it } from 'vitest';
import { htmlOf } from './convert.ts';

describe('tables', () => {
  it('align by class and scope their headers', () => {
    expect(htmlOf('| a | b |  |\n|:-:|--:|--|\n| *1* | 2 |').html.replace(/\n/g, '')).toBe(
      '<table><thead><tr><th scope="col" class="align-center">a</th><th scope="col" class="align-right">b</th><td></td></tr></thead>' +
        '<tbody><tr><td class="align-center"><em>1</em></td><td class="align-right">2</td><td></td></tr></tbody></table>',
    );
  });

  it('drop an empty header', () => {
    expect(htmlOf('|  |  |\n|--|--|\n| 1 | 2 |').html).not.toContain('thead');
  });
});

describe('task lists', () => {
  it.each(['- [x] a\n- [ ] b', '- [x] a\n\n- [ ] b'])('have signs instead of controls: %j', (text) => {
    const { html } = htmlOf(text);
    expect(html).toContain('<span class="task" role="img" aria-label="Done">☑</span> a');
    expect(html).toContain('<span class="task" role="img" aria-label="Open">☐</span> b');
    expect(html).not.toContain('<input');
  });
});

describe('code', () => {
  it('is highlighted in known languages only', () => {
    expect(htmlOf('```js\nlet a;\n```').html).toBe(
      '<pre><code class="language-js hljs"><span class="code-line"><span class="hljs-keyword">let</span> a;\n</span></code></pre>',
    );
    expect(htmlOf('```klingon\nlet a;\n```').html).toBe(
      '<pre><code class="language-klingon"><span class="code-line">let a;\n</span></code></pre>',
    );
  });
});

describe('formulas', () => {
  it('become MathML with the TeX beside it', () => {
    const { html, messages } = htmlOf('An $a<b$ and\n\n$$\n\\frac{a}{b}\n$$\n\n```math\nx\n```');
    expect(html).toMatch(
      /<p>An <math xmlns="[^"]+" alttext="a<b"><semantics>.*<annotation encoding="application\/x-tex">a&#x3C;b<\/annotation>/,
    );
    expect(html).toMatch(
      /<div class="math"><math [^>]*display="block"[^>]*alttext="\\frac\{a\}\{b\}"[^>]*>.*<mfrac>/,
    );
    expect(html.match(/<math /g)).toHaveLength(3);
    expect(html).not.toContain('language-math');
    expect(html).not.toContain('style=');
    expect(messages).toEqual([]);
  });

  it('rules bars above letters, one above another', () => {
    const bars = ['\\bar{x}', '\\bar{\\bar{x}}'].map((tex) => htmlOf(`$${tex}$`).html);
    const rule = '<menclose notation="top" class="tml-overline">';
    expect(bars[0]).toContain(`${rule}<mi>x</mi></menclose>`);
    expect(bars[1]).toContain(`${rule}${rule}<mi>x</mi></menclose></menclose>`);
    expect(htmlOf('$\\hat{x}$').html).toContain('<mover>');
  });

  it('of nothing, or of a comment alone, are empty rows, since what was typed must annotate something', () => {
    const { html, messages } = htmlOf('$$\n\n$$\n\n$$\n% later\n$$\n\nAn $ $ here');
    expect(messages).toEqual([]);
    expect(html.match(/<semantics><mrow><\/mrow><annotation /g)?.length).toBe(html.match(/<math /g)?.length);
  });

  it('are numbered within their section where TeX numbers them', () => {
    const numbered = '$$\n\\begin{align} a &= 1 \\\\ b &= 2 \\notag \\\\ c &= 3 \\end{align}\n$$\n\n';
    const { html } = htmlOf(`${numbered}$$\n\\begin{equation} x \\end{equation}\n$$\n\n$$\ny \\tag{A}\n$$`);
    expect(
      html
        .match(/<mtd [^>]*class="tml-right"[^>]*><mtext class="tml-tag">[^<]+/g)
        ?.map((tag) => tag.replace(/.*>/, '')),
    ).toEqual(['(1)', '(2)', '(3)', '(A)']);
    expect(html).not.toContain('tml-eqn');
  });

  it('have styles where EPUB knows them', () => {
    const { html } = htmlOf('$$\n\\boxed{x}\n$$');
    expect(html).toMatch(/<mstyle [^>]*scriptlevel="0"/);
    expect(html).not.toMatch(/<mrow [^>]*(?:scriptlevel|displaystyle)/);
    const { html: hbox } = htmlOf('$$\n\\frac{\\hbox{\\rm some $x$}}{y}\n$$');
    expect(hbox).toMatch(/<mstyle [^>]*displaystyle="false"><mtext>/);
    expect(hbox).not.toMatch(/<mtext [^>]*(?:scriptlevel|displaystyle)/);
  });

  it('are reported where TeX stumbles, and stay', () => {
    const { html, messages } = htmlOf('a $x \\foo$\n\n$$\nx\n\\bar\\baz\n$$');
    expect(messages.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ['math-syntax', 1, 6],
      ['math-syntax', 5, 5],
    ]);
    expect(html).toContain('<code class="language-math math-inline">x \\foo</code>');
  });

  it('sets no formula deeper than readers of e-books go', () => {
    const nested = (levels: number) => `$${'\\frac{1}{'.repeat(levels)}x${'}'.repeat(levels)}$`;
    expect(htmlOf(nested(20)).messages).toEqual([]);
    expect(htmlOf(`A ${nested(200)}`).messages).toMatchObject([{ rule: 'too-deep', line: 1, column: 3 }]);
  });

  it('load nothing and link nowhere', () => {
    const { html } = htmlOf('$\\href{javascript:alert(1)}{x}$ $\\includegraphics{https://e.org/x.png}$');
    expect(html).not.toMatch(/href=|src=|<img/);
  });
});

describe('images', () => {
  it('are collected by their path in the manuscript folder', () => {
    const { html, references } = htmlOf(
      '![a](../images/b%20c.png?x#y) <img src="d.png" alt="">',
      'chapters/1.md',
    );
    expect(references.map(({ path, position }) => [path, position?.start.column])).toEqual([
      ['images/b c.png', 1],
      ['chapters/d.png', 31],
    ]);
    expect(html).toBe(
      '<p><img src="images/b c.png" alt="a"> <img src="chapters/d.png" alt="" role="presentation"></p>',
    );
  });

  it.each([
    ['https://e.org/a.png', 'image-remote'],
    ['//e.org/a.png', 'image-remote'],
    ['data:image/png;base64,AAAA', 'image-remote'],
    ['HTTP://e.org/a.png', 'image-remote'],
    ['../a.png', 'image-outside'],
    ['/a.png', 'image-outside'],
    ['x/../../a.png', 'image-outside'],
    ['%2e%2e/a.png', 'image-outside'],
    ['%252e%252e/a.png', 'image-outside'],
    ['x%5c..%5c..%5ca.png', 'image-outside'],
    ['%5c%5cserver%5ca.png', 'image-outside'],
    ['file:///a.png', 'image-outside'],
    ['c:/a.png', 'image-outside'],
  ])('refuse %s', (source, rule) => {
    for (const text of [`![a](${source})`, `x <img src="${source}" alt="a">`]) {
      const { html, references, messages } = htmlOf(text);
      expect(messages.map((message) => message.rule)).toEqual([rule]);
      expect(references).toEqual([]);
      expect(html).not.toContain('<img');
    }
  });
});
