import { describe, expect, it } from 'vitest';
import { htmlOf } from '../convert.ts';

function fitted(markdown: string) {
  const { html, messages } = htmlOf(markdown);
  for (const { rule, line } of messages) expect({ rule, line }).toEqual({ rule: 'html-misplaced', line: 1 });
  return {
    html: html.replace(/\n/g, ''),
    told: messages.map(({ column, reason }) => `${column} ${reason.replace('; its content stays', '')}`),
  };
}

describe('an element of the author’s', () => {
  it.each([
    '<a href="https://e.org">\n<div>a</div></a>',
    '<p><ins><em>a</em></ins></p>',
    '<ins>\n<p>a</p></ins>',
    '<dl><dt>a</dt><dt>b</dt><dd>c</dd><dt>d</dt><dd>e</dd><dd>f</dd></dl>',
    '<dl><div><dt>a</dt><dd>b</dd></div></dl>',
    '<figure><figcaption>a</figcaption><p>b</p></figure>',
    '<figure><img src="a.png" alt="A"><figcaption><br><br></figcaption></figure>',
    '<p><ruby>a<rt>b</rt>c<rp>(</rp><rt>d</rt><rp>)</rp></ruby></p>',
    '<p><time datetime="2020-01-02"><b>a</b></time> <time>2020</time></p>',
    '<table><colgroup><col span="2"></colgroup><tbody><tr><td>a</td></tr></tbody></table>',
    '<p><bdo dir="rtl">a</bdo></p>',
    '<ul></ul>',
  ])('stays where HTML allows it: %s', (html) => {
    expect(fitted(html)).toEqual({ html: html.replace('\n', ''), told: [] });
  });

  it.each([
    ['<ul>a<li>b</li></ul>', '<p>a</p><p>b</p>', ['1 The element <ul> holds more than <li>']],
    [
      '<ul><li>a</li><ul><li>b</li></ul></ul>',
      '<p>a</p><ul><li>b</li></ul>',
      ['1 The element <ul> holds more than <li>'],
    ],
    ['<p><dt>a</dt></p>', '<p></p><p>a</p><p></p>', ['4 The element <dt> stands outside <dl> or <div>']],
    ['<dl><dd>a</dd></dl>', '<p>a</p>', ['1 The element <dl> needs a <dt> and a <dd> for each of its terms']],
    [
      '<dl><div>a</div></dl>',
      '<p>a</p>',
      [
        '1 The element <dl> needs a <dt> and a <dd> for each of its terms',
        '5 The element <div> holds more than <dt>, <dd>',
      ],
    ],
    ['<details>a</details>', '<p>a</p>', ['1 The element <details> needs a <summary> at its beginning']],
    [
      '<details><summary><p>a</p></summary>b</details>',
      '<details><summary>a</summary>b</details>',
      ['19 The element <p> cannot stand in <summary>'],
    ],
    [
      '<figure>a<figcaption>b</figcaption>c</figure>',
      '<p>a</p><p>b</p><p>c</p>',
      ['1 The element <figure> needs one <figcaption>, at its beginning or end'],
    ],
    ['<h3>a<div>b</div></h3>', '<h3>ab</h3>', ['6 The element <div> cannot stand in <h3>']],
    [
      '<p>a <ruby>b</ruby></p>',
      '<p>a b</p>',
      ['6 The element <ruby> needs an <rt> behind each of its words, and nothing behind the last'],
    ],
    ['<p>a <bdo>b</bdo></p>', '<p>a b</p>', ['6 The element <bdo> has no dir']],
    ['<p>a <time><b>b</b></time></p>', '<p>a <b>b</b></p>', ['6 The element <time> stands around elements']],
    [
      '<p>a <dfn>b <i>c <dfn>d</dfn></i></dfn></p>',
      '<p>a <dfn>b <i>c d</i></dfn></p>',
      ['18 The element <dfn> stands inside <dfn>'],
    ],
    [
      '<address><h2>a</h2></address>',
      '<address><p>a</p></address>',
      ['10 The element <h2> stands inside <address>'],
    ],
    ['<address>\n\n## a\n\n</address>', '<h2>a</h2>', ['1 The element <address> stands around <h2>']],
    ['<span>\n\n- a\n\n</span>', '<ul><li>a</li></ul>', ['1 The element <span> stands around whole blocks']],
  ])('goes where HTML does not: %j', (markdown, html, told) => {
    expect(fitted(markdown)).toEqual({ html, told });
  });

  it('takes its parts with it without a word of their own', () => {
    expect(fitted('<table><caption>a</caption><caption>b</caption><tr><td>c</td></tr></table>')).toEqual({
      html: '<p>a</p><p>b</p><p>c</p>',
      told: ['1 The element <table> needs one <caption>, one <thead> and one <tfoot> at the most'],
    });
  });

  it('is ordered as browsers show it: the foot of a table behind its body', () => {
    expect(fitted('<table><tfoot><tr><td>a</td></tr></tfoot><tr><td>b</td></tr></table>').html).toBe(
      '<table><tbody><tr><td>b</td></tr></tbody><tfoot><tr><td>a</td></tr></tfoot></table>',
    );
  });

  it.each([
    ['<td colspan="0">', 'colspan'],
    ['<td headers="x">', 'headers'],
    ['<td aria-hidden="maybe">', 'aria-hidden'],
  ])('loses an attribute that is none: %s', (cell, name) => {
    const { messages } = htmlOf(`<table><tr>${cell}a</td></tr></table>`);
    expect(messages.map(({ reason }) => reason)).toEqual([
      `Of the element <td> the attribute ${name} is removed`,
    ]);
  });

  it.each([
    ['<ul><li value="2">a</li></ul>', 'value'],
    ['<del datetime="2020">a</del>', 'datetime'],
    ['<time datetime="noon">a</time>', 'datetime'],
    ['<q cite="https:e.org">a</q>', 'cite'],
    ['<q cite="x.html">a</q>', 'cite'],
  ])('loses what does not fit it: %s', (html, name) => {
    const { messages } = htmlOf(html);
    expect(messages.map(({ reason }) => reason)).toEqual([
      expect.stringContaining(`the attribute ${name} is removed`),
    ]);
  });

  it.each([
    '2020',
    '2020-05',
    '2020-05-06',
    '2020-05-06T10:00Z',
    '10:00',
    '12-24',
    '2020-W10',
    'P1DT2H',
    'PT5M',
  ])('keeps the moment %s', (moment) => {
    const html = `<p><time datetime="${moment}">a</time></p>`;
    expect(fitted(html)).toEqual({ html, told: [] });
  });
});
