import type { Message } from '../../book/messages/messages.ts';
import { ruleOf } from '../../book/messages/rules.ts';
import { factNames, type Carrier, type Fact, type Facts } from './fact.ts';
import { normal, squeezed } from './normal.ts';

/**
 * What a carrier says otherwise than the metadata, or leaves out.
 *
 * @param carrier what it says
 * @param expected what the metadata say of its product
 */
export function compare(carrier: Carrier, expected: Facts): Message[] {
  const messages: Message[] = [];
  for (const fact of Object.keys(factNames) as Fact[]) {
    const wanted = distinct(fact, expected[fact]);
    const found = carrier.facts[fact];
    if (found !== undefined && !(wanted.length === 0 && carrier.lenient?.has(fact))) {
      const reason = difference(carrier.name, factNames[fact], distinct(fact, found), wanted);
      if (reason !== undefined) messages.push(factsDiffer(carrier.file, reason));
    }
    if (carrier.prose?.facts.includes(fact)) {
      const text = squeezed(carrier.prose.text);
      for (const value of wanted.filter((each) => !text.includes(squeezed(each)))) {
        messages.push(
          factsDiffer(
            carrier.file,
            `${carrier.name} does not name the ${factNames[fact]} ${quoted([value])}`,
          ),
        );
      }
    }
  }
  return messages;
}

/** The message about a place where facts differ. */
export function factsDiffer(file: string, reason: string, severity?: Message['severity']): Message {
  const { hint, severity: usual } = ruleOf('facts-differ');
  // What is told as a warning holds nothing back.
  const remedy = severity === 'warning' ? hint.replace(/^Nothing was released\. /, '') : hint;
  return {
    file,
    line: 1,
    column: 1,
    severity: severity ?? usual,
    rule: 'facts-differ',
    reason,
    hint: remedy,
  };
}

function difference(
  name: string,
  fact: string,
  found: ReadonlyArray<string>,
  wanted: ReadonlyArray<string>,
): string | undefined {
  const extra = found.filter((value) => !wanted.includes(value));
  const missing = wanted.filter((value) => !found.includes(value));
  if (extra.length > 0 && missing.length > 0) {
    return `${name} says the ${fact} is ${quoted(extra)}, the metadata say ${quoted(missing)}`;
  }
  if (extra.length > 0) return `${name} says the ${fact} is ${quoted(extra)}, the metadata do not`;
  if (missing.length > 0) return `${name} does not say that the ${fact} is ${quoted(missing)}`;
  return undefined;
}

function distinct(fact: Fact, values: ReadonlyArray<string> = []): string[] {
  // A range of years is written in many ways.
  const spelt = values.map((value) => (fact === 'years' ? value.replaceAll(/\D+/g, '–') : normal(value)));
  return [...new Set(spelt)].filter((value) => value !== '');
}

function quoted(values: ReadonlyArray<string>): string {
  return values.map((value) => `"${value}"`).join(', ');
}
