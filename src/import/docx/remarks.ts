/** What is said of pictures that are left out, by their kinds; the kind of what the document does not hold is unknown. */
export function leftOut(kinds: ReadonlyArray<string>): string[] {
  const known = kinds.filter((kind) => kind !== '');
  const strays = kinds.length - known.length;
  const were = (count: number): string => counted(count, 'picture was', 'pictures were');
  return [
    ...(known.length > 0
      ? [`${were(known.length)} left out, as no e-book shows ${[...new Set(known)].join(', ')}`]
      : []),
    ...(strays > 0
      ? [`${were(strays)} left out, which the document does not hold, or not as a picture`]
      : []),
  ];
}

/** What mammoth has left out, told once a kind; styles that it does not know keep their text. */
export function ignored(messages: ReadonlyArray<string>): string[] {
  const elements = messages.flatMap(
    (message) => /element was ignored: (?:\{.*\})?(\S+)/.exec(message)?.[1] ?? [],
  );
  return [...new Set(elements)].map(
    (name) => `Elements of Word that have no place in Markdown were left out: ${name}`,
  );
}

/** A number with its noun. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
