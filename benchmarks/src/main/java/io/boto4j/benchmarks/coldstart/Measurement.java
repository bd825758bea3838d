package io.boto4j.benchmarks.coldstart;

/**
 * What one process took.
 *
 * @param wallMillis from start to end
 * @param cpuMillis in user and in system mode, all threads
 * @param peakKib the most resident memory; −1 if this machine cannot tell
 */
record Measurement(int wallMillis, int cpuMillis, int peakKib) {}
