import { call, problemIn } from '@forum/client/http';
import { keyOf } from '@forum/client/query';
import type { Profile } from '@forum/contract/delegations/people';
import { readFirm } from '@forum/contract/firms/firms';
import { setTeams, type Team } from '@forum/contract/firms/teams';
import { TextField, Tick } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TeamCapabilities } from './team-capabilities.tsx';

interface DraftTeam {
  id: string | null;
  name: string;
  capabilities: string[];
  members: string[];
}

interface TeamsFormProps {
  firm: string;
  teams: readonly Team[];
  people: readonly Profile[];
  /** Codes of what the firm's profile names. */
  capabilities: readonly string[];
}

const draftOf = ({ id, name, capabilities, members }: Team): DraftTeam => ({
  id,
  name,
  capabilities,
  members: members.map((member) => member.id),
});

/** Names the teams and says who is in which; one may be in several. */
export function TeamsForm({ firm, teams, people, capabilities }: TeamsFormProps): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<DraftTeam[]>(() => teams.map(draftOf));
  const save = useMutation({
    mutationFn: () => call(setTeams, { params: { edition: edition.slug, firm }, body: { teams: drafts } }),
    onSuccess: (saved) => setDrafts(saved.map(draftOf)),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(readFirm) }),
  });
  const change = (index: number, part: Partial<DraftTeam>) =>
    setDrafts((before) => before.map((draft, i) => (i === index ? { ...draft, ...part } : draft)));
  const isWhole = drafts.length > 0 && drafts.every(({ name, members }) => name.trim() && members.length > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="form" onSubmit={submit}>
      {drafts.map((draft, index) => (
        <fieldset key={draft.id ?? `new-${index}`} className="panel stack">
          <legend className="hidden-visually">{draft.name}</legend>
          <TextField
            label={t('teams.name')}
            value={draft.name}
            maxLength={80}
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <div>
            {people.map((person) => (
              <Tick
                key={person.id}
                label={person.name}
                hint={person.office}
                checked={draft.members.includes(person.id)}
                onChange={(event) =>
                  change(index, {
                    members: event.target.checked
                      ? [...draft.members, person.id]
                      : draft.members.filter((id) => id !== person.id),
                  })
                }
              />
            ))}
          </div>
          <TeamCapabilities
            ofFirm={capabilities}
            chosen={draft.capabilities}
            onChange={(chosen) => change(index, { capabilities: chosen })}
          />
          {drafts.length > 1 && (
            <p>
              <button
                className="button"
                data-kind="quiet"
                type="button"
                onClick={() => setDrafts(drafts.filter((_, i) => i !== index))}
              >
                {t('teams.remove')}
              </button>
            </p>
          )}
        </fieldset>
      ))}
      <p>
        <button
          className="button"
          type="button"
          onClick={() => setDrafts([...drafts, { id: null, name: '', capabilities: [], members: [] }])}
        >
          {t('teams.add')}
        </button>
      </p>
      {save.error && <ProblemNotice problem={problemIn(save.error)} />}
      {save.isSuccess && (
        <Notice tone="good">
          <p>{t('teams.saved')}</p>
        </Notice>
      )}
      <p className="line-up">
        <button className="button" data-kind="main" type="submit" disabled={!isWhole || save.isPending}>
          {t('teams.save')}
        </button>
        {!isWhole && <span className="note">{t('teams.incomplete')}</span>}
      </p>
    </form>
  );
}
