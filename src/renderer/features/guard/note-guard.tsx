import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GUARD_FAMILIES } from '../../../shared/domain/guard/guard.ts';
import { TextCheckProvider, type TextChecking } from '../../ui/text-check.tsx';
import { checked } from './guard.queries.ts';

/** Words said in the line at most: the explanation says them all. */
const SAID_AT_MOST = 3;

/** Reads every field of free text again, and says what a note is better without. */
export function NoteGuard({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const checking = useMemo((): TextChecking => {
    const quoted = (text: string): string => t('guard.quoted', { text });
    return {
      check: async (text) =>
        (await checked(text)).map(({ start, end, family, suggestion }) => ({ start, end, kind: family, suggestion })),
      summary(texts) {
        const said = texts.slice(0, SAID_AT_MOST).map(quoted).join(', ');
        const words = texts.length > SAID_AT_MOST ? t('guard.andMore', { words: said }) : said;
        return t('guard.toRead', { count: texts.length, words });
      },
      quoted,
      reason(kind) {
        const family = GUARD_FAMILIES.find((each) => each === kind);
        return family === undefined ? '' : t(`guard.families.${family}`);
      },
      words: {
        why: t('guard.why'),
        close: t('guard.close'),
        instead: t('guard.instead'),
        leaveOut: t('guard.leaveOut'),
        tooLong: t('guard.tooLong'),
        remove: t('guard.remove'),
        replace: t('guard.replace'),
        keep: t('guard.keep'),
        note: t('guard.note'),
      },
    };
  }, [t]);
  return <TextCheckProvider checking={checking}>{children}</TextCheckProvider>;
}
