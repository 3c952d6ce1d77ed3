import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface FileDropProps {
  hint: string;
  accept: string;
  busy: boolean;
  onFile: (file: File, bytes: Uint8Array<ArrayBuffer>) => void;
}

/** A place to drop a file, or to choose one by keyboard. */
export function FileDrop({ hint, accept, busy, onFile }: FileDropProps): ReactNode {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined) => {
    if (file) onFile(file, new Uint8Array(await file.arrayBuffer()));
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div
      className="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <p>{busy ? t('imports.reading') : hint}</p>
      <label className="button">
        {t('imports.choose')}
        <input
          className="hidden-visually"
          type="file"
          accept={accept}
          disabled={busy}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
    </div>
  );
}
