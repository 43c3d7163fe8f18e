/** How grave a breach is: an error stops the build, a warning does where it is strict, an info never. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** What a rule says when a message has no better hint, and how grave a breach of it is. */
export interface Rule {
  readonly severity: Severity;
  readonly hint: string;
}

/** Whether a message of this severity fails a build or a check. */
export function isFailing(severity: Severity, strict = false): boolean {
  return severity === 'error' || (strict && severity === 'warning');
}
