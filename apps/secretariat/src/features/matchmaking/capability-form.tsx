import {
  type CapabilityEntry,
  editCapability,
  listCapabilities,
} from '@forum/contract/matchmaking/capabilities';
import { TextArea, TextField, Tick } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

/** Retitles or hides a capability, or adds one. */
export function CapabilityForm({
  entry,
  onDone,
}: {
  entry: CapabilityEntry | null;
  onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [code, setCode] = useState(entry?.code ?? '');
  const [title, setTitle] = useState(entry?.title.en ?? '');
  const [titleKo, setTitleKo] = useState(entry?.title.ko ?? '');
  const [parent, setParent] = useState(entry?.parent ?? '');
  const [synonyms, setSynonyms] = useState(entry?.synonyms.join('\n') ?? '');
  const [hidden, setHidden] = useState(entry?.hidden ?? false);
  const save = useWrite(editCapability, listCapabilities);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      {
        params: { edition: edition.slug },
        body: {
          code: code.trim(),
          title,
          titleKo,
          parent: parent.trim() || null,
          synonyms: synonyms
            .split('\n')
            .map((word) => word.trim())
            .filter(Boolean),
          hidden,
        },
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <h2>{entry ? t('matching.edit', { what: entry.title.en }) : t('matching.add-capability')}</h2>
      <TextField
        label={t('matching.code')}
        hint={t('matching.code-hint')}
        value={code}
        readOnly={entry !== null}
        onChange={(event) => setCode(event.target.value)}
      />
      <div className="pair">
        <TextField
          label={t('matching.title-en')}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextField
          label={t('matching.title-ko')}
          value={titleKo}
          onChange={(event) => setTitleKo(event.target.value)}
        />
      </div>
      <TextField
        label={t('matching.parent')}
        value={parent}
        onChange={(event) => setParent(event.target.value)}
      />
      <TextArea
        label={t('matching.synonyms')}
        rows={4}
        value={synonyms}
        onChange={(event) => setSynonyms(event.target.value)}
      />
      <Tick
        label={t('matching.hidden')}
        checked={hidden}
        onChange={(event) => setHidden(event.target.checked)}
      />
      <Failure error={save.error} />
      <p className="line-up">
        <button
          className="button"
          data-kind="main"
          type="submit"
          disabled={!code.trim() || !title.trim() || !titleKo.trim() || save.isPending}
        >
          {t('matching.save')}
        </button>
        <button className="button" data-kind="quiet" type="button" onClick={onDone}>
          {t('matching.back')}
        </button>
      </p>
    </form>
  );
}
