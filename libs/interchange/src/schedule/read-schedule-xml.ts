import { ImportReport } from '../reading/import-note.ts';
import { refuseManyItems } from '../reading/limits.ts';
import { refuseTooMany, unreadable } from '../reading/unreadable.ts';
import { readXml } from '../reading/xml-events.ts';
import type { RawDay, RawPerson, RawSchedule, RawSession } from './raw-schedule.ts';

/** An element of the file while it is needed: the text of all that is inside it, and its children. */
interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

/**
 * What a `schedule.xml` (pentabarf, frab, pretalx, c3voc) says. Reads it as a stream and holds one session at a
 * time; unknown elements are passed over. Throws `import.unreadable` for what is no well-formed schedule.
 */
export function readScheduleXml(content: string): RawSchedule {
  const raw: RawSchedule = {
    ...{ title: null, acronym: null, zone: null, start: null, end: null, dayChange: null },
    ...{ tracks: [], days: [], notes: new ImportReport() },
  };
  const open: Element[] = [];
  const within = new Set<string>();
  let entries = 0;
  readXml(content, {
    opened(name, attributes) {
      if (open.length === 0 && name !== 'schedule') throw otherDocument(name);
      const element = { name, attributes, text: '', children: [] };
      if (open.length > 1 && open[1]?.name === 'day') within.add(name);
      open.push(element);
      if (entryNames.has(name)) refuseTooMany(++entries);
      if (name === 'day' && open.length === 2) raw.days.push(readDay(element));
    },
    text(text) {
      const element = open.at(-1);
      if (element) element.text += text;
    },
    closed() {
      const element = open.pop();
      if (element) close(element, open, raw);
    },
  });
  if (within.size > 0 && !within.has('event')) throw otherSchedule([...within]);
  return raw;
}

function close(element: Element, open: Element[], raw: RawSchedule): void {
  const parent = open.at(-1);
  if (element.name === 'event') {
    const room = open.find(({ name }) => name === 'room')?.attributes['name'];
    raw.days.at(-1)?.sessions.push(readSession(element, room ?? null));
  } else if (element.name === 'conference') {
    readConference(element, raw);
  } else if (element.name === 'track' && ['tracks', 'conference'].includes(parent?.name ?? '')) {
    const { name, color, slug } = element.attributes;
    raw.tracks.push({ name: name ?? element.text, color: color ?? null, slug: slug ?? null });
  } else if (parent) {
    adopt(parent, element, open.at(-2));
  }
}

/** What is counted, each kind with the others, before a server spends its time on them. */
const entryNames = new Set(['day', 'event', 'track']);
/** Elements that hold fields, and those that hold lists; what stands in any other is its text. */
const holdsFields = new Set(['conference', 'event']);
const holdsItems = new Set(['persons', 'links']);
const isPassedOver = new Set(['schedule', 'day', 'room', 'tracks']);
/** Elements of different names in one that holds fields; real files have some twenty. */
const mostFields = 100;

/** Gives an element to the one around it, as far as something is read of it: of a field the first, of a list each item. */
function adopt(parent: Element, element: Element, around: Element | undefined): void {
  if (holdsItems.has(parent.name)) {
    // FOSDEM lists all people of the year beside the days as well.
    if (around?.name === 'event') refuseManyItems(parent.children.push(element), 'a session', parent.name);
  } else if (holdsFields.has(parent.name)) {
    if (!parent.children.some(({ name }) => name === element.name) && parent.children.length < mostFields)
      parent.children.push(element);
  } else if (!isPassedOver.has(parent.name)) {
    parent.text += element.text;
  }
}

function readConference(element: Element, raw: RawSchedule): void {
  raw.title = childText(element, 'title');
  raw.acronym = childText(element, 'acronym');
  raw.zone = childText(element, 'time_zone_name');
  raw.start = childText(element, 'start');
  raw.end = childText(element, 'end');
  raw.dayChange = childText(element, 'day_change');
}

function readDay({ attributes }: Element): RawDay {
  const { date, start, end } = attributes;
  return { isTold: true, date: date ?? null, start: start ?? null, end: end ?? null, sessions: [] };
}

function readSession(element: Element, room: string | null): RawSession {
  const told = (name: string) => childText(element, name);
  return {
    room: room || told('room'),
    guid: element.attributes['guid'] ?? null,
    id: element.attributes['id'] ?? null,
    code: element.attributes['code'] ?? null,
    slug: told('slug'),
    date: told('date'),
    start: told('start'),
    end: told('end'),
    duration: told('duration'),
    track: told('track'),
    type: told('type'),
    title: told('title'),
    subtitle: told('subtitle'),
    abstract: told('abstract'),
    description: told('description'),
    language: told('language'),
    url: told('url'),
    persons: grandchildren(element, 'persons').map(readPerson),
    links: grandchildren(element, 'links').map(({ attributes, text }) => ({
      title: text,
      url: attributes['href'] ?? null,
    })),
  };
}

function readPerson({ attributes, text }: Element): RawPerson {
  const { guid, id, organisation, organization, affiliation } = attributes;
  const works = organisation ?? organization ?? affiliation;
  return { guid: guid ?? null, id: id ?? null, name: text, organisation: works ?? null };
}

function childText(element: Element, name: string): string | null {
  return element.children.find((child) => child.name === name)?.text ?? null;
}

function grandchildren(element: Element, name: string): Element[] {
  return element.children.find((child) => child.name === name)?.children ?? [];
}

/** Another format with the same root, such as that of EuroPython 2014. */
function otherSchedule(elements: readonly string[]) {
  const told = elements.slice(0, 5).map((name) => `<${name.slice(0, 40)}>`);
  return unreadable(
    'unknown_format',
    told.join(' '),
    `The XML is a <schedule>, but of another format: its days hold ${told.join(', ')} and no <event>. Send a schedule.xml as frab, pretalx or c3voc write it.`,
  );
}

function otherDocument(name: string) {
  return unreadable(
    'unknown_format',
    name,
    `The XML is a <${name}>, not a <schedule>. Send a schedule.xml as frab, pretalx or c3voc write it.`,
  );
}
