import { instead, kindsOf, proseAlone, type Line } from './lines.ts';

/** Elements to whose end browsers read no elements or show nothing, so that one without an end takes what follows. */
const opening =
  /<(iframe|object|video|audio|canvas|textarea|select|noscript|applet)(?=[\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

/** Ends elements where they begin that nothing ends: what follows them belongs to the text for whoever wrote it. */
export function withClosedElements(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  const begins = /<(?:iframe|object|video|audio|canvas|textarea|select|noscript|applet)(?=[\s/>]|$)/i;
  if (!lines.some(({ text }) => begins.test(text))) return lines;
  const whole = proseAlone(
    lines.map(({ text }) => text),
    kindsOf(lines),
  );
  // Letters alone, so that places stay what they are.
  const small = whole.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const ends = new Map<number, string>();
  for (const { 0: tag, 1: name = '', index } of whole.matchAll(opening)) {
    const behind = index + tag.length;
    const end = small.indexOf(`</${name.toLowerCase()}`, behind);
    const next = small.indexOf(`<${name.toLowerCase()}`, behind);
    if (end === -1 || (next !== -1 && next < end)) ends.set(behind, `</${name}>`);
  }
  let from = 0;
  return lines.map((line) => {
    const to = from + line.text.length;
    const here = [...ends].filter(([at]) => from < at && at <= to);
    let { text } = line;
    for (const [at, end] of here.toReversed())
      text = `${text.slice(0, at - from)}${end}${text.slice(at - from)}`;
    from = to + 1;
    return here.length === 0 ? line : instead(line, text);
  });
}
