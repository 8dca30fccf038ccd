import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { TextInput } from "./text-input.tsx";

type Props = Omit<ComponentProps<typeof TextInput>, "aria-label" | "type" | "value" | "onChange"> & {
  /** Its name, and what stands in it while it is empty. */
  label: string;
  value: string;
  onSearch: (text: string) => void;
};

/** Where something is looked for among what is on this screen. */
export function SearchInput({ label, value, onSearch, className, ...rest }: Props) {
  return (
    <div className={classNames("relative", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-muted"
      />
      <TextInput
        {...rest}
        type="search"
        enterKeyHint="search"
        maxLength={200}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onSearch(event.currentTarget.value)}
        className="pl-9"
      />
    </div>
  );
}
