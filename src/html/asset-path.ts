import { staysInside } from '../book/addresses/stays-inside.ts';
import { posix } from 'node:path';
import type { Element } from 'hast';
import type { VFile } from 'vfile';
import type { AssetKind } from '../book/book.ts';
import { filePath } from '../book/addresses/file-path.ts';
import { kindInWords } from '../book/asset-name.ts';
import { fetchedFor } from '../book/fetched-images.ts';
import { ruleOfKind } from '../book/media-rules.ts';
import { report } from '../book/messages/messages.ts';
import type { RuleId } from '../book/messages/rules.ts';
import { noteRemote } from './remote-images.ts';

const copyIt = 'Copy the file into the manuscript folder, and write its path relative to the Markdown file.';

/**
 * The path in the manuscript folder that an address in the text names; one on the network, outside of the folder or
 * with the data in it is reported.
 *
 * @param source the address
 * @param node the element that asks for it
 * @param kind what it asks for
 */
export function assetPath(
  source: string,
  node: Element,
  file: VFile,
  kind: AssetKind = 'image',
): string | undefined {
  const refuse = (rule: RuleId, reason: string, hint?: string): undefined => {
    const said = hint ?? (kind === 'image' ? undefined : copyIt);
    report(file, ruleOfKind(rule, kind), reason, node, said === undefined ? {} : { hint: said });
    return undefined;
  };
  const remote = (reason: string) => refuse('image-remote', reason);
  const fetched = kind === 'image' ? fetchedFor(file, source) : undefined;
  if (fetched?.path !== undefined) return fetched.path;
  if (fetched !== undefined) return remote(`The image "${source}" was not fetched: ${fetched.fault}`);
  const outside = (reason: string) => refuse('image-outside', reason);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(source)?.[0].toLowerCase();
  if (scheme === 'file:' || /^[a-z]:(?:[\\/]|%5c)/i.test(source))
    return outside(`The ${kindInWords(kind)} "${source}" lies outside the manuscript folder`);
  if (scheme === 'data:') return remote(`The ${kindInWords(kind)} is written into its address as data`);
  if (scheme !== undefined || source.startsWith('//')) {
    if (kind === 'image' && /^(?:https?:)?\/\//i.test(source)) {
      noteRemote(file, source, node);
      return undefined;
    }
    return remote(`The ${kindInWords(kind)} "${source}" lies on the network`);
  }
  const decoded = filePath(source.replace(/[?#].*$/s, ''));
  if (decoded === '') {
    return refuse('image-missing', `The ${kindInWords(kind)} has no address`);
  }
  const path = posix.normalize(posix.join(posix.dirname(file.path ?? ''), decoded));
  if (decoded.startsWith('/'))
    return refuse(
      'image-outside',
      `The ${kindInWords(kind)} "${source}" lies outside the manuscript folder`,
      `Paths begin where the Markdown file lies: write ${fromFile(decoded, file)}, if that is the file.`,
    );
  if (!staysInside(path) || /[\0-\x1f]/.test(decoded)) {
    return outside(`The ${kindInWords(kind)} "${source}" lies outside the manuscript folder`);
  }
  return path;
}

/** An address from the root of a site as one from a file of the manuscript. */
function fromFile(address: string, file: VFile): string {
  return posix.relative(posix.dirname(`/${file.path ?? ''}`), posix.normalize(address));
}
