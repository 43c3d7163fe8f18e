import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConcordance, type IndexYaml } from './concordance.ts';
import { readRightsYaml, type RightsYaml } from './rights.ts';

/** What may lie beside book.yaml; undefined where it does not. */
interface OwnFiles {
  readonly rightsYaml: RightsYaml | undefined;
  readonly indexYaml: IndexYaml | undefined;
}

/**
 * Reads rights.yaml and index.yaml: beside the book of another program without a book.yaml they are something else.
 *
 * @param root the real path of the manuscript folder
 * @param isForeign whether the texts are those of another program
 */
export async function readOwnFiles(root: string, isForeign: boolean): Promise<OwnFiles> {
  if (isForeign && !existsSync(join(root, 'book.yaml')))
    return { rightsYaml: undefined, indexYaml: undefined };
  const [rightsYaml, indexYaml] = await Promise.all([readRightsYaml(root), readConcordance(root)]);
  return { rightsYaml, indexYaml };
}
