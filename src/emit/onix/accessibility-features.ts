import type { Accessibility } from '../accessibility.ts';
import { composite, field, type Content } from './element.ts';

/** schema.org accessibilityFeature → ONIX code list 196, e-publication accessibility details. */
const featureCodes: Readonly<Record<string, string>> = {
  tableOfContents: '11',
  index: '12',
  readingOrder: '13',
  alternativeText: '14',
  longDescription: '15',
  MathML: '17',
  pageBreakMarkers: '19',
  synchronizedAudioText: '20',
  ttsMarkup: '21',
  structuralNavigation: '29',
  ARIA: '30',
  latex: '35',
  displayTransformability: '36',
  pageNavigation: '41',
  describedMath: '53',
};

/**
 * What the EPUB says of its accessibility as product form features, neither more nor less:
 * features and sufficient modes (type 09), hazards (type 12), the summary.
 *
 * @param accessibility the values in the package document
 */
export function accessibilityFeatures({ features, sufficient, hazard, summary }: Accessibility): Content {
  const codes = features.flatMap((name) => featureCodes[name] ?? []);
  // Text alone is enough: all can be read without sight.
  const readable = sufficient.includes('textual') ? ['52'] : [];
  return [
    feature('09', '00', summary),
    [...codes, ...readable].toSorted().map((code) => feature('09', code)),
    // Code list 143: no hazards; flashing whose risk is not known.
    feature('12', hazard === 'none' ? '00' : '24'),
  ];
}

function feature(type: string, value: string, description?: string): Content {
  return composite(
    'ProductFormFeature',
    field('ProductFormFeatureType', type),
    field('ProductFormFeatureValue', value),
    field('ProductFormFeatureDescription', description, { language: 'eng' }),
  );
}
