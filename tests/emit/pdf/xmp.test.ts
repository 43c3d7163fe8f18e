import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../../../src/emit/pdf/browser.ts';
import { xmpPacket } from '../../../src/emit/pdf/xmp.ts';
import { makeMetadata } from '../../make-metadata.ts';

let browser: Browser;
beforeAll(async () => {
  ({ browser } = await startBrowser(undefined));
});
afterAll(() => browser.close());

/** The texts of the elements by path (`dc:title Alt li`), as an XML parser reads them. */
async function parse(packet: string): Promise<Record<string, string[]>> {
  const page = await browser.newPage();
  const read = await page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'application/xml');
    const fault = document.querySelector('parsererror')?.textContent;
    if (fault) return { fault: [fault] };
    const texts: Record<string, string[]> = {};
    for (const element of document.querySelectorAll('*')) {
      if (element.childElementCount > 0) continue;
      const property = element.closest('Description > *') ?? element;
      texts[property.nodeName] ??= [];
      texts[property.nodeName]?.push(element.textContent);
    }
    return texts;
  }, packet);
  await page.close();
  return read;
}

test('says in Dublin Core what the book is', async () => {
  const metadata = makeMetadata({
    title: 'Fathers & <Sons> "quoted"',
    language: 'uk',
    description: 'A & B < C',
    publisher: { name: 'Smith & Sons' },
    modified: '1851-10-18T12:00:00Z',
  });
  expect(await parse(xmpPacket(metadata, ['Ivan & Co', 'Леся']))).toEqual({
    'dc:format': ['application/pdf'],
    'dc:title': ['Fathers & <Sons> "quoted"'],
    'dc:creator': ['Ivan & Co', 'Леся'],
    'dc:description': ['A & B < C'],
    'dc:publisher': ['Smith & Sons'],
    'dc:language': ['uk'],
    'xmp:CreateDate': ['1851-10-18T12:00:00Z'],
    'xmp:ModifyDate': ['1851-10-18T12:00:00Z'],
    'xmp:MetadataDate': ['1851-10-18T12:00:00Z'],
    'xmp:CreatorTool': ['Colophon'],
    'pdf:Producer': ['Colophon'],
  });
});

test('leaves out what the book does not say', async () => {
  const found = Object.keys(await parse(xmpPacket(makeMetadata(), [])));
  expect(found).toContain('dc:title');
  for (const name of ['dc:creator', 'dc:description', 'dc:publisher']) expect(found).not.toContain(name);
});

test('stands in the wrapper by which programs find it in the file', () => {
  const packet = xmpPacket(makeMetadata(), []);
  expect(packet).toMatch(/^<\?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"\?>\n/);
  expect(packet).toMatch(/\n<\?xpacket end="r"\?>$/);
});
