import { useTranslation } from 'react-i18next';
import type { FolderPreview } from '../../../shared/domain/dataset/dataset.schema.ts';
import { bytesText } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import './dataset.css';

interface FolderPreviewPanelProps {
  readonly preview: FolderPreview;
  readonly onStart: () => void;
  readonly onDiscard: () => void;
  readonly onChoose: () => void;
  readonly isStarting: boolean;
}

/** What each file of the folder was recognised as, before anything is read whole. */
export function FolderPreviewPanel({ preview, onStart, onDiscard, onChoose, isStarting }: FolderPreviewPanelProps) {
  const { t } = useTranslation();
  const isReady = preview.missing.length === 0;
  return (
    <div className="import-body">
      <h3>{t('import.found', { folder: preview.folderName })}</h3>
      {preview.files.length === 0 ? <p>{t('import.noFile')}</p> : <FilesTable preview={preview} />}
      {isReady ? (
        <p>{t('import.ready')}</p>
      ) : (
        <div role="alert" className="import-missing">
          <p>
            <strong className="amber-text">{t('import.unusable')}</strong> {t('import.missing')}
          </p>
          <ul className="plain-list">
            {preview.missing.map((source) => (
              <li key={source}>{t(`sources.${source}`)}</li>
            ))}
          </ul>
          <p>{t('import.missingNext')}</p>
        </div>
      )}
      <div className="import-actions">
        {isReady ? (
          <Button kind="primary" onClick={onStart} disabled={isStarting}>
            {t('import.start')}
          </Button>
        ) : (
          <Button kind="primary" onClick={onChoose}>
            {t('import.chooseOther')}
          </Button>
        )}
        <Button onClick={onDiscard}>{t('import.discard')}</Button>
      </div>
    </div>
  );
}

function FilesTable({ preview }: { readonly preview: FolderPreview }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="sources-scroll">
      <table className="sources">
        <thead>
          <tr>
            <th scope="col">{t('import.file')}</th>
            <th scope="col">{t('import.recognisedAs')}</th>
            <th scope="col" className="figure">
              {t('import.size')}
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.files.map((file) => (
            <tr key={file.file}>
              <th scope="row">{file.file}</th>
              <td>
                {file.source === null ? null : t(`sources.${file.source}`)}
                {file.ignored === null ? null : (
                  <span className={file.source === null ? 'quiet' : 'detail'}>{t(`ignored.${file.ignored}`)}</span>
                )}
              </td>
              <td className="figure quiet">{bytesText(file.bytes, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
