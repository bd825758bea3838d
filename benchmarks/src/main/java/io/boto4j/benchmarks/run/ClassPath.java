package io.boto4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The jars of each contestant, where the build has put them. */
public final class ClassPath {
  private static final List<String> HTTP_CLIENTS =
      List.of("url-connection-client", "apache-client", "apache5-client", "netty-nio-client");

  private final Path target;

  /**
   * Creates the class path from the jars below a module's folder.
   *
   * @param module the folder {@code benchmarks}
   */
  public ClassPath(Path module) {
    this.target = module.resolve("target");
  }

  /**
   * Returns the jar of the benchmarks themselves.
   *
   * @return its path
   * @throws IOException if it cannot be read
   */
  public String own() throws IOException {
    return jars("", "boto4j-benchmarks-*.jar").get(0);
  }

  /**
   * Returns the three jars of boto4j.
   *
   * @return their paths
   * @throws IOException if they cannot be read
   */
  public List<String> boto4j() throws IOException {
    return jars("lib/boto4j", "*.jar");
  }

  /**
   * Returns the jar of boto4j-typed and the three jars of boto4j.
   *
   * @return their paths
   * @throws IOException if they cannot be read
   */
  public List<String> typed() throws IOException {
    List<String> all = new ArrayList<>(jars("lib/typed", "*.jar"));
    all.addAll(boto4j());
    return all;
  }

  /**
   * Returns the jars that one service and one HTTP client of AWS SDK 2.x need, and no others.
   *
   * @param service the artifact id of the service module, for example {@code dynamodb}
   * @param httpClient the artifact id of the HTTP client, for example {@code url-connection-client}
   * @return their paths
   * @throws IOException if they cannot be read
   */
  public List<String> awsSdk(String service, String httpClient) throws IOException {
    Set<String> others = new LinkedHashSet<>(HTTP_CLIENTS);
    others.remove(httpClient);
    DependencyTree tree =
        DependencyTree.parse(Files.readAllLines(target.resolve("dependencies.txt")));
    Set<String> names = tree.jars(List.of(service, httpClient), others);
    List<String> found = new ArrayList<>();
    for (String jar : wholeAwsSdk()) {
      if (names.remove(String.valueOf(Path.of(jar).getFileName()))) {
        found.add(jar);
      }
    }
    if (!names.isEmpty()) {
      throw new IOException("The build has copied no " + String.join(", ", names));
    }
    return found;
  }

  /**
   * Returns the jars that the transfer manager of AWS SDK 2.x needs, with the asynchronous HTTP
   * client Netty and with the Common Runtime.
   *
   * @return their paths
   * @throws IOException if they cannot be read
   */
  public List<String> awsSdkTransferManager() throws IOException {
    DependencyTree tree =
        DependencyTree.parse(Files.readAllLines(target.resolve("dependencies.txt")));
    Set<String> names =
        tree.jars(
            List.of("s3-transfer-manager", "netty-nio-client", "aws-crt"),
            Set.of("url-connection-client", "apache-client", "apache5-client"));
    List<String> all = new ArrayList<>(wholeAwsSdk());
    all.addAll(jars("lib/aws-sdk-transfer", "*.jar"));
    List<String> found = new ArrayList<>();
    for (String jar : all) {
      if (names.remove(String.valueOf(Path.of(jar).getFileName()))) {
        found.add(jar);
      }
    }
    // The API of logging, whose implementation no contestant has, is in both folders or in neither.
    names.removeIf(name -> name.startsWith("slf4j-"));
    if (!names.isEmpty()) {
      throw new IOException("The build has copied no " + String.join(", ", names));
    }
    return found;
  }

  /**
   * Returns the jars of all services and HTTP clients of AWS SDK 2.x that are compared.
   *
   * @return their paths
   * @throws IOException if they cannot be read
   */
  public List<String> wholeAwsSdk() throws IOException {
    List<String> all = new ArrayList<>(jars("lib/aws-sdk", "*.jar"));
    all.addAll(jars("lib/aws-sdk-more", "*.jar"));
    return all;
  }

  /**
   * Returns the version of AWS SDK 2.x, from the name of its jar.
   *
   * @return the version number, for example {@code 2.57.8}
   * @throws IOException if it cannot be read
   */
  public String awsSdkVersion() throws IOException {
    return awsSdkVersion("dynamodb");
  }

  /**
   * Returns the version of a part of AWS SDK 2.x, from the name of its jar.
   *
   * @param artifact the artifact, such as {@code dynamodb}
   * @return the version number, for example {@code 2.57.8}
   * @throws IOException if the folder cannot be read or does not contain the jar
   */
  public String awsSdkVersion(String artifact) throws IOException {
    String name = String.valueOf(Path.of(awsSdkJar(artifact)).getFileName());
    return name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.'));
  }

  /**
   * Returns the jar of a part of AWS SDK 2.x.
   *
   * @param artifact the artifact, such as {@code dynamodb}
   * @return its path
   * @throws IOException if the folder cannot be read or does not contain the jar
   */
  public String awsSdkJar(String artifact) throws IOException {
    for (String jar : wholeAwsSdk()) {
      String name = String.valueOf(Path.of(jar).getFileName());
      if (name.substring(0, name.lastIndexOf('-')).equals(artifact)) {
        return jar;
      }
    }
    throw new IOException("The build has copied no " + artifact);
  }

  private List<String> jars(String folder, String names) throws IOException {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(target.resolve(folder), names)) {
      entries.forEach(jar -> found.add(jar.toString()));
    }
    found.sort(null);
    return found;
  }
}
