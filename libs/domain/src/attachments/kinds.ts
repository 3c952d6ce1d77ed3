import { namesInZip } from './zip-names.ts';

interface KindRule {
  /** Endings of names, without the dot. */
  readonly endings: readonly string[];
  /** The kind in a sentence. */
  readonly says: string;
  /** Whether bytes are of this kind. */
  readonly resembles: (bytes: Uint8Array) => boolean;
}

const beginsWith =
  (...signature: number[]) =>
  (bytes: Uint8Array) =>
    signature.every((byte, n) => bytes[n] === byte);

/** Of Office Open XML (ECMA-376): a ZIP archive with its list of types, this folder, and no macros. */
const officeWith = (folder: string) => (bytes: Uint8Array) => {
  const names = beginsWith(0x50, 0x4b, 0x03, 0x04)(bytes) ? namesInZip(bytes) : null;
  return (
    names !== null &&
    names.includes('[Content_Types].xml') &&
    names.some((name) => name.startsWith(`${folder}/`)) &&
    !names.some((name) => /vbaProject\.bin$/i.test(name))
  );
};

const lineBreaksAndTabs: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d]);
/** In any encoding that keeps ASCII, such as UTF-8 or EUC-KR. */
const isText = (bytes: Uint8Array) =>
  bytes.every((byte) => (byte >= 0x20 && byte !== 0x7f) || lineBreaksAndTabs.has(byte));

/** The kinds of files that can be attached, each told by the ending of its name and borne out by its bytes. */
export const attachmentKinds = {
  pdf: { endings: ['pdf'], says: 'PDF', resembles: beginsWith(0x25, 0x50, 0x44, 0x46, 0x2d) },
  png: {
    endings: ['png'],
    says: 'PNG',
    resembles: beginsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  jpeg: { endings: ['jpg', 'jpeg'], says: 'JPEG', resembles: beginsWith(0xff, 0xd8, 0xff) },
  text: { endings: ['txt'], says: 'plain text', resembles: isText },
  docx: { endings: ['docx'], says: 'a document (docx) without password', resembles: officeWith('word') },
  xlsx: { endings: ['xlsx'], says: 'a workbook (xlsx) without password', resembles: officeWith('xl') },
  pptx: { endings: ['pptx'], says: 'slides (pptx) without password', resembles: officeWith('ppt') },
} as const satisfies Record<string, KindRule>;

/** A kind of file that can be attached. */
export type AttachmentKind = keyof typeof attachmentKinds;

/** All kinds, in the order of the table. */
export const attachmentKindNames = Object.keys(attachmentKinds) as [AttachmentKind, ...AttachmentKind[]];

/** The endings of names that are taken, without the dot. */
export const attachmentEndings: readonly string[] = Object.values(attachmentKinds).flatMap(
  ({ endings }) => endings,
);

/** The kind that a name ends in, whatever the case; null when it is none that is taken. */
export function kindOfName(name: string): AttachmentKind | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const fits = (kind: AttachmentKind) =>
    (attachmentKinds[kind].endings as readonly string[]).includes(ending);
  return attachmentKindNames.find(fits) ?? null;
}

/** Whether bytes are of a kind, as far as their signature and outer structure tell. */
export function resembles(kind: AttachmentKind, bytes: Uint8Array): boolean {
  return attachmentKinds[kind].resembles(bytes);
}
