package io.boto4j.benchmarks.transfer;

/**
 * What one run has used.
 *
 * @param requests the number of requests that the server has received
 * @param serverMillis the CPU time of the server
 */
record Run(
    Scenario scenario,
    String contestant,
    int round,
    int wallMillis,
    int cpuMillis,
    int peakKib,
    long requests,
    long serverMillis) {
  static final String HEADER =
      "scenario,contestant,round,wall_ms,cpu_ms,peak_kib,requests,server_cpu_ms\n";

  String csv() {
    return String.join(
            ",",
            scenario.option(),
            '"' + contestant + '"',
            String.valueOf(round),
            String.valueOf(wallMillis),
            String.valueOf(cpuMillis),
            String.valueOf(peakKib),
            String.valueOf(requests),
            String.valueOf(serverMillis))
        + "\n";
  }
}
