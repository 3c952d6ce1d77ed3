import { call, type CallInput } from '@forum/client/http';
import { keyOf, queryOf } from '@forum/client/query';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { listMeetings, readMeeting } from '@forum/contract/meetings/meetings';
import type { Route } from '@forum/contract/route';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEdition } from '@forum/ui/lib/edition';

/** A step of a meeting: shown as pending until the server answered, then as the server says. */
export function useMeetingStep() {
  const { edition, followed } = useEdition();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ route, input }: Step) => call(route, input as never) as Promise<Meeting>,
    onSuccess: (meeting) => {
      followed?.absorb({ meetings: [meeting] });
      client.setQueryData(
        queryOf(readMeeting, { params: { edition: edition.slug, meeting: meeting.id } }).queryKey,
        meeting,
      );
    },
    // A refusal is news too: somebody else was quicker, so what is on the screen is old.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keyOf(listMeetings) }),
        client.invalidateQueries({ queryKey: keyOf(readMeeting) }),
      ]),
  });
}

interface Step {
  route: Route;
  input: CallInput<Route>;
}
