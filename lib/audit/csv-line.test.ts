import { expect, test } from "vitest";
import { csvLine } from "./csv-line.ts";

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1", "＠x"])(
  "a spreadsheet runs nothing that begins like %j",
  (text) => expect(csvLine([text])).toBe(`"'${text}"\r\n`),
);

test("quotes, commas and line breaks stay within their cell", () => {
  expect(csvLine(['say "hi", Ana', "two\nlines", "2026-11-22", ""])).toBe(
    '"say ""hi"", Ana","two\nlines","2026-11-22",""\r\n',
  );
});
