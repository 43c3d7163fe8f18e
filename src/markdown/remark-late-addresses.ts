import type { Data, Processor } from 'unified';

type Extension = NonNullable<Data['micromarkExtensions']>[number];

/**
 * Leaves bare e-mail addresses to remark-gfm's pass over the finished text, which finds them
 * all the same: its tokenizer tries one at every letter, which takes half the time of parsing.
 * Use after remark-gfm.
 */
export function remarkLateAddresses(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(withoutAddresses);
}

function withoutAddresses(extension: Extension): Extension {
  if (!extension.text) return extension;
  const text: typeof extension.text = {};
  for (const [code, constructs] of Object.entries(extension.text)) {
    const rest = [constructs].flat().filter((construct) => construct?.name !== 'emailAutolink');
    if (rest.length > 0) text[code] = rest as typeof constructs;
  }
  return { ...extension, text };
}
