import type { Element } from 'hast';
import { h } from 'hastscript';
import type { ReportedPicture, ReportedRelease } from './reported-release.ts';
import { section } from './section.ts';

/** The front of the cover, beside the title. */
export function coverOf({ pictures }: ReportedRelease): Element[] {
  const cover = pictures?.cover;
  return cover === undefined ? [] : [picture(cover)];
}

/** Spreads of the printed book, and screens of the e-book. */
export function picturesSection({ pictures }: ReportedRelease): Element | undefined {
  if (pictures === undefined) return section('pictures', 'Pages and screens', [h('p.hint', howToHave)]);
  const { spreads, screens } = pictures;
  if (spreads.length + screens.length === 0) return undefined;
  return section('pictures', 'Pages and screens', [
    ...(spreads.length === 0 ? [] : [h('h3', 'As printed'), h('div.spreads', spreads.map(figure))]),
    ...(screens.length === 0 ? [] : [h('h3', 'As an e-book'), h('div.screens', screens.map(figure))]),
  ]);
}

/** They take the browser a second or two. */
const howToHave = 'The cover, spreads and screens of the e-book are shown here by colophon build --report.';

/** A picture with what it shows. */
export function figure(shown: ReportedPicture): Element {
  return h('figure', [picture(shown), h('figcaption', shown.caption)]);
}

/** A picture that is in the page itself. */
export function picture({ caption, mediaType, bytes, width, height }: ReportedPicture): Element {
  const src = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  return h('img', { src, alt: caption, width, height });
}
