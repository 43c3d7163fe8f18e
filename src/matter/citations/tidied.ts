/**
 * What a citation says, without the stops that the processor sets behind a blank where a style has them and what they
 * end is not there.
 *
 * @param html as the processor sets it
 */
export function tidied(html: string): string {
  return html.replace(/([.,:;]) ([.,])(?=[ <]|$)/g, (_, before: string, stop: string) =>
    before === '.' && stop === ',' ? '.,' : before === ',' && stop === '.' ? '.' : before,
  );
}
