import { useTranslation } from 'react-i18next';
import type { OfferedPlace } from '../../../shared/domain/data-folder/data-folder.schema.ts';
import { bytesText } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import '../../ui/setting-card.css';
import './data-folder.css';

interface OfferedPlacePanelProps {
  readonly place: OfferedPlace;
  readonly isStarting: boolean;
  readonly error: unknown;
  readonly onStart: () => void;
  readonly onChoose: () => void;
  readonly onLeave: () => void;
}

/** Whether the data can go to a place, before anything is moved. */
export function OfferedPlacePanel({ place, isStarting, error, onStart, onChoose, onLeave }: OfferedPlacePanelProps) {
  const { t, i18n } = useTranslation();
  const { path, freeBytes, neededBytes, refusal, warnings } = place;
  const size = (bytes: number | null): string =>
    bytes === null ? t('dataFolder.freeUnknown') : bytesText(bytes, i18n.language);
  return (
    <div className="setting-notice" data-tone={refusal === null && warnings.length === 0 ? 'done' : 'warning'}>
      <dl className="facts">
        <dt>{t('dataFolder.offered')}</dt>
        <dd>
          <code className="folder-path">{path}</code>
        </dd>
        <dt>{t('dataFolder.needed')}</dt>
        <dd>{size(neededBytes)}</dd>
        <dt>{t('dataFolder.free')}</dt>
        <dd>{size(freeBytes)}</dd>
      </dl>
      {refusal === null ? <p>{t('dataFolder.before')}</p> : <p role="alert">{t(`dataFolder.refusals.${refusal}`)}</p>}
      {warnings.map((warning) => (
        <p key={warning} role="alert" className="setting-warning">
          {t(`dataFolder.warnings.${warning}`)}
        </p>
      ))}
      {error === null ? null : <ErrorState error={error} />}
      <div className="setting-actions">
        {refusal === null ? (
          <Button kind={warnings.length === 0 ? 'primary' : 'plain'} disabled={isStarting} onClick={onStart}>
            {warnings.length === 0 ? t('dataFolder.start') : t('dataFolder.startAnyway')}
          </Button>
        ) : null}
        <Button disabled={isStarting} onClick={onChoose}>
          {t('dataFolder.chooseOther')}
        </Button>
        <Button kind="quiet" disabled={isStarting} onClick={onLeave}>
          {t('dataFolder.leave')}
        </Button>
      </div>
    </div>
  );
}
