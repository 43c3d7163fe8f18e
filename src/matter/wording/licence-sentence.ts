import type { PhrasingContent } from 'mdast';
import { fill, type Labels } from '../../book/labels.ts';
import type { Licence } from '../../book/metadata.ts';
import { text } from '../element.ts';
import { gap } from './names.ts';
import { fillNodes, link } from './wording.ts';

/**
 * The sentence that puts the book under its licence, then where the licence can be read. Creative
 * Commons licences, CC0 and the Public Domain Mark take the wording Creative Commons gives them.
 *
 * @param licence the licence
 * @param labels the wording
 * @param language BCP 47
 */
export function licenceSentence(licence: Licence, labels: Labels, language: string): PhrasingContent[] {
  const { id, url } = licence;
  const name = licenceName(licence, labels);
  const license = [url === undefined ? text(name) : link(url, name)];
  const sentence = fillNodes(wordingFor(licence, labels), { license });
  if (url === undefined) return sentence;
  const place = [link(url, url)];
  const copy = id === 'CC-PDM-1.0' ? place : fillNodes(labels.licenseCopy, { url: place });
  const space = gap(language);
  return [...sentence, ...(space === '' ? [] : [text(space)]), ...copy];
}

/**
 * The name of a licence in the language of the book: Creative Commons translates its own.
 *
 * @param licence the licence
 * @param labels the wording
 */
export function licenceName(licence: Licence, labels: Labels): string {
  const [, conditions, version] = creativeCommons(licence) ?? [];
  if (conditions === undefined || version === undefined) return licence.name;
  const words = labels.creativeCommons;
  const named = conditions
    .split('-')
    .map((condition) => words[condition as 'BY' | 'NC' | 'ND' | 'SA'])
    .reduce((first, second) => fill(words.both, { first, second }));
  const reach = version.startsWith('4') ? words.international : words.unported;
  return `Creative Commons ${named} ${version} ${reach}`;
}

function wordingFor(licence: Licence, labels: Labels): string {
  if (licence.id === 'CC0-1.0') return labels.waived;
  if (licence.id === 'CC-PDM-1.0') return labels.publicDomain;
  return creativeCommons(licence) === null ? labels.licensedUnder : labels.creativeCommons.licensed;
}

function creativeCommons({ id }: Licence): RegExpExecArray | null {
  return /^CC-(BY(?:-NC)?(?:-(?:SA|ND))?)-(3\.0|4\.0)$/.exec(id ?? '');
}
