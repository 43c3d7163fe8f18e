import { describe, expect, it } from 'vitest';
import { cssReferences, withAddresses } from '../../src/css/css-references.ts';

/** What is found, as `kind address`; a plain address stands alone. */
function found(css: string): string[] {
  return cssReferences(css).map(({ kind, address }) => (kind === 'url' ? address : `${kind} ${address}`));
}

describe('cssReferences', () => {
  it.each([
    ['without quotes', 'a { b: url(x.png) }', ['x.png']],
    ['with white space inside', 'a { b: url(\t\n x.png ) }', ['x.png']],
    ['in double quotes, in any letter case', 'a { b: URL( "x y.png" ) }', ['x y.png']],
    ['in single quotes, a bracket inside', "a { b: url('x).png') url(y.png) }", ['x).png', 'y.png']],
    [
      'in image-set, but not its types',
      'a { b: image-set("i.png" type("image/png") 1x, url(z.png) 2x) }',
      ['i.png', 'z.png'],
    ],
    ['in the old image-set', "a { b: -webkit-image-set('i.png' 1x) }", ['i.png']],
    ['in src()', 'a { b: src("x.ttf") }', ['x.ttf']],
    ['in image()', 'a { b: image("x.png#xywh=0,0,9,9", red) }', ['x.png#xywh=0,0,9,9']],
    ['with escapes', String.raw`a { b: url(x\)\20y\.png) url("\78\00002E png") }`, ['x) y.png', 'x.png']],
    [
      'with escapes in the name of a function',
      String.raw`a { b: \75\000072\6c("x.png") i\6d age("y.png") }`,
      ['x.png', 'y.png'],
    ],
    ['with a line continued', 'a { b: url("x\\\ny\\\r\nz\\\fp.png") }', ['xyzp.png']],
    [
      'of data',
      'a { b: url(data:image/png;base64,AA==) url("data:,url(x)") }',
      ['data:image/png;base64,AA==', 'data:,url(x)'],
    ],
    ['with query and fragment', 'a { b: url(x.svg?v=1#part) }', ['x.svg?v=1#part']],
    ['cut short', 'a { b: url(x.png', ['x.png']],
    ['cut short in a string', 'a { b: url("x.png', ['x.png']],
    ['in brackets left open', 'a { b: image-set(( } c { d: "x" } ; url(y.png)', ['y.png']],
    ['in a custom property', ':root { --a: url(x.png) }', ['x.png']],
  ])('reads an address %s', (_, css, expected) => {
    expect(found(css)).toEqual(expected);
  });

  it.each([
    ['in a string', 'a { b: "url(x.png)" \'url(y.png)\' }'],
    ['in a comment', '/* url(x.png) @import "y" */ a { b: c /* image-set("z.png" 1x) */ }'],
    ['in a comment left open', '/* not closed url(x.png)'],
    ['in other functions', 'a { b: rgb(0 0 0) attr(data-url) curl(x) local("x") format("y") }'],
    ['in selectors', 'a[href="x.png"]:not([src="y.png"]) { b: c }'],
  ])('finds nothing %s', (_, css) => {
    expect(found(css)).toEqual([]);
  });

  it.each([
    ['@import "x.css"; @IMPORT url(y.css);', ['import ', 'import ', 'y.css']],
    [String.raw`@im\70ort "x.css";`, ['import ']],
  ])('reads the import in %s', (css, expected) => {
    expect(found(css)).toEqual(expected);
  });

  it.each([
    ['a bare address with a space', 'a { b: url(x y.png) }', 'url(x y.png)'],
    ['a bare address with a quote', `a { b: url(x"y.png) }`, `url(x"y.png)`],
    ['a bare address after an escaped name', String.raw`a { b: u\72l(x.png) }`, String.raw`u\72l(…)`],
    ['what a variable holds', 'a { b: image-set(var(--x) 1x) }', 'var(…)'],
    ...['\n', '\r', '\r\n', '\f'].map((end): [string, string, string] => [
      `a string that ends at ${JSON.stringify(end)}`,
      `a { b: url("x.png${end}) }`,
      'url("x.png',
    ]),
  ])('does not guess %s', (_, css, address) => {
    expect(found(css)).toContain(`unclear ${address}`);
  });

  it.each(['\n', '\r', '\r\n', '\f'])('ends a string at %j, so that what follows is read', (end) => {
    expect(found(`a { font: "${end}url(file:///etc/passwd)`)).toEqual(['file:///etc/passwd']);
  });

  it('knows where each stands', () => {
    const css = 'a { b: url( "x.png" ), image-set("y.png" 1x), url(z.png) }';
    expect(cssReferences(css).map(({ offset, start, end }) => [offset, css.slice(start, end)])).toEqual([
      [7, '"x.png"'],
      [33, '"y.png"'],
      [46, 'url(z.png)'],
    ]);
  });

  it('reads a megabyte of open brackets and addresses in one go', () => {
    const css = 'image-set('.repeat(50_000) + 'url(x) '.repeat(50_000);
    expect(cssReferences(css)).toHaveLength(50_000);
  });
});

describe('withAddresses', () => {
  it('writes new addresses in the form the old ones had, and leaves all else', () => {
    const css = `a { b: url(x.png) url( 'x.png' ) image-set("x.png" 1x) "x.png" url(y.png) } /* url(x.png) */`;
    expect(withAddresses(css, (address) => (address === 'x.png' ? 'n"w.png' : undefined))).toBe(
      String.raw`a { b: url("n\"w.png") url( "n\"w.png" ) image-set("n\"w.png" 1x) "x.png" url(y.png) } /* url(x.png) */`,
    );
  });

  it('changes neither imports nor what is unclear', () => {
    const css = '@import "x.png"; a { b: url(x y.png) }';
    expect(withAddresses(css, () => 'z.png')).toBe(css);
  });
});
