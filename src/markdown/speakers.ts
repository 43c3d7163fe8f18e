import type { Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';

/** A name and a colon: a few words, none of which ends a sentence, if `Mr.` does not. */
const speaker = /^(?:\p{L}{1,4}\. )?[^\s:.!?][^:.!?\n]{0,48}:(?=\s)/u;

/**
 * Marks who speaks in every paragraph of a dialogue that begins with a name and a colon, in place.
 *
 * @param dialogue the directive
 */
export function markSpeakers(dialogue: ContainerDirective): void {
  for (const speech of dialogue.children) {
    const [first] = speech.type === 'paragraph' ? speech.children : [];
    if (speech.type !== 'paragraph' || speech.data?.directiveLabel) continue;
    const name = first?.type === 'text' ? speaker.exec(first.value)?.[0] : undefined;
    if (first?.type !== 'text' || name === undefined) {
      speech.data = { ...speech.data, hProperties: { className: ['continued'] } };
      continue;
    }
    const words: Text = { type: 'text', value: name };
    first.value = first.value.slice(name.length);
    speech.children.unshift({
      type: 'element',
      data: { hName: 'span', hProperties: { className: ['speaker'] } },
      children: [words],
    });
  }
}
