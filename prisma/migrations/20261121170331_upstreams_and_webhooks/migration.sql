-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "axisSemantics" TEXT NOT NULL DEFAULT 'map',
ADD COLUMN     "baseUrl" TEXT,
ADD COLUMN     "breakerFailures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "breakerOpenUntil" TIMESTAMPTZ(3),
ADD COLUMN     "callbackSecretSealed" TEXT,
ADD COLUMN     "credentialHint" TEXT,
ADD COLUMN     "credentialSealed" TEXT,
ADD COLUMN     "duplicateRefusalSeenAt" TIMESTAMPTZ(3),
ADD COLUMN     "maskPolarity" TEXT NOT NULL DEFAULT 'white',
ADD COLUMN     "maxParallelImages" INTEGER NOT NULL DEFAULT 9,
ADD COLUMN     "maxParallelTryOns" INTEGER NOT NULL DEFAULT 2,
ADD COLUMN     "pauseReason" JSONB,
ADD COLUMN     "pausedAt" TIMESTAMPTZ(3),
ADD COLUMN     "preset" TEXT NOT NULL DEFAULT 'sandbox',
ADD COLUMN     "priceBook" JSONB,
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "failedOverFromId" TEXT,
ADD COLUMN     "pack" TEXT NOT NULL DEFAULT 'video',
ADD COLUMN     "places" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "turnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "ConnectionCalls" (
    "connectionId" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "operation" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "latencyMsSum" BIGINT NOT NULL,

    CONSTRAINT "ConnectionCalls_pkey" PRIMARY KEY ("connectionId","minute","operation","outcome")
);

-- CreateTable
CREATE TABLE "TeamPolicy" (
    "teamId" TEXT NOT NULL,
    "mayFailOver" BOOLEAN NOT NULL DEFAULT false,
    "failOverExtraUnits" DECIMAL(12,4) NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TeamPolicy_pkey" PRIMARY KEY ("teamId")
);

-- CreateTable
CREATE TABLE "SeenCallback" (
    "id" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SeenCallback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Webhook" (
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "createdById" TEXT,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secretSealed" TEXT NOT NULL,
    "oldSecretSealed" TEXT,
    "oldSecretDies" TIMESTAMPTZ(3),
    "isEnabled" BOOLEAN NOT NULL DEFAULT true,
    "disabledReason" TEXT,
    "failingSince" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "taskId" TEXT,
    "body" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastStatus" INTEGER,
    "lastError" TEXT,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "deliveredAt" TIMESTAMPTZ(3),
    "givenUpAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ConnectionCalls_minute_idx" ON "ConnectionCalls"("minute");

-- CreateIndex
CREATE INDEX "SeenCallback_seenAt_idx" ON "SeenCallback"("seenAt");

-- CreateIndex
CREATE INDEX "Webhook_teamId_idx" ON "Webhook"("teamId");

-- CreateIndex
CREATE INDEX "WebhookDelivery_webhookId_createdAt_idx" ON "WebhookDelivery"("webhookId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "WebhookDelivery_teamId_createdAt_idx" ON "WebhookDelivery"("teamId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "WebhookDelivery_nextAttemptAt_idx" ON "WebhookDelivery"("nextAttemptAt");

-- CreateIndex
CREATE INDEX "TaskOutput_upstreamDies_idx" ON "TaskOutput"("upstreamDies");

-- AddForeignKey
ALTER TABLE "ConnectionCalls" ADD CONSTRAINT "ConnectionCalls_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamPolicy" ADD CONSTRAINT "TeamPolicy_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Turns were taken when the task was queued.
UPDATE "Task" SET "turnAt" = "queuedAt";
