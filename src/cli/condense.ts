import type { Message } from '../book/messages/messages.ts';
import { severities } from '../book/messages/rule.ts';

/** Findings of one kind, of which the first are shown and the rest counted. */
export interface Finding {
  /** Those to show, in order. */
  readonly shown: ReadonlyArray<Message>;
  /** Those only counted. */
  readonly counted: ReadonlyArray<Message>;
}

/** From how many on the same finding is counted, usually. */
const usuallyMany = 4;

/** How many are shown of a finding that is made often. */
const most = { error: 10, warning: 3, info: 3 } as const;

/**
 * The messages, what stops the build last. Where one rule with one hint is met four times or more, they
 * are one finding: a few places stand for all; of equal sentences, one.
 *
 * @param messages in any order, which is kept within errors and within warnings
 * @param many from how many on they are one
 */
export function condense(messages: ReadonlyArray<Message>, many = usuallyMany): Finding[] {
  const ordered = messages.toSorted(
    (a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity),
  );
  const kinds = new Map<string, Message[]>();
  for (const message of ordered) {
    const kind = kinds.get(kindOf(message));
    if (kind === undefined) kinds.set(kindOf(message), [message]);
    else kind.push(message);
  }
  return ordered.flatMap((message) => {
    const kind = kinds.get(kindOf(message)) ?? [];
    if (kind.length < many) return [{ shown: [message], counted: [] }];
    return kind[0] === message ? [findingOf(kind, most[message.severity])] : [];
  });
}

function kindOf({ severity, rule, hint }: Message): string {
  return JSON.stringify([severity, rule, hint]);
}

function findingOf(kind: ReadonlyArray<Message>, limit: number): Finding {
  const told = new Set<string>();
  const shown = kind.filter(({ reason }) => !told.has(reason) && told.add(reason)).slice(0, limit);
  return { shown, counted: kind.filter((message) => !shown.includes(message)) };
}
