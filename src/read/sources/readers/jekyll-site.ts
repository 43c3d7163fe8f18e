import type { StepName } from '../dialects/dialect.ts';
import { wordsIn } from '../dialects/front-matter.ts';

/** How texts for Jekyll are written. */
export const jekyllSteps: ReadonlyArray<StepName> = [
  'liquid',
  'templates',
  'kramdown',
  'macros',
  'mathjax',
  'formulas',
  'site-links',
  'images',
  'div-fences',
];

/** `site.x` and the like; the address of the site is that of the folder. */
export function siteVariables(config: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const found = new Map([
    ['site.baseurl', ''],
    ['site.url', wordsIn(config['url']) ?? ''],
  ]);
  for (const [key, value] of Object.entries(config)) {
    const words = wordsIn(value);
    if (words !== undefined && !found.has(`site.${key}`)) found.set(`site.${key}`, words);
  }
  return found;
}
