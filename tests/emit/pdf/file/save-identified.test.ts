import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { saveIdentified } from '../../../../src/emit/pdf/file/save-identified.ts';
import { held } from '../../../builders/held.ts';

async function saved(width: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([width, 100]);
  return held(await saveIdentified(document));
}

async function identifierOf(bytes: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  return String(context.trailerInfo.ID);
}

test('equal files have equal identifiers, others have others', async () => {
  const [first, again, other] = await Promise.all([100, 100, 101].map(saved));
  const identifier = await identifierOf(first!);
  expect(identifier).toMatch(/^\[ <([\da-f]{32})> <\1> \]$/);
  expect(identifier).not.toContain('0'.repeat(32));
  expect(Buffer.compare(first!, again!)).toBe(0);
  expect(await identifierOf(other!)).not.toBe(identifier);
});
