const romanDigits: ReadonlyArray<readonly [worth: number, digits: string]> = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/**
 * What each page is called: roman numbers, and arabic ones from 1 where the body begins.
 *
 * @param firstArabic index of that page
 * @param digits those of arabic numbers, from zero
 */
export function pageLabels(pages: number, firstArabic: number, digits = '0123456789'): string[] {
  return Array.from({ length: pages }, (_, page) =>
    page < firstArabic ? roman(page + 1) : arabic(page - firstArabic + 1, digits),
  );
}

function arabic(value: number, digits: string): string {
  return Array.from(String(value), (digit) => digits[Number(digit)] ?? digit).join('');
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, digits] of romanDigits) {
    while (rest >= worth) {
      text += digits;
      rest -= worth;
    }
  }
  return text;
}
