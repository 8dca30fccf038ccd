-- CreateTable
CREATE TABLE "MotionReport" (
    "taskId" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "measuredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MotionReport_pkey" PRIMARY KEY ("taskId")
);

-- AddForeignKey
ALTER TABLE "MotionReport" ADD CONSTRAINT "MotionReport_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;
