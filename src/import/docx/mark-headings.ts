import type JSZip from 'jszip';
import { attribute, listed, partOf, writePart } from './docx-xml.ts';

/** How many levels of headings there are in Markdown. */
const deepest = 6;

/** How much larger than the text a bold line must be to be taken for a heading. */
const larger = 1.2;

/** Half points of the text, where a document does not say it (ECMA-376, 17.3.2.38). */
const usualSize = 20;

/** A line that is longer than this is text, however it is set. */
const longest = 150;

/**
 * Gives the styles of headings to paragraphs that are headings otherwise: by the outline level of their style, which has a
 * name of its own, or their own (ECMA-376, 17.3.1.20), or as short bold lines in larger type.
 *
 * @returns whether there were any
 */
export async function markHeadings(archive: JSZip): Promise<boolean> {
  const [document, styles] = await Promise.all([
    partOf(archive, 'word/document.xml'),
    partOf(archive, 'word/styles.xml'),
  ]);
  if (document === undefined || styles === undefined) return false;
  const renamed = renameStyles(styles);
  const body = listed(document.getElementsByTagName('w:body')[0]?.childNodes ?? []);
  const named = styleNames(styles);
  const plain = body.filter(
    (node): node is Element => node.nodeName === 'w:p' && !isStyled(node as Element, named),
  );
  const text = textSize(styles);
  const found = new Map<Element, number>();
  for (const each of plain) {
    const level = levelIn(each);
    if (level !== undefined) found.set(each, level);
  }
  const sizes = new Map(plain.filter((each) => !found.has(each)).map((each) => [each, boldSize(each, text)]));
  const ranks = [...new Set([...sizes.values()].flatMap((size) => size ?? []))].toSorted((a, b) => b - a);
  for (const [each, size] of sizes)
    if (size !== undefined) found.set(each, Math.min(ranks.indexOf(size), deepest - 1));
  for (const [each, level] of found) setStyle(each, level, document);
  if (found.size === 0 && !renamed) return false;
  addStyles(styles, new Set(found.values()));
  writePart(archive, 'word/document.xml', document);
  writePart(archive, 'word/styles.xml', styles);
  return true;
}

/** Styles with an outline level get the name by which headings are known. */
function renameStyles(styles: Document): boolean {
  let isAny = false;
  for (const style of listed(styles.getElementsByTagName('w:style'))) {
    const level = levelIn(style);
    const [name] = listed(style.getElementsByTagName('w:name'));
    const known = name === undefined ? '' : attribute(name, 'w:val');
    if (level === undefined || name === undefined || /^(?:heading \d|(?:sub)?title)$/i.test(known)) continue;
    name.setAttribute('w:val', `heading ${level + 1}`);
    isAny = true;
  }
  return isAny;
}

/** The outline level of a paragraph or a style, from 0. */
function levelIn(node: Element): number | undefined {
  const properties = listed(node.childNodes).find(({ nodeName }) => nodeName === 'w:pPr');
  const [outline] = listed((properties as Element | undefined)?.getElementsByTagName('w:outlineLvl') ?? []);
  const level = outline === undefined ? Number.NaN : Number(attribute(outline, 'w:val'));
  return level >= 0 && level < deepest ? level : undefined;
}

/** The names of the styles, by their ids. */
function styleNames(styles: Document): Map<string, string> {
  const names = new Map<string, string>();
  for (const style of listed(styles.getElementsByTagName('w:style'))) {
    const id = attribute(style, 'w:styleId');
    const [name] = listed(style.getElementsByTagName('w:name'));
    if (name !== undefined && !names.has(id)) names.set(id, attribute(name, 'w:val'));
  }
  return names;
}

/** Whether a paragraph has a style that says what it is. */
function isStyled(paragraph: Element, styles: ReadonlyMap<string, string>): boolean {
  const [stated] = listed(paragraph.getElementsByTagName('w:pStyle'));
  const name = stated && styles.get(attribute(stated, 'w:val'));
  return name !== undefined && !/^(?:normal|body text|default|standard)$/i.test(name);
}

/** Half points in which the text of the document is set. */
function textSize(styles: Document): number {
  const [defaults] = listed(styles.getElementsByTagName('w:docDefaults'));
  const normal = listed(styles.getElementsByTagName('w:style')).find(
    (each) => attribute(each, 'w:default') === '1',
  );
  const size = [normal, defaults].flatMap((each) => listed(each?.getElementsByTagName('w:sz') ?? []))[0];
  return size === undefined ? usualSize : Number(attribute(size, 'w:val'));
}

/** The size of a short line all of which is bold, and larger than the text. */
function boldSize(paragraph: Element, text: number): number | undefined {
  const runs = listed(paragraph.getElementsByTagName('w:r')).filter(
    (run) => (run.textContent ?? '').trim() !== '',
  );
  const words = runs
    .map((run) => run.textContent ?? '')
    .join('')
    .trim();
  if (words === '' || words.length > longest || /[.,;:]$/.test(words)) return undefined;
  const sizes = runs.map((run) => {
    const [bold] = listed(run.getElementsByTagName('w:b'));
    const [size] = listed(run.getElementsByTagName('w:sz'));
    const isBold = bold !== undefined && !['0', 'false'].includes(attribute(bold, 'w:val'));
    return isBold && size !== undefined ? Number(attribute(size, 'w:val')) : 0;
  });
  const smallest = Math.min(...sizes);
  return smallest >= larger * text ? smallest : undefined;
}

function setStyle(paragraph: Element, level: number, document: Document): void {
  const found = listed(paragraph.childNodes).find(({ nodeName }) => nodeName === 'w:pPr');
  const properties = found ?? paragraph.insertBefore(document.createElement('w:pPr'), paragraph.firstChild);
  for (const old of listed((properties as Element).getElementsByTagName('w:pStyle')))
    properties.removeChild(old);
  const style = document.createElement('w:pStyle');
  style.setAttribute('w:val', idOf(level));
  properties.insertBefore(style, properties.firstChild);
  // Its type is that of the heading, and no emphasis in it.
  for (const run of listed(paragraph.getElementsByTagName('w:rPr')))
    for (const bold of listed(run.getElementsByTagName('w:b'))) run.removeChild(bold);
}

function addStyles(styles: Document, levels: ReadonlySet<number>): void {
  for (const level of levels) {
    const style = styles.createElement('w:style');
    style.setAttribute('w:type', 'paragraph');
    style.setAttribute('w:styleId', idOf(level));
    const name = styles.createElement('w:name');
    name.setAttribute('w:val', `heading ${level + 1}`);
    style.appendChild(name);
    styles.documentElement.appendChild(style);
  }
}

function idOf(level: number): string {
  return `ColophonHeading${level + 1}`;
}
