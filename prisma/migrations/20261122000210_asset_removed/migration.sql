-- AlterTable
ALTER TABLE "Asset" ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Asset_teamId_id_idx" ON "Asset"("teamId", "id" DESC);
