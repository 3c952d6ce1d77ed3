import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** What a calendar program understands of one item: the same shape from each independent reader. */
export interface UnderstoodItem {
  uid: unknown;
  sequence: unknown;
  start: string;
  end: string;
  title: unknown;
  description: unknown;
  location: unknown;
  url: unknown;
  status: unknown;
  organiser: { name: unknown; email: string } | null;
  attendees: { name: unknown; email: string; partstat: unknown }[];
}

/** The items of a calendar as Mozilla's ical.js understands them. */
export function readByIcalJs(calendar: string): UnderstoodItem[] {
  const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent');
  return events.map((component) => {
    const event = new ICAL.Event(component);
    const [organiser] = component.getAllProperties('organizer').map(personOf);
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      title: event.summary,
      description: event.description,
      location: event.location,
      url: component.getFirstPropertyValue('url'),
      status: component.getFirstPropertyValue('status'),
      organiser: organiser ? { name: organiser.name, email: organiser.email } : null,
      attendees: component.getAllProperties('attendee').map(personOf),
    };
  });
}

function personOf(property: ICAL.Property) {
  return {
    name: property.getParameter('cn'),
    email: addressOf(property.getFirstValue()),
    partstat: property.getParameter('partstat'),
  };
}

/** The items of a calendar as node-ical understands them. */
export function readByNodeIcal(calendar: string): UnderstoodItem[] {
  const components = Object.values(nodeIcal.sync.parseICS(calendar)) as Record<string, unknown>[];
  return components.filter(({ type }) => type === 'VEVENT').map(understood);
}

function understood(event: Record<string, unknown>): UnderstoodItem {
  const organiser = event['organizer'] ? partsOf(event['organizer']) : null;
  const attendees = [event['attendee'] ?? []].flat();
  return {
    uid: event['uid'],
    sequence: event['sequence'],
    start: new Date(event['start'] as Date).toISOString(),
    end: new Date(event['end'] as Date).toISOString(),
    title: event['summary'],
    description: event['description'] ?? null,
    location: event['location'] ?? null,
    url: event['url'] ? partsOf(event['url']).value : null,
    status: event['status'],
    organiser: organiser && { name: organiser.params['CN'], email: addressOf(organiser.value) },
    attendees: attendees.map((attendee) => {
      const { params, value } = partsOf(attendee);
      return { name: params['CN'], email: addressOf(value), partstat: params['PARTSTAT'] };
    }),
  };
}

function partsOf(property: unknown): { params: Record<string, unknown>; value: unknown } {
  const { params, val } = property as { params: Record<string, unknown>; val: unknown };
  return { params, value: val };
}

function addressOf(value: unknown): string {
  return String(value).replace(/^mailto:/i, '');
}
