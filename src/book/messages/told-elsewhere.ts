import type { Message } from './messages.ts';

/** The reason of a finding in a finished file, told at its place in the manuscript: it says where it was found. */
export function reasonWithPlace({ reason, file, line, column, page }: Message): string {
  return `${reason} (${page === undefined ? `${file}:${line}:${column}` : `${file} page ${page}`})`;
}

/** Findings in finished files as a build has told them of the same files: at their places in the manuscript. */
export function asTold(findings: ReadonlyArray<Message>, told: ReadonlyArray<Message>): Message[] {
  const placed = new Map(told.map((message) => [keyOf(message.rule, message.reason), message]));
  return findings.map((finding) => placed.get(keyOf(finding.rule, reasonWithPlace(finding))) ?? finding);
}

function keyOf(rule: string, reason: string): string {
  return `${rule} ${reason}`;
}
