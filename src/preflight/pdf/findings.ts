import { least } from '../../book/long-lists.ts';
import type { Message } from '../../book/messages/messages.ts';
import type { PreflightRuleId } from '../../book/messages/preflight-rules.ts';
import type { Severity } from '../../book/messages/rule.ts';
import { ruleOf } from '../../book/messages/rules.ts';

interface Finding {
  readonly rule: PreflightRuleId;
  readonly reason: string;
  readonly severity: Severity;
  readonly hint: string;
  readonly pages: Set<number>;
}

/** How much is said of one rule; a file that breaks it everywhere is not helped by more. */
const mostOfRule = 25;

/** What is found in a PDF, said once for all pages where it is found. */
export class Findings {
  readonly #found = new Map<string, Finding>();

  /**
   * Notes a finding.
   *
   * @param reason one sentence without a full stop, the same on every page where it is the same fault
   * @param page from 1; none where it concerns the file
   * @param options a better hint than that of the rule, another severity
   */
  add(
    rule: PreflightRuleId,
    reason: string,
    page?: number,
    options: { readonly hint?: string; readonly severity?: Severity } = {},
  ): void {
    const key = `${rule} ${reason}`;
    const { hint, severity } = { ...ruleOf(rule), ...options };
    const finding = this.#found.get(key) ?? { rule, reason, severity, hint, pages: new Set() };
    if (page !== undefined) finding.pages.add(page);
    this.#found.set(key, finding);
  }

  /** The messages, by page; those about the whole file first. */
  messages(file: string): Message[] {
    const counted = new Map<PreflightRuleId, number>();
    const messages: Message[] = [];
    for (const { rule, reason, severity, hint, pages } of this.#found.values()) {
      const count = (counted.get(rule) ?? 0) + 1;
      counted.set(rule, count);
      if (count > mostOfRule) continue;
      const page = pages.size === 0 ? undefined : least(pages);
      const more = pages.size < 2 ? '' : `, and on ${pages.size - 1} more page${pages.size === 2 ? '' : 's'}`;
      messages.push({
        file,
        line: 1,
        column: 1,
        ...(page !== undefined && { page }),
        severity,
        rule,
        reason: `${reason}${more}`,
        hint,
      });
    }
    for (const [rule, count] of counted) {
      const last = messages.findLastIndex((message) => message.rule === rule);
      const message = messages[last];
      if (count > mostOfRule && message !== undefined)
        messages[last] = {
          ...message,
          reason: `${message.reason} (and ${count - mostOfRule} more of this kind)`,
        };
    }
    return messages.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0));
  }
}
