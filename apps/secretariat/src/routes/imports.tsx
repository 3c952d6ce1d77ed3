import { applyFirmImport, listFirmImports, proposeFirmImport } from '@forum/contract/firms';
import { applyImport, listImports, proposeImport, readProgramme } from '@forum/contract/programme';
import { Heading } from '@forum/ui/shell/heading';
import { queryOf } from '@forum/client/query';
import { useEdition } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../components/use-command.ts';
import { FirmDifference, ProgrammeDifference } from '../features/imports/difference.tsx';
import { Earlier } from '../features/imports/earlier.tsx';
import { FileDrop } from '../features/imports/file-drop.tsx';
import { NewFirm } from '../features/imports/new-firm.tsx';
import { Confirm } from '../features/imports/confirm.tsx';
import { Failure } from '../components/failure.tsx';

/** Programmes and exhibitor lists from files: the difference first, applied only when it is confirmed. */
export function ImportsScreen(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="page">
      <Heading tab={t('desk.imports')} />
      <div className="columns">
        <ProgrammeImport />
        <FirmImport />
      </div>
    </div>
  );
}

/** One that was shown and neither applied nor replaced: after a reload it is still there to be decided. */
const waits = ({ state }: { state: string }) => state === 'proposed';

function ProgrammeImport(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug };
  const propose = useCommand(proposeImport, listImports);
  const apply = useCommand(applyImport, listImports, readProgramme);
  const earlier = useQuery(queryOf(listImports, { params })).data ?? [];
  const [open, setOpen] = useState<string>();
  const shown = earlier.find(({ id }) => id === open) ?? apply.data ?? propose.data ?? earlier.find(waits);
  return (
    <section className="stack">
      <h2>{t('imports.programme')}</h2>
      <FileDrop
        hint={t('imports.programme-hint')}
        accept=".xml,.json"
        busy={propose.isPending}
        onFile={(file, bytes) => {
          setOpen(undefined);
          apply.reset();
          propose.mutate({ params, query: { name: file.name }, body: bytes });
        }}
      />
      <Failure error={propose.error ?? apply.error} />
      {shown && <ProgrammeDifference difference={shown} />}
      {shown && (
        <Confirm
          key={shown.id}
          held={shown.held}
          removals={shown.removed.length}
          state={shown.state}
          busy={apply.isPending}
          onConfirm={(confirmRemovals) =>
            apply.mutate({
              params: { ...params, import: shown.id },
              body: confirmRemovals === null ? {} : { confirmRemovals },
            })
          }
        />
      )}
      <Earlier imports={earlier} open={shown?.id} onOpen={setOpen} />
    </section>
  );
}

function FirmImport(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug };
  const propose = useCommand(proposeFirmImport, listFirmImports);
  const apply = useCommand(applyFirmImport, listFirmImports);
  const earlier = useQuery(queryOf(listFirmImports, { params })).data ?? [];
  const [open, setOpen] = useState<string>();
  const shown = earlier.find(({ id }) => id === open) ?? apply.data ?? propose.data ?? earlier.find(waits);
  return (
    <section className="stack">
      <h2>{t('imports.firms')}</h2>
      <FileDrop
        hint={t('imports.firms-hint')}
        accept=".csv,.json"
        busy={propose.isPending}
        onFile={(file, bytes) => {
          setOpen(undefined);
          apply.reset();
          propose.mutate({ params, query: { name: file.name }, body: bytes });
        }}
      />
      <Failure error={propose.error ?? apply.error} />
      {shown && <FirmDifference difference={shown} />}
      {shown && (
        <Confirm
          key={shown.id}
          held={shown.held}
          removals={shown.removed.length}
          state={shown.state}
          busy={apply.isPending}
          onConfirm={(confirmRemovals) =>
            apply.mutate({
              params: { ...params, import: shown.id },
              body: confirmRemovals === null ? {} : { confirmRemovals },
            })
          }
        />
      )}
      <NewFirm />
      <Earlier imports={earlier} open={shown?.id} onOpen={setOpen} />
    </section>
  );
}
