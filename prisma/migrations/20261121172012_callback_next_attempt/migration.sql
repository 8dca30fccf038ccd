-- AlterTable
ALTER TABLE "CallbackDelivery" ADD COLUMN     "nextAttemptAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "CallbackDelivery_nextAttemptAt_idx" ON "CallbackDelivery"("nextAttemptAt");

-- What was open before is looked at once, by the sweeper.
UPDATE "CallbackDelivery" SET "nextAttemptAt" = "updatedAt" WHERE "deliveredAt" IS NULL AND "givenUpAt" IS NULL;
