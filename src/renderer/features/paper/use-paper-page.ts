import { useLayoutEffect } from 'react';

/**
 * While a document is on its way to paper, the page is that document: a PDF says its language and its title, which name
 * nobody.
 */
export function usePaperPage(title: string): void {
  useLayoutEffect(() => {
    const { title: before } = document;
    const { lang } = document.documentElement;
    document.title = title;
    document.documentElement.lang = 'fr';
    return () => {
      document.title = before;
      document.documentElement.lang = lang;
    };
  }, [title]);
}
