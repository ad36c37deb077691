import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { distanceText, numberText } from '../../i18n/formats.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { usefulRadii } from './contribution.ts';
import { type CompleteSearch, toQuery } from './search.ts';
import './side-panels.css';
import { wideningOf } from './suggestion.queries.ts';
import { WideningOption } from './widening-option.tsx';

interface WideningPanelProps {
  readonly search: CompleteSearch;
  readonly onWiden: (radiusKm: number) => void;
  readonly onNeighbour: (neighbour: { readonly rome: string; readonly label: string }) => void;
}

const MAX_NEIGHBOURS = 5;

/** Few employers here: what a wider radius or a neighbouring occupation would bring. Nothing is applied unasked. */
export function WideningPanel({ search, onWiden, onNeighbour }: WideningPanelProps) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const { data } = useQuery(wideningOf(toQuery(search)));
  const radii = usefulRadii(data?.radii ?? []);
  const neighbours = data?.neighbours.filter(({ count }) => count > 0).slice(0, MAX_NEIGHBOURS) ?? [];
  const runs = [
    ...radii.map(
      ({ radiusKm }) =>
        () =>
          onWiden(radiusKm),
    ),
    ...neighbours.map((neighbour) => () => onNeighbour(neighbour)),
  ];
  useShortcuts({
    title: t(`widen.title.${search.group}`),
    place: 3,
    shortcuts: runs
      .slice(0, 9)
      .map((run, index) => ({ keys: [String(index + 1)], label: t('widen.key', { n: index + 1 }), run })),
  });
  if (runs.length === 0) return null;
  return (
    <section className="widening" aria-labelledby="widening-title">
      <h2 id="widening-title">{t(`widen.title.${search.group}`)}</h2>
      <p className="quiet">{t('widen.text')}</p>
      <div className="widening-columns">
        {radii.length === 0 ? null : (
          <div>
            <h3>{t('widen.further')}</h3>
            <ul className="widening-list">
              {radii.map(({ radiusKm, more }, index) => (
                <WideningOption
                  key={radiusKm}
                  shortcut={String(index + 1)}
                  label={t('widen.radius', { distance: distanceText(radiusKm, language) })}
                  count={t('widen.more', { count: more, n: numberText(more, language) })}
                  onClick={() => onWiden(radiusKm)}
                />
              ))}
            </ul>
          </div>
        )}
        {neighbours.length === 0 ? null : (
          <div>
            <h3>{t('widen.neighbours')}</h3>
            <ul className="widening-list">
              {neighbours.map((neighbour, index) => (
                <WideningOption
                  key={neighbour.rome}
                  shortcut={String(radii.length + index + 1)}
                  label={`${neighbour.label} (${t(`widen.kind.${neighbour.kind}`)})`}
                  count={t(`widen.employers.${search.group}`, {
                    count: neighbour.count,
                    n: numberText(neighbour.count, language),
                  })}
                  onClick={() => onNeighbour(neighbour)}
                />
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}
