-- AlterTable
ALTER TABLE "Webhook" ADD COLUMN     "throttledUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "CallbackSecret" (
    "teamId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rotatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CallbackSecret_pkey" PRIMARY KEY ("teamId")
);

-- AddForeignKey
ALTER TABLE "CallbackSecret" ADD CONSTRAINT "CallbackSecret_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
