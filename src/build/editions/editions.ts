import type { EditionKind } from './edition.ts';
import { epub } from './epub.ts';
import { pdf } from './pdf.ts';
import { press } from './press.ts';

/** Every edition a build can make, in the order in which a release lists them. */
const registry = [epub, pdf, press] as const satisfies ReadonlyArray<EditionKind>;

/** The name of an edition, as `--only` takes it. */
export type EditionName = (typeof registry)[number]['name'];

/** An edition of the registry. */
export type Edition = EditionKind & { readonly name: EditionName };

export const editions: ReadonlyArray<Edition> = registry;

export const editionNames: ReadonlyArray<EditionName> = registry.map(({ name }) => name);

export function isEdition(name: string): name is EditionName {
  return editionNames.some((edition) => edition === name);
}
