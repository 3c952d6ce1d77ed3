import { setTimeout as pause } from 'node:timers/promises';

/** Asks again when it is told to, as browsers and calendars do: a busy forum sheds first who is not signed in. */
export async function patientFetch(address: string, given?: RequestInit): Promise<Response> {
  for (;;) {
    const answer = await fetch(address, given);
    const after = Number(answer.headers.get('retry-after'));
    if (answer.status !== 429 || !after) return answer;
    await pause(after * 1_000);
  }
}
