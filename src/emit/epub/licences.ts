import type { Font } from '../../book/theme.ts';
import { FileNames } from '../file-names.ts';

/**
 * The licences of the embedded fonts, once for each family, as files beside the container's own: they ask to go along
 * with the fonts, and no reading system shows them (EPUB Open Container Format 3.3, 4.2.6.2).
 *
 * @param fonts the embedded faces
 * @returns text by file name
 */
export function licencesOf(fonts: ReadonlyArray<Font>): Map<string, string> {
  const names = new FileNames();
  const texts = new Map(
    fonts.flatMap(({ family, licence }) => (licence === undefined ? [] : [[family, licence] as const])),
  );
  return new Map([...texts].map(([family, text]) => [names.allocate(family, 'txt'), text]));
}
