const plain = '0123456789+-−=()';
const above = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾';
const below = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎';

/** Text raised with characters of Unicode that text faces have; as it is where there are none for all of it. */
export function raised(text: string): string {
  return shifted(text, above) ?? (text === 'n' ? 'ⁿ' : text);
}

/** Text lowered, as {@link raised}. */
export function lowered(text: string): string {
  return shifted(text, below) ?? text;
}

function shifted(text: string, figures: string): string | undefined {
  const places = Array.from(text, (character) => plain.indexOf(character));
  return places.includes(-1) ? undefined : places.map((place) => figures[place]).join('');
}
