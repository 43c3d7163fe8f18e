import type { Line } from './lines.ts';

interface Cell {
  readonly cell_type?: string;
  readonly source?: string | ReadonlyArray<string>;
  readonly outputs?: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly metadata?: { readonly tags?: ReadonlyArray<string> };
}

/**
 * The text of a notebook of Jupyter: its Markdown, its code, and of what came of it the text.
 *
 * @param source JSON (nbformat 4)
 */
export function linesOfNotebook(source: string): Line[] {
  const texts: string[] = [];
  for (const cell of cellsIn(source)) {
    const text = joined(cell.source);
    const tags = cell.metadata?.tags ?? [];
    if (tags.includes('remove-cell')) continue;
    if (cell.cell_type === 'markdown') texts.push(text, '');
    if (cell.cell_type !== 'code') continue;
    if (text.trim() !== '' && !tags.includes('remove-input') && !tags.includes('hide-input'))
      texts.push('````python', text, '````', '');
    if (tags.includes('remove-output')) continue;
    for (const output of cell.outputs ?? []) {
      const said = outputOf(output);
      if (said !== '') texts.push('````', said, '````', '');
    }
  }
  return texts
    .join('\n')
    .split('\n')
    .map((text) => ({ text, at: 1 }));
}

function cellsIn(source: string): ReadonlyArray<Cell> {
  try {
    const { cells } = JSON.parse(source) as { cells?: unknown };
    return Array.isArray(cells) ? (cells as Cell[]) : [];
  } catch {
    return [];
  }
}

function joined(text: unknown): string {
  if (Array.isArray(text)) return text.filter((each) => typeof each === 'string').join('');
  return typeof text === 'string' ? text : '';
}

function outputOf(output: Readonly<Record<string, unknown>>): string {
  const data = output['data'];
  const plain =
    typeof data === 'object' && data !== null ? (data as Record<string, unknown>)['text/plain'] : undefined;
  const text = joined(output['text'] ?? plain)
    .replace(/\u001B\[[\d;]*m/g, '')
    .trimEnd();
  return /^<(?:Figure|matplotlib|IPython|.*object at)|^\[<matplotlib/.test(text) ? '' : text;
}
