import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseWidening } from '../../../shared/domain/suggestion/case-list.schema.ts';
import { distanceText, numberText } from '../../i18n/formats.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { usefulRadii } from './contribution.ts';
import './side-panels.css';
import { type CaseListInput, caseWideningOf } from './suggestion.queries.ts';
import { WideningOption } from './widening-option.tsx';

interface CaseWideningPanelProps {
  readonly input: CaseListInput;
  readonly title: string;
  readonly departementName: (code: string) => string;
  readonly onRadius: (radiusKm: number) => void;
  readonly onDepartement: (code: string) => void;
  readonly onOccupation: (occupation: CaseWidening['occupations'][number]) => void;
}

/** With the départements and the occupations that the core offers, nine in all: a key each. */
const MOST_RADII = 2;

interface Way {
  readonly key: string;
  readonly label: string;
  readonly more: number;
  readonly run: () => void;
}

/**
 * What a longer way, another département or another occupation would add to a person's list, each counted, each on one
 * key. Nothing is added unasked, and what was added says so in its row.
 */
export function CaseWideningPanel(props: CaseWideningPanelProps) {
  const { input, title, departementName, onRadius, onDepartement, onOccupation } = props;
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const { data } = useQuery(caseWideningOf(input));
  const groups: readonly { readonly title: string; readonly ways: readonly Way[] }[] =
    data === undefined
      ? []
      : [
          {
            title: t('widen.further'),
            ways: [
              ...usefulRadii(data.radii)
                .slice(0, MOST_RADII)
                .map(({ radiusKm, more }) => ({
                  key: String(radiusKm),
                  label: t('widen.radius', { distance: distanceText(radiusKm, language) }),
                  more,
                  run: () => onRadius(radiusKm),
                })),
              ...data.departements.map(({ code, more }) => ({
                key: code,
                label: t('widen.departement', { name: departementName(code) }),
                more,
                run: () => onDepartement(code),
              })),
            ],
          },
          {
            title: t('widen.neighbours'),
            ways: data.occupations.map((occupation) => ({
              key: occupation.rome,
              label: `${occupation.label} (${t(`widen.kind.${occupation.kind}`)})`,
              more: occupation.more,
              run: () => onOccupation(occupation),
            })),
          },
        ].filter(({ ways }) => ways.length > 0);
  const ways = groups.flatMap((group) => group.ways);
  useShortcuts({
    title,
    place: 1,
    shortcuts: ways.map(({ run }, index) => ({
      keys: [String(index + 1)],
      alt: true,
      shown: ['Alt', String(index + 1)],
      label: t('widen.key', { n: index + 1 }),
      run,
    })),
  });
  if (data === undefined) return null;
  return (
    <section className="widening" aria-labelledby="case-widening-title">
      <h3 id="case-widening-title">{title}</h3>
      <p className="quiet">{t(ways.length === 0 ? 'widen.nothingMore' : 'widen.textForCase')}</p>
      <div className="widening-columns">
        {groups.map((group) => (
          <div key={group.title}>
            <h4>{group.title}</h4>
            <ul className="widening-list">
              {group.ways.map(({ key, label, more, run }) => (
                <WideningOption
                  key={key}
                  shortcut={`Alt ${ways.findIndex((way) => way.key === key) + 1}`}
                  label={label}
                  count={t('widen.more', { count: more, n: numberText(more, language) })}
                  onClick={run}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
