import type JSZip from 'jszip';
import { textParts } from './docx-parts.ts';
import { listed, partOf, writePart } from './docx-xml.ts';

/** Names of what shows something: text, drawings, pictures of VML. */
const shown = ['w:t', 'w:drawing', 'v:imagedata'];

/**
 * Of what a document has in several forms (ECMA-376, part 3, 10.2.1) mammoth takes the one for programs that know less.
 * Where that shows nothing, as for pictures of Word for Mac, it becomes the first of the others.
 *
 * @returns whether something was changed
 */
export async function chooseAlternatives(archive: JSZip): Promise<boolean> {
  let isChanged = false;
  for (const name of textParts) {
    const part = await partOf(archive, name);
    if (part === undefined) continue;
    const changed = listed(part.getElementsByTagName('mc:AlternateContent')).filter(fallBackOnChoice);
    if (changed.length === 0) continue;
    writePart(archive, name, part);
    isChanged = true;
  }
  return isChanged;
}

/** Whether something was changed. */
function fallBackOnChoice(alternatives: Element): boolean {
  const [choice] = listed(alternatives.getElementsByTagName('mc:Choice'));
  const [fallback] = listed(alternatives.getElementsByTagName('mc:Fallback'));
  if (choice === undefined || (fallback !== undefined && shows(fallback)) || !shows(choice)) return false;
  const place = fallback ?? alternatives.ownerDocument.createElement('mc:Fallback');
  for (const node of listed(choice.childNodes)) place.appendChild(node.cloneNode(true));
  if (fallback === undefined) alternatives.appendChild(place);
  return true;
}

function shows(element: Element): boolean {
  return shown.some((name) => element.getElementsByTagName(name).length > 0);
}
