package io.boto4j.benchmarks.transfer;

import java.util.List;
import java.util.Map;

/**
 * One program for one scenario.
 *
 * @param name its name in the tables
 * @param scenario the scenario
 * @param command its command
 * @param environment the variables that it needs
 * @param algorithm the algorithm of the checksums of the objects that it downloads
 */
record Contestant(
    String name,
    Scenario scenario,
    List<String> command,
    Map<String, String> environment,
    String algorithm) {
  static final String FLOOR = "hand-written floor";
  static final String BOTO4J = "boto4j";
  static final String BOTO3 = "boto3";
}
