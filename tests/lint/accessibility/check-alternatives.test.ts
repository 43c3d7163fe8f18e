import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { checkAlternatives } from '../../../src/lint/accessibility/check-alternatives.ts';

/** What is said of pictures with these paths and descriptions. */
function reasons(...images: ReadonlyArray<readonly [path: string, alt?: string]>): string[] {
  const file = new VFile({ path: '01.md' });
  checkAlternatives(images.map(([path, alt]) => ({ path, file, ...(alt !== undefined && { alt }) })));
  return file.messages.map(({ reason }) => reason);
}

it('tells of a description that several pictures have, once', () => {
  expect(reasons(['a.png', 'A map'], ['b.png', 'a map.'], ['c.png', 'A map'], ['a.png', 'A map'])).toEqual([
    'The image "b.png" has the description of "a.png"',
  ]);
});

it('says nothing of decoration, nor of one picture shown twice', () => {
  expect(reasons(['a.png'], ['b.png'], ['c.png', 'A map'], ['c.png', 'A map'])).toEqual([]);
});
