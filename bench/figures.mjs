import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Lengths in points. How far a line may miss the margins and still be a full one. */
const tolerance = 1.5;

/**
 * What a designer would measure of a PDF, as pdftotext sees its words: the spaces of its full lines of running text,
 * in em; words left alone on last lines; how many of its pages of text are full, and how many spreads are uneven.
 *
 * @param {string} pdf path of the file
 * @param {number} fontSize of running text, in points
 */
export async function figuresOf(pdf, fontSize) {
  const { stdout } = await run('pdftotext', ['-bbox-layout', pdf, '-'], { maxBuffer: 1 << 29 });
  const pages = stdout.split('<page ').slice(1).map(linesOf).map(withoutFolio);
  const body = commonest(pages.flat(2).map(({ top, bottom }) => Math.round(10 * (bottom - top)))) / 10;
  const isBody = (line) => line.every((word) => Math.abs(word.bottom - word.top - body) < 0.15 * body);
  return { ...coloursOf(pages, isBody, fontSize), ...depthsOf(pages, isBody, body) };
}

/** Spaces, hyphens and last lines. */
function coloursOf(pages, isBody, fontSize) {
  const spaces = [];
  let [hyphens, ladders, runts, fragments] = [0, 0, 0, 0];
  for (const page of pages) {
    const lines = page.filter((line) => line.length > 0 && isBody(line));
    if (lines.length < 3) continue;
    const left = commonest(lines.map((line) => Math.round(line[0].left)));
    const right = commonest(lines.map((line) => Math.round(line.at(-1).right)));
    let successive = 0;
    let before;
    for (const line of lines) {
      const isFull = line.length > 2 && Math.abs(line.at(-1).right - right) < tolerance;
      const beginsLeft = Math.abs(line[0].left - left) < tolerance;
      const isHyphenated = isFull && /\p{L}[-\u2010\u00AD]$/u.test(line.at(-1).text);
      successive = isHyphenated ? successive + 1 : 0;
      if (isHyphenated) hyphens += 1;
      if (successive === 3) ladders += 1;
      // The last line of a paragraph, with one word.
      if (before?.isFull && beginsLeft && line.length === 1 && line[0].right - left < 4 * fontSize) {
        if (before.isHyphenated) fragments += 1;
        else runts += 1;
      }
      before = { isFull, isHyphenated };
      if (!isFull || line[0].left - left > 3 * fontSize) continue;
      const gaps = line.slice(1).map((word, index) => word.left - line[index].right);
      // Tabs, leaders and what stands beside each other is no justified text.
      if (Math.max(...gaps) - Math.min(...gaps) > fontSize / 2) continue;
      spaces.push(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length / fontSize);
    }
  }
  const mean = spaces.reduce((sum, space) => sum + space, 0) / spaces.length;
  const variance = spaces.reduce((sum, space) => sum + (space - mean) ** 2, 0) / spaces.length;
  const share = (test) => percent(spaces.filter(test).length, spaces.length);
  return {
    lines: spaces.length,
    mean: rounded(mean, 3),
    deviation: rounded(Math.sqrt(variance), 4),
    loose: share((space) => space > 0.4),
    tight: share((space) => space < 0.17),
    hyphens: percent(hyphens, spaces.length),
    ladders,
    runts,
    fragments,
  };
}

/** The lines of a page without the number at its foot, which is no text. */
function withoutFolio(lines) {
  const [last] = lines.at(-1) ?? [];
  return lines.at(-1)?.length === 1 && /^(?:\d+|[ivxlc]+)$/.test(last.text) ? lines.slice(0, -1) : lines;
}

/** How far down pages of text go: all but those with which something begins or ends. */
function depthsOf(pages, isBody, body) {
  const edges = pages.map((lines) => {
    const text = lines.filter(isBody);
    return { count: text.length, top: text[0]?.[0].bottom ?? 0, lines };
  });
  const usualTop = commonest(edges.filter(({ count }) => count > 8).map(({ top }) => Math.round(top)));
  const bottoms = edges.map(({ lines }) => lines.findLast(isBody)?.[0].bottom ?? 0);
  const deepest = commonest(bottoms.map((bottom) => Math.round(bottom)).filter((bottom) => bottom > 0));
  const begins = edges.map(({ count, top }) => count === 0 || top > usualTop + 1.5 * body);
  const measured = edges.map(({ count, lines }, index) => {
    if (count < 8 || (begins[index + 1] ?? true)) return undefined;
    const depths = lines.map((line) => line[0].bottom).filter((bottom) => bottom < deepest + body);
    return Math.max(...depths);
  });
  const texts = measured.filter((bottom) => bottom !== undefined);
  const full = texts.filter((bottom) => bottom > deepest - 0.4 * body);
  // Spreads are an even page and the odd one behind it.
  const spreads = measured.flatMap((bottom, index) => {
    const other = measured[index + 1];
    return index % 2 === 1 && bottom !== undefined && other !== undefined ? [[bottom, other]] : [];
  });
  const uneven = spreads.filter(([one, other]) => Math.abs(one - other) > 0.4 * body);
  return {
    pages: texts.length,
    full: percent(full.length, texts.length),
    spreads: spreads.length,
    uneven: percent(uneven.length, spreads.length),
  };
}

/** The lines of a page, each as its words from left to right. */
function linesOf(page) {
  const rows = new Map();
  const words = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  for (const [, left, top, right, bottom, text] of page.matchAll(words)) {
    const row = Math.round(Number(bottom) / 4);
    const near = [row, row - 1, row + 1].find((at) => rows.has(at)) ?? row;
    rows.set(near, [
      ...(rows.get(near) ?? []),
      { left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), text },
    ]);
  }
  return [...rows.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) => row.toSorted((a, b) => a.left - b.left));
}

function percent(part, whole) {
  return whole === 0 ? 0 : rounded((100 * part) / whole, 2);
}

function rounded(value, digits) {
  return Number(value.toFixed(digits));
}

function commonest(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
