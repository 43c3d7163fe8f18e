import { readFile } from 'node:fs/promises';
import type { PressProfiles } from '../../src/book/profile.ts';

/** Uncoated paper inside, coated outside. */
export async function pressProfiles(): Promise<PressProfiles> {
  const profile = (name: string) =>
    readFile(new URL(`../../templates/profiles/${name}.icc`, import.meta.url));
  return {
    output: { identifier: 'FOGRA29', condition: 'Uncoated paper', bytes: await profile('uncoated') },
    cover: { identifier: 'FOGRA39', condition: 'Coated paper', bytes: await profile('coated') },
    source: await profile('srgb'),
  };
}
