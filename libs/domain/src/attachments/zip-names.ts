const endRecord = 0x06054b50;
const endLength = 22;
const entryRecord = 0x02014b50;
const entryLength = 46;
const longestComment = 0xffff;

/**
 * The names in the central directory of a ZIP archive (APPNOTE.TXT 4.3.12 and 4.3.16), in its order; null for what is no
 * whole archive. Nothing is unpacked. Archives of more than 65,534 entries or 4 GiB (Zip64) count as none.
 */
export function namesInZip(bytes: Uint8Array): string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (at + entryLength > end || view.getUint32(at, true) !== entryRecord) return null;
    const length = view.getUint16(at + 28, true);
    const next = at + entryLength + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return null;
    names.push(String.fromCharCode(...bytes.subarray(at + entryLength, at + entryLength + length)));
    at = next;
  }
  return names;
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    const isEnd = view.getUint32(at, true) === endRecord;
    if (isEnd && at + endLength + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return null;
}
