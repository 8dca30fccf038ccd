-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "calledAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "PackLimit" (
    "connectionId" TEXT NOT NULL,
    "pack" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "refusals" INTEGER NOT NULL,
    "closedUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PackLimit_pkey" PRIMARY KEY ("connectionId","pack")
);

-- AddForeignKey
ALTER TABLE "PackLimit" ADD CONSTRAINT "PackLimit_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
