import type { Inspector } from '../content/events.ts';
import type { Findings } from '../findings.ts';
import type { JudgedFile } from '../judged-file.ts';
import { inspectMarks } from './inspect-marks.ts';
import { judgeAnnotations } from './judge-annotations.ts';
import { judgeDocument } from './judge-document.ts';
import { judgeStructure } from './judge-structure.ts';
import { readStructure } from './structure.ts';

/**
 * Judges what is peculiar to files for screens: that people who do not see them can read them.
 *
 * @returns what looks at the content
 */
export function judgeScreen(findings: Findings, { document, pages, metadata }: JudgedFile): Inspector[] {
  const structure = readStructure(document, pages);
  judgeDocument(findings, document, metadata, structure);
  if (structure === undefined) return [];
  judgeStructure(findings, structure);
  judgeAnnotations(findings, pages, structure);
  return [inspectMarks(findings, structure)];
}
