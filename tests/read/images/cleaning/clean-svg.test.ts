import { describe, expect, it } from 'vitest';
import { cleanSvg } from '../../../../src/read/images/cleaning/clean-svg.ts';
import { cameraJpeg, photograph, secrets } from '../../../builders/photographs.ts';
import { svg } from '../../../builders/pictures.ts';

const clean = (source: string) => cleanSvg(source, 100);
const address = (bytes: Uint8Array): string =>
  `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;

describe('cleanSvg', () => {
  it('keeps the data that styles choose by, however they write that, and no other', () => {
    const style = '<style>[data-a]{} [ data-b=x]{}</style>';
    expect(clean(String(svg(`${style}<g data-a="1" data-b="2" data-c="3"/>`))).source).toBe(
      String(svg(`${style}<g data-a="1" data-b="2"/>`)),
    );
  });

  it('leaves an id that several elements have to the first', () => {
    expect(clean(String(svg(`<g id="a"/><rect id='b'/><g  id = "a" x="1"/><use href="#a"/>`))).source).toBe(
      String(svg(`<g id="a"/><rect id='b'/><g  x="1"/><use href="#a"/>`)),
    );
    const chosen = String(svg('<style>#a{}</style><g id="a"/><g id="a"/>'));
    expect(clean(chosen).source).toBe(chosen);
  });

  it('does not search the whole drawing for each of its data', () => {
    const data = Array.from({ length: 200_000 }, (_, index) => ` data-a${index}="x"`).join('');
    expect(clean(String(svg(`<g${data}/>`))).source).toBe(String(svg('<g/>')));
  });

  it('leaves a drawing as it is that has nothing to remove', () => {
    const drawing = String(
      svg(`<title>Gull</title><image href="${address(photograph)}"/><a href="#b">x</a>`),
    );
    expect(clean(drawing)).toEqual({ source: drawing, hadPlace: false });
  });

  it.each([
    ['a comment', `<g><!-- ${secrets.author} --><path/></g>`, '<g><path/></g>'],
    [
      'typefaces',
      '<defs><font><font-face font-family="A"/><glyph unicode="a"/></font><font-face><font-face-src/></font-face></defs>',
      '<defs></defs>',
    ],
    ['an empty comment', '<g/><!----><g/>', '<g/><g/>'],
    ['comments that stand together', '<!--a--><!--b-->', ''],
    ['metadata', '<metadata id="m"><metadata/><!-- a --><r>Alice</r></metadata><path/>', '<path/>'],
    ['metadata without an end tag', '<metadata/><path/>', '<path/>'],
    ['metadata under a prefix', '<s:metadata xmlns:s="http://www.w3.org/2000/svg">Alice</s:metadata>', ''],
    [
      'an element of a program',
      '<n:namedview xmlns:n="http://sodipodi.example" n:docname="/home/alice/a.svg"/><path/>',
      '<path/>',
    ],
    [
      'attributes of a program',
      `<g xmlns:k="http://www.inkscape.org/namespaces/inkscape" k:file="/home/alice/a.png"\n  id='a > b'\n  k:x='1' xml:lang="en" />`,
      `<g xmlns:k="http://www.inkscape.org/namespaces/inkscape"\n  id='a > b' xml:lang="en" />`,
    ],
    [
      'what is told to a program',
      '<?xpacket begin="Alice"?><g><?plantuml-src Alice?></g><path/>',
      '<g></g><path/>',
    ],
    [
      'comments in styles',
      '<style>/* /home/alice */ a::b/* x */{ d: "/* shown */" }<![CDATA[ /* c */ ]]></style><path/>',
      '<style>/**/ a::b/**/{ d: "/* shown */" }<![CDATA[ /**/ ]]></style><path/>',
    ],
    ['comments in comments', '<style><!-- /* a */ -->a{}/* <!-- b --> */</style>', '<style>a{}/**/</style>'],
    [
      'what programs keep in attributes without a prefix',
      '<g data-name="Alice" content="&lt;mxfile host=&quot;a&quot;>" class="content"/>',
      '<g class="content"/>',
    ],
  ])('takes out %s', (_, given, wanted) => {
    expect(clean(String(svg(given))).source).toBe(String(svg(wanted)));
  });

  it('leaves what styles choose by', () => {
    const drawing = String(svg('<style>[data-name="a"] { fill: red }</style><g data-name="a"/>'));
    expect(clean(drawing).source).toBe(drawing);
  });

  it('leaves what only looks like a comment', () => {
    const drawing = String(svg('<text><![CDATA[<!-- shown -->]]></text><!-- not --><g id="&lt;!--"/>'));
    expect(clean(drawing).source).toBe(drawing.replace('<!-- not -->', ''));
  });

  it('cleans the photographs written out in it', () => {
    const given = String(svg(`<image id="a" href='\n${address(cameraJpeg())}'/><path/>`));
    const wanted = String(svg(`<image id="a" href='${address(photograph)}'/><path/>`));
    expect(clean(given)).toEqual({ source: wanted, hadPlace: true });
  });

  it('finds its way in a file with a mark of its encoding, and with lines of DOS', () => {
    const drawing =
      '\uFEFF<?xml version="1.0"?>\r\n<!-- Alice -->\r\n<svg xmlns="http://www.w3.org/2000/svg">\r\n<text>𝄞\r\n</text><!--b--></svg>';
    expect(clean(drawing).source).toBe(drawing.replace('<!-- Alice -->', '').replace('<!--b-->', ''));
  });
});
