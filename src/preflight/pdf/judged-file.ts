import type { PDFDocument } from 'pdf-lib';
import type { Metadata } from './common/judge-metadata.ts';
import type { Expectations } from './expectations.ts';
import type { PdfPage } from './file/pages.ts';

/** A file under judgement. */
export interface JudgedFile {
  readonly document: PDFDocument;
  readonly pages: ReadonlyArray<PdfPage>;
  readonly metadata: Metadata;
  /** Its first bytes. */
  readonly header: string;
  readonly expectations: Expectations;
}
