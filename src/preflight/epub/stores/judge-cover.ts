import type { Range } from '../../../book/store.ts';
import { isTaken, outside, size, type Breach, type Judges } from './breach.ts';
import type { EpubFacts, Picture } from './epub-facts.ts';

type CoverDemand =
  | 'cover'
  | 'coverShorterSide'
  | 'coverLongerSide'
  | 'coverRatio'
  | 'coverBytes'
  | 'coverTypes';

/** The cover: whether there is one, its size, shape and kind. */
export const coverJudges: Judges<CoverDemand> = {
  cover: (facts, _demand, { title }) =>
    coverOf(facts) === undefined ? [{ reason: `The book has no cover, which ${title} asks for` }] : [],
  coverShorterSide: (facts, demand, { title }) => sideBreach(facts, demand, title, 'shorter', Math.min),
  coverLongerSide: (facts, demand, { title }) => sideBreach(facts, demand, title, 'longer', Math.max),
  coverRatio: (facts, demand, { title }) => {
    const cover = coverOf(facts);
    const { width, height } = cover ?? {};
    if (cover === undefined || width === undefined || height === undefined) return [];
    const ratio = Math.round((height / width) * 100) / 100;
    const wanted = outside(ratio, demand, String);
    const reason = `The cover is ${ratio} times as high as wide; ${title} shows best what is ${wanted} times`;
    return wanted === undefined ? [] : [{ reason, path: cover.item.path }];
  },
  coverBytes: (facts, demand, { title }) => {
    const cover = coverOf(facts);
    const wanted = cover && outside(cover.bytes, demand, size);
    if (cover === undefined || wanted === undefined) return [];
    return [
      { reason: `The cover has ${size(cover.bytes)}; ${title} takes ${wanted}`, path: cover.item.path },
    ];
  },
  coverTypes: ({ package: { cover } }, demand, { title }) => {
    if (cover === undefined || isTaken(cover.mediaType, demand)) return [];
    return [{ reason: `The cover is ${cover.mediaType}, which ${title} takes for none`, path: cover.path }];
  },
};

function coverOf({ package: { cover }, pictures }: EpubFacts): Picture | undefined {
  return pictures.find(({ item }) => item === cover);
}

function sideBreach(
  facts: EpubFacts,
  demand: Range,
  title: string,
  side: string,
  pick: (a: number, b: number) => number,
): Breach[] {
  const cover = coverOf(facts);
  // The figures of a drawing are no pixels.
  if (cover?.width === undefined || cover.height === undefined || cover.item.mediaType === 'image/svg+xml')
    return [];
  const pixels = pick(cover.width, cover.height);
  const wanted = outside(pixels, demand);
  if (wanted === undefined) return [];
  const measured = `The cover has ${cover.width} × ${cover.height} pixels`;
  return [{ reason: `${measured}; ${title} asks for ${wanted} on the ${side} side`, path: cover.item.path }];
}
