/** Words to look for as they stand: Prisma hands them to ILIKE unchanged, where its wildcards must lose their meaning. */
export function literally(words: string): string {
  return words.replaceAll(/[\\%_]/g, "\\$&");
}
