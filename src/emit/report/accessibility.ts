import type { Element } from 'hast';
import { h } from 'hastscript';
import type { ReportedRelease } from './reported-release.ts';
import { definitions, section } from './section.ts';

/** What the e-book says of its accessibility. */
export function accessibilitySection({ accessibility }: ReportedRelease): Element {
  const { modes, sufficient, features, hazard, summary } = accessibility;
  return section('accessibility', 'Accessibility', [
    h('p', { lang: summary.language }, summary.text),
    definitions([
      ['Read by', modes.join(', ')],
      ['Enough to read it', sufficient.join('; ')],
      ['Features', features.join(', ')],
      ['Hazards', hazard],
    ]),
  ]);
}
