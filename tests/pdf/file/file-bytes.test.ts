import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { expect, test } from 'vitest';
import { isStored, type Bytes, type StoredBytes } from '../../../src/book/bytes.ts';
import { openPrint } from '../../../src/emit/pdf/file/open-print.ts';
import { saveIdentified } from '../../../src/emit/pdf/file/save-identified.ts';
import { readBytes } from '../../../src/machine/bytes/read-bytes.ts';
import { Reference } from '../../../src/pdf/content/operand.ts';
import { FileError } from '../../../src/pdf/file/file-error.ts';
import { Objects } from '../../../src/pdf/file/objects.ts';
import { folderOf } from '../../builders/folder.ts';
import { held } from '../../builders/held.ts';

/** A document with objects and streams that are shorter and longer than what is read at a time. */
async function written(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([100, 200]);
  const { context, catalog } = document;
  for (const count of [1, 100, 9000, 40_000, 100_000]) {
    const numbers = Array.from({ length: count }, (_, index) => index);
    const stream = context.register(context.stream(Buffer.alloc(200 * count, count), { Count: count }));
    catalog.set(PDFName.of(`Kept${count}`), context.register(context.obj([stream, ...numbers])));
  }
  return document.save({ useObjectStreams: false });
}

async function stored(bytes: Uint8Array): Promise<StoredBytes> {
  const file = join(await folderOf({}), 'a.pdf');
  await writeFile(file, bytes);
  return { file, length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function opened(bytes: Bytes): Promise<string[]> {
  const { context } = await openPrint(bytes);
  return context
    .enumerateIndirectObjects()
    .map(([ref, object]) =>
      object instanceof PDFRawStream
        ? `${String(ref)} ${String(object.dict)} ${object.getContentsSize()} ${Buffer.from(object.contents).toString('latin1')}`
        : `${String(ref)} ${String(object)}`,
    );
}

test('what is read from disk is what is read from memory', async () => {
  const bytes = await written();
  const file = await stored(bytes);
  expect((await opened(file)).join('\n') === (await opened(bytes)).join('\n')).toBe(true);
  const [fromDisk, fromMemory] = [Objects.of(file), Objects.of(bytes)];
  expect(fromDisk.root).toEqual(fromMemory.root);
  for (let number = 1; number < 14; number++) {
    const reference = new Reference(number);
    expect(fromDisk.resolve(reference)).toEqual(fromMemory.resolve(reference));
    const [one, other] = [fromDisk.stream(reference), fromMemory.stream(reference)];
    expect(one?.dictionary).toEqual(other?.dictionary);
    expect(Buffer.compare(one?.bytes ?? Buffer.of(), other?.bytes ?? Buffer.of())).toBe(0);
  }
});

test('a file that is finished on disk is the one that is finished in memory', async () => {
  const bytes = await written();
  const inMemory = held(await saveIdentified(await openPrint(bytes)));
  const scratch = join(await folderOf({}), 'scratch');
  const finished = await saveIdentified(await openPrint(await stored(bytes)), scratch);
  expect(Buffer.from(await readBytes(finished)).equals(inMemory)).toBe(true);
  expect(isStored(finished)).toBe(true);
});

test('a file on disk that is cut off is told of', async () => {
  const bytes = await written();
  const file = await stored(bytes.subarray(0, 70_000));
  expect(() => Objects.of(file)).toThrow(FileError);
});
