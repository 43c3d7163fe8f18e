import { themeSummaries } from '../read/templates/theme.ts';
import { argumentsOf } from './arguments.ts';

export const help = `colophon themes [options]

Lists the interiors a book can have: for each its name, which book.yaml states as
print: { theme: name }, what it is for, and a picture of its pages.

  --json            one JSON document on standard output
`;

/** Runs the command and gives the exit status. */
export async function run(argv: string[]): Promise<number> {
  const { values } = argumentsOf({ args: argv, options: { json: { type: 'boolean', default: false } } });
  const themes = await themeSummaries();
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ themes }, null, 2)}\n`
      : themes
          .map(({ name, description, picture }) => `${name}\n  ${description}\n  ${picture}\n`)
          .join('\n'),
  );
  return 0;
}
