import type { Processor } from 'unified';
import { changeTextConstruct, guardTextConstruct } from '../guard-construct.ts';
import { withEscapedDollars } from './escaped-dollars.ts';

const dollar = 36;

/** An amount with words behind it, and no TeX. */
const amount = /^\$\d[^\\]*\s[A-Za-z]{2,}[^\\]*$/;

/**
 * Keeps prices out of remark-math by Pandoc's rule: a single opening dollar has no space
 * behind it, its closing dollar no space before and no digit behind it; besides, an amount
 * followed by words is no formula. Dollars within one are escaped. Use after remark-math.
 */
export function remarkStrictDollars(this: Processor): void {
  changeTextConstruct(this.data(), dollar, withEscapedDollars);
  guardTextConstruct(this.data(), dollar, (source, next) => {
    if (source.startsWith('$$')) return true;
    const digitFollows = next !== null && next >= 48 && next <= 57;
    return !digitFollows && !/^\$\s|\s\$$/.test(source) && !amount.test(source);
  });
}
