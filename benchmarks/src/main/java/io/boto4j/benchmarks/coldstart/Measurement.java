package io.boto4j.benchmarks.coldstart;

/**
 * The cost of one process.
 *
 * @param wallMillis the time from start to end
 * @param cpuMillis the user and system time of all threads
 * @param peakKib the peak resident memory; −1 if it cannot be measured on this machine
 */
record Measurement(int wallMillis, int cpuMillis, int peakKib) {}
