import type { StepName } from '../dialects/dialect.ts';
import { mystSteps } from './jupyter-book.ts';
import { pandocSteps } from './quarto.ts';

/** What texts by themselves show that they were written for. */
export function stepsShownIn(text: string): StepName[] {
  const isPandoc = /\[-?@\p{L}[\w:.-]*|^#.*\{#(?:sec|fig|tbl|eq)[:-]|^!\[.*\{#fig[:-]/mu.test(text);
  const isMyst = /^[ \t]+format_name: myst$|^`{3,}\{code-cell\}/m.test(text);
  const hasAdmonitions = /^(?:!!!|\?\?\?\+?)[ \t]+\w+[^\n]*\n(?: {4}|\t)\S/m.test(text);
  const isMdx =
    /^import\s[^\n]*\sfrom\s+["'][^"'\n]+["'];?[ \t]*$/m.test(text) && /<[A-Z]\w*[\s/>]/.test(text);
  return [
    ...(isMdx ? (['mdx'] as const) : []),
    ...(isPandoc ? pandocSteps : []),
    ...(isMyst ? mystSteps : []),
    ...(hasAdmonitions ? (['admonitions'] as const) : []),
    ...(/^[ \t]*\{:[.#\s][^}\n]*\}[ \t]*$/m.test(text) ? (['kramdown'] as const) : []),
    ...(/^[AITW]> \S/m.test(text) ? (['markua'] as const) : []),
    ...(/^\{%-?[ \t]*(?:hint|include|raw|figure|code|tabs)\b/m.test(text) ? (['templates'] as const) : []),
    ...(/\[\[[^\]\n]+\]\]/.test(text) ? (['wiki-links'] as const) : []),
    'formulas',
    'images',
  ];
}
