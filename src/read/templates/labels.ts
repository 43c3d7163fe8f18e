import { readFile } from 'node:fs/promises';
import type { Labels } from '../../book/labels.ts';

const folder = new URL('../../../templates/locales/', import.meta.url);

/**
 * The fixed wording in the language of a book: by its exact tag, then by ever shorter
 * ones, then in English (RFC 4647, section 3.4).
 *
 * @param language a BCP 47 tag in canonical form
 */
export async function readLabels(language: string): Promise<Labels> {
  const subtags = language.split('-');
  for (let length = subtags.length; length > 0; length -= 1) {
    const labels = await readLocale(subtags.slice(0, length).join('-'));
    if (labels !== undefined) return labels;
  }
  const labels = await readLocale('en');
  if (labels === undefined) throw new Error('templates/locales/en.json is missing');
  return labels;
}

async function readLocale(tag: string): Promise<Labels | undefined> {
  try {
    return JSON.parse(await readFile(new URL(`${tag}.json`, folder), 'utf8')) as Labels;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
