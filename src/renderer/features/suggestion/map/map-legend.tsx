import { useTranslation } from 'react-i18next';

interface MapLegendProps {
  /** False where nothing is computed. */
  readonly hasLevels: boolean;
  readonly hasRetained: boolean;
}

/** What the signs of the map mean. The rows of the table say it in words. */
export function MapLegend({ hasLevels, hasRetained }: MapLegendProps) {
  const { t } = useTranslation();
  return (
    <div className="map-legend" aria-hidden="true">
      {hasLevels ? (
        <>
          <span className="map-legend-title">{t('employers.columns.potential')}</span>
          {(['more', 'average', 'less'] as const).map((level) => (
            <span key={level}>
              <i className="map-sign" data-level={level} />
              {t(`potential.${level}`)}
            </span>
          ))}
        </>
      ) : null}
      {hasRetained ? (
        <span>
          <i className="map-sign" data-level="retained">
            ✓
          </i>
          {t('map.retained')}
        </span>
      ) : null}
      <span className="map-credit">{t('map.credit')}</span>
    </div>
  );
}
