import type { Price, Sale } from '../../book/metadata.ts';
import { products } from '../../book/product.ts';
import { Fault } from '../values/fault.ts';
import { list, mapping, oneOf, parsed, truth } from '../yaml/schema.ts';

const price = mapping({
  edition: oneOf(...products).exactOptional(),
  amount: parsed('a decimal number such as 12.99', (written) =>
    /^\d{1,9}(?:\.\d{1,3})?$/.test(written) ? written : undefined,
  ),
  currency: parsed('a currency code of ISO 4217 such as EUR', parseCurrency),
}).transform(({ edition, ...rest }): Price => (edition === undefined ? rest : { product: edition, ...rest }));

/** How the book reaches the public; one with a price above 0 is sold unless it says otherwise. */
export const sale = mapping({
  commercial: truth().exactOptional(),
  prices: list(price).exactOptional(),
}).transform(({ commercial, prices = [] }): Sale => {
  return { commercial: commercial ?? prices.some(({ amount }) => Number(amount) > 0), prices };
});

function parseCurrency(written: string): string | Fault | undefined {
  if (!/^[a-z]{3}$/i.test(written)) return undefined;
  const code = written.toUpperCase();
  if (Intl.supportedValuesOf('currency').includes(code)) return code;
  return new Fault(`"${written}" is no currency code of ISO 4217`, {
    hint: 'Write three capitals such as EUR, GBP, JPY, UAH or USD.',
  });
}
