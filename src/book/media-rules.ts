import type { AssetKind } from './book.ts';
import type { RuleId } from './messages/rules.ts';

/** The rules by which recordings, films and captions are judged, by those for images that ask for the same. */
const ofMedia: Partial<Record<RuleId, RuleId>> = {
  'image-missing': 'media-missing',
  'image-outside': 'media-outside',
  'image-remote': 'media-outside',
  'image-corrupt': 'media-unfit',
  'image-format': 'media-unfit',
  'image-too-large': 'media-unfit',
};

/** The rule that a file of a kind breaks where an image would break this one. */
export function ruleOfKind(rule: RuleId, kind: AssetKind = 'image'): RuleId {
  return kind === 'image' ? rule : (ofMedia[rule] ?? rule);
}
