/** Where a field stands in a request, as people read it: `image_list[0].weight`. Names that would be misread are quoted. */

const PLAIN_NAME = /^[\w$-]+$/;

/** The path of a member of what stands at `parent`; `""` is the whole request. */
export function memberPath(parent: string, name: string): string {
  if (!PLAIN_NAME.test(name)) return `${parent}[${JSON.stringify(name)}]`;
  return parent === "" ? name : `${parent}.${name}`;
}

/** The path of an item of the list that stands at `parent`. */
export function itemPath(parent: string, index: number): string {
  return `${parent}[${index}]`;
}

const SEGMENT = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([\w$-]+)/g;

/** The names and indexes of a path that the two functions above made, from the outside in. */
export function segmentsOf(path: string): readonly (string | number)[] {
  return [...path.matchAll(SEGMENT)].map(([, index, quoted, plain]) => {
    if (index !== undefined) return Number(index);
    return quoted === undefined ? (plain ?? "") : String(JSON.parse(quoted));
  });
}
