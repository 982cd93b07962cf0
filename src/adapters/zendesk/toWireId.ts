/** Ids are strings in the product; the wire wants integers where a number can hold them exactly. */
export function toWireId(id: string): number | string {
  const number = Number(id);
  return Number.isSafeInteger(number) && String(number) === id ? number : id;
}
