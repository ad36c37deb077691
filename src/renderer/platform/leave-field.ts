/** A field commits when it is left: what leads away by a key or by the mouse leaves it first. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
