-- CreateIndex
CREATE INDEX "Task_connectionId_createdById_calledAt_idx" ON "Task"("connectionId", "createdById", "calledAt" DESC);
