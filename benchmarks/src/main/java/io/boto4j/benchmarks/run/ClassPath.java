package io.boto4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jars of each contestant, where the build put them: each its own, and no other's. */
public final class ClassPath {
  private final Path target;

  /**
   * The jars below a module's folder.
   *
   * @param module the folder {@code benchmarks}
   */
  public ClassPath(Path module) {
    this.target = module.resolve("target");
  }

  /**
   * The jar of the benchmarks themselves.
   *
   * @return its path
   * @throws IOException if it cannot be read
   */
  public String own() throws IOException {
    return jars("", "boto4j-benchmarks-*.jar").get(0);
  }

  /**
   * boto4j: three jars.
   *
   * @return their paths
   * @throws IOException if they cannot be read
   */
  public List<String> boto4j() throws IOException {
    return jars("lib/boto4j", "*.jar");
  }

  /**
   * AWS SDK 2.x with DynamoDB and {@code url-connection-client}.
   *
   * @return their paths
   * @throws IOException if they cannot be read
   */
  public List<String> awsSdk() throws IOException {
    return jars("lib/aws-sdk", "*.jar");
  }

  /**
   * AWS SDK 2.x with all services and HTTP clients that are compared.
   *
   * @return their paths
   * @throws IOException if they cannot be read
   */
  public List<String> wholeAwsSdk() throws IOException {
    List<String> all = new ArrayList<>(awsSdk());
    all.addAll(jars("lib/aws-sdk-more", "*.jar"));
    return all;
  }

  /**
   * The version of AWS SDK 2.x, by the name of its jar.
   *
   * @return as {@code 2.57.8}
   * @throws IOException if it cannot be read
   */
  public String awsSdkVersion() throws IOException {
    String jar = jars("lib/aws-sdk", "dynamodb-*.jar").get(0);
    return jar.substring(jar.lastIndexOf('-') + 1, jar.lastIndexOf('.'));
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
