import { createHash } from 'node:crypto';
import type { Bytes } from '../../book/bytes.ts';
import { groupedBy } from '../../book/grouped.ts';
import { usualLimits, type Limits } from '../../book/limits.ts';
import type { Asset, AssetReference, Assets } from '../../book/book.ts';
import { imageName } from '../../book/image-name.ts';
import { report } from '../../book/messages/messages.ts';
import type { RuleId } from '../../book/messages/rules.ts';
import { keepBytes } from '../../machine/bytes/keep-bytes.ts';
import type { PictureMaking } from '../../machine/pictures/picture-of.ts';
import type { ImageFault } from './image-fault.ts';
import { imageFacts } from './images.ts';
import { rootOf } from '../manuscript.ts';
import { didYouMean } from '../../book/nearest.ts';
import { readSafely, siblingsOf, type ReadFault } from '../files/safe-file.ts';
import { faultInWords, sizeInWords } from '../files/text-file.ts';

interface ReadingOptions {
  readonly limits?: Limits;
  readonly scratch?: string;
  readonly make?: PictureMaking;
}

/** The images of a book, free of what their cameras wrote into them. */
export interface ReadAssets {
  readonly assets: Assets;
  /** The paths of those that said where they were taken. */
  readonly placed: ReadonlyArray<string>;
}

/**
 * The images a book asks for; those that are missing or cannot be carried are left out, with a message
 * at every place that asks for them. They are read and let go: all of a book would fill the memory.
 *
 * @param folder the manuscript folder
 * @param references every place that asks for an image
 * @param options `limits`: how large images may be; `scratch`: the folder for images that are not carried as
 * they are; without one these stay in memory; `make`: makes pictures of those that no edition can carry
 * @throws EnvironmentError where there is no room for them
 */
export async function readAssets(
  folder: string,
  references: ReadonlyArray<AssetReference>,
  options: ReadingOptions = {},
): Promise<ReadAssets> {
  const root = await rootOf(folder);
  const assets = new Map<string, Asset>();
  const placed: string[] = [];
  for (const [path, places] of groupedBy(references, (reference) => reference.path)) {
    const drawing = places[0]?.drawing;
    const { asset, faults, hadPlace } =
      drawing === undefined
        ? await readImage(root, path, options)
        : await judged(path, Buffer.from(drawing), options);
    for (const { reason, rule, line, ...said } of faults) {
      // The lines of a drawing in the text are not those of the file it stands in.
      const at = line === undefined || drawing !== undefined ? '' : ` (line ${line})`;
      for (const place of places)
        report(place.file, rule, `${imageName(place)} ${reason}${at}`, place.position, said);
    }
    if (asset !== undefined) assets.set(path, asset);
    if (hadPlace === true) placed.push(path);
  }
  return { assets, placed };
}

interface ReadImage {
  readonly asset?: Asset;
  readonly faults: ReadonlyArray<ImageFault>;
  readonly hadPlace?: boolean;
}

async function readImage(root: string, path: string, options: ReadingOptions): Promise<ReadImage> {
  const { limits = usualLimits } = options;
  const read = await readSafely(root, path, limits['image-size']);
  if (read.fault === 'too-large') {
    const reason = `is larger than ${sizeInWords(limits['image-size'])}`;
    return { faults: [{ rule: 'image-too-large', reason }] };
  }
  if (read.fault !== undefined) return { faults: [await explain(root, path, read.fault)] };
  return judged(path, read.bytes, options, read.file);
}

/** @param file where the bytes lie; a drawing in the text lies nowhere */
async function judged(
  path: string,
  read: Uint8Array,
  { limits = usualLimits, scratch, make }: ReadingOptions,
  file?: string,
): Promise<ReadImage> {
  const { faults, bytes: carried, hadPlace, ...facts } = await imageFacts(path, read, limits, make);
  if (faults.some((each) => each.severity !== 'warning')) return { faults };
  const bytes =
    carried === undefined && file !== undefined
      ? asRead({ bytes: read, file })
      : await keepBytes(carried ?? read, scratch);
  return { asset: { path, bytes, ...facts }, faults, ...(hadPlace && { hadPlace }) };
}

/** A file that books carry as it is: it is read again when it is wanted. */
function asRead({ bytes, file }: { readonly bytes: Uint8Array; readonly file: string }): Bytes {
  return { file, length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

type OtherFault = Exclude<ReadFault, 'too-large'>;

const rules = {
  missing: 'image-missing',
  outside: 'image-outside',
  'not-a-file': 'file-unreadable',
  denied: 'file-unreadable',
} as const satisfies Record<OtherFault, RuleId>;

async function explain(root: string, path: string, fault: OtherFault): Promise<ImageFault> {
  const rule = rules[fault];
  const near = fault === 'missing' ? didYouMean(nameOf(path), await siblingsOf(root, path)) : undefined;
  return { rule, reason: faultInWords(fault), ...(near === undefined ? {} : { hint: near }) };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
