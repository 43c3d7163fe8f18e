import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Lengths in points. How far a line may miss the margins and still be a full one. */
const tolerance = 1;

/**
 * The space between words of every full line of a PDF, in em, as pdftotext sees the words:
 * lines that begin at the margin or at the indent of a paragraph and end at the other margin.
 *
 * @param measure width of the text, and `indent` of a paragraph's first line, in points
 * @returns the mean space of each line; how many lines end in a hyphen, and in how long runs
 */
export async function wordSpaces(pdf, { measure, indent, fontSize }) {
  const { stdout } = await run('pdftotext', ['-bbox-layout', pdf, '-'], { maxBuffer: 1 << 29 });
  const spaces = [];
  const runs = new Map();
  let hyphenated = 0;
  let overfull = 0;
  for (const page of stdout.split('<page ').slice(1)) {
    const lines = linesOf(page);
    const left = commonest(lines.map((line) => Math.round(line[0].left)));
    let successive = 0;
    for (const line of lines) {
      const begin = line[0].left - left;
      const end = line.at(-1).right - left;
      const begins = Math.abs(begin) < tolerance + 0.5 || Math.abs(begin - indent) < tolerance + 0.5;
      const full = begins && line.length > 2 && end > measure - tolerance - 0.5;
      if (full && /[\p{L}][-\u2010\u00ad]$/u.test(line.at(-1).text)) {
        hyphenated++;
        successive++;
      } else {
        if (successive > 0) runs.set(successive, (runs.get(successive) ?? 0) + 1);
        successive = 0;
      }
      if (!full) continue;
      const gaps = line.slice(1).map((word, index) => word.left - line[index].right);
      // Tabs, leaders and what stands beside each other is no justified text.
      if (Math.max(...gaps) - Math.min(...gaps) > fontSize / 2) continue;
      if (end > measure + tolerance + 0.5) overfull++;
      spaces.push(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length / fontSize);
    }
    if (successive > 0) runs.set(successive, (runs.get(successive) ?? 0) + 1);
  }
  return { spaces: spaces.toSorted((a, b) => a - b), hyphenated, runs, overfull };
}

/** The lines of a page, each as its words from left to right. */
function linesOf(page) {
  const rows = new Map();
  const words = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  for (const [, left, , right, bottom, text] of page.matchAll(words)) {
    const row = Math.round(Number(bottom) / 4);
    const near = [row, row - 1, row + 1].find((at) => rows.has(at)) ?? row;
    rows.set(near, [...(rows.get(near) ?? []), { left: Number(left), right: Number(right), text }]);
  }
  return [...rows.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) => row.toSorted((a, b) => a.left - b.left));
}

function commonest(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
