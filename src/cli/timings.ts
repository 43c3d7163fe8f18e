import type { BuildResult } from '../build/build.ts';

/**
 * What was done when and on which thread, as lines of a table: how long each task waited for its moment
 * and its turn, and when it began and ended, in seconds from the beginning; steps with what they took.
 */
export function timingsInWords({ timings, tasks }: Pick<BuildResult, 'timings' | 'tasks'>): string {
  const steps = Object.entries(timings).map(([step, took]) => ['', step, '', '', seconds(took)]);
  const ordered = tasks.toSorted((a, b) => a.began - b.began);
  const rows = ordered.map(({ lane, task, asked, began, ended }) => [
    lane,
    task,
    ...[began - asked, began, ended].map(seconds),
  ]);
  return table([
    ['', 'step', '', '', 'took'],
    ...steps,
    ['thread', 'task', 'waited', 'began', 'ended'],
    ...rows,
  ]);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

/** Words to the left, numbers to the right. */
function table(rows: ReadonlyArray<ReadonlyArray<string>>): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => padded(cell, widths[column] ?? 0, column < 2)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function padded(cell: string, width: number, isWord: boolean): string {
  return isWord ? cell.padEnd(width) : cell.padStart(width);
}
