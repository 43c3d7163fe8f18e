/** How grave a breach is. */
export type Severity = 'error' | 'warning';

/** What a rule says when a message has no better hint, and how grave a breach of it is. */
export interface Rule {
  readonly severity: Severity;
  readonly hint: string;
}
