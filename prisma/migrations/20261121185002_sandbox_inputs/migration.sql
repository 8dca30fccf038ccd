-- AlterTable
ALTER TABLE "SandboxTask" ADD COLUMN     "inputs" JSONB;
