/** A number as content streams have it: no exponent, no more digits than count. */
export function written(value: number): string {
  return String(Number(value.toFixed(5)));
}
