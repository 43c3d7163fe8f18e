/** The operators of content streams (ISO 32000-1, Annex A). */
const operators = (
  'b B b* B* BDC BI BMC BT BX c cm cs CS d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re ' +
  'RG rg ri s S sc SC scn SCN sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
).split(' ');

// The names of properties are strings of which there is one each: comparing two compares addresses.
const names = Object.keys(Object.fromEntries(operators.map((name) => [name, true])));

const ofOneByte: Array<string | undefined> = [];
const ofTwoBytes: Array<string | undefined> = [];
const ofThreeBytes = new Map<number, string>();
for (const name of names) {
  const key = packed(Buffer.from(name, 'latin1'), 0, name.length);
  if (name.length === 1) ofOneByte[key] = name;
  else if (name.length === 2) ofTwoBytes[key] = name;
  else ofThreeBytes.set(key, name);
}

/** The operator at `start`: a shared string, as a book has millions of them. */
export function operatorAt(bytes: Uint8Array, start: number, end: number): string {
  return known(bytes, start, end) ?? Buffer.from(bytes.subarray(start, end)).toString('latin1');
}

function known(bytes: Uint8Array, start: number, end: number): string | undefined {
  switch (end - start) {
    case 1:
      return ofOneByte[bytes[start]!];
    case 2:
      return ofTwoBytes[packed(bytes, start, end)];
    case 3:
      return ofThreeBytes.get(packed(bytes, start, end));
    default:
      return undefined;
  }
}

function packed(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index += 1) value = value * 256 + bytes[index]!;
  return value;
}
