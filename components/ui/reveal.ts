/** As a `ref` of what appears: in a dialog that scrolls, the button stands in its foot and the answer may be out of sight. */
export function reveal(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
