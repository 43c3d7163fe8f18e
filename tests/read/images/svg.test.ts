import { describe, expect, it } from 'vitest';
import { svgFacts } from '../../../src/read/images/svg.ts';
import { svg } from '../../builders/pictures.ts';

function faults(bytes: Uint8Array): string[] {
  return svgFacts(bytes).faults.map(
    (each) => `${each.rule} ${each.reason}${each.line === undefined ? '' : ` (line ${each.line})`}`,
  );
}

describe('svgFacts', () => {
  it('passes what drawing programs write', () => {
    const drawing = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Made by hand -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
     xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
     width="10mm" viewBox="0 0 20 10">
  <metadata><rdf:RDF/></metadata>
  <style><![CDATA[ .a { fill: url(#g) } ]]></style>
  <defs><linearGradient id="g"/><path id="p" d="M0 0h9"/></defs>
  <svg:use xlink:href="#p" style="fill: url('#g')"/>
  <image href="data:image/png;base64,AAAA"/>
  <a xlink:href="https://example.org/fish" target="_blank"><path d="M0 0h9"/></a>
  <text>Fish &amp; chips &#x2014;</text>
</svg>
`;
    const { bytes, ...facts } = svgFacts(Buffer.from(drawing));
    expect(facts).toEqual({
      mediaType: 'image/svg+xml',
      width: 37.795,
      height: 18.898,
      faults: [],
    });
    const plain = drawing.replace('<!-- Made by hand -->', '').replace(/<metadata>.*<\/metadata>/, '');
    expect(String(bytes)).toBe(plain);
  });

  it.each([
    ['a script', '<script>go()</script>', 'contains the element <script>'],
    [
      'a script under a prefix',
      '<s:script xmlns:s="http://www.w3.org/2000/svg"/>',
      'contains the element <script>',
    ],
    ['foreign content', '<foreignObject/>', 'contains the element <foreignObject>'],
    ['a link that runs', '<a href="javascript:go()"/>', 'refers to "javascript:go()"'],
    ['a link to a file', '<a href="page.html"/>', 'refers to "page.html"'],
    ['HTML', '<p xmlns="http://www.w3.org/1999/xhtml"/>', 'contains the element <p>'],
    ['animation', '<set attributeName="href" to="https://example.org"/>', 'contains the element <set>'],
    ['a handler', '<path onload="go()"/>', 'contains the script attribute onload'],
    ['a link out', '<image href="https://example.org/a.png"/>', 'refers to "https://example.org/a.png"'],
    ['a script address in disguise', '<use href="&#106;avascript:go()"/>', 'refers to "javascript:go()"'],
    [
      'a nested drawing',
      '<image href="data:image/svg+xml;base64,AAAA"/>',
      'refers to "data:image/svg+xml;base64,AAAA"',
    ],
    ['a base', '<g xml:base="https://example.org"/>', 'contains the attribute xml:base'],
    ['an address in a style', '<g style="fill: u\\72l(\'a.png\')"/>', 'refers to "a.png"'],
    ['an address in disguise', '<g style="fill: u\\72l(a.png)"/>', 'refers to "u\\72l(…)"'],
    [
      'an address behind a string that only CSS ends',
      `<g style="font: '&#13;url(file:///etc/passwd)"/>`,
      'refers to "file:///etc/passwd"',
    ],
    ['a picture by its resolution', `<g style="fill: image-set('a.png' 1x)"/>`, 'refers to "a.png"'],
    ['what a variable holds', '<g style="fill: image-set(var(--a) 1x)"/>', 'refers to "var(…)"'],
    ['an address in an attribute', '<g filter="url(a.svg#f)"/>', 'refers to "a.svg#f"'],
    ['an import', '<style>@import "a.css";</style>', 'imports a stylesheet'],
    ['an import in two pieces', '<style>@imp<!-- -->ort "a.css";</style>', 'imports a stylesheet'],
    ['an entity', '<text>&big;</text>', 'uses the entity "&big;"'],
    ['a processing instruction', '<?xml-stylesheet href="a.css"?>', 'has a processing instruction'],
    [
      'a drawing that contains itself',
      '<g id="a"><use href="#a"/></g>',
      'repeats its parts more than 10000 times',
    ],
  ])('refuses %s', (_, inside, reason) => {
    expect(faults(svg(inside))).toEqual([`svg-unsafe ${reason} (line 1)`]);
  });

  it('blots out the document type that drawing programs write', () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>';
    const type =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    const facts = svgFacts(Buffer.from(`<?xml version="1.0"?>\n<!-- made by -->\n${type}\n${drawing}`));
    expect(facts).toMatchObject({ width: 4, height: 2, faults: [] });
    expect(String(facts.bytes)).not.toMatch(/DOCTYPE/);
    expect(String(facts.bytes)).toContain(drawing);
  });

  it('leaves out metadata whatever stands in it', () => {
    const packet = '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/" src="a"/><?xpacket end="w"?>';
    const { faults: found, bytes } = svgFacts(svg(`<metadata>${packet}<script/></metadata><path/>`));
    expect(found).toEqual([]);
    expect(Buffer.from(bytes ?? [])).toEqual(svg('<path/>'));
  });

  it('reads a drawing as Adobe Illustrator writes it: entities for namespaces, its own document beside', () => {
    const drawing = `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 15.0.0 -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
\t<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
\t<!ENTITY ns_svg "http://www.w3.org/2000/svg">
\t<!ENTITY st0 'font-family:"Noto Sans";fill:#c00'>
]>
<svg version="1.1" xmlns:i="&ns_ai;" xmlns="&ns_svg;" width="40" height="20">
<switch>
<foreignObject requiredExtensions="&ns_ai;" width="1" height="1"><i:pgfRef href="#pgf"/></foreignObject>
<g i:extraneous="self"><rect style="&st0;" width="9" height="9"/><text>A &amp; B</text></g>
</switch>
<i:pgf id="pgf">c2VjcmV0</i:pgf>
</svg>`;
    const { faults: found, bytes, ...size } = svgFacts(Buffer.from(drawing));
    expect(found).toEqual([]);
    expect(size).toMatchObject({ width: 40, height: 20 });
    const clean = String(bytes);
    expect(clean).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(clean).toContain('style="font-family:&quot;Noto Sans&quot;;fill:#c00"');
    expect(clean).toContain('<text>A &amp; B</text>');
    for (const gone of ['ENTITY', '&ns_', 'pgf', 'c2Vjcm', 'foreignObject'])
      expect(clean).not.toContain(gone);
  });

  const root = '<svg xmlns="http://www.w3.org/2000/svg"';
  it.each([
    [
      'an entity of others',
      '[<!ENTITY a "b"><!ENTITY c "&a;&a;">]',
      '',
      'has a document type declaration (line 1)',
    ],
    [
      'an entity of a file',
      '[<!ENTITY a SYSTEM "file:///etc/passwd">]',
      '',
      'has a document type declaration (line 1)',
    ],
    ['a parameter entity', '[<!ENTITY % a "b"> %a;]', '', 'has a document type declaration (line 1)'],
    ['markup in an entity', '[<!ENTITY a "<script/>">]', '', 'has a document type declaration (line 1)'],
    [
      'default attributes',
      '[<!ATTLIST g onload CDATA "a()">]',
      '',
      'has a document type declaration (line 1)',
    ],
    ['an undeclared entity', '[<!ENTITY a "b">]', '<text>&c;</text>', 'uses the entity "&c;" (line 2)'],
    [
      'what an entity hides',
      '[<!ENTITY a "javascript:b()">]',
      '<a href="&a;"/>',
      'refers to "javascript:b()" (line 2)',
    ],
  ])('refuses %s', (_, subset, inside, reason) => {
    const source = `<!DOCTYPE svg ${subset}>\n${root}>${inside}</svg>`;
    expect(faults(Buffer.from(source))).toEqual([`svg-unsafe ${reason}`]);
  });

  it('refuses a drawing whose entities come to more than a drawing may have', () => {
    const long = `<!DOCTYPE svg [<!ENTITY a "${'b'.repeat(1 << 16)}">]>\n${root}>${'&a;'.repeat(2000)}</svg>`;
    const [found] = faults(Buffer.from(long));
    expect(found).toMatch(/^image-too-large is a drawing of more than .* when its entities are written out/);
  });

  it('reads a long declaration that is broken at its end without going back and forth', () => {
    const entities = '<!ENTITY a "b"> <!-- - -->\n'.repeat(40_000);
    expect(faults(Buffer.from(`<!DOCTYPE svg [${entities}%]>\n${root}/>`))).toHaveLength(1);
  });

  it('refuses a drawing that multiplies itself, and lets many simple repeats pass', () => {
    const twice = Array.from({ length: 30 }, (_, level) => {
      const use = `<use href="#a${level}"/>`;
      return `<g id="a${level + 1}">${use}${use}</g>`;
    });
    expect(faults(svg(`<path id="a0"/>${twice.join('')}`))).toEqual([
      'svg-unsafe repeats its parts more than 10000 times (line 1)',
    ]);
    expect(faults(svg(`<path id="a"/>${'<use href="#a"/>'.repeat(2000)}`))).toEqual([]);
  });

  const chain = (length: number, link: (level: number) => string) =>
    Array.from({ length }, (_, level) => link(level)).join('');
  const many = 'M0 0' + ' L1 1'.repeat(50);
  it.each([
    [
      'clips of clips',
      chain(20, (n) => `<clipPath id="c${n}">${`<rect clip-path="url(#c${n + 1})"/>`.repeat(2)}</clipPath>`) +
        '<rect clip-path="url(#c0)"/>',
    ],
    [
      'masks of masks, by style',
      chain(20, (n) => `<mask id="m${n}">${`<g style="mask: url('#m${n + 1}')"/>`.repeat(2)}</mask>`) +
        '<g><rect mask="url(#m0)"/></g>',
    ],
    ['a pattern of itself', '<pattern id="p"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>'],
    [
      'markers of markers',
      chain(3, (n) => `<marker id="k${n}"><path marker-mid="url(#k${n + 1})" d="${many}"/></marker>`) +
        `<path style="fill:none;marker:url(#k0)" d="${many}"/>`,
    ],
    [
      'markers of a group',
      `<marker id="k"><rect/></marker><g marker-mid="url(#k)"><polyline points="${'1,2 '.repeat(10_001)}"/></g>`,
    ],
    [
      'markers of a stylesheet',
      `<marker id="k"><rect/></marker><path class="a b" d="${'M1 2'.repeat(10_001)}"/><style>@media print { g > path.a:not(.c) { m\\61rker-MID: uRl( '#k' ) } }</style>`,
    ],
    [
      'markers of an animation',
      `<style>@keyframes x { from { marker: url(#k) } }</style><marker id="k"><rect/></marker><path d="${'M1 2'.repeat(10_001)}"/>`,
    ],
    [
      'masks in capitals',
      chain(15, (n) => `<mask id="k${n}">${`<g mask="URL(#k${n + 1})"/>`.repeat(3)}</mask>`) +
        '<g mask="URL(#k0)"/>',
    ],
    ['parts in a long row', chain(2000, (n) => `<g id="a${n}"><use href="#a${n + 1}"/></g>`)],
  ])('refuses %s that multiply a drawing', (_, inside) => {
    expect(faults(svg(inside))).toEqual([expect.stringContaining('repeats its parts more than 10000 times')]);
  });

  it.each([
    [
      'a clip of 20,000 shapes',
      `<clipPath id="c"><rect/></clipPath>${'<path clip-path="url(#c)"/>'.repeat(20_000)}`,
    ],
    [
      'a gradient of 20,000',
      `<linearGradient id="g"/>${'<path fill="url(#g)" style="stroke:url(#g)"/>'.repeat(20_000)}`,
    ],
    [
      'a clip within a mask',
      '<clipPath id="c"/><mask id="m"><g clip-path="url(#c)"/></mask><g mask="url(#m)"/>',
    ],
    [
      'arrows',
      `<marker id="k"><path/></marker>${'<path marker-end="url(#k)" d="M0 0L9 9"/>'.repeat(15_000)}`,
    ],
    [
      'dots of the shapes of a class, which the dot is none of',
      `<style>.a { marker-mid: url(#k) } path { marker-mid: url(#k) } .b { marker-mid: url(#l) }</style>
       <marker id="k"><path d="M0 0L9 9"/></marker><marker id="l"><path d="M0 0L9 9"/></marker><path class="b" d="M0 0L9 9"/>`,
    ],
    [
      'dots of a curve',
      `<marker id="k"><circle/></marker><polyline marker-mid="url(#k)" points="${'1,2 '.repeat(3000)}"/>`,
    ],
  ])('lets %s pass', (_, inside) => {
    expect(faults(svg(inside))).toEqual([]);
  });

  it('refuses links by any prefix that multiply a drawing', () => {
    const uses = (target: number) => `<use l:href="#a${target}"/>`.repeat(2);
    const levels = Array.from({ length: 30 }, (_, level) => `<g id="a${level + 1}">${uses(level)}</g>`);
    const drawing = `<g xmlns:l="http://www.w3.org/1999/xlink">${levels.join('')}</g>`;
    expect(faults(svg(drawing))).toEqual(['svg-unsafe repeats its parts more than 10000 times (line 1)']);
  });

  it('stops at a drawing that is nested too deep', () => {
    expect(faults(svg(`${'<g>'.repeat(1_000_000)}<script/>`))).toEqual([
      'svg-unsafe is nested more than 200 levels deep (line 1)',
    ]);
  });

  it('names the line on which an element begins', () => {
    expect(faults(svg('\n\n<g\n  onload="go()"/>'))).toEqual([
      'svg-unsafe contains the script attribute onload (line 3)',
    ]);
  });

  it.each([
    ['an element left open', '<g>', 'is not well-formed XML (line 1)'],
    ['an attribute without quotes', '<g a=b/>', 'is not well-formed XML (line 1)'],
    ['an attribute given twice', '<g a="1" a="2"/>', 'is not well-formed XML (line 1)'],
    ['a bare ampersand', 'Fish & chips', 'is not well-formed XML (line 1)'],
    ['a prefix that is not declared', '<use xlink:href="#a"/>', 'is not well-formed XML (line 1)'],
    [
      'an attribute given twice by two prefixes',
      '<g xmlns:a="u" xmlns:b="u" a:x="1" b:x="2"/>',
      'is not well-formed XML (line 1)',
    ],
    ['a character XML cannot hold', '<g id="&#1;"/>', 'is not well-formed XML (line 1)'],
  ])('finds %s', (_, inside, reason) => {
    expect(faults(svg(inside))).toEqual([`image-corrupt ${reason}`]);
  });

  it('finds a drawing cut short, or in another encoding', () => {
    expect(faults(svg('<g/>').subarray(0, -4))).toEqual(['image-corrupt is cut short (line 1)']);
    expect(faults(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g/>'))).toEqual([
      'image-corrupt is cut short (line 1)',
    ]);
    expect(faults(Buffer.concat([svg('<g/>'), Buffer.of(0xe9)]))).toEqual([
      'image-corrupt is not encoded in UTF-8',
    ]);
    expect(faults(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><svg/>'))).toEqual([
      'image-corrupt declares another encoding than UTF-8',
    ]);
  });

  it.each([
    ['width="20" height="10"', { width: 20, height: 10 }],
    ['width="1in" height="2cm"', { width: 96, height: 75.591 }],
    ['width="100%" viewBox="0 0 30 15"', { width: 30, height: 15 }],
    ['height="5" viewBox="0,0,30,15"', { width: 10, height: 5 }],
    ['', {}],
  ])('knows the size by %s', (attributes, size) => {
    const { mediaType: _, faults: none, ...facts } = svgFacts(svg('', attributes));
    expect(none).toEqual([]);
    expect(facts).toEqual(size);
  });
});

describe('words kept as a piece of a web page', () => {
  it('are one message that says how to export them', () => {
    const [found, ...others] = svgFacts(
      svg(
        '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml"><p onclick="go()">Gull</p></div></foreignObject>',
      ),
    ).faults;
    expect(others).toEqual([]);
    expect(found?.reason).toContain('<foreignObject>');
    expect(found?.hint).toMatch(/draw\.io.*Mermaid/);
  });
});

describe('filters', () => {
  const filter = (primitives: string): string => `<filter id="f">${primitives}</filter>`;
  const blur = '<feGaussianBlur stdDeviation="2"/>';
  const refused = /applies more than 256 filter primitives/;

  it.each([
    ['shadows below a hundred shapes', filter(blur.repeat(2)) + '<rect filter="url(#f)"/>'.repeat(100)],
    ['a long filter that nothing has', filter(blur.repeat(400))],
    [
      'parts of parts',
      filter(`<feMerge>${'<feMergeNode/>'.repeat(400)}</feMerge>`) + '<g filter="url(#f)"/>',
    ],
  ])('pass: %s', (_, drawing) => {
    expect(faults(svg(drawing))).toEqual([]);
  });

  it.each([
    ['a long filter', filter(blur.repeat(400)) + '<rect filter="url(#f)"/>'],
    [
      'filters in filters',
      filter(blur.repeat(20)) + '<g style="filter: url(#f)">'.repeat(20) + '</g>'.repeat(20),
    ],
    [
      'a filter of a stylesheet',
      `${filter(blur.repeat(400))}<style>rect { filter: url("#f") }</style><rect/>`,
    ],
    [
      'a filter that a stylesheet gives to many',
      `${filter(blur.repeat(20))}<style>.a { FILTER: url(#f) }</style>${'<rect class="a"/>'.repeat(20)}`,
    ],
    ['many blurs without a filter', '<g style="filter: blur(1px) blur(2px)"/>'.repeat(200)],
    [
      'a filter of a part that is repeated',
      `${filter(blur.repeat(20))}<g id="p" filter="url(#f)"/>${'<use href="#p"/>'.repeat(20)}`,
    ],
    ['large brushes', filter('<feMorphology radius="30"/>'.repeat(10)) + '<rect filter="url(#f)"/>'],
    ['large matrices', filter('<feConvolveMatrix order="32"/>'.repeat(2)) + '<rect filter="url(#f)"/>'],
  ])('are refused where they are too many: %s', (_, drawing) => {
    const [found, ...others] = svgFacts(svg(drawing)).faults;
    expect(others).toEqual([]);
    expect(found?.reason).toMatch(refused);
    expect(found?.hint).toContain('PNG');
  });
});
