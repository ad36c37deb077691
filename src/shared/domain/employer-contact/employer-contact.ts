/** How it was learned who to ask for. */
export const CONTACT_SOURCES = ['call', 'visit', 'website', 'message', 'person'] as const;

/** Four digits at least, as the shortest numbers one calls (3949); nothing where it is not known. */
export function isPhone(text: string): boolean {
  return text.trim() === '' || /\d(?:\D*\d){3}/.test(text);
}

/** Something at somewhere; nothing where it is not known. */
export function isEmail(text: string): boolean {
  return text.trim() === '' || /^\S+@\S+\.\S+$/.test(text.trim());
}
