import { call, problemIn } from '@forum/client/http';
import { carryOverProfile, type OwnProfile, type ProfileContent } from '@forum/contract/matchmaking/profiles';
import { Tick } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCapabilityName } from '../use-capabilities.ts';

interface BeginningsProps {
  firm: string;
  own: OwnProfile;
  content: ProfileContent;
  onBegin: (content: Partial<ProfileContent>) => void;
}

/** What a profile can begin with: the categories of the exhibitor list, and last edition's by renewed consent. */
export function Beginnings({ firm, own, content, onBegin }: BeginningsProps): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const nameOf = useCapabilityName();
  const [consented, setConsented] = useState(false);
  const carry = useMutation({
    mutationFn: () =>
      call(carryOverProfile, { params: { edition: edition.slug, firm }, body: { consented: true } }),
    onSuccess: ({ content: earlier }) => earlier && onBegin(earlier),
  });
  const has = new Set(content.offers.map(({ capability, mode }) => `${capability} ${mode}`));
  const fresh = own.suggested.offers.filter(({ capability, mode }) => !has.has(`${capability} ${mode}`));
  const take = () =>
    onBegin({
      offers: [
        ...content.offers,
        ...fresh.map(({ capability, mode }) => ({
          capability,
          mode,
          maturity: null,
          capacity: null,
          leadTimeWeeks: null,
          note: null,
        })),
      ],
    });
  return (
    <>
      {fresh.length > 0 && (
        <section className="panel stack-tight">
          <h2>{t('profile.suggested')}</h2>
          <p className="second">{t('profile.suggested-text')}</p>
          <ul className="ruled">
            {fresh.map(({ capability, mode, because }) => (
              <li key={`${capability} ${mode}`} className="found-row">
                {nameOf(capability)}{' '}
                <span className="note">
                  {t(`mode.${mode}`)} · {because.join(', ')}
                </span>
              </li>
            ))}
          </ul>
          <p>
            <button className="button" type="button" onClick={take}>
              {t('profile.take-suggested')}
            </button>
          </p>
        </section>
      )}
      {own.earlier && !carry.data && (
        <section className="panel stack-tight">
          <h2>{t('profile.earlier', { edition: own.earlier })}</h2>
          <Tick
            label={t('profile.consent')}
            hint={t('profile.consent-hint')}
            checked={consented}
            onChange={(event) => setConsented(event.target.checked)}
          />
          <p>
            <button
              className="button"
              type="button"
              disabled={!consented || carry.isPending}
              onClick={() => carry.mutate()}
            >
              {t('profile.carry-over')}
            </button>
          </p>
        </section>
      )}
      {carry.error && <ProblemNotice problem={problemIn(carry.error)} />}
      {carry.data && carry.data.dropped.length > 0 && (
        <Notice tone="care">
          <p>
            {t('profile.dropped', {
              lines: carry.data.dropped.map(({ capability }) => capability).join(', '),
            })}
          </p>
        </Notice>
      )}
    </>
  );
}
