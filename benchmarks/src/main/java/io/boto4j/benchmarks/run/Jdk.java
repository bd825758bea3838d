package io.boto4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A JDK of this machine.
 *
 * @param home its folder
 * @param version its version, such as {@code 17.0.15}
 * @param build its full version
 */
public record Jdk(Path home, String version, String build) {
  /** The feature versions of the JDKs that are measured by default. */
  private static final List<String> FEATURES = List.of("17", "25");

  /**
   * Returns the JDK in a folder.
   *
   * @param home the folder
   * @return the JDK
   * @throws IOException if the folder does not contain a JDK
   */
  public static Jdk at(Path home) throws IOException {
    Properties release = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
    }
    String version = unquoted(release, "JAVA_VERSION");
    String build = unquoted(release, "JAVA_RUNTIME_VERSION");
    String vendor = unquoted(release, "IMPLEMENTOR");
    return new Jdk(home, version, (vendor + " " + (build.isEmpty() ? version : build)).strip());
  }

  /**
   * Returns the JDKs to measure by default: a JDK 17 and a JDK 25, or the one that runs this
   * program if there is neither.
   *
   * @return at least one JDK
   * @throws IOException if a folder cannot be read
   */
  public static List<Jdk> find() throws IOException {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    homes.addAll(folders(Path.of("/usr/lib/jvm")));
    homes.addAll(folders(Path.of(System.getProperty("user.home"), ".sdkman/candidates/java")));
    List<Jdk> found = new ArrayList<>();
    for (String feature : FEATURES) {
      for (Path home : homes) {
        if (isJdk(home) && at(home).feature().equals(feature)) {
          found.add(at(home));
          break;
        }
      }
    }
    if (found.isEmpty()) {
      found.add(at(homes.get(0)));
    }
    return found;
  }

  /**
   * Returns its name in tables.
   *
   * @return the name, such as {@code JDK 17}
   */
  public String label() {
    return "JDK " + feature();
  }

  /**
   * Returns one of its programs.
   *
   * @param name the name of the program, such as {@code java}
   * @return the path
   */
  public String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /**
   * Returns its root certificates.
   *
   * @return the file
   */
  public Path trustStore() {
    return home.resolve("lib/security/cacerts");
  }

  /**
   * Returns its feature version.
   *
   * @return the version, such as 17
   */
  public int featureVersion() {
    return Integer.parseInt(feature());
  }

  private String feature() {
    int end = version.indexOf('.');
    return end < 0 ? version : version.substring(0, end);
  }

  private static boolean isJdk(Path home) {
    return Files.exists(home.resolve("release")) && Files.exists(home.resolve("bin/keytool"));
  }

  private static List<Path> folders(Path parent) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
      entries.forEach(found::add);
    } catch (NotDirectoryException | NoSuchFileException e) {
      return List.of();
    }
    found.sort(null);
    return found;
  }

  private static String unquoted(Properties release, String name) {
    return release.getProperty(name, "").replace("\"", "");
  }
}
