import { describe, expect, it } from 'vitest';
import { cssReferences } from '../../../src/read/styles/css-references.ts';

function addresses(css: string): string[] {
  return cssReferences(css).map((each) => (each.kind === 'import' ? '@import' : each.address));
}

describe('cssReferences', () => {
  it.each([
    ['a { b: url(x.png) }', ['x.png']],
    ['a { b: URL( "x y.png" ) }', ['x y.png']],
    ["a { b: url('x).png') url(y.png) }", ['x).png', 'y.png']],
    ['a { b: image-set("i.png" type("image/png") 1x, url(z.png) 2x) }', ['i.png', 'z.png']],
    ['a { b: src("x.ttf") }', ['x.ttf']],
    [String.raw`a { b: u\72 l(x\)y.png) }`, ['x)y.png']],
    [String.raw`a { b: \75\000072\6c("x.png") }`, ['x.png']],
    ['a { b: url(x.png', ['x.png']],
    ['a { b: "url(x.png)" } /* url(y.png) */', []],
    ['a { b: rgb(0 0 0) attr(data-url) curl(x) }', []],
    ['@import "x.css"; @IMPORT url(y.css);', ['@import', '@import', 'y.css']],
    [String.raw`@im\70ort "x.css";`, ['@import']],
    ['/* not closed url(x.png)', []],
  ])('reads %s', (css, expected) => {
    expect(addresses(css)).toEqual(expected);
  });

  it('knows where each stands', () => {
    expect(cssReferences('a { b: url("x.png"), image-set("y.png" 1x) }').map((each) => each.offset)).toEqual([
      7, 31,
    ]);
  });
});
