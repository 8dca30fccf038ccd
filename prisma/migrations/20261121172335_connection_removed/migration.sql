-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "removedAt" TIMESTAMPTZ(3);
