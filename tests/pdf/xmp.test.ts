import { describe, expect, it } from 'vitest';
import { readXmp, XmpError } from '../../src/pdf/xmp.ts';

const rdf = 'xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const names = 'xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:p="http://ns.adobe.com/pdf/1.3/"';

function packet(attributes: string, content: string): string {
  const description = `<r:Description r:about="" ${names} ${attributes}>${content}</r:Description>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><r:RDF ${rdf}>${description}</r:RDF><?xpacket end="r"?>`;
}

describe('readXmp', () => {
  it('knows properties by their namespaces, whatever their prefixes are', () => {
    const xmp = readXmp(packet('', '<p:Producer> Colophon </p:Producer>'));
    expect(xmp.values('pdf:Producer')).toEqual(['Colophon']);
    expect(xmp.values('p:Producer')).toEqual([]);
  });

  it('takes attributes of a description as properties', () => {
    expect(readXmp(packet('p:Trapped="False"', '')).values('pdf:Trapped')).toEqual(['False']);
  });

  it('gives the items of a list in order, and none that is empty', () => {
    const items = ['Ada', '', 'Bo &amp; Co.'].map((item) => `<r:li xml:lang="en">${item}</r:li>`).join('\n');
    const xmp = readXmp(packet('', `<d:creator><r:Seq>${items}</r:Seq></d:creator>`));
    expect(xmp.values('dc:creator')).toEqual(['Ada', 'Bo & Co.']);
  });

  it.each(['', '<r:RDF>', `<r:RDF ${rdf}></r:Description>`])('refuses %j', (source) => {
    expect(() => readXmp(source)).toThrow(XmpError);
  });
});
