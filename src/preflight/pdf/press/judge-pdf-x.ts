import { PDFDict, type PDFDocument } from 'pdf-lib';
import { arrayOf, asArray, dictOf, entry, nameOf, streamOf, textOf } from '../../../pdf/look-up.ts';
import type { Metadata } from '../common/judge-metadata.ts';
import type { Expectations } from '../expectations.ts';
import type { Findings } from '../findings.ts';
import type { JudgedFile } from '../judged-file.ts';

/** What a file says it keeps to; the conformance level of X-1, which says more, before the version. */
export function standardOf({ information, xmp }: Metadata): string | undefined {
  return (
    textOf(information, 'GTS_PDFXConformance') ??
    xmp.values('pdfxid:GTS_PDFXVersion')[0] ??
    textOf(information, 'GTS_PDFXVersion')
  );
}

/** Whether a standard is one of those on PDF 1.3, which knows no transparency (ISO 15930-1 and 15930-3). */
export function isOldStandard(standard: string | undefined): boolean {
  return standard === 'PDF/X-1a:2001' || standard === 'PDF/X-3:2002';
}

/** Judges what makes a file PDF/X: its declaration, trapping, identifier and profiles (ISO 15930-7). */
export function judgePdfX(
  findings: Findings,
  {
    document,
    header,
    metadata,
    expectations,
  }: Pick<JudgedFile, 'document' | 'header' | 'metadata' | 'expectations'>,
): void {
  const { information, xmp } = metadata;
  const [declared] = [...xmp.values('pdfxid:GTS_PDFXVersion'), ...xmp.values('pdfx:GTS_PDFXVersion')];
  const stated = textOf(information, 'GTS_PDFXVersion');
  judgeStandard(findings, standardOf(metadata), expectations);
  if (declared === undefined && stated === undefined)
    findings.add('pdf-x', 'The file is not declared as PDF/X');
  else if (declared !== undefined && stated !== undefined && declared !== stated)
    findings.add('pdf-x', `The file is ${stated} in the information, ${declared} in the XMP`);
  const trapped = nameOf(information, 'Trapped');
  const told = xmp.values('pdf:Trapped')[0];
  if (trapped !== 'True' && trapped !== 'False')
    findings.add('pdf-x', 'The file does not say whether it is trapped');
  else if (told !== undefined && told !== trapped)
    findings.add('pdf-x', `Trapped is ${trapped} in the information, ${told} in the XMP`);
  if (asArray(document.context.trailerInfo.ID).length !== 2)
    findings.add('pdf-x', 'The file has no identifier (ID)');
  const version = nameOf(document.catalog, 'Version') ?? /%PDF-(\d\.\d)/.exec(header)?.[1] ?? '';
  if (version > '1.6' && (declared ?? stated)?.startsWith('PDF/X-4') === true)
    findings.add('pdf-x', `The file is PDF ${version}, PDF/X-4 is PDF 1.6`);
  const standard = standardOf(metadata);
  if (version > '1.3' && isOldStandard(standard))
    findings.add('pdf-x', `The file is PDF ${version}, ${standard} is PDF 1.3`);
  if (streamOf(document.catalog, 'Metadata') === undefined)
    findings.add('pdf-metadata', 'The file has no XMP');
}

/** What the printer names no more than recommends: most take a sound file of a newer one. */
function judgeStandard(
  findings: Findings,
  standard: string | undefined,
  { standards = [] }: Expectations,
): void {
  if (standard === undefined || standards.length === 0 || standards.includes(standard)) return;
  const asked = standards.join(' or ');
  findings.add('pdf-x', `The file is ${standard}, the printer asks for ${asked}`, undefined, {
    severity: 'warning',
    hint: `Export as ${standards[0]}, or ask the printer.`,
  });
}

/** Judges what acts or is attached: scripts, actions, files (ISO 15930-7, 6.16 and 6.17). */
export function judgeActive(findings: Findings, document: PDFDocument): void {
  const { catalog } = document;
  const names = dictOf(catalog, 'Names');
  const open = entry(catalog, 'OpenAction');
  const has = { script: false, action: false, file: entry(names, 'EmbeddedFiles') !== undefined };
  if (entry(names, 'JavaScript') !== undefined) has.script = true;
  // To begin on a certain page is no harm.
  if ((open instanceof PDFDict && nameOf(open, 'S') !== 'GoTo') || entry(catalog, 'AA') !== undefined)
    has.action = true;
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const kind = nameOf(object, 'S');
    if (kind === 'JavaScript' || (entry(object, 'JS') !== undefined && kind !== undefined)) has.script = true;
    if (kind === 'Launch') has.action = true;
  }
  if (has.script) findings.add('pdf-active', 'The file has scripts');
  if (has.action) findings.add('pdf-active', 'The file acts when it is opened');
  if (has.file) findings.add('pdf-active', 'The file has files attached');
  if (arrayOf(dictOf(catalog, 'AcroForm'), 'Fields').length > 0)
    findings.add('pdf-active', 'The file has form fields');
}
