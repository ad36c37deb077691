import type { ReactNode } from 'react';
import type { ScreenName } from '../../platform/location.ts';

export type RailScreen = Exclude<ScreenName, 'employer' | 'caseFile' | 'meeting'>;

const PATHS: Readonly<Record<RailScreen, ReactNode>> = {
  day: (
    <>
      <rect x="4" y="5.5" width="16" height="14.5" rx="2" />
      <path d="M4 10h16M8.5 3v4.5M15.5 3v4.5" />
    </>
  ),
  portfolio: (
    <>
      <circle cx="9" cy="8" r="3.2" />
      <path d="M3 19.5c0-3.4 2.7-5.6 6-5.6s6 2.2 6 5.6" />
      <path d="M15.5 5.2a3 3 0 0 1 0 5.8M17.5 14.3c2.2.7 3.6 2.6 3.6 5.2" />
    </>
  ),
  supervision: (
    <>
      <path d="M3.5 4v16h17" />
      <path d="M7 15.5l4-5 3.2 3 5.3-7" />
    </>
  ),
  employers: (
    <>
      <path d="M3.5 20V6.5L13 3.5V20" />
      <path d="M13 9.5h7.5V20" />
      <path d="M2 20h20M7 10h2.5M7 14h2.5M16 13h1.5M16 16.5h1.5" />
    </>
  ),
  data: (
    <>
      <ellipse cx="12" cy="5.5" rx="7.5" ry="2.8" />
      <path d="M4.5 5.5v13c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8v-13" />
      <path d="M4.5 12c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8" />
    </>
  ),
  settings: (
    <>
      <path d="M4 7h9M19 7h1M4 17h1M11 17h9" />
      <circle cx="16" cy="7" r="2.6" />
      <circle cx="8" cy="17" r="2.6" />
    </>
  ),
  about: (
    <>
      <circle cx="12" cy="12" r="8.8" />
      <path d="M12 11v5.5M12 7.6v.1" />
    </>
  ),
};

export function RailIcon({ screen }: { readonly screen: RailScreen }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {PATHS[screen]}
    </svg>
  );
}

/** Two people facing each other across a line: vis-à-vis. */
export function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M4 6.5 11 20" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M22 6.5 15 20" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="13" cy="7" r="1.7" fill="currentColor" stroke="none" />
    </svg>
  );
}
