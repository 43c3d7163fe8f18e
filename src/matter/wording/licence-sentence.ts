import type { PhrasingContent } from 'mdast';
import { fill, type Labels } from '../../book/labels.ts';
import type { Commons, Licence } from '../../book/licence.ts';
import { text } from '../element.ts';
import { separatorsOf } from '../../language/separators.ts';
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
  const { url, terms } = licence;
  const name = licenceName(licence, labels);
  const license = [url === undefined ? text(name) : link(url, name)];
  const sentence = fillNodes(wordingFor(licence, labels), { license });
  if (url === undefined) return sentence;
  const place = [link(url, url)];
  const copy = terms.publicDomain === 'marked' ? place : fillNodes(labels.licenseCopy, { url: place });
  const space = separatorsOf(language).gap;
  return [...sentence, ...(space === '' ? [] : [text(space)]), ...copy];
}

/**
 * The name of a licence in the language of the book: Creative Commons translates its own.
 *
 * @param licence the licence
 * @param labels the wording
 */
export function licenceName(licence: Licence, labels: Labels): string {
  const commons = translated(licence);
  if (commons === undefined) return licence.name;
  const { conditions, version } = commons;
  const words = labels.creativeCommons;
  const named = conditions
    .map((condition) => words[condition])
    .reduce((first, second) => fill(words.both, { first, second }));
  const reach = version === '4.0' ? words.international : words.unported;
  return `Creative Commons ${named} ${version} ${reach}`;
}

function wordingFor(licence: Licence, labels: Labels): string {
  if (licence.terms.publicDomain === 'waived') return labels.waived;
  if (licence.terms.publicDomain === 'marked') return labels.publicDomain;
  return translated(licence) === undefined ? labels.licensedUnder : labels.creativeCommons.licensed;
}

/** The licence of Creative Commons it is by its id, where its words are known in every language. */
function translated({ id, terms: { commons } }: Licence): Commons | undefined {
  if (id === undefined || commons === undefined || commons.ported) return undefined;
  return commons.version === '3.0' || commons.version === '4.0' ? commons : undefined;
}
