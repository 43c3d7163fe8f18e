import type { PDFDocument } from 'pdf-lib';
import { booleanOf, dictOf, textOf } from '../../../pdf/look-up.ts';
import type { Findings } from '../findings.ts';
import type { Metadata } from '../common/judge-metadata.ts';
import type { Structure } from './structure.ts';

/** Judges what PDF/UA asks of a file as a whole (ISO 14289-1, 5, 6.2, 7.1 and 7.2). */
export function judgeDocument(
  findings: Findings,
  { catalog }: PDFDocument,
  { xmp }: Metadata,
  structure: Structure | undefined,
): void {
  const marks = dictOf(catalog, 'MarkInfo');
  if (structure === undefined) findings.add('pdf-untagged', 'The file has no structure');
  else if (booleanOf(marks, 'Marked') !== true)
    findings.add('pdf-untagged', 'The file does not say that it is tagged');
  if (booleanOf(marks, 'Suspects') === true)
    findings.add('pdf-untagged', 'The file says that its tags may be wrong');
  if (xmp.values('pdfuaid:part').length === 0) findings.add('pdf-ua', 'The file is not declared as PDF/UA');
  if (xmp.values('dc:title').length === 0) findings.add('pdf-title', 'The XMP has no title');
  if (booleanOf(dictOf(catalog, 'ViewerPreferences'), 'DisplayDocTitle') !== true)
    findings.add('pdf-title', 'Viewers are not told to show the title');
  const language = textOf(catalog, 'Lang');
  if (language === undefined) findings.add('pdf-language', 'The file does not say its language');
  else if (!isLanguage(language))
    findings.add('pdf-language', `The language of the file, "${language}", is no language tag`);
  for (const { dict, page } of structure?.elements ?? []) {
    const own = textOf(dict, 'Lang');
    if (own !== undefined && own !== '' && !isLanguage(own))
      findings.add('pdf-language', `The language of an element, "${own}", is no language tag`, page);
  }
}

/** BCP 47, as far as its form goes. */
function isLanguage(tag: string): boolean {
  return /^(?:[a-z]{2,8}|x(?=-)|i(?=-))(?:-[a-z0-9]{1,8})*$/i.test(tag);
}
