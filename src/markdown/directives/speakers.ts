import type { Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { plainText } from '../plain-text.ts';

/** A name and a colon: a few words, none of which ends a sentence, if `Mr.` does not. */
const speaker = /^(?:\p{L}{1,4}\. )?[^\s:.!?][^:.!?\n]{0,48}:(?=\s)/u;

/** What a name with a direction in brackets begins with: `HAMLET (*aside*):`. */
const directed = /^[^\s:.!?(][^:.!?\n(]{0,48} \($/u;

/**
 * Marks who speaks in every paragraph of a dialogue that begins with a name and a colon, with or
 * without a direction in brackets between them, and the paragraphs that are nothing but a direction: in
 * italics, or in brackets from end to end. In place.
 *
 * @param dialogue the directive
 */
export function markSpeakers(dialogue: ContainerDirective): void {
  for (const speech of dialogue.children) {
    if (speech.type !== 'paragraph' || speech.data?.directiveLabel) continue;
    const voice = takeVoice(speech.children);
    if (voice === undefined) {
      const className = [isDirection(speech) ? 'direction' : 'continued'];
      speech.data = { ...speech.data, hProperties: { className } };
      continue;
    }
    const [name, ...direction] = voice;
    speech.children.unshift(
      {
        type: 'element',
        data: { hName: 'span', hProperties: { className: ['speaker'] } },
        children: [name],
      },
      ...direction,
    );
  }
}

/** The name, and behind it the direction with its brackets and the colon. */
type Voice = [name: PhrasingContent, ...direction: PhrasingContent[]];

/** Takes the name with its colon away from the beginning of a speech. */
function takeVoice(speech: PhrasingContent[]): Voice | undefined {
  const [first, direction, behind] = speech;
  if (first?.type !== 'text') return undefined;
  const name = speaker.exec(first.value)?.[0];
  if (name !== undefined) {
    first.value = first.value.slice(name.length);
    return [{ type: 'text', value: name }];
  }
  if (!directed.test(first.value) || direction?.type !== 'emphasis' || behind?.type !== 'text')
    return undefined;
  const close = /^\):(?=\s)/.exec(behind.value)?.[0];
  if (close === undefined) return undefined;
  behind.value = behind.value.slice(close.length);
  speech.splice(0, 2);
  const open = first.value.indexOf(' (');
  return [
    { type: 'text', value: first.value.slice(0, open) },
    { type: 'text', value: first.value.slice(open) },
    direction,
    { type: 'text', value: close },
  ];
}

/** Whether a paragraph says what is done and not what is said. */
function isDirection({ children }: Paragraph): boolean {
  if (children.length === 1) {
    const [only] = children;
    if (only?.type === 'emphasis') return true;
  }
  return /^\([^()]*\)[.!]?$/.test(plainText({ type: 'paragraph', children }).trim());
}
