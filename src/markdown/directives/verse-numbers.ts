import type { Properties } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';

/**
 * The line numbers a poem asks for: `:::verse{numbers=5 start=100}` numbers every fifth line and
 * counts its first line as the hundredth.
 *
 * @param poem the directive
 * @param file where a value that is no number is reported
 */
export function verseNumbers(poem: ContainerDirective, file: VFile): Properties {
  const numbers = wholeNumber(poem, 'numbers', file);
  if (numbers === undefined) return {};
  return { dataNumbers: numbers, dataStart: wholeNumber(poem, 'start', file) ?? '1' };
}

function wholeNumber(poem: ContainerDirective, name: string, file: VFile): string | undefined {
  const value = poem.attributes?.[name];
  if (value === undefined || value === null) return undefined;
  if (/^[1-9]\d{0,4}$/.test(value)) return value;
  report(file, 'directive-unknown', `"${value}" is no number of lines`, poem, {
    hint: `Write a whole number from 1, as in :::verse{${name}=5}.`,
  });
  return undefined;
}
