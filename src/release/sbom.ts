// The package as a whole looks for schemas beside its modules.
import * as Enums from '@cyclonedx/cyclonedx-library/Enums';
import * as Models from '@cyclonedx/cyclonedx-library/Models';
import * as Serialize from '@cyclonedx/cyclonedx-library/Serialize';
import * as Spec from '@cyclonedx/cyclonedx-library/Spec';

/** Something of which the bytes of a release depend. */
export interface UsedComponent {
  readonly kind: 'program' | 'library' | 'platform' | 'data';
  readonly name: string;
  readonly version?: string | undefined;
  /** An SPDX expression, or the name of the licence. */
  readonly licence?: string | undefined;
  readonly description?: string | undefined;
  /** Lower-case hexadecimal. */
  readonly hashes?: { readonly sha256?: string; readonly sha512?: string };
  /** Whether it is a package of the npm registry. */
  readonly isPackage?: boolean;
}

/** What a bill of materials is about. */
export interface SbomSubject {
  readonly title: string;
  /** A short name, in ASCII. */
  readonly slug: string;
  /** The instant of last change: the time of day would make every bill another. */
  readonly modified: Date;
}

const types = {
  program: Enums.ComponentType.Application,
  library: Enums.ComponentType.Library,
  platform: Enums.ComponentType.Platform,
  data: Enums.ComponentType.Data,
} as const;

/**
 * A bill of materials: the book, the program that made it, and all that shaped its bytes.
 *
 * @param program what made it, and runs with the libraries
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function sbomOf(
  { title, slug, modified }: SbomSubject,
  program: UsedComponent,
  used: ReadonlyArray<UsedComponent>,
): Uint8Array {
  const bom = new Models.Bom();
  const maker = componentOf(program);
  const book = new Models.Component(Enums.ComponentType.Data, title, { bomRef: `book:${slug}` });
  bom.metadata.component = book;
  bom.metadata.timestamp = modified;
  bom.metadata.tools.components.add(componentOf(program, 'tool:'));
  book.dependencies.add(maker.bomRef);
  bom.components.add(maker);
  for (const each of used) {
    const component = componentOf(each);
    bom.components.add(component);
    (each.kind === 'library' ? maker : book).dependencies.add(component.bomRef);
  }
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return Buffer.from(`${new Serialize.JsonSerializer(factory).serialize(bom, { space: 2 })}\n`);
}

function componentOf(used: UsedComponent, prefix = ''): Models.Component {
  const { kind, name, version, licence, description, hashes = {}, isPackage = false } = used;
  const purl = `pkg:npm/${name.replace('@', '%40')}${version === undefined ? '' : `@${version}`}`;
  const component = new Models.Component(types[kind], name, {
    bomRef: prefix + (isPackage ? purl : `${kind}:${[name, version].filter(Boolean).join('@')}`),
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description }),
    ...(isPackage && { purl }),
  });
  if (licence !== undefined) component.licenses.add(licenceOf(licence));
  if (hashes.sha256 !== undefined) component.hashes.set(Enums.HashAlgorithm['SHA-256'], hashes.sha256);
  if (hashes.sha512 !== undefined) component.hashes.set(Enums.HashAlgorithm['SHA-512'], hashes.sha512);
  return component;
}

function licenceOf(licence: string): Models.License {
  return /^[\w.+() -]+$/.test(licence) && !/^see /i.test(licence)
    ? new Models.LicenseExpression(licence)
    : new Models.NamedLicense(licence);
}
