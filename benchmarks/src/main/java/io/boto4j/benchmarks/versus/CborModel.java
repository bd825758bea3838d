package io.boto4j.benchmarks.versus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * CloudWatch's model without its older protocols: boto3 and boto4j would choose JSON, but AWS SDK
 * 2.x uses CBOR, and the codecs are compared with the same bytes.
 */
final class CborModel {
  private static final String PROTOCOLS = "\"protocols\":\\[[^\\]]*\\]";

  private CborModel() {}

  /** Creates a folder in botocore's layout from the models that the build has unpacked. */
  static Path ofCloudWatch() {
    Path models = Path.of("models/target/aws-models");
    PathMatcher wanted =
        FileSystems.getDefault().getPathMatcher("glob:**/data/cloudwatch/*/service-2.json");
    try (Stream<Path> files = Files.walk(models)) {
      List<Path> found = files.filter(wanted::matches).toList();
      if (found.size() != 1) {
        throw new IllegalStateException("Not one model of CloudWatch in " + models + ": " + found);
      }
      return changed(found.get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path changed(Path model) throws IOException {
    String text = Files.readString(model);
    String cbor = text.replaceFirst(PROTOCOLS, "\"protocols\":[\"smithy-rpc-v2-cbor\"]");
    if (cbor.equals(text)) {
      throw new IllegalStateException(model + " names no protocols");
    }
    Path folder = Files.createTempDirectory("boto4j-cbor-model");
    Path version = folder.resolve("cloudwatch").resolve(model.getName(model.getNameCount() - 2));
    Files.createDirectories(version);
    Files.writeString(version.resolve("service-2.json"), cbor);
    Files.copy(
        model.resolveSibling("endpoint-rule-set-1.json"),
        version.resolve("endpoint-rule-set-1.json"));
    return folder;
  }
}
