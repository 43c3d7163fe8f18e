import { createHash } from 'node:crypto';
import { groupedBy } from '../../book/grouped.ts';
import { usualLimits, type Limits } from '../../book/limits.ts';
import type { Asset, AssetReference, Assets } from '../../book/book.ts';
import { report } from '../../book/messages/messages.ts';
import type { RuleId } from '../../book/messages/rules.ts';
import type { ImageFault } from './image-fault.ts';
import { imageFacts } from './images.ts';
import { rootOf } from '../manuscript.ts';
import { didYouMean } from '../../book/nearest.ts';
import { readSafely, siblingsOf, type ReadFault } from '../files/safe-file.ts';
import { faultInWords, sizeInWords } from '../files/text-file.ts';

/**
 * The images a book asks for; those that are missing or cannot be carried are left out, with a message
 * at every place that asks for them. They are read and let go: all of a book would fill the memory.
 *
 * @param folder the manuscript folder
 * @param references every place that asks for an image
 * @param limits how large images may be
 */
export async function readAssets(
  folder: string,
  references: ReadonlyArray<AssetReference>,
  limits: Limits = usualLimits,
): Promise<Assets> {
  const root = await rootOf(folder);
  const assets = new Map<string, Asset>();
  for (const [path, places] of groupedBy(references, (reference) => reference.path)) {
    const { asset, faults } = await readImage(root, path, limits);
    for (const fault of faults) {
      for (const place of places) {
        const { reason, rule, ...options } = fault;
        report(place.file, rule, `The image "${path}" ${reason}`, place.position, options);
      }
    }
    if (asset !== undefined) assets.set(path, asset);
  }
  return assets;
}

interface ReadImage {
  readonly asset?: Asset;
  readonly faults: ReadonlyArray<ImageFault>;
}

async function readImage(root: string, path: string, limits: Limits): Promise<ReadImage> {
  const read = await readSafely(root, path, limits['image-size']);
  if (read.fault === 'too-large') {
    const reason = `is larger than ${sizeInWords(limits['image-size'])}`;
    return { faults: [{ rule: 'image-too-large', reason }] };
  }
  if (read.fault !== undefined) return { faults: [await explain(root, path, read.fault)] };
  const { bytes, file } = read;
  const { faults, ...facts } = await imageFacts(path, bytes, limits);
  if (faults.some((each) => each.severity !== 'warning')) return { faults };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { asset: { path, bytes: { file, length: bytes.length, sha256 }, ...facts }, faults };
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
