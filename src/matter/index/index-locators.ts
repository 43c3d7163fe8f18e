import type { PhrasingContent } from 'mdast';
import { inDigits } from '../../language/digits.ts';
import { directionOf } from '../../language/direction.ts';
import { element, text } from '../element.ts';
import type { Locator } from './index-entries.ts';

/**
 * The numbers behind a term. On paper they are page numbers: a link for each mark, which the page
 * listener numbers and joins. The e-book has no pages, so it counts its links, those in notes by
 * the number of the note; of what a concordance finds, it leads to the first place in each section.
 *
 * @param locators in reading order
 * @param language of the numbers (BCP 47)
 */
export function indexLocators(locators: ReadonlyArray<Locator>, language: string): PhrasingContent[] {
  if (locators.length === 0) return [];
  return [
    element('span', { dataProduct: 'pdf print', className: ['locators'] }, [
      text(', '),
      ...joined(locators.map((locator) => printed(locator, language))),
    ]),
    element('span', { dataProduct: 'epub', 'epub:type': 'index-locator-list' }, [
      text(', '),
      ...joined(withoutRepeats(locators).map((locator, index) => counted(locator, index, language))),
    ]),
  ];
}

function printed({ from, to }: Locator, language: string): PhrasingContent {
  const properties = {
    href: `#${from.id}`,
    dataMark: from.id,
    ...(to && { dataUntil: to.id }),
    ...(from.note !== undefined && { dataNote: from.note, ...apart(language) }),
    ...classOf(from.mark.main),
  };
  // The page listener puts the number in place of the dash, which it may need in ranges as well.
  return element('a', properties, [text(from.note === undefined ? '–' : `–n${from.note}`)]);
}

function counted({ from }: Locator, index: number, language: string): PhrasingContent {
  const number = from.note === undefined ? inDigits(index + 1, language) : `n${from.note}`;
  const { title } = from.section;
  const properties = {
    href: `#${from.id}`,
    'epub:type': 'index-locator',
    ...(from.note !== undefined && apart(language)),
    ...(title === '' ? {} : { title }),
    ...classOf(from.mark.main),
  };
  return element('a', properties, [text(number)]);
}

/** Where numbers follow each other from right to left, the letter in one would turn those behind it. */
function apart(language: string): { dir?: 'rtl' } {
  return directionOf(language) === 'rtl' ? { dir: 'rtl' } : {};
}

function classOf(main: boolean): { className?: string[] } {
  return main ? { className: ['main'] } : {};
}

function withoutRepeats(locators: ReadonlyArray<Locator>): Locator[] {
  const seen = new Set<string>();
  return locators.filter(({ from }) => {
    if (!from.mark.found) return true;
    const key = `${from.section.id} ${from.note ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function joined(links: ReadonlyArray<PhrasingContent>): PhrasingContent[] {
  return links.flatMap((link, index) => [...(index === 0 ? [] : [text(', ')]), link]);
}
