import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManifestSource } from '../../../shared/domain/dataset/dataset.schema.ts';
import type { Employer } from '../../../shared/domain/employer/employer.schema.ts';
import { estimateText, monthText, numberText, siretText } from '../../i18n/formats.ts';
import { headcountText, publisherText, vintageText } from '../../i18n/words.ts';
import { CopyButton } from './copy-button.tsx';
import './employer.css';

function addressOf({ address, postcode, communeName }: Employer): string {
  return [address, [postcode, communeName].filter((part) => part !== '').join(' ')]
    .filter((part) => part !== '')
    .join(', ');
}

interface EmployerFactsProps {
  readonly employer: Employer;
  /** Whether what is forecast is told. */
  readonly hasForecast: boolean;
  /** Who says so and when; null where the release does not tell. */
  readonly source: Pick<ManifestSource, 'publisher' | 'vintage'> | null;
}

export function EmployerFacts({ employer, hasForecast, source }: EmployerFactsProps) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const address = addressOf(employer);
  return (
    <section className="card">
      <h2>{t('employer.identity')}</h2>
      <dl className="facts">
        <dt>{t('employer.siret')}</dt>
        <WithAction
          action={<CopyButton text={employer.siret} label={t('employer.copySiret')} done={t('employer.siretCopied')} />}
        >
          <span className="figure">{siretText(employer.siret)}</span>
        </WithAction>
        <dt>{t('employer.legalName')}</dt>
        <dd>{employer.legalName ?? t('employer.legalNameWithheld')}</dd>
        <dt>{t('employer.address')}</dt>
        <WithAction
          action={<CopyButton text={address} label={t('employer.copyAddress')} done={t('employer.addressCopied')} />}
        >
          {address}
        </WithAction>
        {employer.publishedContact === null ? null : <Reach contact={employer.publishedContact} />}
        <dt>{t('employer.sector')}</dt>
        <dd>
          {employer.sectorLabel === null
            ? t('employer.sectorCode', { naf: employer.naf })
            : t('employer.sectorLabel', { label: employer.sectorLabel, naf: employer.naf })}
        </dd>
        <dt>{t('employer.headcount')}</dt>
        <dd>{headcountText(t, employer.headcountBand, language)}</dd>
        <dt>{t('employer.group')}</dt>
        <dd>{t(`groupKind.${employer.group}`)}</dd>
        <dt>{t('employer.hires')}</dt>
        <dd>
          {employer.yearlyHires === null
            ? t('employer.hiresUnknown')
            : t('employer.hiresCounted', {
                count: employer.yearlyHires,
                n: numberText(employer.yearlyHires, language),
              })}
        </dd>
        {employer.forecast === null || !hasForecast ? null : <Forecast forecast={employer.forecast} />}
        <dt>{t('employer.position')}</dt>
        <dd>{t(`employer.positionBasis.${employer.positionBasis}`)}</dd>
      </dl>
      {source === null ? null : (
        <p className="quiet small">
          {t('employer.factsSource', {
            publisher: publisherText(t, source.publisher),
            vintage: vintageText(t, source.vintage, language),
          })}
        </p>
      )}
    </section>
  );
}

/** How the data say to reach it. Nothing is opened from here: the application asks nobody for anything. */
function Reach({ contact }: { readonly contact: NonNullable<Employer['publishedContact']> }) {
  const { t } = useTranslation();
  return (['phone', 'email', 'website'] as const).map((way) =>
    contact[way] === '' ? null : (
      <Fragment key={way}>
        <dt>{t(`employer.reach.${way}`)}</dt>
        <WithAction
          action={
            <CopyButton
              text={contact[way]}
              label={t(`employer.reach.copy.${way}`)}
              done={t(`employer.reach.copied.${way}`)}
            />
          }
        >
          <span className="figure">{contact[way]}</span>
        </WithAction>
      </Fragment>
    ),
  );
}

/** What is expected, between which bounds, of which months, and who says so. */
function Forecast({ forecast }: { readonly forecast: NonNullable<Employer['forecast']> }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const { from, to, expected, low, high } = forecast;
  return (
    <>
      <dt>{t('employer.forecast')}</dt>
      <dd>
        {t('employer.forecastValue', {
          expected: estimateText(expected, language),
          low: numberText(low, language),
          high: numberText(high, language),
        })}
        <div className="quiet small">
          {t('employer.forecastSource', { from: monthText(from, language), to: monthText(to, language) })}
        </div>
      </dd>
    </>
  );
}

function WithAction({ children, action }: { readonly children: ReactNode; readonly action: ReactNode }) {
  return (
    <dd className="with-action">
      <span>{children}</span>
      {action}
    </dd>
  );
}
