import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './shared-view.css';

/** Between two things, or while nobody is there: it says nothing of anybody. */
export function BlankPage({ words, children }: { readonly words: 'pause' | 'locked'; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className="shared shared-blank">
      <h1>{t(`shared.${words}`)}</h1>
      {children}
    </main>
  );
}
