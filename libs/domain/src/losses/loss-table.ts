import type { Bond, Dependent, Loss, ShownBefore, Told } from './loss.ts';

type Row = Readonly<Record<Dependent, Bond>>;

const ends = (shown: ShownBefore, ...told: Told[]): Bond => ({ does: 'ends', told, shown });
const goesOn = (shown: ShownBefore, ...told: Told[]): Bond => ({ does: 'goes-on', told, shown });
const held = (shown: ShownBefore, ...told: Told[]): Bond => ({ does: 'held', told, shown });
const handedOver = (shown: ShownBefore, ...told: Told[]): Bond => ({ does: 'handed-over', told, shown });
const freed: Bond = { does: 'freed', told: [], shown: null };
const hidden: Bond = { does: 'hidden', told: [], shown: null };
const stays: Bond = { does: 'stays', told: [], shown: null };
const never = (why: string): Bond => ({ never: why });

/** What a loss touches that has nothing to do with the programme. */
const noProgramme = {
  star: never('a star belongs to a person and a session'),
  session: never('a session rests on no firm, delegate or hall'),
} as const;

/** What a loss touches that has nothing to do with registration and matching. */
const noPeople = {
  place: never('a place rests on its delegation and its delegate'),
  wish: never('a wish rests on two firms'),
  suggestion: never('a suggestion rests on two firms'),
} as const;

const noMeetings = {
  'agreed-meeting': never('a meeting rests on no session and no place of a delegation'),
  'planned-meeting': never('a meeting rests on no session and no place of a delegation'),
  'open-request': never('a request rests on no session and no place of a delegation'),
  'move-proposal': never('a meeting rests on no session and no place of a delegation'),
} as const;

/** A delegate may no longer come for their firm. */
const withoutRepresentative = (shown: ShownBefore, place: Bond): Row => ({
  // Ends only where nobody of their side is left, else it goes on without them; both sides read which.
  'agreed-meeting': ends(shown, 'both-sides'),
  'planned-meeting': ends(shown, 'both-sides'),
  'open-request': ends(shown, 'both-sides'),
  'move-proposal': ends(shown, 'both-sides'),
  reservation: freed,
  place,
  star: hidden,
  session: never('who speaks in a session is changed at the session'),
  wish: stays,
  suggestion: stays,
  feed: hidden,
  stream: hidden,
});

/** A hall has no longer what a meeting was booked at. */
const withoutPlace: Row = {
  'agreed-meeting': held('hall-form', 'both-sides'),
  'planned-meeting': held('hall-form', 'both-sides'),
  // A time that the hall no longer has is refused when it is accepted; others can be proposed.
  'open-request': stays,
  'move-proposal': stays,
  // The people stay booked until it is settled, the table is given back.
  reservation: goesOn('hall-form', 'both-sides'),
  ...noProgramme,
  ...noPeople,
  feed: goesOn('hall-form', 'both-sides'),
  stream: stays,
};

const noHall = {
  reservation: never('a session books nobody; who speaks in it is busy by the session itself'),
  ...noMeetings,
  ...noPeople,
} as const;

/** What is on record stays; nothing is agreed any more. */
const onRecord: Row = {
  'agreed-meeting': stays,
  'planned-meeting': stays,
  'open-request': stays,
  'move-proposal': stays,
  reservation: stays,
  place: stays,
  star: stays,
  session: stays,
  wish: stays,
  suggestion: stays,
  feed: stays,
  stream: stays,
};

/** The whole table: what each loss does to each dependent, who is told, and where it is shown before. */
export const lossTable: Readonly<Record<Loss, Row>> = {
  'firm-removed': {
    'agreed-meeting': ends('import-difference', 'both-sides'),
    'planned-meeting': ends('import-difference', 'both-sides'),
    'open-request': ends('import-difference', 'both-sides'),
    'move-proposal': ends('import-difference', 'both-sides'),
    reservation: freed,
    place: stays,
    ...noProgramme,
    wish: hidden,
    suggestion: hidden,
    feed: hidden,
    stream: hidden,
  },
  'representative-waitlisted': withoutRepresentative(
    'decision',
    ends('decision', 'delegate', 'next-in-line'),
  ),
  'representative-declined': withoutRepresentative('decision', ends('decision', 'delegate', 'next-in-line')),
  'representative-revoked': withoutRepresentative('decision', ends('decision', 'delegate', 'next-in-line')),
  'representative-withdrawn': withoutRepresentative(
    'own-registration',
    ends('own-registration', 'delegate', 'next-in-line'),
  ),
  // Whoever asks for it reads their own meetings.
  'representative-erased': withoutRepresentative('own-meetings', ends('own-meetings', 'next-in-line')),
  'representative-ended': withoutRepresentative('own-meetings', stays),
  'representative-of-another-firm': withoutRepresentative('own-registration', stays),
  // Until the host has decided again, everything stands as it was agreed.
  'representative-vetted-again': { ...onRecord, star: hidden, feed: hidden, stream: hidden },
  'team-dissolved': {
    // It belongs to the people who are named for it.
    'agreed-meeting': stays,
    'planned-meeting': stays,
    'open-request': handedOver('own-meetings', 'new-team'),
    'move-proposal': stays,
    reservation: stays,
    ...noProgramme,
    place: stays,
    wish: stays,
    suggestion: stays,
    feed: stays,
    stream: stays,
  },
  'team-emptied': {
    'agreed-meeting': never('a team is emptied by the loss of its people, which settles their meetings'),
    'planned-meeting': never('a team is emptied by the loss of its people, which settles their meetings'),
    'open-request': handedOver('decision', 'new-team'),
    'move-proposal': never('a team is emptied by the loss of its people, which settles their meetings'),
    reservation: never('a team is emptied by the loss of its people, which settles their meetings'),
    ...noProgramme,
    place: stays,
    wish: stays,
    suggestion: stays,
    feed: stays,
    stream: stays,
  },
  'table-gone': withoutPlace,
  // They keep the table until the host has found a larger one.
  'seats-fewer': { ...withoutPlace, reservation: stays, feed: stays },
  'hour-gone': withoutPlace,
  'hall-removed': {
    ...withoutPlace,
    'agreed-meeting': never('a hall in which a meeting was ever agreed or planned is not removed'),
    'planned-meeting': never('a hall in which a meeting was ever agreed or planned is not removed'),
    reservation: never('a hall in which a meeting was ever agreed or planned is not removed'),
    feed: never('a hall in which a meeting was ever agreed or planned is not removed'),
  },
  'edition-day-gone': {
    ...onRecord,
    'agreed-meeting': never('the dates of an edition are refused while anything lies outside them'),
    'planned-meeting': never('the dates of an edition are refused while anything lies outside them'),
    session: never('the dates of an edition are refused while anything lies outside them'),
  },
  'interpreter-gone': {
    'agreed-meeting': never('an interpreter who is booked is not taken off the list'),
    'planned-meeting': never('an interpreter who is booked is not taken off the list'),
    'open-request': stays,
    'move-proposal': stays,
    reservation: never('an interpreter who is booked is not taken off the list'),
    ...noProgramme,
    ...noPeople,
    feed: stays,
    stream: stays,
  },
  'room-gone': {
    ...noHall,
    star: never('a room in which a session takes place is not removed'),
    session: never('a room in which a session takes place is not removed'),
    feed: never('a room in which a session takes place is not removed'),
    stream: never('a room in which a session takes place is not removed'),
  },
  'session-removed': {
    ...noHall,
    star: freed,
    session: ends('import-difference'),
    feed: hidden,
    stream: hidden,
  },
  'session-cancelled': { ...noHall, star: stays, session: ends('session-form'), feed: stays, stream: stays },
  'session-narrowed': { ...noHall, star: freed, session: stays, feed: hidden, stream: hidden },
  'places-fewer': {
    ...noMeetings,
    reservation: never('a place of a delegation books no time'),
    // Nobody loses a place by it; nobody gets one until enough have gone.
    place: stays,
    ...noProgramme,
    wish: never('a wish rests on two firms'),
    suggestion: never('a suggestion rests on two firms'),
    feed: stays,
    stream: stays,
  },
  'edition-hidden': { ...onRecord, star: hidden, session: hidden, feed: hidden, stream: hidden },
  'registration-closed': onRecord,
  'edition-closed': onRecord,
};
