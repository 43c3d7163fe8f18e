import type { PDFDocument } from 'pdf-lib';
import type { Bytes } from '../../book/bytes.ts';
import type { Message } from '../../book/messages/messages.ts';
import { judgeBoxes } from './common/judge-boxes.ts';
import { judgeFonts } from './common/judge-fonts.ts';
import { judgeMetadata } from './common/judge-metadata.ts';
import { inspectText, type FontUse } from './common/inspect-text.ts';
import type { Inspector } from './content/events.ts';
import { FontCache } from './content/font-cache.ts';
import type { PdfFont } from './content/font.ts';
import { joinInspectors } from './content/join-inspectors.ts';
import { interpretPage } from './content/interpret-page.ts';
import type { Expectations, Purpose } from './expectations.ts';
import { booleanOf, dictOf } from '../../pdf/look-up.ts';
import { FileBytes } from '../../pdf/file/file-bytes.ts';
import { openPdf, UnreadablePdf } from './file/open-pdf.ts';
import { pagesOf, type PdfPage } from './file/pages.ts';
import { StreamError } from '../../pdf/streams.ts';
import { Findings } from './findings.ts';
import { judgePress } from './press/judge-press.ts';
import { pressIntent } from './press/judge-output-intent.ts';
import { judgeScreen } from './screen/judge-screen.ts';

export type { Expectations, Purpose };

/** What a file of books never has: a hostile one is given up here. */
const mostOperators = 100_000_000;

/**
 * What is wrong with a PDF: for the press by PDF/X-4 (ISO 15930-7) and what printers ask for, for
 * screens by PDF/UA-1 (ISO 14289-1). It is read back from its bytes alone; whatever they are, there
 * are messages and no errors.
 *
 * @param bytes the file, which stays as it is
 * @param name its name, for the messages
 * @param expectations what it should be, as far as that is known
 */
export async function preflight(
  bytes: Bytes,
  name: string,
  expectations: Expectations = {},
): Promise<Message[]> {
  const findings = new Findings();
  let document: PDFDocument;
  try {
    document = await openPdf(bytes);
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    findings.add(error.rule, error.message);
    return findings.messages(name);
  }
  judge(document, bytes, findings, expectations);
  return findings.messages(name);
}

function judge(document: PDFDocument, bytes: Bytes, findings: Findings, expected: Expectations): void {
  const pages = pagesOf(document);
  const expectations = (pages.length === 1 ? expected.cover : undefined) ?? expected;
  const purpose = expectations.as ?? purposeOf(document);
  const metadata = judgeMetadata(findings, document);
  judgeBoxes(findings, pages, purpose, expectations);
  const fonts = new Map<PdfFont, FontUse>();
  const text = inspectText(findings, fonts, expectations);
  const file = { document, pages, metadata, header: headerOf(bytes), expectations };
  const own = purpose === 'press' ? judgePress(findings, file) : judgeScreen(findings, file);
  inspectPages(findings, pages, joinInspectors([text, ...own]));
  judgeFonts(findings, fonts, purpose);
}

function inspectPages(findings: Findings, pages: ReadonlyArray<PdfPage>, inspector: Inspector): void {
  const fonts = new FontCache();
  const budget = { operators: mostOperators };
  for (const page of pages) {
    try {
      interpretPage(page, inspector, fonts, budget);
    } catch (error) {
      // Whatever else goes wrong is a fault of ours, not of the file.
      if (!(error instanceof StreamError)) throw error;
      findings.add('pdf-unreadable', `The content of the page ${error.message}`, page.number);
    }
    if (budget.operators > 0) continue;
    findings.add(
      'pdf-unreadable',
      'The content is longer than that of any book; the rest was not judged',
      page.number,
    );
    return;
  }
}

/** What a file looks made for: it says so, or is tagged. */
function purposeOf(document: PDFDocument): Purpose {
  if (pressIntent(document) !== undefined) return 'press';
  const { catalog } = document;
  const isTagged =
    dictOf(catalog, 'StructTreeRoot') !== undefined ||
    booleanOf(dictOf(catalog, 'MarkInfo'), 'Marked') === true;
  return isTagged ? 'screen' : 'press';
}

function headerOf(bytes: Bytes): string {
  return Buffer.from(new FileBytes(bytes).part(0, 1024)).toString('latin1');
}
