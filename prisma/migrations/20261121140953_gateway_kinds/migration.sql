-- AlterTable
ALTER TABLE "SandboxTask" DROP COLUMN "durationSeconds",
ADD COLUMN     "files" JSONB,
ADD COLUMN     "result" JSONB;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "askedModel" TEXT,
ADD COLUMN     "dialect" TEXT NOT NULL DEFAULT 'studio',
ADD COLUMN     "extraFields" JSONB,
ADD COLUMN     "result" JSONB;

-- AlterTable
ALTER TABLE "TaskOutput" ADD COLUMN     "label" TEXT NOT NULL DEFAULT 'video';

-- CreateTable
CREATE TABLE "Element" (
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "taskId" TEXT,
    "upstreamElementId" TEXT NOT NULL,
    "library" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "referenceType" TEXT NOT NULL,
    "media" JSONB NOT NULL,
    "tagIds" TEXT[],
    "voiceId" TEXT,
    "deletedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Element_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Voice" (
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "taskId" TEXT,
    "upstreamVoiceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "trialAssetId" TEXT,
    "deletedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Voice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MediaSession" (
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "upstreamSessionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MediaSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallbackDelivery" (
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastStatus" INTEGER,
    "lastError" TEXT,
    "deliveredAt" TIMESTAMPTZ(3),
    "givenUpAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CallbackDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxSession" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SandboxSession_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Element_teamId_library_id_idx" ON "Element"("teamId", "library", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Element_connectionId_upstreamElementId_key" ON "Element"("connectionId", "upstreamElementId");

-- CreateIndex
CREATE INDEX "Voice_teamId_id_idx" ON "Voice"("teamId", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Voice_connectionId_upstreamVoiceId_key" ON "Voice"("connectionId", "upstreamVoiceId");

-- CreateIndex
CREATE INDEX "MediaSession_teamId_upstreamSessionId_idx" ON "MediaSession"("teamId", "upstreamSessionId");

-- CreateIndex
CREATE UNIQUE INDEX "MediaSession_connectionId_upstreamSessionId_key" ON "MediaSession"("connectionId", "upstreamSessionId");

-- CreateIndex
CREATE INDEX "CallbackDelivery_teamId_createdAt_idx" ON "CallbackDelivery"("teamId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "CallbackDelivery_taskId_status_key" ON "CallbackDelivery"("taskId", "status");

-- CreateIndex
CREATE INDEX "SandboxSession_expiresAt_idx" ON "SandboxSession"("expiresAt");

-- AddForeignKey
ALTER TABLE "Element" ADD CONSTRAINT "Element_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Element" ADD CONSTRAINT "Element_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Element" ADD CONSTRAINT "Element_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Voice" ADD CONSTRAINT "Voice_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Voice" ADD CONSTRAINT "Voice_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Voice" ADD CONSTRAINT "Voice_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaSession" ADD CONSTRAINT "MediaSession_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaSession" ADD CONSTRAINT "MediaSession_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaSession" ADD CONSTRAINT "MediaSession_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallbackDelivery" ADD CONSTRAINT "CallbackDelivery_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;
