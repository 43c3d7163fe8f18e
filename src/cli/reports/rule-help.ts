import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Rule } from '../../book/messages/rule.ts';
import { ruleOf, type RuleId } from '../../book/messages/rules.ts';
import { version } from '../../version.ts';

/** What the Handbook says of a rule. */
interface Entry {
  /** As text. */
  readonly meaning: string;
  /** As Markdown that needs no other page. */
  readonly markdown: string;
  /** The heading it stands under, as an anchor. */
  readonly anchor: string;
}

/** A rule, and what is known of it besides. */
export type RuleHelp = Rule & Partial<Omit<Entry, 'anchor'>> & { readonly uri?: string };

/**
 * What a rule means and what to do about a breach of it, from the Handbook's chapter on messages.
 *
 * @param repository where this package is developed, with its Handbook; by default as its manifest has it
 */
export function ruleHelp(rule: RuleId, repository = repositoryOfPackage()): RuleHelp {
  // Those of other checkers are told of together, as `epubcheck/…`.
  const entry = entries().get(rule) ?? entries().get(rule.replace(/\/.*/, '/…'));
  if (entry === undefined) return ruleOf(rule);
  const { anchor, ...told } = entry;
  const uri = `${repository}/blob/v${version}/manuscript/messages.md#${anchor}`;
  return { ...ruleOf(rule), ...told, ...(repository !== undefined && { uri }) };
}

/** A package says where it is developed when it is published. */
function repositoryOfPackage(): string | undefined {
  const { repository } = createRequire(import.meta.url)('colophon/package.json') as {
    readonly repository?: { readonly url?: string };
  };
  const [address] = /https:\/\/[^\s#]+/.exec(repository?.url ?? '') ?? [];
  return address?.replace(/\.git$/, '');
}

let read: ReadonlyMap<string, Entry> | undefined;

function entries(): ReadonlyMap<string, Entry> {
  read ??= entriesIn(chapter());
  return read;
}

function chapter(): string {
  const file = new URL('manuscript/messages.md', import.meta.resolve('colophon/package.json'));
  return readFileSync(file, 'utf8');
}

function entriesIn(text: string): Map<string, Entry> {
  const found = new Map<string, Entry>();
  let anchor = '';
  for (const block of text.split(/\n{2,}/)) {
    const heading = /^#{2,3} (.+)$/.exec(block)?.[1];
    if (heading !== undefined)
      anchor = heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-');
    const [, names, definition] = /^(`[\s\S]*?)\n: ([\s\S]*)$/.exec(block) ?? [];
    if (names === undefined || definition === undefined) continue;
    const markdown = definition
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
      .trim();
    const meaning = markdown.replaceAll(/[`*\\]/g, '');
    for (const [, rule = ''] of names.matchAll(/`([^`]+)`/g)) found.set(rule, { meaning, markdown, anchor });
  }
  return found;
}
