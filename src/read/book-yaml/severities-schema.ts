import { rightsRules } from '../../book/messages/rules.ts';
import type { RightsSeverities } from '../../book/metadata.ts';
import type { Severity } from '../../book/messages/rule.ts';
import { mapping, oneOf } from '../yaml/schema.ts';

type Given = Readonly<Record<string, Severity | 'off' | undefined>>;

const severity = oneOf('error', 'warning', 'off').exactOptional();

/** What `rights:` of book.yaml says: a severity by rule, named with or without `rights-`. */
export const severities = mapping({
  ...byName(rightsRules.map((rule) => rule.slice('rights-'.length))),
  ...byName(rightsRules),
})
  .superRefine((value: Given, context) => {
    for (const rule of rightsRules) {
      const short = rule.slice('rights-'.length);
      if (value[rule] === undefined || value[short] === undefined) continue;
      context.addIssue({ code: 'custom', path: [rule], message: `given once: "${short}" is the same rule` });
    }
  })
  .transform((value: Given): RightsSeverities => {
    const entries = rightsRules.map((rule) => [rule, value[rule] ?? value[rule.slice('rights-'.length)]]);
    return Object.fromEntries(entries.filter(([, given]) => given !== undefined)) as RightsSeverities;
  });

function byName<const Name extends string>(names: ReadonlyArray<Name>): Record<Name, typeof severity> {
  return Object.fromEntries(names.map((name) => [name, severity])) as Record<Name, typeof severity>;
}
