import type { ReleaseChanges } from '../compare/changes.ts';
import { changesInWords } from '../compare/in-words.ts';
import { markdownText } from './markdown-text.ts';

/** What pull requests have room for: so many lines of a kind are shown at once, the rest folded. */
const shown = 30;

/** What has changed, as Markdown: for a comment on a pull request. */
export function changesInMarkdown(changes: ReleaseChanges): string {
  const groups = changesInWords(changes);
  const title = `## ${markdownText(changes.title)}: what has changed`;
  if (groups.length === 0) return `${title}\n\nNothing: both releases are the same.\n`;
  const sections = groups.map(({ head, lines }) => {
    const items = lines.map((line) => `- ${markdownText(line)}`);
    const rest = items.slice(shown);
    const folded =
      rest.length === 0
        ? []
        : ['', `<details><summary>${rest.length} more</summary>`, '', ...rest, '', '</details>'];
    return [`### ${head}`, '', ...items.slice(0, shown), ...folded].join('\n');
  });
  return `${[title, ...sections].join('\n\n')}\n`;
}
