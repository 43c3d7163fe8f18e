import type { Severity } from '../../book/messages/rule.ts';
import { settableRules, type SettableRule } from '../../book/messages/rules.ts';
import { canYield } from '../../book/messages/weighed.ts';
import type { RuleSeverities } from '../../book/metadata.ts';
import { Fault } from '../values/fault.ts';
import { mapping, oneOf, parsed } from '../yaml/schema.ts';

const any = oneOf('error', 'warning', 'info', 'off').exactOptional();

/** An error that says how exact the files are. */
function errorAlone(rule: SettableRule) {
  const less = new Set(['warning', 'info', 'off']);
  return parsed('error', (written): Severity | Fault | undefined => {
    if (written === 'error') return written;
    return less.has(written) ? new Fault(`"${rule}" is an error that stays one`, { hint }) : undefined;
  }).exactOptional();
}

const hint = 'Mend what it tells of: the book would have a hole, or a file would not be what it says it is.';

/** What `rules:` of book.yaml says: a severity by rule. */
export const ruleSeverities = mapping(
  Object.fromEntries(settableRules.map((rule) => [rule, canYield(rule) ? any : errorAlone(rule)])),
).transform((given) => given as RuleSeverities);
