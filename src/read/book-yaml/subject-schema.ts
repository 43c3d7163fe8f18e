import type { Subject } from '../../book/metadata.ts';
import { either, mapping, oneOf, text } from '../yaml/schema.ts';

/** How the codes of each scheme look: Thema 1.5, BISAC Subject Headings. */
const codes = {
  thema: { name: 'Thema', pattern: /^(?:[A-Z][A-Z0-9]{0,7}|[1-6][A-Z]*(?:-[A-Z0-9]+)*)$/, example: 'JPS' },
  bisac: { name: 'BISAC', pattern: /^[A-Z]{3}\d{6}$/, example: 'FIC000000' },
} as const;

const coded = mapping({
  scheme: oneOf('thema', 'bisac'),
  code: text('a subject code'),
  text: text().exactOptional(),
}).superRefine((value, context) => {
  const { name, pattern, example } = codes[value.scheme];
  if (pattern.test(value.code)) return;
  context.addIssue({
    code: 'custom',
    path: ['code'],
    message: `a ${name} code such as ${example}`,
  });
});

/** What a book is about: plain text, or a code of a scheme. */
export const subject = either<Subject, Subject>(
  text().transform((written) => ({ text: written })),
  coded,
);
