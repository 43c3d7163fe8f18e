import { describe, expect, it } from 'vitest';
import { htmlOf } from '../convert.ts';

function drawn(markdown: string) {
  const { html, messages, references } = htmlOf(markdown);
  return {
    html: html.replaceAll('\n', '').replaceAll(/drawing-[\da-f]{16}/g, 'drawing'),
    told: messages.map(({ line, column, rule, reason }) => `${line}:${column} ${rule} ${reason}`),
    drawings: references.map(({ drawing }) => drawing),
    alternatives: references.map(({ alt }) => alt),
  };
}

const outer = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`;

describe('drawings in raw HTML', () => {
  it.each([
    [
      'in a block of its own',
      '<svg viewbox="0 0 9 9" aria-label="A">\n<circle r=4 />\n</svg>',
      '<figure><img src="drawing.svg" alt="A"></figure>',
      outer('\n<circle r="4"></circle>\n', ' viewBox="0 0 9 9" aria-label="A"'),
    ],
    [
      'in a line, Markdown in it as plain text',
      'a <svg aria-label="A"><text>x *y* & z</text></svg> b',
      '<p>a <img src="drawing.svg" alt="A"> b</p>',
      outer('<text>x y &#x26; z</text>', ' aria-label="A"'),
    ],
    [
      'alone in a paragraph, its tag over several lines',
      '<svg\n width="30" height="2cm"\n aria-label="A"><g/></svg>',
      '<figure><img src="drawing.svg" alt="A" width="30"></figure>',
      outer('<g></g>', ' width="30" height="2cm" aria-label="A"'),
    ],
    [
      'with empty lines in it, where all of it is HTML',
      '<svg aria-label="A">\n\n<g>\n\n</g>\n\n</svg>',
      '<figure><img src="drawing.svg" alt="A"></figure>',
      outer('\n<g>\n</g>\n', ' aria-label="A"'),
    ],
    [
      'in a figure of the author, with another in it',
      '<figure>\n<svg aria-label="A"><svg><g/></svg></svg>\n<figcaption>C</figcaption>\n</figure>',
      '<figure><img src="drawing.svg" alt="A"><figcaption>C</figcaption></figure>',
      outer('<svg><g></g></svg>', ' aria-label="A"'),
    ],
    [
      'with links of old',
      '<svg aria-label="A"><g id="a"/><use xlink:href="#a"/></svg>',
      '<figure><img src="drawing.svg" alt="A"></figure>',
      outer(
        '<g id="a"></g><use xlink:href="#a"></use>',
        ' xmlns:xlink="http://www.w3.org/1999/xlink" aria-label="A"',
      ),
    ],
    [
      'in a title, with id, class and language',
      '# A <svg aria-label="A" id="b" class="c d" lang="de"></svg>',
      '<h1>A <img src="drawing.svg" alt="A" class="c d" lang="de" id="one---b"></h1>',
      outer('', ' aria-label="A" id="b" class="c d" lang="de"'),
    ],
  ])('become pictures %s', (_, markdown, html, drawing) => {
    expect(drawn(markdown)).toEqual({ html, told: [], drawings: [drawing], alternatives: ['A'] });
  });

  it.each([
    ['their label', '<svg aria-label="L"><title>T</title></svg>', 'L'],
    ['what they are labelled by', '<svg aria-labelledby="a"><g/><desc id="a">D</desc></svg>', 'D'],
    ['title and description', '<svg><title>T <i>t</i></title>\n<desc>D</desc></svg>', 'T t: D'],
    ['nothing where they only decorate', '<svg aria-hidden="true"><title>T</title></svg>', undefined],
    ['nothing where their role says so', '<svg role="presentation"><g/></svg>', undefined],
  ])('are told by %s', (_, markdown, alt) => {
    const { told, alternatives, html } = drawn(markdown);
    expect({ told, alternatives }).toEqual({ told: [], alternatives: [alt] });
    expect(html.includes(' role="presentation"')).toBe(alt === undefined);
  });

  it('are one file where they are the same', () => {
    const svg = '<svg aria-label="A"><g/></svg>';
    const [first, second, other] = htmlOf(`${svg}\n\n> ${svg}\n\n${svg.replace('g', 'path')}`).references;
    expect(first?.path).toMatch(/^drawing-[\da-f]{16}\.svg$/);
    expect(second?.path).toBe(first?.path);
    expect(other?.path).not.toBe(first?.path);
  });

  it.each([
    ['without a description', 'a\n<svg><g/></svg>', ['2:1 image-alt The drawing has no description']],
    [
      'that use what stands elsewhere',
      '<svg aria-label="A"><use href="#b"/><g fill="url(#c)"/><style>g { clip-path: url(#d) }</style></svg>',
      ['b', 'c', 'd'].map((id) => `1:1 svg-unsafe The drawing uses "#${id}", which is not in it`),
    ],
    [
      'that HTML ends',
      'a\n<svg aria-label="A"><text>a <b>c</b></text></svg>',
      ['2:29 html-misplaced The element <b> ends the drawing that it stands in'],
    ],
  ])('are told of %s', (_, markdown, told) => {
    expect(drawn(markdown).told).toEqual(told);
  });

  it.each([
    ['never', 'a <svg>b *c*', '<p>a </p>'],
    ['in another block', '<svg\n class="c">\n<g/>\n\nb\n</svg>', '<p>b</p>'],
  ])('are removed where they are %s closed', (_, markdown, html) => {
    const { told, ...rest } = drawn(markdown);
    expect(rest).toEqual({ html, drawings: [], alternatives: [] });
    expect(told.join('\n')).toContain('html-unsafe The element <svg> is removed');
  });
});
