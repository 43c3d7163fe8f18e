import type { z } from 'zod';
import { parseYears } from './fields.ts';
import { licence } from './licence-schema.ts';
import {
  either,
  lines,
  list,
  mapping,
  oneOf,
  oneOrMore,
  parsed,
  text,
  truth,
  url,
  whole as wholeNumber,
} from '../yaml/schema.ts';

const year = oneOrMore(parsed('a year or a range of years', parseYears)).exactOptional();
const holder = oneOrMore(text()).exactOptional();

const part = mapping({ of: text(), year, holder }).superRefine((value, context) => {
  if (value.year !== undefined || value.holder !== undefined) return;
  context.addIssue({ code: 'custom', path: ['holder'], message: 'the name of who holds the copyright' });
});

const printing = wholeNumber(1, 999);

/** The number of the printing, or false where no printer's key is wanted. */
const printings = either(
  parsed('true, false or a whole number from 1 to 999', (written) => {
    if (written === 'true') return { number: 1, history: [] };
    if (written === 'false') return false;
    const number = printing.safeParse(written);
    return number.success ? { number: number.data, history: [] } : undefined;
  }),
  mapping({ number: printing, history: oneOrMore(lines()).exactOptional() }).transform(
    ({ number, history = [] }) => ({
      number,
      history: history.flatMap((entry) => entry.split('\n')).filter((line) => line.trim() !== ''),
    }),
  ),
);

/** Whether the colophon line is wanted, and with which revision: true asks for that of the source. */
const colophon = either(
  truth().transform((wanted) => (wanted ? { revision: undefined } : false)),
  mapping({
    revision: text()
      .transform((written) => (written === 'true' ? true : written === 'false' ? undefined : written))
      .optional(),
  }),
);

const whole = mapping({
  year,
  holder,
  parts: list(part).exactOptional(),
  statement: text().exactOptional(),
  license: licence.optional(),
  funding: oneOrMore(text()).exactOptional(),
  reuse: mapping({
    attribution: text().exactOptional(),
    url: url().exactOptional(),
    extract: mapping({ characters: wholeNumber(1, 1_000_000) }).exactOptional(),
    permission: text().exactOptional(),
    contact: text().exactOptional(),
  }).exactOptional(),
  mining: mapping({ reserved: truth(), policy: url().exactOptional() }).exactOptional(),
  credits: list(mapping({ role: text(), name: text() })).exactOptional(),
  disclaimer: text().exactOptional(),
  printings: printings.optional(),
  cataloguing: lines().exactOptional(),
  website: url().exactOptional(),
  privacy: text().exactOptional(),
  colophon: colophon.optional(),
  place: oneOf('front', 'back').exactOptional(),
});

/** What `copyright:` of book.yaml says; in short, the statement of rights. */
export const copyright = either(
  text().transform((statement): z.infer<typeof whole> => ({ statement })),
  whole,
);
