import type { Message } from '../../book/messages/messages.ts';
import type { PreflightRuleId } from '../../book/messages/preflight-rules.ts';
import { ruleOf } from '../../book/messages/rules.ts';

/** A finding in a file of a release. */
export function finding(rule: PreflightRuleId, file: string, reason: string): Message {
  return { file, line: 1, column: 1, rule, reason, ...ruleOf(rule) };
}
