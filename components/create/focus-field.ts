/**
 * Leads to the field that a rule of lib/kling names: its own control, else the panel that holds all settings. False
 * when neither is on screen, as on a phone, where the settings are behind a button.
 */
export function focusField(path: string): boolean {
  const field = document.getElementById(`create-${path}`) ?? document.getElementById("create-settings");
  if (!field?.checkVisibility()) return false;
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "nearest" });
  return true;
}
