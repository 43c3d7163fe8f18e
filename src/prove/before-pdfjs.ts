/** Whether Node itself reads base64 into arrays; see load-pdf.ts. Evaluated before pdf.js is. */
export const readsBase64 = 'fromBase64' in Uint8Array;
