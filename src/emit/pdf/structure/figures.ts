import { PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { formulaText } from '../document/tag-aids.ts';
import { setRole, type StructureElement } from './elements.ts';

const alternative = PDFName.of('Alt');

/**
 * Tells formulas from figures, and gives the name of figure to the picture alone where Chrome
 * gives it to what surrounds it as well (ISO 14289-1, 7.3 and 7.7).
 */
export function nameFigures(elements: ReadonlyArray<StructureElement>): void {
  for (const { dict, role, parent } of elements) {
    if (role !== 'Figure') continue;
    const text = dict.lookup(alternative);
    const formula =
      text instanceof PDFString || text instanceof PDFHexString ? formulaText(text.decodeText()) : undefined;
    if (formula !== undefined) {
      dict.set(alternative, PDFHexString.fromText(formula));
      setRole(dict, 'Formula');
    }
    for (let outer = parent; outer !== undefined; outer = outer.parent) {
      if (outer.role === 'Figure' && !outer.dict.has(alternative)) setRole(outer.dict, 'Div');
    }
  }
}
