type Parts = number[];

/**
 * A date as CSL-JSON has it, however CSL-JSON, CSL-YAML or EDTF write it: "2010-05-04", 2010, `{year: 2010}`, a list
 * of two for a span. What is none of these stays as words.
 *
 * @param written as it stands in a bibliography
 */
export function originalDate(written: unknown): unknown {
  if (typeof written === 'number') return { 'date-parts': [[written]] };
  if (typeof written === 'string') return ofText(written.trim());
  if (Array.isArray(written)) {
    const parts = written.map(partsOf);
    return parts.every((each) => each !== undefined) ? { 'date-parts': parts } : { literal: String(written) };
  }
  const parts = partsOf(written);
  if (parts === undefined) return written;
  const { circa, season } = written as Record<string, unknown>;
  return {
    'date-parts': [parts],
    ...(circa !== undefined && { circa }),
    ...(season !== undefined && { season }),
  };
}

function partsOf(value: unknown): Parts | undefined {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') return partsOfText(value.trim());
  if (typeof value !== 'object' || value === null || !('year' in value)) return undefined;
  const { year, month, day } = value as Record<string, unknown>;
  return [year, month, day].filter((each) => each !== undefined).map(Number);
}

function ofText(text: string): unknown {
  const [from = '', to] = text.split('/');
  const span = [
    partsOfText(from),
    ...(to === undefined || to === '' || to === '..' ? [] : [partsOfText(to)]),
  ];
  if (span.some((each) => each === undefined)) return { literal: text };
  return { 'date-parts': span, ...(/[~?%]/.test(text) && { circa: true }) };
}

function partsOfText(text: string): Parts | undefined {
  const match = /^(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.Z+-]*)?[~?%]?$/.exec(text);
  return match === null
    ? undefined
    : match
        .slice(1)
        .filter((each) => each !== undefined)
        .map(Number);
}
