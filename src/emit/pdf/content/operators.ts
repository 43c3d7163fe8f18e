/** The operators of content streams (ISO 32000-1, Annex A). */
const operators = (
  'b B b* B* BDC BI BMC BT BX c cm cs CS d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re ' +
  'RG rg ri s S sc SC scn SCN sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
).split(' ');

const byPackedBytes: ReadonlyMap<number, string> = new Map(
  operators.map((name) => [packed(Buffer.from(name, 'latin1'), 0, name.length), name] as const),
);

/** The operator at `start`: a shared string, as a book has millions of them. */
export function operatorAt(bytes: Uint8Array, start: number, end: number): string {
  return (
    (end - start <= 3 ? byPackedBytes.get(packed(bytes, start, end)) : undefined) ??
    Buffer.from(bytes.subarray(start, end)).toString('latin1')
  );
}

function packed(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index += 1) value = value * 256 + bytes[index]!;
  return value;
}
