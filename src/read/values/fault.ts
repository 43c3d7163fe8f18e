import type { RuleId } from '../../book/messages/rules.ts';

/** What a parser of a single value answers in place of a value. */
export class Fault {
  readonly reason: string;
  readonly rule: RuleId;
  readonly hint: string | undefined;

  /**
   * @param reason one sentence without a full stop that names the value
   * @param options the rule broken (config-value by default) and what to do
   */
  constructor(reason: string, options: { readonly rule?: RuleId; readonly hint?: string } = {}) {
    this.reason = reason;
    this.rule = options.rule ?? 'config-value';
    this.hint = options.hint;
  }
}
