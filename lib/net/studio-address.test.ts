import { expect, test } from "vitest";
import { isReachableFromOutside } from "./studio-address.ts";

test.each([
  "https://studio.acme.io",
  "http://93.184.216.34:3000",
  "https://[2606:4700::1]",
  "https://灯.中国",
])("%s can be reached from outside", (origin) => {
  expect(isReachableFromOutside(origin)).toBe(true);
});

test.each([
  "http://localhost:3000",
  "http://studio.localhost",
  "http://studio",
  "https://studio.local",
  "https://studio.lan.",
  "https://box.home.arpa",
  "http://127.0.0.1:3000",
  "http://192.168.1.20",
  "http://10.0.0.5:3000",
  "http://[::1]:3000",
  "http://[fd00::5]",
  "http://0x7f.1",
])("%s cannot", (origin) => {
  expect(isReachableFromOutside(origin)).toBe(false);
});
