import { useTranslation } from 'react-i18next';
import { isOnPaper } from '../../../../shared/domain/approach/on-paper.rules.ts';
import type { ApproachRow } from '../../../../shared/domain/approach/approach.schema.ts';
import { useShortcuts } from '../../../platform/shortcuts.ts';
import { Button } from '../../../ui/button.tsx';
import type { PaperActs } from './use-employers-paper.ts';

interface ApproachesHeadProps {
  readonly rows: readonly ApproachRow[];
  readonly papers: PaperActs;
}

const LIST = { kind: 'list' } as const;

/** The ways for the list to leave the file, and what goes with it. */
export function ApproachesHead({ rows, papers }: ApproachesHeadProps) {
  const { t } = useTranslation();
  const isNothing = !rows.some(isOnPaper);
  const ways = [
    { key: 'print', label: t('approach.out.print'), run: () => papers.print(LIST) },
    { key: 'pdf', label: t('approach.out.pdf'), run: () => papers.savePdf(LIST) },
    { key: 'csv', label: t('approach.out.csv'), run: papers.saveTable },
  ];
  useShortcuts({
    title: t('approach.out.label'),
    place: 2,
    // For the palette alone: they are not of every day.
    shortcuts: isNothing
      ? []
      : ways.map(({ label, run }) => ({ keys: [], label: `${t('approach.list')}, ${label}`, run })),
  });
  return (
    <div className="approaches-head">
      <p className="quiet small">{t(isNothing ? 'approach.out.nothing' : 'approach.out.what')}</p>
      {isNothing ? null : (
        <div className="approach-acts" role="group" aria-label={t('approach.out.label')}>
          {ways.map(({ key, label, run }) => (
            <Button key={key} size="small" onClick={run}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
