import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';
import type { RightsSeverities } from '../../book/metadata.ts';
import type { RightsRule } from '../../book/messages/rules.ts';

/** A breach of a rule about rights. */
export interface Finding {
  readonly rule: RightsRule;
  readonly file: VFile;
  readonly where: Position | Point | undefined;
  /** One sentence without a full stop. */
  readonly reason: string;
  /** In place of the rule's own. */
  readonly hint?: string;
}

/**
 * Reports the findings with the severities the book sets; those it turns off are not reported.
 *
 * @param findings the findings
 * @param severities the book's own severities
 */
export function reportFindings(findings: ReadonlyArray<Finding>, severities: RightsSeverities): void {
  for (const { rule, file, where, reason, hint } of findings) {
    const severity = severities[rule];
    if (severity === 'off') continue;
    report(file, rule, reason, where, {
      ...(hint !== undefined && { hint }),
      ...(severity !== undefined && { severity }),
    });
  }
}
