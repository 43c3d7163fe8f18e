import type { AccessibilityClaims, Conformance, Exemption } from '../../book/accessibility.ts';
import type { Accessibility } from '../accessibility.ts';
import { composite, field, type Content } from './element.ts';
import { languageCodes } from './language-codes.ts';
import { dictionary } from '../../book/dictionary.ts';

/** schema.org accessibilityFeature → ONIX code list 196, e-publication accessibility details. */
const featureCodes = dictionary<string>({
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
});

const versionCodes: Readonly<Record<Conformance['wcag'], string>> = { '2.0': '80', '2.1': '81', '2.2': '82' };
const levelCodes: Readonly<Record<Conformance['level'], string>> = { A: '84', AA: '85', AAA: '86' };
const exemptionCodes: Readonly<Record<Exemption, string>> = {
  microenterprise: '75',
  'disproportionate-burden': '76',
  'fundamental-alteration': '77',
};

/**
 * What the EPUB says of its accessibility as product form features, neither more nor less:
 * features, sufficient modes and claims (type 09), hazards (type 12), the summary.
 *
 * @param accessibility the values in the package document
 * @param claims what book.yaml says beyond what is measured
 */
export function accessibilityFeatures(
  { modes, features, sufficient, hazard, summary }: Accessibility,
  claims: AccessibilityClaims = {},
): Content {
  const codes = features.flatMap((name) => featureCodes[name] ?? []);
  // Text alone is enough: all can be read without sight.
  const readable = sufficient.includes('textual') ? ['52'] : [];
  // Code list 143: no hazards; flashing and sound whose risk is not known.
  const hazards = hazard === 'none' ? ['00'] : ['24', ...(modes.includes('auditory') ? ['25'] : [])];
  const { language } = languageCodes(summary.language);
  return [
    feature('09', '00', summary.text, { language }),
    [...codes, ...readable, ...claimed(claims)].toSorted().map((code) => feature('09', code)),
    described(claims).map(([code, description]) => feature('09', code, description)),
    hazards.map((code) => feature('12', code)),
  ];
}

function claimed({ conformance, exemption }: AccessibilityClaims): string[] {
  return [
    ...(conformance === undefined
      ? []
      : ['04', versionCodes[conformance.wcag], levelCodes[conformance.level]]),
    ...(exemption === undefined ? [] : [exemptionCodes[exemption]]),
  ];
}

/** What needs words: certifier, credential, report, contact. */
function described({ certifier, contact }: AccessibilityClaims): Array<readonly [string, string]> {
  const credential = certifier?.credential;
  const isAddress = credential !== undefined && /^https?:/i.test(credential);
  return [
    ...(credential === undefined ? [] : [[isAddress ? '89' : '88', credential] as const]),
    ...(certifier === undefined ? [] : [['90', certifier.name] as const]),
    ...(certifier?.report === undefined ? [] : [['94', certifier.report] as const]),
    ...(contact === undefined ? [] : [['99', contact] as const]),
  ];
}

function feature(
  type: string,
  value: string,
  description?: string,
  attributes: Readonly<Record<string, string>> = {},
): Content {
  return composite(
    'ProductFormFeature',
    field('ProductFormFeatureType', type),
    field('ProductFormFeatureValue', value),
    field('ProductFormFeatureDescription', description, attributes),
  );
}
