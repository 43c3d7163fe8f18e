/** What was cut off texts that are divided now, by what is left of them. */
const rests = new WeakMap<Text, Text>();

/** Divides a text, so that places in the whole can still be found. */
export function splitText(node: Text, at: number): Text {
  const rest = node.splitText(at);
  const further = rests.get(node);
  if (further !== undefined) rests.set(rest, further);
  rests.set(node, rest);
  return rest;
}

/** Puts a text together again with what was cut off it. */
export function joinText(node: Text, rest: Text): void {
  node.appendData(rest.data);
  rest.remove();
  const further = rests.get(rest);
  if (further === undefined) rests.delete(node);
  else rests.set(node, further);
  rests.delete(rest);
}

/** Where a place in a text is, if that has been divided since. */
export function placeInSplit(node: Text, at: number): readonly [node: Text, at: number] {
  let [text, place] = [node, at];
  for (let rest = rests.get(text); rest !== undefined && place >= text.data.length; rest = rests.get(text)) {
    place -= text.data.length;
    text = rest;
  }
  return [text, place];
}
