import { expect, test } from 'vitest';
import { UnknownOption, withOwners } from '../../src/cli/unknown-option.ts';

const helps = new Map([
  ['build', 'colophon build\n\n  --out FOLDER      where it goes\n  --watch           again and again\n'],
  ['site', 'colophon site\n\n  --out FOLDER      where it goes\n'],
]);

test.each([
  ['--out', 'colophon init has no option --out: it belongs to colophon build and colophon site'],
  ['--watch', 'colophon init has no option --watch: it belongs to colophon build'],
  ['--wat', 'There is no option --wat'],
  ['-o', 'There is no option -o'],
])('%s of another command is told of with the command', (option, message) => {
  const error = new UnknownOption(`There is no option ${option}`, option);
  expect(withOwners(error, 'init', helps).message).toBe(message);
});
