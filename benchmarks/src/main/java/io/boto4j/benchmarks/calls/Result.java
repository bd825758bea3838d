package io.boto4j.benchmarks.calls;

/**
 * What one contestant reached in one round, with one operation on one number of threads.
 *
 * @param contestant as the table names it
 * @param operation as {@code GetItem}
 * @param threads how many made calls
 * @param round from 1
 * @param calls how many they made
 * @param nanos in what time
 * @param cpuNanos the whole process's
 * @param bytes allocated in the whole process; negative if not known
 */
record Result(
    String contestant,
    String operation,
    int threads,
    int round,
    long calls,
    long nanos,
    long cpuNanos,
    long bytes) {
  static Result of(String contestant, int round, String line) {
    String[] fields = line.split(",", -1);
    return new Result(
        contestant,
        fields[0],
        Integer.parseInt(fields[1]),
        round,
        Long.parseLong(fields[2]),
        Long.parseLong(fields[3]),
        Long.parseLong(fields[4]),
        Long.parseLong(fields[5]));
  }

  double callsPerSecond() {
    return calls * 1e9 / nanos;
  }

  double cpuMicros() {
    return cpuNanos / 1e3 / Math.max(1, calls);
  }

  double bytesPerCall() {
    return (double) bytes / Math.max(1, calls);
  }

  String csv() {
    return '"'
        + contestant
        + '"'
        + ","
        + operation
        + ","
        + threads
        + ","
        + round
        + ","
        + calls
        + ","
        + nanos
        + ","
        + cpuNanos
        + ","
        + bytes;
  }
}
