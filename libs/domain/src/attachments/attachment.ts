import { DomainError } from '../errors.ts';
import type { MeetingState } from '../meetings/meeting-state.ts';
import { visibleLine } from '../text/visible-text.ts';
import { attachmentEndings, attachmentKinds, kindOfName, resembles, type AttachmentKind } from './kinds.ts';

/** How much a side may attach to a meeting. */
export const attachmentLimits = {
  /** Attachments of one side of one meeting. */
  perSide: 5,
  /** Of each, in bytes. */
  bytes: 10 * 1024 * 1024,
  /** Of a name, in characters. */
  name: 120,
} as const;

/** A file that may be attached: under a name that is safe to show and to save, of a kind that its bytes bear out. */
export interface FitAttachment {
  readonly name: string;
  readonly kind: AttachmentKind;
}

/**
 * A file as it may be attached.
 *
 * @throws DomainError `attachment.too_large` when it is larger than the limit; `attachment.kind` when it is empty, or of
 *   no kind that is taken, or when its bytes are not of the kind that its name ends in
 */
export function fitAttachment(sent: string, bytes: Uint8Array): FitAttachment {
  const name = attachmentName(sent);
  requireAttachableSize(name, bytes.length);
  const kind = kindOfName(name);
  if (kind && bytes.length > 0 && resembles(kind, bytes)) return { name, kind };
  throw new DomainError(
    'attachment.kind',
    { name, accepted: attachmentEndings },
    kindRefusal(name, kind, bytes),
  );
}

/**
 * Refuses a file by its size alone, before anybody reads it.
 *
 * @throws DomainError `attachment.too_large` when it is larger than the limit
 */
export function requireAttachableSize(name: string, bytes: number): void {
  if (bytes <= attachmentLimits.bytes) return;
  throw new DomainError(
    'attachment.too_large',
    { name, bytes, limit: attachmentLimits.bytes },
    `${name} has ${bytes} bytes and ${attachmentLimits.bytes} (10 MB) may be attached; make it smaller or split it.`,
  );
}

function kindRefusal(name: string, kind: AttachmentKind | null, { length }: Uint8Array): string {
  if (length === 0) return `${name} is empty; choose the file with the content.`;
  if (kind) {
    return `${name} does not hold what its name says; open it, save it anew as ${attachmentKinds[kind].says}, and attach that.`;
  }
  return `${name} is of no kind that can be attached; save it as one of: ${attachmentEndings.join(', ')}.`;
}

/**
 * The place among a side's attachments that one more takes: the lowest that is free, from 1.
 *
 * @throws DomainError `meeting.transition` when the meeting is neither asked for nor agreed; `attachment.too_many` when
 *   every place is taken
 */
export function placeOfAttachment(state: MeetingState, taken: readonly number[]): number {
  if (state !== 'requested' && state !== 'accepted') {
    throw new DomainError(
      'meeting.transition',
      { state },
      `The meeting is ${state}; documents can be attached while it is asked for or agreed.`,
    );
  }
  const places = Array.from({ length: attachmentLimits.perSide }, (_, n) => n + 1);
  const free = places.find((place) => !taken.includes(place));
  if (free !== undefined) return free;
  throw new DomainError(
    'attachment.too_many',
    { attached: taken.length, limit: attachmentLimits.perSide },
    `${taken.length} documents are attached by your side and ${attachmentLimits.perSide} may be; delete one first.`,
  );
}

/**
 * A file's name as it may be shown and saved: without folders or what cannot be seen, such as marks that turn the direction
 * of what follows, so that "fdp.exe" reads as "exe.pdf"; on one line, not hidden by a leading dot, at most
 * {@link attachmentLimits}.name characters with its ending kept.
 *
 * @example attachmentName('C:\\private\\Sight 2027.pdf') // 'Sight 2027.pdf'
 */
export function attachmentName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const name = visibleLine(last.normalize('NFC'))
    .normalize('NFC')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const stem = [...name.slice(0, name.length - ending.length)];
  const room = attachmentLimits.name - ending.length;
  const kept =
    stem.length > room
      ? `${stem
          .slice(0, room - 1)
          .join('')
          .trimEnd()}…`
      : stem.join('');
  return visibleLine(`${kept}${ending}`) || '…';
}
