import { pointsIn } from '../../book/lengths.ts';
import type { Product } from '../../book/product.ts';
import type { Licence } from '../../book/licence.ts';
import type { Metadata } from '../../book/metadata.ts';
import type { ReleaseFacts } from '../release-facts.ts';
import { accessibilityFeatures } from './accessibility-features.ts';
import { composite, field, optional, type Content } from './element.ts';

/** Code lists 150 (form), 175 (detail) and 220 (version of an e-publication). */
const forms: Readonly<
  Record<
    Product,
    { readonly form: string; readonly details: ReadonlyArray<string>; readonly version?: string }
  >
> = {
  print: { form: 'BC', details: [] }, // paperback
  epub: { form: 'ED', details: ['E101', 'E200'], version: '101F' }, // download, EPUB 3.3, reflowable
  pdf: { form: 'ED', details: ['E107', 'E201'], version: '107G' }, // download, PDF 1.7, fixed
};

/** The form of a product, as other records refer to it. */
export function formOf(product: Product): Content {
  const { form, details } = forms[product];
  return [field('ProductForm', form), details.map((detail) => field('ProductFormDetail', detail))];
}

/**
 * What a product is made of: form, features, kinds of content, size on paper, terms of use of
 * an e-publication (ONIX 3.0, P.3).
 *
 * @param metadata the metadata of the book
 * @param product which of its products
 * @param facts what is known of the release
 */
export function productForm(metadata: Metadata, product: Product, { accessibility }: ReleaseFacts): Content {
  const { version } = forms[product];
  return [
    field('ProductComposition', '00'), // a single-component retail product
    formOf(product),
    version === undefined
      ? undefined
      : composite(
          'ProductFormFeature',
          field('ProductFormFeatureType', '15'),
          field('ProductFormFeatureValue', version),
        ),
    product === 'epub' && accessibility !== undefined
      ? accessibilityFeatures(accessibility, metadata.accessibility)
      : undefined,
    field('PrimaryContentType', '10'), // text
    accessibility?.modes.includes('visual') === true ? field('ProductContentType', '07') : undefined,
    accessibility?.modes.includes('auditory') === true ? field('ProductContentType', '22') : undefined,
    accessibility?.features.includes('MathML') === true ? field('ProductContentType', '48') : undefined,
    product === 'print' ? measures(metadata.print.trim) : termsOfUse(metadata),
  ];
}

/** Height and width in millimetres; the cover of a paperback is as large as its pages. */
function measures({ width, height }: { readonly width: number; readonly height: number }): Content {
  const measure = (type: string, points: number) =>
    composite(
      'Measure',
      field('MeasureType', type),
      field('Measurement', Math.round(points / pointsIn.mm)),
      field('MeasureUnitCode', 'mm'),
    );
  return [measure('01', height), measure('02', width)];
}

function termsOfUse({ copyright: { mining, reuse, license } }: Metadata): Content {
  return [
    field('EpubTechnicalProtection', '00'),
    reuse?.extract && constraint('03', '02', reuse.extract.characters),
    mining && constraint('11', mining.reserved ? '03' : '01'),
    license && licenceOf(license),
  ];
}

/** Code lists 145 (usage), 146 (status) and 147 (unit: characters). */
function constraint(usage: string, status: string, characters?: number): Content {
  return composite(
    'EpubUsageConstraint',
    field('EpubUsageType', usage),
    field('EpubUsageStatus', status),
    optional(
      'EpubUsageLimit',
      characters === undefined ? undefined : [field('Quantity', characters), field('EpubUsageUnit', '02')],
    ),
  );
}

function licenceOf({ name, url }: Licence): Content {
  return composite(
    'EpubLicense',
    field('EpubLicenseName', name),
    url === undefined
      ? undefined
      : composite(
          'EpubLicenseExpression',
          field('EpubLicenseExpressionType', '01'),
          field('EpubLicenseExpressionLink', url),
        ),
  );
}
