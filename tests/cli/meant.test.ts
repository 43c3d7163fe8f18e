import { expect, test } from 'vitest';
import { help } from '../../src/cli/help.ts';
import { meantCommand } from '../../src/cli/meant.ts';

test('commands of other programs are known by what does the same here', () => {
  expect(meantCommand('serve')).toBe('preview');
  expect(meantCommand('constructor')).toBeUndefined();
});

test.each(['serve', 'watch', 'new', 'pdf', 'html', 'lint', 'validate', 'version', 'compare'])(
  'what %s means here there is',
  (name) => {
    expect(help).toContain(
      `colophon ${meantCommand(name)?.split(' ', 1)[0]} `.replace('--version ', '--version'),
    );
  },
);
