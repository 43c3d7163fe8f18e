/** The ISBNs among identifiers of the kind `urn:isbn:978…`. */
export function isbnsOf(identifiers: ReadonlyArray<string>): string[] {
  return identifiers.flatMap((identifier) => {
    const isbn = /^\s*(?:urn:)?isbn:\s*([\d-]+[\dXx])\s*$/i.exec(identifier)?.[1];
    return isbn === undefined ? [] : [isbn.replaceAll('-', '').toUpperCase()];
  });
}

/** Every number in a text that is an ISBN of 13 digits, as digits. */
export function isbnsIn(text: string): string[] {
  const candidates = text.match(/97[89](?:[\s\p{Pd}]{0,2}\d){10}(?!\d)/gu) ?? [];
  return candidates.map((candidate) => candidate.replaceAll(/\D/g, '')).filter(hasCheckDigit);
}

/** ISO 2108: the digits weighted 1 and 3 in turn add up to a multiple of 10. */
function hasCheckDigit(digits: string): boolean {
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return sum % 10 === 0;
}
