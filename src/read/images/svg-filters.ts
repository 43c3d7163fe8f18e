import { greatest } from '../../book/long-lists.ts';
import type { XmlElement } from './read-xml.ts';
import { svgNamespace } from './svg-rules.ts';

/** Parts of other parts, which cost nothing by themselves. */
const parts = /^fe(?:Func[ABGR]|MergeNode|DistantLight|PointLight|SpotLight)$/;

const inStyle = /(?:^|[;{\s])filter\s*:[^;}]*?url\(\s*["']?#([^"')\s]+)/g;
const inAttribute = /url\(\s*["']?#([^"')\s]+)/g;

/** How much work the filters of a drawing are, counted in primitives that are applied. */
export class FilterWork {
  /** The work of each filter, by its id. */
  readonly #filters = new Map<string, number>();
  /** The filters that are applied, as often as they are. */
  readonly #applied: string[] = [];
  #current = '';

  /** Takes note of an element that begins. */
  open({ namespace, name, attributes }: XmlElement): void {
    if (namespace !== svgNamespace) return;
    const values = new Map(attributes.map((attribute) => [attribute.local, attribute.value]));
    if (name === 'filter') this.#current = values.get('id') ?? '';
    if (name.startsWith('fe') && !parts.test(name))
      this.#filters.set(this.#current, (this.#filters.get(this.#current) ?? 0) + workOf(name, values));
    this.#apply(values.get('filter') ?? '', inAttribute);
    this.style(values.get('style') ?? '');
  }

  /** Takes note of a stylesheet. */
  style(css: string): void {
    this.#apply(css, inStyle);
  }

  /** The primitives of all filters, as often as these are applied; large brushes count as many. */
  total(): number {
    return this.#applied.reduce((sum, id) => sum + (this.#filters.get(id) ?? 0), 0);
  }

  #apply(text: string, reference: RegExp): void {
    for (const [, id = ''] of text.matchAll(reference)) this.#applied.push(id);
  }
}

/** Where every point asks for its neighbours, the work grows with how many they are. */
function workOf(name: string, values: ReadonlyMap<string, string>): number {
  const numbers = (attribute: string): number[] =>
    (values.get(attribute) ?? '').split(/[\s,]+/).map((value) => Number.parseFloat(value) || 0);
  if (name === 'feMorphology') return 1 + greatest(numbers('radius'));
  if (name === 'feConvolveMatrix') {
    const [width = 3, height = width] = numbers('order');
    return 1 + (width * height) / 4;
  }
  return 1;
}
