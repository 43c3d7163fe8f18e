import { dictionary } from './dictionary.ts';

const named = dictionary<string>({ amp: '&', lt: '<', gt: '>', quot: '"' });

/** A character reference of those that programs write for signs of HTML (HTML Living Standard, 13.1.4). */
const characterReference = /&#(\d{1,7});|&(amp|lt|gt|quot);/g;

/** A text with the signs that its character references stand for; those of no character stay as they are. */
export function withoutReferences(text: string): string {
  return text.replaceAll(characterReference, (whole, digits?: string, name = '') => {
    if (digits === undefined) return named[name as string] ?? whole;
    const code = Number(digits);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
