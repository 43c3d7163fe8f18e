import type { VFile } from 'vfile';
import { limits } from '../../book/limits.ts';
import { report } from '../../book/messages/messages.ts';
import type { RightsSeverities } from '../../book/metadata.ts';
import type { DeclaredPart, RightsRegister } from '../../book/rights.ts';
import { declarationsIn, type Declaration } from './declarations.ts';
import { didYouMean } from '../../book/nearest.ts';
import { readSafely, siblingsOf } from '../files/safe-file.ts';
import { faultInWords, readText } from '../files/text-file.ts';
import { parseYaml } from '../yaml/yaml-document.ts';

const largest = limits['rights-yaml-size'].most;

/** rights.yaml, read and checked. */
export interface RightsYaml {
  readonly file: VFile;
  readonly declarations: ReadonlyArray<Declaration>;
}

/**
 * The parts rights.yaml declares, or nothing where the manuscript has no such file.
 *
 * @param root the real path of the manuscript folder
 */
export async function readRightsYaml(root: string): Promise<RightsYaml | undefined> {
  const { file, fault } = await readText(root, 'rights.yaml', largest, 'Keep rights.yaml below 1 MB.');
  if (fault === 'missing') return undefined;
  const document = fault === undefined ? parseYaml(file, String(file.value)) : undefined;
  const empty = document === undefined || document.value === '';
  return { file, declarations: empty ? [] : declarationsIn(file, document, [], document.value) };
}

/**
 * The register of what is declared. A part declared again is a message at the second place, an
 * image that does not exist one at its own.
 *
 * @param root the real path of the manuscript folder
 * @param declarations in the order of the files
 * @param severities how grave an unknown image is, where the book says so
 */
export async function registerOf(
  root: string,
  declarations: ReadonlyArray<Declaration>,
  severities: RightsSeverities,
): Promise<RightsRegister> {
  const images = new Map<string, DeclaredPart>();
  const sources = new Map<string, DeclaredPart>();
  for (const { kind, key, part } of declarations) {
    const known = kind === 'image' ? images : sources;
    const earlier = known.get(key);
    if (earlier === undefined) known.set(key, part);
    else reportTwice(`The ${kind} "${key}"`, part, earlier);
  }
  const severity = severities['rights-unknown'];
  if (severity !== 'off') {
    for (const [path, part] of images) {
      const unknown = await unknownImage(root, path);
      if (unknown === undefined) continue;
      const { reason, ...hint } = unknown;
      report(part.file, 'rights-unknown', reason, part.position, { ...hint, ...(severity && { severity }) });
    }
  }
  return { images, sources };
}

function reportTwice(name: string, part: DeclaredPart, earlier: DeclaredPart): void {
  const line = earlier.position?.start.line ?? 1;
  report(part.file, 'config-value', `${name} is declared twice`, part.position, {
    hint: `Keep one of the two: the other stands in ${earlier.file.path}, line ${line}.`,
  });
}

async function unknownImage(
  root: string,
  path: string,
): Promise<{ readonly reason: string; readonly hint: string } | undefined> {
  // Asking for no bytes at all tells what is there without reading it.
  const { fault } = await readSafely(root, path, 0);
  if (fault === undefined || fault === 'too-large') return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const near = fault === 'missing' ? didYouMean(name, await siblingsOf(root, path)) : undefined;
  const hint = near ?? 'Correct the path, which is relative to this file, or take the entry out.';
  return { reason: `The image "${path}" ${faultInWords(fault)}`, hint };
}
