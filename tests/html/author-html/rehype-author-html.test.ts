import { describe, expect, it } from 'vitest';
import { htmlOf, parsed, section, convert } from '../convert.ts';

describe('rehypeAuthorHtml', () => {
  it.each([
    '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>',
    '<details open><summary>S</summary><p>x</p></details>',
    '<div class="a b" lang="de" dir="rtl" title="t">x</div>',
    '<table><caption>C</caption><tbody><tr><th scope="row">a</th><td colspan="2">b</td></tr></tbody></table>',
    '<p>x <kbd>K</kbd> <abbr title="t">a</abbr> <u>u</u> <s>s</s> <q cite="https://e.org">q</q><br><time datetime="2020">t</time></p>',
    '<figure><img src="a.png" alt="A"><figcaption>C</figcaption></figure>',
    '<ol start="3" type="a" reversed><li value="5">x</li></ol>',
  ])('keeps %s', (html) => {
    const result = htmlOf(html);
    expect(result.html).toBe(html);
    expect(result.messages).toEqual([]);
  });

  it.each([
    ['<script>x</script>', ''],
    ['<p>a<iframe src="https://e.org">b</iframe>c</p>', '<p>ac</p>'],
    ['<style>p{}</style>', ''],
    ['<p>a<object data="x">b</object></p>', '<p>ab</p>'],
    ['<p>a<canvas>b</canvas></p>', '<p>ab</p>'],
    ['a <?php b > c ?> d', '<p>a  d</p>'],
    ['<![CDATA[\n\na > b]]>', ''],
    ['<form>b</form>', '<p>b</p>'],
    ['<p>a<button>b</button></p>', '<p>ab</p>'],
    ['<p>a<input value="x">b</p>', '<p>ab</p>'],
    ['<p>a<base href="https://e.org"><link rel="stylesheet" href="x"><meta name="x">b</p>', '<p>ab</p>'],
    ['<p onclick="x">a</p>', '<p>a</p>'],
    ['<p style="x" onfocus="y">a</p>', '<p>a</p>'],
    [
      '<p><img src="a.png" alt="A" srcset="https://e.org/a.png" width="x"></p>',
      '<p><img src="a.png" alt="A"></p>',
    ],
    [
      '<p><img src="a.png" alt="A" style="width: 50%; border: 1px"></p>',
      '<p><img src="a.png" alt="A" style="width: 50%; height: auto; object-fit: contain"></p>',
    ],
    ['<p><a href="javascript:x">a</a></p>', '<p><a>a</a></p>'],
    ['<p><a href=" java&#9;script:x">a</a></p>', '<p><a>a</a></p>'],
    ['<li>a</li>', '<p>a</p>'],
    ['a <b>b\n\n*c*', '<p>a <b>b</b></p><p><em>c</em></p>'],
    ['a <script>b = *c* **d** + e</script> *f*', '<p>a  <em>f</em></p>'],
    ['a <style>b *c* {}</style> d', '<p>a  d</p>'],
    ['a <textarea>b *c* <i>d</i> e</TEXTAREA > f', '<p>a  f</p>'],
    ['a <math><mi>b *c*</mi></math> d', '<p>a  d</p>'],
    ['- a <select><option>*b*</option></select> c', '<ul><li>a  c</li></ul>'],
  ])('cleans %s', (source, clean) => {
    const { html, messages } = htmlOf(source);
    expect(html.replace(/\n/g, '')).toBe(clean);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(['html-unsafe', 'html-misplaced', 'link-target']).toContain(message.rule);
      expect(message.line).toBe(1);
    }
  });

  it.each([
    ['<p><a name="x"></a>b</p>', '<p><a id="one---x"></a>b</p>'],
    ['<p><a name="x" id="x"></a>b</p>', '<p><a id="one---x"></a>b</p>'],
    ['<p><a name="x">a</a> <a href="#x">b</a></p>', '<p><a id="one---x">a</a> <a href="#one---x">b</a></p>'],
    [
      '<p><a name="x">a</a> <a href="#user-content-x">b</a></p>',
      '<p><a id="one---x">a</a> <a href="#one---x">b</a></p>',
    ],
  ])('makes ids of the names of old anchors: %s', (source, clean) => {
    expect(htmlOf(source)).toMatchObject({ html: clean, messages: [] });
  });

  it.each(['width="60%"', 'style="max-width:60%; height: auto; margin: 0 auto"', 'style="WIDTH: 60%;"'])(
    'makes images as wide as %s says',
    (said) => {
      const { html, messages } = htmlOf(`<p>a <img src="a.png" alt="A" ${said}> b</p>`);
      const style = 'width: 60%; height: auto; object-fit: contain';
      expect(html).toBe(`<p>a <img src="a.png" alt="A" style="${style}"> b</p>`);
      expect(messages).toEqual([]);
    },
  );

  it('says it once an element, with all attributes', () => {
    const { messages } = htmlOf('a\n\n<p style="x" onclick="y"\nid="z">b</p>');
    expect(messages).toMatchObject([
      {
        rule: 'html-unsafe',
        line: 3,
        column: 1,
        reason: 'Of the element <p> the attributes style, onclick are removed',
      },
    ]);
  });

  it('removes comments silently', () => {
    const { html, messages } = htmlOf('a <!-- x -->b\n\n<!-- to do\n\n- all -->\n\n<p>c<!-- d --></p>');
    expect(html).toBe('<p>a b</p>\n\n<p>c</p>');
    expect(messages).toEqual([]);
  });

  it('leaves our own elements as they are, whatever the author forges', () => {
    const tree = parsed('*x* <i data-own="0" data-ownn="1">y</i>');
    const [paragraph] = tree.tree.children;
    if (paragraph) paragraph.data = { hProperties: { 'epub:type': 'z', style: 'own', dataOwn: 'kept' } };
    const { html, messages } = convert([section(tree, { untitled: true })]);
    expect(html[0]).toContain('<p epub:type="z" style="own" data-own="kept"><em>x</em> <i>y</i></p>');
    expect(messages).toHaveLength(1);
  });

  it('makes ids and links those of the book', () => {
    const first = section(
      parsed(
        '<a id="x">a</a> <a id="x">b</a> <a href="#x">c</a> <a href="02.md">d</a> <a href="02.html#h">e</a>',
      ),
      {
        untitled: true,
      },
    );
    const second = section(parsed('', '02.md'), {
      id: 'two',
      headings: [{ id: 'two--h', depth: 2, text: 'H' }],
    });
    const { html, messages } = convert([first, second]);
    expect(html[0]).toContain(
      '<a id="one---x">a</a> <a>b</a> <a href="#one---x">c</a> <a href="#two">d</a> <a href="#two--h">e</a>',
    );
    expect(messages).toEqual([]);
  });

  it('makes a paragraph of text between blocks', () => {
    const { html } = htmlOf('<p>a</p>\n<b>b</b> c\n<!-- d -->\n<p>e</p>');
    expect(html.replace(/\n/g, '')).toBe('<p>a</p><p><b>b</b> c</p><p>e</p>');
  });

  it.each(['02.md#1-a-rêve', '02.md/#a-rêve', '02.html#a-reve'])(
    'leads to headings by the names that other programs make: %s',
    (address) => {
      const first = section(parsed(`<a href="${address}">a</a>`), { untitled: true });
      const headings = [{ id: 'two--1-a-reve', depth: 2, text: '1. A rêve' } as const];
      const { html, messages } = convert([first, section(parsed('', '02.md'), { id: 'two', headings })]);
      expect(html[0]).toContain('<a href="#two--1-a-reve">a</a>');
      expect(messages).toEqual([]);
    },
  );

  it('takes apart a link that leads nowhere', () => {
    const { html, messages } = htmlOf('a <a href="#nowhere">b</a>');
    expect(html).toBe('<p>a b</p>');
    expect(messages).toMatchObject([{ rule: 'link-target', column: 3 }]);
  });

  it('judges addresses outside the book', () => {
    const { html, messages } = htmlOf(
      'a <a href="https:e.org">b</a> <a href="https://müller.de/a b">c</a> <a href="mailto:">d</a>',
    );
    expect(html).toBe('<p>a b <a href="https://xn--mller-kva.de/a%20b">c</a> d</p>');
    expect(messages.map(({ rule, column }) => `${rule} ${column}`)).toEqual([
      'link-target 3',
      'link-target 69',
    ]);
  });

  it.each([200, 3000])('refuses %d levels of nesting', (levels) => {
    const { html, messages } = htmlOf(`a\n\n${'<div>'.repeat(levels)}b`);
    expect(html).toBe('');
    expect(messages).toMatchObject([{ rule: 'too-deep', line: 3 }]);
  });

  it('refuses thousands of elements that every paragraph behind them would begin with, before it is parsed', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `A <b class="b${at}"> b.\n\n`).join('');
    const { html, messages } = htmlOf(text);
    expect(html).toBe('');
    expect(messages).toMatchObject([{ rule: 'too-deep', line: 301 }]);
  });

  it.each([
    ['elements of a line', (at: number) => `A <span class="b${at}"> b.\n\n`],
    ['anchors of old', (at: number) => `<a id="a${at}"/> b.\n\n`],
    ['rows and items', (at: number) => `<ul><li>${at}<p>b</ul><table><tr><td>c</table>\n\n`],
    ['parts of a drawing', (at: number) => `a <svg><path id="p${at}"/><path/></svg>\n\n`],
  ])('takes %s, hundreds of times', (_, text) => {
    const { html } = htmlOf(Array.from({ length: 400 }, (_each, at) => text(at)).join(''));
    expect(html).not.toBe('');
  });

  it('carries Markdown inside HTML', () => {
    expect(htmlOf('<details>\n<summary>S</summary>\n\nA *b*.\n\n</details>').html.replace(/\n/g, '')).toBe(
      '<details><summary>S</summary><p>A <em>b</em>.</p></details>',
    );
  });
});
