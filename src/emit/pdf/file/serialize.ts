import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { PDFStream, type PDFContext, type PDFDocument, type PDFObject, type PDFRef } from 'pdf-lib';
import type { Bytes } from '../../../book/bytes.ts';
import { ByteSink } from '../../../machine/bytes/byte-sink.ts';
import { FileWriter } from './file-writer.ts';

/**
 * How many objects are packed into one stream (ISO 32000-1, 7.5.7): each stream costs the packer a
 * start, and what comes after it forgets what it knew.
 */
const objectsPerStream = 500;

const packed = promisify(deflate);

type Indirect = readonly [PDFRef, PDFObject];

/** How a file is written. */
export interface Writing {
  /** Of PDF, that the file calls itself. */
  readonly version?: '1.3' | '1.6' | '1.7';
  /** What stands in the trailer for an identifier that is made of all else in the file. */
  readonly placeholder?: string;
  /** The folder for what would fill the memory; without one all stays in memory. */
  readonly scratch?: string | undefined;
}

/**
 * The bytes of a document, its objects in packed streams where the version knows such: equal for equal documents. The
 * library can do this too, but packs in JavaScript.
 */
export async function serialize(
  document: PDFDocument,
  { version = '1.7', placeholder, scratch }: Writing = {},
): Promise<Bytes> {
  await document.flush();
  const { context } = document;
  const all = context.enumerateIndirectObjects();
  if (version === '1.3') return serializePlainly(document, all, scratch);
  const groups = groupsOf(all.filter(([, object]) => !(object instanceof PDFStream)));
  // Other threads pack while the rest is put together.
  const packing = groups.map(packGroup);
  const file = new FileWriter(new ByteSink(scratch), placeholder);
  await file.begin(version);
  for (const [ref, object] of all) {
    if (!(object instanceof PDFStream)) continue;
    object.updateDict();
    await file.stream(ref.objectNumber, String(object.dict), object.getContents());
  }
  let number = context.largestObjectNumber;
  for (const [index, group] of groups.entries()) {
    number += 1;
    for (const [place, [ref]] of group.entries()) file.packed(ref.objectNumber, number, place);
    const { first, bytes } = await packing[index]!;
    await file.stream(number, dictionary(bytes, `/Type /ObjStm\n/N ${group.length}\n/First ${first}`), bytes);
  }
  number += 1;
  const references = file.crossReferences(number);
  const bytes = await packed(references.bytes);
  const said = `/Type /XRef\n/Size ${number + 1}\n${trailerOf(context)}/W [ ${references.widths.join(' ')} ]\n/Index [ ${references.index.join(' ')} ]`;
  return file.end(number, dictionary(bytes, said), bytes);
}

/** The same with every object by itself and a table of where they stand, as before PDF 1.5. */
async function serializePlainly(
  { context }: PDFDocument,
  all: ReadonlyArray<Indirect>,
  scratch: string | undefined,
): Promise<Bytes> {
  const file = new FileWriter(new ByteSink(scratch));
  await file.begin('1.3');
  for (const [ref, object] of all) {
    if (object instanceof PDFStream) {
      object.updateDict();
      await file.stream(ref.objectNumber, String(object.dict), object.getContents());
    } else await file.object(ref.objectNumber, String(object));
  }
  return file.endWithTable(trailerOf(context));
}

function trailerOf({ trailerInfo }: PDFContext): string {
  const { Root, Info, ID } = trailerInfo;
  return Object.entries({ Root, Info, ID })
    .flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${String(value)}\n`]))
    .join('');
}

function groupsOf(objects: ReadonlyArray<Indirect>): Indirect[][] {
  const groups: Indirect[][] = [];
  for (let start = 0; start < objects.length; start += objectsPerStream)
    groups.push(objects.slice(start, start + objectsPerStream));
  return groups;
}

/** The numbers and places of the objects, and behind them the objects. */
async function packGroup(
  group: ReadonlyArray<Indirect>,
): Promise<{ readonly first: number; readonly bytes: Buffer }> {
  let numbers = '';
  let objects = '';
  for (const [ref, object] of group) {
    numbers += `${ref.objectNumber} ${objects.length} `;
    objects += `${String(object)}\n`;
  }
  return { first: numbers.length, bytes: await packed(Buffer.from(numbers + objects, 'latin1')) };
}

function dictionary(bytes: Uint8Array, entries: string): string {
  return `<<\n${entries}\n/Filter /FlateDecode\n/Length ${bytes.length}\n>>`;
}
