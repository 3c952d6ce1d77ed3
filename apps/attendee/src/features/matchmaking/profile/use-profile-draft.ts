import { call, problemIn } from '@forum/client/http';
import { keyOf, queryOf } from '@forum/client/query';
import {
  type OwnProfile,
  type ProfileContent,
  readProfile,
  saveProfile,
  seeProfile,
} from '@forum/contract/matchmaking/profiles';
import { listSuggestions } from '@forum/contract/matchmaking/suggestions';
import { mergeProfiles, type ProfileClash, settleClash } from '@forum/domain/matchmaking/merge-profiles';
import type { FirmProfile } from '@forum/domain/matchmaking/profile';
import { useEdition } from '@forum/ui/lib/edition';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

interface Draft {
  content: ProfileContent;
  /** What stood on the server when it was read last, and which version that was. */
  base: ProfileContent;
  version: number;
}

/** What somebody else saved meanwhile, put together with what is on the screen. */
interface Merged {
  by: string | null;
  clashes: readonly ProfileClash[];
}

const asRule = (content: ProfileContent): FirmProfile => ({ firmId: '', ...content });

function asContent({ firmId: _, ...content }: FirmProfile): ProfileContent {
  return content as ProfileContent;
}

/** A profile while it is being written. Nothing is lost when somebody else of the firm saves first: both are put together. */
export function useProfileDraft(firm: string, own: OwnProfile) {
  const { edition } = useEdition();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>({
    content: own.content,
    base: own.content,
    version: own.version,
  });
  const [merged, setMerged] = useState<Merged | null>(null);
  const where = { params: { edition: edition.slug, firm } };
  const save = useMutation({
    mutationFn: (confirmed: boolean) =>
      call(saveProfile, { ...where, body: { version: draft.version, confirmed, content: draft.content } }),
    onSuccess: (saved) => {
      setMerged(null);
      setDraft({ content: saved.content, base: saved.content, version: saved.version });
      client.setQueryData(queryOf(readProfile, where).queryKey, saved);
      return Promise.all(
        [seeProfile, listSuggestions].map((route) => client.invalidateQueries({ queryKey: keyOf(route) })),
      );
    },
    onError: (error) => {
      const { code, details } = problemIn(error);
      if (code !== 'version.stale') return;
      const { current, content, by } = details as {
        current: number;
        content: ProfileContent | null;
        by: string | null;
      };
      if (!content) return;
      const { profile, clashes } = mergeProfiles(asRule(draft.base), asRule(draft.content), asRule(content));
      setDraft({ content: asContent(profile), base: content, version: current });
      setMerged({ by, clashes });
    },
  });
  return {
    content: draft.content,
    change: (part: Partial<ProfileContent>) =>
      setDraft((before) => ({ ...before, content: { ...before.content, ...part } })),
    isChanged: draft.content !== draft.base,
    save,
    merged,
    /** Lets the other wording of a clash stand. */
    turn: (turned: ProfileClash) => {
      const stands = turned.stands === 'mine' ? 'theirs' : 'mine';
      setDraft((before) => ({
        ...before,
        content: asContent(settleClash(asRule(before.content), turned, stands)),
      }));
      setMerged(
        (before) =>
          before && {
            ...before,
            clashes: before.clashes.map((clash) => (clash === turned ? { ...clash, stands } : clash)),
          },
      );
    },
  };
}
