import type { z } from 'zod';
import { factorChange, newDevice } from './account.ts';
import { aideChange } from './aide.ts';
import { officerNamed, releaseAwaited } from './export-control.ts';
import { journalHeads } from './journal-heads.ts';
import { meetingChange } from './meeting.ts';
import type { NoticeKind } from './notice-kind.ts';
import { planPublished } from './plan.ts';
import { registration } from './registration.ts';
import { representation } from './representation.ts';
import { roleGiven } from './role.ts';
import { signInCode } from './sign-in-code.ts';
import { wishesMissing } from './wishes-missing.ts';

/** Everything that a person is ever told of, by kind. */
export const noticeKinds = {
  'sign-in-code': signInCode,
  'new-device': newDevice,
  factor: factorChange,
  aide: aideChange,
  registration,
  role: roleGiven,
  representation,
  meeting: meetingChange,
  plan: planPublished,
  'release-awaited': releaseAwaited,
  'officer-named': officerNamed,
  'wishes-missing': wishesMissing,
  'journal-heads': journalHeads,
};

export type NoticeKindName = keyof typeof noticeKinds;

/** The facts of a kind. */
export type FactsOf<Kind extends NoticeKindName> = z.infer<(typeof noticeKinds)[Kind]['facts']>;

/** A kind with its facts. */
export type KindWithFacts = {
  [Kind in NoticeKindName]: { kind: Kind; facts: FactsOf<Kind> };
}[NoticeKindName];

/** A kind by name; that its facts fit is for its schema to say. */
export const kindNamed = (name: NoticeKindName): NoticeKind<unknown> =>
  noticeKinds[name] as unknown as NoticeKind<unknown>;
