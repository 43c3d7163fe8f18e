import type JSZip from 'jszip';
import type { ImportedMetadata } from '../imported.ts';
import { listed, partOf, writePart } from './docx-xml.ts';

/** The parts of a document that hold its text (ECMA-376, 11.3). */
export const textParts = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];

/** What the document says of itself in its properties (ECMA-376, part 2, 11). */
export async function coreProperties(archive: JSZip): Promise<ImportedMetadata> {
  const core = await partOf(archive, 'docProps/core.xml');
  const text = (name: string): string => core?.getElementsByTagName(name)[0]?.textContent?.trim() ?? '';
  const styles = await partOf(archive, 'word/styles.xml');
  const language =
    text('dc:language') || (styles?.getElementsByTagName('w:lang')[0]?.getAttribute('w:val') ?? '');
  const authors = text('dc:creator')
    .split(/\s*;\s*/)
    .filter((name) => name !== '');
  return {
    ...(text('dc:title') !== '' && { title: text('dc:title') }),
    ...(authors.length > 0 && { authors }),
    ...(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) && { language }),
    ...(text('dc:description') !== '' && { description: text('dc:description') }),
  };
}

/** All text of a document and its notes, without what was deleted, and without the commands of fields. */
export async function textOf(archive: JSZip): Promise<string> {
  const parts = await Promise.all(textParts.map((name) => partOf(archive, name)));
  return parts.flatMap((part) => (part === undefined ? [] : visibleText(part.documentElement))).join('');
}

function visibleText(node: Node): string[] {
  if (node.nodeName === 'w:t' || node.nodeName === 'm:t') return [node.textContent ?? ''];
  // mc:Fallback is the same once more, for programs that know less.
  if (node.nodeName === 'mc:Fallback' || node.nodeName === 'w:del') return [];
  const inner = children(node).flatMap(visibleText);
  return ['w:p', 'w:br', 'w:tab', 'w:cr'].includes(node.nodeName) ? [...inner, ' '] : inner;
}

/**
 * Puts the letters of formulas (ECMA-376, 22.1), which mammoth passes over, into the text, between dollar
 * signs.
 *
 * @returns how many formulas there are
 */
export async function markFormulas(archive: JSZip): Promise<number> {
  let count = 0;
  for (const name of textParts) {
    const part = await partOf(archive, name);
    if (part === undefined) continue;
    const formulas = [...listed(part.getElementsByTagName('m:oMath'))];
    for (const formula of formulas) {
      const run = part.createElement('w:r');
      const text = part.createElement('w:t');
      text.setAttribute('xml:space', 'preserve');
      text.textContent = `$${listed(formula.getElementsByTagName('m:t'))
        .map((each) => each.textContent)
        .join('')}$`;
      run.appendChild(text);
      const whole = formula.parentNode?.nodeName === 'm:oMathPara' ? formula.parentNode : formula;
      whole.parentNode?.replaceChild(run, whole);
    }
    if (formulas.length > 0) writePart(archive, name, part);
    count += formulas.length;
  }
  return count;
}

function children(node: Node): Node[] {
  // Text has none, and a null in their place.
  return node.hasChildNodes() ? listed(node.childNodes) : [];
}
