import { headers } from "next/headers";

export const planted = headers;
