package io.boto4j.benchmarks.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The environment of the contestants, without any setting of this machine's user. */
public final class CleanEnvironment {
  /**
   * Variables that would change the results: JVM flags, proxies, class paths, trusted certificates.
   */
  private static final Set<String> UNSET =
      Set.of(
          "CLASSPATH",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "PYTHONPATH",
          "REQUESTS_CA_BUNDLE");

  private CleanEnvironment() {}

  /**
   * Cleans the environment of a process to be started.
   *
   * @param environment its variables, which are changed
   * @param folder a folder without any file of AWS's tools
   */
  public static void make(Map<String, String> environment, Path folder) {
    for (String name : new TreeSet<>(environment.keySet())) {
      if (name.startsWith("AWS_")
          || UNSET.contains(name)
          || name.regionMatches(true, name.length() - 6, "_proxy", 0, 6)) {
        environment.remove(name);
      }
    }
    environment.put("AWS_CONFIG_FILE", folder.resolve("no-config").toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-credentials").toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("LC_ALL", "C"); // bash's decimal point
  }
}
