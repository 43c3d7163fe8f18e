import type { Data, Processor } from 'unified';

type Extension = NonNullable<Data['micromarkExtensions']>[number];

/**
 * Leaves bare e-mail addresses to remark-gfm's pass over the finished text, which finds them
 * all the same: its tokenizers try one at every letter, which takes half the time of parsing.
 * Use after remark-gfm.
 *
 * @param options.web whether the text may hold bare web addresses, for which tokenizers are needed
 */
export function remarkLateAddresses(this: Processor, options: { readonly web: boolean }): void {
  const idle = new Set(['emailAutolink', ...(options.web ? [] : ['protocolAutolink', 'wwwAutolink'])]);
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => without(idle, extension));
}

function without(names: ReadonlySet<string>, extension: Extension): Extension {
  if (!extension.text) return extension;
  const text: typeof extension.text = {};
  for (const [code, constructs] of Object.entries(extension.text)) {
    const rest = [constructs].flat().filter((construct) => !names.has(construct?.name ?? ''));
    if (rest.length > 0) text[code] = rest as typeof constructs;
  }
  return { ...extension, text };
}
