import type { Meeting } from '@forum/contract/meetings/meeting';
import type { ReactNode } from 'react';

/** Who comes for one side; contact data only where both sides have agreed. */
export function MeetingParty({ party }: { party: Meeting['from'] }): ReactNode {
  return (
    <section className="stack-tight">
      <h2>{party.firm}</h2>
      {party.team !== party.firm && <p className="note">{party.team}</p>}
      <ul className="ruled">
        {party.people.map((person) => (
          <li key={person.delegateId} style={{ paddingBlock: '0.5rem' }}>
            <strong>{person.name}</strong> <span className="second">{person.office}</span>
            {person.mail && (
              <div>
                <a href={`mailto:${person.mail}`}>{person.mail}</a>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
