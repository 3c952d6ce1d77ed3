import {
  applyFirmImport,
  type FirmImport as FirmsImported,
  listFirmImports,
  proposeFirmImport,
} from '@forum/contract/firms/imports';
import {
  applyImport,
  listImports,
  type ProgrammeImport as ProgrammeImported,
  proposeImport,
} from '@forum/contract/programme/imports';
import { readProgramme } from '@forum/contract/programme/programme';
import { type ListMode, listModes } from '@forum/domain/firms/firm-difference';
import { SelectField } from '@forum/ui/forms/field';
import { Heading } from '@forum/ui/shell/heading';
import { queryOf } from '@forum/client/query';
import { useEdition } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '@forum/ui/lib/use-write';
import { FirmDifference, ProgrammeDifference } from '../../features/imports/difference.tsx';
import { Earlier } from '../../features/imports/earlier.tsx';
import { FileDrop } from '../../features/imports/file-drop.tsx';
import { CorrectFirm } from '../../features/imports/correct-firm.tsx';
import { NewFirm } from '../../features/imports/new-firm.tsx';
import { Confirm } from '../../features/imports/confirm.tsx';
import { type Answers, Questions } from '../../features/imports/questions.tsx';
import { shownImport } from '../../features/imports/shown-import.ts';
import { Failure } from '../../components/failure.tsx';

/** Programmes and exhibitor lists from files: the difference first, applied only when it is confirmed. */
export function ImportsScreen(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="page">
      <Heading tab={t('desk.imports')} />
      <div className="columns">
        <ProgrammeImport />
        <div className="stack-wide">
          <FirmImport />
          <NewFirm />
          <CorrectFirm />
        </div>
      </div>
    </div>
  );
}

function ProgrammeImport(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug };
  const propose = useWrite(proposeImport, listImports);
  const apply = useWrite(applyImport, listImports, readProgramme);
  const earlier = useQuery(queryOf(listImports, { params })).data ?? [];
  return (
    <Import
      title={t('imports.programme')}
      hint={t('imports.programme-hint')}
      accept=".xml,.json"
      propose={propose}
      apply={apply}
      earlier={earlier}
      onFile={(name, body) => propose.mutate({ params, query: { name }, body })}
      onApply={(id, body) => apply.mutate({ params: { ...params, import: id }, body })}
    >
      {(difference) => <ProgrammeDifference difference={difference} />}
    </Import>
  );
}

function FirmImport(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug };
  const propose = useWrite(proposeFirmImport, listFirmImports);
  const apply = useWrite(applyFirmImport, listFirmImports);
  const earlier = useQuery(queryOf(listFirmImports, { params })).data ?? [];
  const [mode, setMode] = useState<ListMode>('replace');
  return (
    <Import
      title={t('imports.firms')}
      hint={t('imports.firms-hint')}
      accept=".xlsx,.csv,.txt,.tsv,.json"
      propose={propose}
      apply={apply}
      earlier={earlier}
      choice={<ModeChoice mode={mode} onChoose={setMode} />}
      onFile={(name, body) => propose.mutate({ params, query: { name, mode }, body })}
      onApply={(id, { confirmRemovals }) =>
        apply.mutate({
          params: { ...params, import: id },
          body: confirmRemovals === undefined ? {} : { confirmRemovals },
        })
      }
    >
      {(difference) => <FirmDifference difference={difference} />}
    </Import>
  );
}

/** Whether the next list replaces those before or adds to them. */
function ModeChoice({ mode, onChoose }: { mode: ListMode; onChoose: (mode: ListMode) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <SelectField
      label={t('imports.mode')}
      hint={t(`imports.mode-${mode}`)}
      value={mode}
      onChange={(event) => onChoose(event.target.value as ListMode)}
    >
      {listModes.map((one) => (
        <option key={one} value={one}>
          {t(`imports.mode-short-${one}`)}
        </option>
      ))}
    </SelectField>
  );
}

type AnyImport = ProgrammeImported | FirmsImported;

/** As much of a write as is shown here. */
interface Write<Made> {
  data: Made | undefined;
  error: Error | null;
  isPending: boolean;
  reset: () => void;
}

/** What is confirmed with an import. */
interface Applied {
  confirmRemovals?: number;
  speakers?: { key: string; speaker: string | null }[];
}

interface ImportProps<Made extends AnyImport> {
  title: string;
  hint: string;
  accept: string;
  /** What is chosen before a file. */
  choice?: ReactNode;
  propose: Write<Made>;
  apply: Write<Made>;
  earlier: readonly Made[];
  onFile: (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
  onApply: (id: string, body: Applied) => void;
  children: (difference: Made) => ReactNode;
}

/** A file, what it would change, and its confirmation; below, the files before. */
function Import<Made extends AnyImport>({
  title,
  hint,
  accept,
  choice,
  propose,
  apply,
  earlier,
  onFile,
  onApply,
  children,
}: ImportProps<Made>): ReactNode {
  const [open, setOpen] = useState<string>();
  const shown = shownImport({
    open,
    earlier,
    proposed: propose.data,
    applied: apply.data,
    isRefused: propose.error !== null,
  });
  return (
    <section className="stack">
      <h2>{title}</h2>
      {choice}
      <FileDrop
        hint={hint}
        accept={accept}
        busy={propose.isPending}
        onFile={(file, bytes) => {
          setOpen(undefined);
          apply.reset();
          onFile(file.name, bytes);
        }}
      />
      <Failure error={propose.error ?? apply.error} />
      {shown && children(shown)}
      {shown && <Decision key={shown.id} shown={shown} busy={apply.isPending} onApply={onApply} />}
      <Earlier imports={earlier} open={shown?.id} onOpen={setOpen} />
    </section>
  );
}

interface DecisionProps {
  shown: AnyImport;
  busy: boolean;
  onApply: (id: string, body: Applied) => void;
}

/** What has to be answered and confirmed before an import is applied. */
function Decision({ shown, busy, onApply }: DecisionProps): ReactNode {
  const [answers, setAnswers] = useState<Answers>({});
  const questions = 'questions' in shown && shown.state === 'proposed' ? shown.questions : [];
  const speakers = Object.entries(answers).map(([key, speaker]) => ({ key, speaker }));
  return (
    <>
      <Questions
        questions={questions}
        answers={answers}
        onAnswer={(key, speaker) => setAnswers({ ...answers, [key]: speaker })}
      />
      <Confirm
        held={shown.held}
        removals={shown.sums.removed}
        state={shown.state}
        busy={busy || questions.some(({ key }) => !(key in answers))}
        onConfirm={(confirmRemovals) =>
          onApply(shown.id, {
            ...(confirmRemovals === null ? {} : { confirmRemovals }),
            ...(speakers.length > 0 ? { speakers } : {}),
          })
        }
      />
    </>
  );
}
