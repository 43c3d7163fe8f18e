import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { pointAfter } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import { canonicalTag } from '../../language/tag.ts';

/**
 * The language a directive declares, in canonical form: `{lang=de}`, or `{de}` on `:lang`.
 *
 * @param node the directive
 * @param file where a tag that is no BCP 47 tag (RFC 5646) is reported
 */
export function languageOf(
  node: ContainerDirective | LeafDirective | TextDirective,
  file: VFile,
): string | undefined {
  const attributes = Object.entries(node.attributes ?? {});
  const bare = node.name === 'lang' ? attributes.find(([, value]) => value === '')?.[0] : undefined;
  const tag = node.attributes?.['lang'] ?? bare;
  if (tag === undefined && node.name !== 'lang') return undefined;
  const language = canonicalTag(tag ?? '');
  if (language) return language;
  const reason = tag ? `"${tag}" is not a language tag` : 'This :lang names no language';
  const ending = String(file).slice(node.position?.end.offset).split('\n', 1)[0] ?? '';
  report(file, 'language-tag', reason, braceOf(node, file), {
    hint: /^[^[\]]*\]\{/.test(ending)
      ? 'A bracket within its words ends it: write \\[ and \\] for both.'
      : 'Write a BCP 47 tag in braces, such as :lang[Die Welt]{de}.',
  });
  return undefined;
}

/** Where the attributes begin, or else the directive. */
function braceOf(node: ContainerDirective | LeafDirective | TextDirective, file: VFile) {
  const start = node.position?.start;
  const end = node.position?.end;
  if (!start || start.offset === undefined || end?.offset === undefined) return start;
  const last = node.children.at(-1)?.position?.end;
  const from = node.type === 'textDirective' && last?.offset !== undefined ? last : start;
  const brace = String(file).slice(from.offset, end.offset).split('\n')[0]?.indexOf('{') ?? -1;
  if (brace === -1) return start;
  return pointAfter(file, from, brace);
}
