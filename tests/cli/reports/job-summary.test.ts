import { afterEach, describe, expect, it, vi } from 'vitest';
import { jobSummary } from '../../../src/cli/reports/job-summary.ts';
import { makeReport, thinLine, undefinedNote } from './make-report.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the summary of a job', () => {
  it('has what was made, counted and found, and how long it took', () => {
    const times = { 'Making the editions': 9765, total: 12_340 };
    expect(jobSummary(makeReport('book', [thinLine, undefinedNote], { times })).split('\n')).toEqual([
      '## The Tide: built',
      '',
      '612 pages · 215,000 words · in 12.3 s · 1 error, 1 warning',
      '',
      '| File | Size | SHA-256 |',
      '| --- | --- | --- |',
      '| tide.epub | 272 kB | `ab12` |',
      '',
      '| Severity | Place | Rule | What, and what to do |',
      '| --- | --- | --- | --- |',
      '| ❌ error | book/01-one.md:3:14 | note-undefined | No note is defined for \\[^b\\]<br>Define it. |',
      '| ⚠️ warning | book/book-press.pdf page 12 | pdf-hairline | A line is 0.1 pt thick<br>Make it thicker. |',
      '',
      '| Step | Seconds |',
      '| --- | --- |',
      '| Making the editions | 9.8 |',
      '| total | 12.3 |',
      '',
      '',
    ]);
  });

  it('leads to the line on GitHub', () => {
    vi.stubEnv('GITHUB_SERVER_URL', 'https://github.example');
    vi.stubEnv('GITHUB_REPOSITORY', 'jane/tide');
    vi.stubEnv('GITHUB_SHA', 'abc');
    expect(jobSummary(makeReport('book', [{ ...undefinedNote, file: 'a b.md' }]))).toContain(
      '[book/a b.md:3:14](https://github.example/jane/tide/blob/abc/book/a%20b.md#L3)',
    );
  });

  it('shows what a manuscript says, whatever it is, in one cell', () => {
    const hostile = { ...undefinedNote, reason: '|<img src=x>`a` [x](y) @jane\n\n# Title', hint: '' };
    expect(jobSummary(makeReport('book', [hostile]))).toContain(
      '| \\|&lt;img src=x>\\`a\\` \\[x\\](y) \\@jane  \\# Title |\n',
    );
  });

  it('has room for two hundred findings', () => {
    const many = Array.from({ length: 250 }, () => undefinedNote);
    expect(jobSummary(makeReport('book', many))).toContain('… and 50 more; the log has them all.');
  });
});
