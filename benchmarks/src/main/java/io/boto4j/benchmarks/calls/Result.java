package io.boto4j.benchmarks.calls;

/**
 * The result of one contestant in one round, for one operation and one number of threads.
 *
 * @param contestant its name in the table
 * @param operation the name of the operation, for example {@code GetItem}
 * @param threads the number of threads that made calls
 * @param round the round, from 1
 * @param calls the number of calls they made
 * @param nanos the time that took
 * @param cpuNanos the CPU time of the whole process
 * @param bytes the bytes allocated in the whole process; negative if unknown
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
