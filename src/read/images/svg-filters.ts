import { greatest } from '../../book/long-lists.ts';
import type { XmlElement } from './read-xml.ts';
import { svgNamespace } from './svg-rules.ts';

/** Parts of other parts, which cost nothing by themselves. */
const parts = /^fe(?:Func[ABGR]|MergeNode|DistantLight|PointLight|SpotLight)$/;

/** How much work each filter of a drawing is, counted in primitives. */
export class FilterWork {
  readonly #filters = new Map<string, number>();
  #current = '';

  /** Takes note of an element that begins. */
  open({ namespace, name, attributes }: XmlElement): void {
    if (namespace !== svgNamespace) return;
    const values = new Map(attributes.map((attribute) => [attribute.local, attribute.value]));
    if (name === 'filter') this.#current = values.get('id') ?? '';
    if (name.startsWith('fe') && !parts.test(name))
      this.#filters.set(this.#current, (this.#filters.get(this.#current) ?? 0) + workOf(name, values));
  }

  /** By the ids of the filters; large brushes count as many. */
  get(): ReadonlyMap<string, number> {
    return this.#filters;
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
