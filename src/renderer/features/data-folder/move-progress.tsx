import { useTranslation } from 'react-i18next';
import type { MoveState, PlaceRefusal } from '../../../shared/domain/data-folder/data-folder.schema.ts';
import { bytesText } from '../../i18n/formats.ts';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import '../../ui/setting-card.css';
import { useCancelMove } from './data-folder.queries.ts';

const PLACE_REFUSALS: readonly PlaceRefusal[] = ['same', 'nested', 'not-empty', 'not-writable', 'no-room'];

export type RunningMove = Extract<MoveState, { readonly state: 'running' }>;

/** How far a move is, and the way to stop it. */
export function MoveProgress({ move }: { readonly move: RunningMove }) {
  const { t, i18n } = useTranslation();
  const cancel = useCancelMove();
  const { step, done, total } = move;
  const words = { done: bytesText(done, i18n.language), total: bytesText(total, i18n.language) };
  return (
    <ProgressPanel
      label={t('dataFolder.running')}
      detail={t(`dataFolder.steps.${step}`, words)}
      share={total === 0 ? null : done / total}
      onCancel={() => cancel.mutate()}
    />
  );
}

/** How the last move ended, where there was one. */
export function MoveEnd({ move }: { readonly move: MoveState }) {
  const { t } = useTranslation();
  if (move.state === 'cancelled') return <p role="status">{t('dataFolder.cancelled')}</p>;
  if (move.state === 'done') return <p role="status">{t('dataFolder.done')}</p>;
  if (move.state !== 'failed') return null;
  const refusal = PLACE_REFUSALS.find((each) => each === move.reason);
  return (
    <p role="alert" className="setting-warning">
      {t('dataFolder.failed')} {refusal === undefined ? t(`errors.${move.code}`) : t(`dataFolder.refusals.${refusal}`)}
    </p>
  );
}
