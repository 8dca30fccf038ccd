import type { ComponentProps, ReactNode } from "react";
import { AppLink } from "./app-link.tsx";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style.ts";
import { classNames } from "./class-names.ts";

type Props = ComponentProps<typeof AppLink> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
};

export function ButtonLink({ variant, size, icon, className, children, ...rest }: Props) {
  return (
    <AppLink {...rest} className={classNames(buttonStyle({ variant, size }), className)}>
      {icon}
      {children}
    </AppLink>
  );
}
