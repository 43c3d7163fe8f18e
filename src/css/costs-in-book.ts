import { limits, type LimitName } from '../book/limits.ts';
import type { CssCost } from './costs.ts';
import { cssRules, type CssDeclaration, type CssRule } from './rules.ts';
import { selectorScan, type SelectorScan } from './selector-scan.ts';

/** How large a book is, as styles see it. */
export interface BookSizes {
  /** How many elements it has. */
  readonly elements: number;
  /** How many pairs of elements stand in the same one. */
  readonly pairs: number;
  /** How many elements there are of a name, as `p`, and of a class, as `.note`. */
  readonly named: ReadonlyMap<string, number>;
}

const told = (name: LimitName): string => limits[name].most.toLocaleString('en');
const reasons = {
  'stylesheet-matching': `Up to here the browser would compare elements of this book some ${told('stylesheet-matching')} times to find those that selectors mean`,
  'stylesheet-breaks': `Up to here more than ${told('stylesheet-breaks')} pages of this book are ended by styles`,
  'stylesheet-counting': `Up to here counters of this book are changed or written more than ${told('stylesheet-counting')} times`,
} satisfies Partial<Record<LimitName, string>>;

const breaking = /^(?:page-)?break-(?:before|after)$/;
const ending = /^\s*(?:page|always|all|left|right|recto|verso)\b/i;
const counting = /^(?:counter-(?:increment|reset|set)|content)$/;

/**
 * The rule of a stylesheet up to which the browser would have more to do with a book of this size than with any
 * real one. What costs the same in every book is found by {@link cssCost}, which is to be asked first.
 *
 * @param css the text of a stylesheet
 */
export function costInBook(css: string, sizes: BookSizes): CssCost | undefined {
  const sums = { 'stylesheet-matching': 0, 'stylesheet-breaks': 0, 'stylesheet-counting': 0 };
  for (const rule of cssRules(css)) {
    const scans = rule.selectors.map(selectorScan);
    for (const scan of scans) sums['stylesheet-matching'] += matchingOf(scan, sizes);
    const met = scans.reduce((sum, scan) => sum + certainOf(scan, sizes), 0);
    if (met > 0) {
      sums['stylesheet-breaks'] += met * breaksOf(rule);
      sums['stylesheet-counting'] += met * countersOf(rule.declarations);
    }
    for (const name of ['stylesheet-matching', 'stylesheet-breaks', 'stylesheet-counting'] as const)
      if (sums[name] > limits[name].most) return { offset: rule.start, reason: reasons[name] };
  }
  return undefined;
}

/** How often elements are compared for a selector: once for each it may mean, or with all beside or in each. */
function matchingOf(
  { subject, beside, within }: SelectorScan,
  { elements, pairs, named }: BookSizes,
): number {
  const candidates = countOf(subject, elements, named);
  const share = elements === 0 ? 0 : candidates / elements;
  return candidates + share * (beside * pairs + within * (elements + pairs));
}

/** How many elements a selector means for certain. */
function certainOf({ subject, isPlain }: SelectorScan, { elements, named }: BookSizes): number {
  return isPlain ? countOf(subject, elements, named) : 0;
}

function countOf(subject: ReadonlyArray<string>, all: number, named: BookSizes['named']): number {
  return Math.min(all, ...subject.map((name) => named.get(name) ?? 0));
}

function breaksOf({ declarations }: CssRule): number {
  const sides = declarations.filter(({ property, value }) => breaking.test(property) && ending.test(value));
  return sides.length > 0 ? 1 : 0;
}

function countersOf(declarations: ReadonlyArray<CssDeclaration>): number {
  return declarations
    .filter(({ property }) => counting.test(property))
    .reduce((sum, { property, value }) => {
      const parts = value.match(property === 'content' ? /\bcounters?\(/gi : /\S+/g)?.length ?? 0;
      return sum + parts;
    }, 0);
}
