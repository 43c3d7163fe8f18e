import type { PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';

/** A name and a colon: a few words, none of which ends a sentence, if `Mr.` does not. */
const speaker = /^(?:\p{L}{1,4}\. )?[^\s:.!?][^:.!?\n]{0,48}:(?=\s)/u;

/** What a name with a direction in brackets begins with: `HAMLET (*aside*):`. */
const directed = /^[^\s:.!?(][^:.!?\n(]{0,48} \($/u;

/**
 * Marks who speaks in every paragraph of a dialogue that begins with a name and a colon, with or
 * without a direction in brackets between them, in place.
 *
 * @param dialogue the directive
 */
export function markSpeakers(dialogue: ContainerDirective): void {
  for (const speech of dialogue.children) {
    if (speech.type !== 'paragraph' || speech.data?.directiveLabel) continue;
    const voice = takeVoice(speech.children);
    if (voice === undefined) {
      speech.data = { ...speech.data, hProperties: { className: ['continued'] } };
      continue;
    }
    speech.children.unshift({
      type: 'element',
      data: { hName: 'span', hProperties: { className: ['speaker'] } },
      children: voice,
    });
  }
}

/** Takes the name with its colon away from the beginning of a speech. */
function takeVoice(speech: PhrasingContent[]): PhrasingContent[] | undefined {
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
  return [...speech.splice(0, 2), { type: 'text', value: close }];
}
