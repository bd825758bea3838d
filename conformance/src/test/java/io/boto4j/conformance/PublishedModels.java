package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.codec.JsonWriter;
import io.boto4j.model.smithy.SmithyService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Models that AWS publishes in Smithy's format, read by boto4j. */
enum PublishedModels {
  DYNAMODB(
      "dynamodb",
      "dynamodb-1.0.14.jar",
      "55a741a465ee0b2d56d3d962311963b5ece40d11d88acf29bcd047ea538902fd"),
  SQS("sqs", "sqs-1.0.6.jar", "ea27a442ac000e03451ca99fe4c070ead791856b1058f386d1a4e8d7c0162898");

  private final String service;
  private final String jar;
  private final String sha256;

  PublishedModels(String service, String jar, String sha256) {
    this.service = service;
    this.jar = jar;
    this.sha256 = sha256;
  }

  /** Returns the name of the service's folder. */
  String service() {
    return service;
  }

  /** Reads the only service in the artifact. */
  SmithyService read() {
    Path path = Path.of(System.getProperty("boto4j.smithy.models"), jar);
    try {
      assertThat(sha256(Files.readAllBytes(path))).isEqualTo(sha256);
      try (FileSystem files = FileSystems.newFileSystem(path);
          Stream<Path> all = Files.walk(files.getPath("META-INF/smithy"))) {
        List<Path> models = all.filter(each -> each.toString().endsWith(".json")).toList();
        assertThat(models).hasSize(1);
        List<SmithyService> services = SmithyService.read(jar, Files.readAllBytes(models.get(0)));
        assertThat(services).hasSize(1);
        return services.get(0);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("Cannot read " + path, e);
    }
  }

  /** Writes all services to a folder in botocore's layout. */
  static void writeAll(Path folder) {
    for (PublishedModels each : values()) {
      SmithyService read = each.read();
      Path version = folder.resolve(each.service).resolve(read.apiVersion());
      write(version, "service-2", read.service());
      write(version, "paginators-1", read.paginators());
      write(version, "waiters-2", read.waiters());
      write(version, "examples-1", read.examples());
      write(version, "endpoint-rule-set-1", read.endpointRules());
    }
  }

  private static void write(Path folder, String name, @Nullable Map<String, Object> tree) {
    if (tree != null && !tree.isEmpty()) {
      try {
        Files.createDirectories(folder);
        Files.write(
            folder.resolve(name + ".json"), new JsonWriter().value((Object) tree).toByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
