import { PDFArray, PDFHexString, PDFName, PDFStream, PDFString, type PDFDict, type PDFObject } from 'pdf-lib';
import { asArray, asName, dictOf, entry, numberOf } from '../../../pdf/look-up.ts';
import { decodedBytes } from '../../../pdf/streams.ts';
import { dictionary } from '../../../book/dictionary.ts';

/** What the numbers of a colour mean (ISO 32000-1, 8.6). */
export interface ColourSpace {
  readonly kind: 'grey' | 'rgb' | 'cmyk' | 'lab' | 'spot' | 'pattern' | 'unknown';
  /** As the file names it, or would: `DeviceRGB`. */
  readonly name: string;
  /** Whether it means what the device makes of it. */
  readonly isDevice: boolean;
  readonly components: number;
  /** That of an ICCBased space. */
  readonly profile?: PDFStream;
  /** The inks of a Separation or DeviceN space. */
  readonly inks?: ReadonlyArray<string>;
  /** The space an Indexed space, a spot colour or a pattern takes its colours from. */
  readonly base?: ColourSpace;
  /** The colours of an Indexed space, byte by byte. */
  readonly palette?: Uint8Array;
}

const device = {
  grey: { kind: 'grey', name: 'DeviceGray', isDevice: true, components: 1 },
  rgb: { kind: 'rgb', name: 'DeviceRGB', isDevice: true, components: 3 },
  cmyk: { kind: 'cmyk', name: 'DeviceCMYK', isDevice: true, components: 4 },
} as const satisfies Record<string, ColourSpace>;

const byName = dictionary<ColourSpace & { readonly substitute: string }>({
  DeviceGray: { ...device.grey, substitute: 'DefaultGray' },
  G: { ...device.grey, substitute: 'DefaultGray' },
  DeviceRGB: { ...device.rgb, substitute: 'DefaultRGB' },
  RGB: { ...device.rgb, substitute: 'DefaultRGB' },
  DeviceCMYK: { ...device.cmyk, substitute: 'DefaultCMYK' },
  CMYK: { ...device.cmyk, substitute: 'DefaultCMYK' },
});

const unknown: ColourSpace = { kind: 'unknown', name: 'unknown', isDevice: false, components: 1 };

/** Spaces within spaces. */
const deepest = 6;

/**
 * The colour space of a name in resources; a device space is what the resources put in its place.
 *
 * @param name one of the names of the resources, or of a device space
 */
export function namedSpace(name: string, resources: PDFDict | undefined, depth = 0): ColourSpace {
  if (depth > deepest) return unknown;
  const spaces = dictOf(resources, 'ColorSpace');
  const known = byName[name];
  if (known !== undefined) {
    const substitute = entry(spaces, known.substitute);
    if (substitute === undefined) return known;
    const space = spaceOf(substitute, undefined, depth + 1);
    return space.kind === 'unknown' ? known : space;
  }
  if (name === 'Pattern') return { ...unknown, kind: 'pattern', name };
  const defined = entry(spaces, name);
  if (defined === undefined || asName(defined) === name) return unknown;
  return spaceOf(defined, resources, depth + 1);
}

/**
 * The colour space that an object is.
 *
 * @param resources where names and substitutes of device spaces are looked up
 */
export function spaceOf(
  object: PDFObject | undefined,
  resources: PDFDict | undefined,
  depth = 0,
): ColourSpace {
  if (depth > deepest) return unknown;
  if (object instanceof PDFName) return namedSpace(object.decodeText(), resources, depth);
  if (!(object instanceof PDFArray)) return unknown;
  const [family, second, third, fourth] = asArray(object);
  const name = asName(family) ?? '';
  const inner = (): ColourSpace => spaceOf(second, resources, depth + 1);
  switch (name) {
    case 'ICCBased':
      return iccSpace(second);
    case 'CalGray':
      return { kind: 'grey', name, isDevice: false, components: 1 };
    case 'CalRGB':
      return { kind: 'rgb', name, isDevice: false, components: 3 };
    case 'Lab':
      return { kind: 'lab', name, isDevice: false, components: 3 };
    case 'Indexed':
    case 'I': {
      const base = inner();
      return { ...base, name: 'Indexed', components: 1, base, palette: bytesOf(fourth) };
    }
    case 'Separation':
    case 'DeviceN': {
      const inks =
        name === 'DeviceN' ? asArray(second).flatMap((ink) => asName(ink) ?? []) : [asName(second) ?? ''];
      const base = spaceOf(third, resources, depth + 1);
      return { kind: 'spot', name, isDevice: false, components: inks.length, inks, base };
    }
    case 'Pattern':
      return { ...unknown, kind: 'pattern', name, ...(second !== undefined && { base: inner() }) };
    default:
      return namedSpace(name, resources, depth + 1);
  }
}

function iccSpace(object: PDFObject | undefined): ColourSpace {
  if (!(object instanceof PDFStream)) return unknown;
  const components = numberOf(object.dict, 'N') ?? 0;
  const kind = ({ 1: 'grey', 3: 'rgb', 4: 'cmyk' } as const)[components];
  const known = kind === undefined ? unknown : { kind, components };
  return { ...known, name: 'ICCBased', isDevice: false, profile: object };
}

function bytesOf(object: PDFObject | undefined): Uint8Array {
  if (object instanceof PDFStream) return decodedBytes(object) ?? new Uint8Array();
  return object instanceof PDFString || object instanceof PDFHexString ? object.asBytes() : new Uint8Array();
}

/** The colour a space begins with (ISO 32000-1, 8.6.8). */
export function initialColour({ kind, components, name }: ColourSpace): number[] {
  if (name === 'Indexed') return [0];
  if (kind === 'cmyk') return [0, 0, 0, 1];
  return Array.from({ length: components }, () => (kind === 'spot' ? 1 : 0));
}

export { device as deviceSpaces };
