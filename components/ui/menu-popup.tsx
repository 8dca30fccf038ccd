"use client";

import { Menu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { AppLink } from "./app-link.tsx";
import { classNames } from "./class-names.ts";
import type { MenuItem, MenuProps } from "./menu.tsx";

const ITEM =
  "flex min-h-9 w-full cursor-pointer select-none items-center gap-2.5 rounded-md px-2.5 py-1.5 text-left text-sm outline-none data-highlighted:bg-hover data-disabled:cursor-not-allowed data-disabled:opacity-50 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0";

/** Mounted by the press that asked for it, hence open from the start. */
export function LoadedMenu(props: MenuProps) {
  const { label, children, triggerClassName, items, align = "end", side = "bottom", showTooltip } = props;
  return (
    <Menu.Root defaultOpen modal={false}>
      <Menu.Trigger
        aria-label={label}
        data-tooltip={showTooltip ? label : undefined}
        className={triggerClassName}
      >
        {children}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Menu.Popup className="max-h-(--available-height) min-w-48 max-w-72 origin-(--transform-origin) overflow-y-auto rounded-lg bg-raised p-1 shadow-raised outline-none transition-[opacity,scale] duration-120 data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0">
            {items.map((item, index) => (
              <MenuRow key={item.kind === "separator" ? `separator-${index}` : item.label} item={item} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function MenuRow({ item }: { item: MenuItem }) {
  switch (item.kind) {
    case "separator":
      return <Menu.Separator className="mx-1 my-1 h-px bg-line" />;
    case "heading":
      return <div className="px-2.5 pt-2 pb-1 text-xs text-muted">{item.label}</div>;
    case "link":
      return (
        <Menu.LinkItem
          closeOnClick
          href={item.href}
          download={item.download}
          render={item.download ? undefined : <AppLink href={item.href} />}
          className={ITEM}
        >
          {item.icon}
          {item.label}
        </Menu.LinkItem>
      );
    case "choice":
      return (
        <Menu.CheckboxItem
          closeOnClick
          checked={item.chosen}
          onCheckedChange={item.onSelect}
          className={ITEM}
        >
          {item.icon}
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {item.detail && <span className="text-xs text-muted">{item.detail}</span>}
          {item.chosen && <Check aria-hidden className="text-accent-text" />}
        </Menu.CheckboxItem>
      );
    case "action":
      return (
        <Menu.Item
          disabled={item.disabled}
          onClick={item.onSelect}
          className={classNames(ITEM, item.danger && "text-danger-text")}
        >
          {item.icon}
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {item.detail && <span className="text-xs text-muted">{item.detail}</span>}
        </Menu.Item>
      );
  }
}
