import { createHash } from 'node:crypto';
import type { Bytes } from '../../book/bytes.ts';
import { groupedBy } from '../../book/grouped.ts';
import { usualLimits, type Limits } from '../../book/limits.ts';
import type { Asset, AssetReference, Assets } from '../../book/book.ts';
import { audioFacts } from '../audio/audio-facts.ts';
import { captionsFacts } from '../video/captions.ts';
import { assetName } from '../../book/asset-name.ts';
import { ruleOfKind } from '../../book/media-rules.ts';
import { report } from '../../book/messages/messages.ts';
import type { RuleId } from '../../book/messages/rules.ts';
import { keepBytes } from '../../machine/bytes/keep-bytes.ts';
import type { PictureMaking } from '../../machine/pictures/picture-of.ts';
import type { ImageFault } from './image-fault.ts';
import { imageFacts } from './images.ts';
import { nearTo } from './near-names.ts';
import { rootOf } from '../manuscript.ts';
import { readSafely, useSafely, type ReadFault } from '../files/safe-file.ts';
import { faultInWords, remedyOf, sizeInWords } from '../files/text-file.ts';

interface ReadingOptions {
  readonly limits?: Limits;
  readonly scratch?: string;
  readonly make?: PictureMaking;
}

/** Images, audio and video of a book, free of what cameras and programs wrote into them. */
export interface ReadAssets {
  readonly assets: Assets;
  /** The paths of those that said where they were taken. */
  readonly placed: ReadonlyArray<string>;
}

/**
 * The images, audio and video a book asks for; those that are missing or cannot be carried are left out, with a message
 * at every place that asks for them. They are read and let go: all of a book would fill the memory.
 *
 * @param folder the manuscript folder
 * @param references every place that asks for one
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
  for (const [, places] of groupedBy(references, ({ path, kind = 'image' }) => `${kind} ${path}`)) {
    const [first] = places;
    if (first === undefined) continue;
    const { path, kind } = first;
    const kept = first.kept ?? (first.drawing === undefined ? undefined : Buffer.from(first.drawing));
    const { asset, faults, hadPlace } = await (kept !== undefined
      ? judged(first, kept, options)
      : kind === 'video'
        ? readFilm(root, first, options)
        : readAsset(root, first, options));
    for (const { reason, rule, line, ...said } of faults) {
      // The lines of a drawing in the text are not those of the file it stands in.
      const at = line === undefined || kept !== undefined ? '' : ` (line ${line})`;
      for (const place of places)
        report(place.file, ruleOfKind(rule, kind), `${assetName(place)} ${reason}${at}`, place.position, {
          ...hintOf(first, rule),
          ...said,
        });
    }
    if (asset !== undefined) assets.set(path, asset);
    if (hadPlace === true) placed.push(path);
  }
  return { assets, placed };
}

interface ReadFile {
  readonly asset?: Asset;
  readonly faults: ReadonlyArray<ImageFault>;
  readonly hadPlace?: boolean;
}

async function readAsset(
  root: string,
  reference: AssetReference,
  options: ReadingOptions,
): Promise<ReadFile> {
  const { limits = usualLimits } = options;
  const { path, kind = 'image' } = reference;
  const most = limits[`${kind}-size`];
  const read = await readSafely(root, path, most);
  if (read.fault !== undefined) return { faults: [await explain(root, path, read.fault, most)] };
  return judged(reference, read.bytes, options, read.file);
}

async function readFilm(root: string, { path }: AssetReference, options: ReadingOptions): Promise<ReadFile> {
  const { limits = usualLimits, scratch } = options;
  const most = limits['video-size'];
  const { readVideo } = await import('../video/read-video.ts');
  const read = await useSafely(root, path, most, (file, size) => readVideo(path, file, size, scratch));
  if (typeof read.fault === 'string') return { faults: [await explain(root, path, read.fault, most)] };
  if (read.fault !== undefined) return { faults: [read.fault] };
  const { bytes, mediaType, hadPlace } = read;
  return { asset: { path, bytes, mediaType }, faults: [], ...(hadPlace && { hadPlace }) };
}

/** @param file where the bytes lie; a drawing in the text lies nowhere */
async function judged(
  { path, kind }: AssetReference,
  read: Uint8Array,
  { limits = usualLimits, scratch, make }: ReadingOptions,
  file?: string,
): Promise<ReadFile> {
  const {
    faults,
    bytes: carried,
    hadPlace,
    ...facts
  } = await (kind === 'audio'
    ? audioFacts(path, read)
    : kind === 'captions'
      ? captionsFacts(read)
      : imageFacts(path, read, limits, make));
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

/** What to do about a recording or a film in particular. */
const hintsOfMedia: Partial<Record<RuleId, string>> = {
  'image-corrupt': 'Export it again.',
  'image-too-large': 'Choose fewer bits a second, or accept more with --limit (see colophon doctor).',
};

function hintOf({ kind = 'image' }: AssetReference, rule: RuleId): { readonly hint?: string } {
  const hint = kind === 'image' ? undefined : hintsOfMedia[rule];
  return hint === undefined ? {} : { hint };
}

const rules = {
  missing: 'image-missing',
  outside: 'image-outside',
  'not-a-file': 'file-unreadable',
  denied: 'file-unreadable',
  'lfs-pointer': 'file-unreadable',
} as const satisfies Record<Exclude<ReadFault, 'too-large'>, RuleId>;

async function explain(root: string, path: string, fault: ReadFault, most: number): Promise<ImageFault> {
  if (fault === 'too-large')
    return { rule: 'image-too-large', reason: `is larger than ${sizeInWords(most)}` };
  const rule = rules[fault];
  const near = fault === 'missing' ? await nearTo(root, path) : undefined;
  return { rule, reason: faultInWords(fault), ...(near === undefined ? remedyOf(fault) : { hint: near }) };
}
